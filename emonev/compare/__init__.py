"""Two saved assessments compared: what changed, and which part of it the body brought about."""

from emonev.compare.compare import compare, follow

__all__ = ["compare", "follow"]
