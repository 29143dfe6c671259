"""What is at stake where words cannot be read yet: which criteria ask for them, and for how much."""

from collections.abc import Iterable
from fractions import Fraction

from emonev.model.rubric import Criterion, Rubric
from emonev.model.workspace import Answer, Answers
from emonev.score import roll_up
from emonev.voices import Verdict


def asking(rubric: Rubric, answers: Answers) -> frozenset[str]:
    """Return the criteria whose findings could change by what stands on a page."""
    return frozenset(
        criterion.id
        for criterion in rubric.criteria()
        if any(part.asks_words for part in criterion.parts())
        or _is_excused_in_writing(criterion, answers.answers.get(criterion.id))
    )


def stakes_of(rubric: Rubric, verdicts: Iterable[Verdict]) -> dict[str, Fraction]:
    """Return the points of the total that each criterion's evidence has not earned yet."""
    shares = {verdict.criterion.id: verdict.supported for verdict in verdicts}
    # What people enter for a stage changes no criterion's worth.
    sheet = roll_up(rubric, shares, {})
    return {id_: worth.points.lost + worth.points.pending for id_, worth in sheet.criteria.items()}


def _is_excused_in_writing(criterion: Criterion, answer: Answer | None) -> bool:
    excused = answer is not None and answer.not_applicable is not None and criterion.na.allowed
    return excused and criterion.na.needs == "surat-pernyataan"
