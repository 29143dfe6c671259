"""Small pictures of proof pages: which ones (`wanted`), drawn in a worker (`draw`), kept (`take`)."""
