"""Files that people write, made into nouns, or every mistake in them with its place and mend."""

from emonev.load.assessment import load_assessment
from emonev.load.lint import lint_rubric
from emonev.load.rubric import find_rubric, load_rubric, shipped_rubrics
from emonev.load.schema import answers_schema, rubric_schema, workspace_schema
from emonev.load.workspace import load_answers, load_workspace

__all__ = [
    "answers_schema",
    "find_rubric",
    "lint_rubric",
    "load_answers",
    "load_assessment",
    "load_rubric",
    "load_workspace",
    "rubric_schema",
    "shipped_rubrics",
    "workspace_schema",
]
