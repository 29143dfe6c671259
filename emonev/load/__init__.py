"""Files that people write, made into nouns, or every mistake in them with its place and mend.

Linting and schemas are imported from `load.lint` and `load.schema`: only authors need them.
"""

from emonev.load.assessment import load_assessment
from emonev.load.rubric import find_rubric, load_rubric, shipped_rubrics
from emonev.load.workspace import load_answers, load_workspace

__all__ = [
    "find_rubric",
    "load_answers",
    "load_assessment",
    "load_rubric",
    "load_workspace",
    "shipped_rubrics",
]
