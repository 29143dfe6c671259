"""Two saved assessments compared: what changed, and which part of it the body brought about."""

from emonev.compare.compare import compare, follow
from emonev.compare.study import study

__all__ = ["compare", "follow", "study"]
