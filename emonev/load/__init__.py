"""Files that people write, made into nouns, or every mistake in them with its place and mend.

Linting and schemas are imported from `load.lint` and `load.schema`: only authors need them.
Each loader is imported once it is asked for: who compares saved results needs no YAML.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_HOMES = {
    "find_rubric": "rubric",
    "load_answers": "workspace",
    "load_assessment": "assessment",
    "load_rubric": "rubric",
    "load_workspace": "workspace",
    "shipped_rubrics": "rubric",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
