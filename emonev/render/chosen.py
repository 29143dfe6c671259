"""The criteria that a person asked for by patterns of their ids: "JEN-*,PEL-01"."""

from fnmatch import fnmatchcase

from emonev.model.assessment import Assessment, CriterionResult


def is_chosen(id_: str, patterns: str) -> bool:
    """Say whether an id fits one of the patterns; capitals make no difference."""
    return any(fnmatchcase(id_.upper(), pattern.strip().upper()) for pattern in patterns.split(","))


def chosen(assessment: Assessment, patterns: str) -> tuple[CriterionResult, ...]:
    """Return the results of the criteria that fit, in the rubric's order."""
    return tuple(each for each in assessment.criteria() if is_chosen(each.id, patterns))
