"""The only room that touches foreign bytes: inventory, extraction, cache, containment, readers."""
