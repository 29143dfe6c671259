"""What hangs on words: which criteria ask for them, and the points they can still gain."""

from fractions import Fraction

import pytest

from emonev.checks import KINDS
from emonev.checks.contains import Contains
from emonev.checks.exists import Exists
from emonev.checks.link import Link
from emonev.model.finding import Outcome
from emonev.model.rubric import Criterion, NotApplicableRule
from emonev.model.workspace import Answer, Answers, NotApplicable
from emonev.score import Share
from emonev.stakes import asking, stakes_of
from emonev.voices import Verdict
from tests.builders import a_criterion, a_rubric, a_stage, an_indicator

HALF = Fraction(1, 2)
WORDS = Contains(any_of=("daftar",))
EXCUSED = Answer(not_applicable=NotApplicable(reason="tidak ada"))


def a_verdict(
    criterion: Criterion, low: Fraction, high: Fraction, *, applies: bool = True
) -> Verdict:
    share = Share(low, high, applies)
    return Verdict(
        criterion=criterion,
        evidence=(),
        links=(),
        answer=Answer(),
        findings=(),
        claimed=share,
        supported=share,
        supported_outcome=Outcome.NEEDS_REVIEW,
        counted=Share(
            Fraction(1), Fraction(1)
        ),  # a review: it is what evidence says that counts here
        outcome=Outcome.MET,
        review=None,
    )


def test_points_not_earned_yet_are_at_stake_under_the_real_roll_up() -> None:
    dear, cheap = a_criterion("A-1", weight=Fraction(3)), a_criterion("A-2")
    rubric = a_rubric(a_stage(an_indicator(dear, cheap)))
    verdicts = [a_verdict(dear, HALF, Fraction(1)), a_verdict(cheap, Fraction(0), Fraction(0))]
    assert stakes_of(rubric, verdicts) == {"A-1": Fraction(75, 2), "A-2": 25}


def test_what_is_met_or_does_not_apply_has_nothing_at_stake() -> None:
    met, excused = a_criterion("A-1"), a_criterion("A-2")
    rubric = a_rubric(a_stage(an_indicator(met, excused)))
    one = Fraction(1)
    verdicts = [a_verdict(met, one, one), a_verdict(excused, HALF, one, applies=False)]
    assert stakes_of(rubric, verdicts) == {"A-1": 0, "A-2": 0}


def test_one_check_that_asks_for_words_is_enough() -> None:
    some = (
        a_criterion("A-1", checks=(Exists(), WORDS)),
        a_criterion("A-2", checks=(Exists(), Link())),
    )
    assert asking(a_rubric(a_stage(an_indicator(*some))), Answers()) == {"A-1"}


@pytest.mark.parametrize(
    ("rule", "asks"),
    [
        (NotApplicableRule(allowed=True), True),
        (NotApplicableRule(allowed=True, needs="alasan"), False),
        (NotApplicableRule(allowed=False), False),
    ],
)
def test_a_statement_that_something_does_not_apply_must_be_read(
    rule: NotApplicableRule, asks: bool
) -> None:
    rubric = a_rubric(a_stage(an_indicator(a_criterion("A-1", checks=(Exists(),), na=rule))))
    assert ("A-1" in asking(rubric, Answers(answers={"A-1": EXCUSED}))) is asks


def test_kinds_that_ask_for_no_words_are_few_and_known() -> None:
    assert {kind for kind, check in KINDS.items() if not check.asks_words} == {
        "exists", "link", "readable", "reviewed", "within-portal-limits",
    }  # fmt: skip
