"""A workspace made ready: folders that say what belongs into them, and files to fill in."""

from emonev.scaffold.make import Made, make_workspace

__all__ = ["Made", "make_workspace"]
