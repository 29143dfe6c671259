"""How the example's evidence is drawn; `examples/make_natuna.py` calls it."""
