"""What is new in a questionnaire: two rubrics compared, criterion by criterion and point by point."""

from emonev.rubric_change.asked import differences_of_checks
from emonev.rubric_change.change import (
    SCHEMA,
    Asked,
    Code,
    CriteriaChange,
    Difference,
    LevelChange,
    RubricChange,
    RubricNamed,
)
from emonev.rubric_change.compare import compare_rubrics

__all__ = [
    "SCHEMA",
    "Asked",
    "Code",
    "CriteriaChange",
    "Difference",
    "LevelChange",
    "RubricChange",
    "RubricNamed",
    "compare_rubrics",
    "differences_of_checks",
]
