"""A plan changes one thing after another; that needs a result whose total follows from its parts."""

from emonev.errors import EmonevError
from emonev.model.assessment import Assessment
from emonev.model.text import Text
from emonev.score import roll_up
from emonev.score.saved import entered_of, rubric_of, shares_of

_UNSOUND = Text(
    "nilai hasil ini tidak mengikuti kriteria dan bobotnya, jadi tidak dapat direncanakan.",
    "this result's total does not follow from its criteria and weights, so nothing can be planned.",
)
_SCORE_AGAIN = Text(
    "Nilai ulang dengan “emonev score”; hasil yang hanya memuat nilai tahap tidak cukup.",
    "Score again with “emonev score”; a result that holds totals of stages only is not enough.",
)


def refuse_unsound(assessment: Assessment) -> None:
    """Raise EmonevError for a result that was damaged, or entered by hand without criteria."""
    try:
        rolled = roll_up(rubric_of(assessment), shares_of(assessment), entered_of(assessment))
    except ValueError:  # one id for two
        raise EmonevError("result-unsound", _UNSOUND, _SCORE_AGAIN) from None
    if rolled.low != assessment.total.exact_low:
        raise EmonevError("result-unsound", _UNSOUND, _SCORE_AGAIN)
