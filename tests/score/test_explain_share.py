"""A share's arithmetic in words arrives at the share that was scored."""

from fractions import Fraction

from hypothesis import given
from msgspec.structs import replace

from emonev.model.exact import to_text
from emonev.model.finding import Finding
from emonev.model.rubric import Criterion
from emonev.model.text import Text
from emonev.score import share_of
from emonev.score.explain_share import explain_share
from tests.builders import a_criterion_result
from tests.score.rubrics import a_met, a_not_met, an_unsure, judged_criteria


def explained(*findings: Finding) -> Text | None:
    return explain_share(a_criterion_result(scoring="share", findings=findings))


def test_each_weight_times_its_share_by_the_sum_of_weights() -> None:
    findings = (replace(a_met(), weight=Fraction(2)), replace(a_not_met(), weight=Fraction(1, 2)))
    assert explained(*findings) == Text(
        "(2 × 1 + 0,5 × 0) ÷ 2,5 = 0,8", "(2 × 1 + 0.5 × 0) ÷ 2.5 = 0.8"
    )


def test_what_is_pending_makes_a_range() -> None:
    told = explained(a_met(), an_unsure())
    assert told is not None
    assert told.en == "at least (1 × 1 + 1 × 0) ÷ 2 = 0.5; at most (1 × 1 + 1 × 1) ÷ 2 = 1"


def test_a_required_check_that_is_not_met_is_said() -> None:
    told = explained(a_met(), replace(a_not_met(), required=True))
    assert told is not None
    assert told.id == "0, karena pemeriksaan wajib belum terpenuhi"


def test_other_forms_need_no_arithmetic() -> None:
    assert explain_share(a_criterion_result(scoring="all", findings=(a_met(),))) is None


@given(judged_criteria())
def test_the_words_end_with_the_share(judged: tuple[Criterion, tuple[Finding, ...]]) -> None:
    criterion, findings = judged
    carried = tuple(
        replace(finding, weight=check.weight, required=check.required)
        for finding, check in zip(findings, criterion.checks, strict=True)
    )
    told = explained(*carried)
    by_share = replace(criterion, scoring="share")
    share = share_of(by_share, findings)
    if told is None or not share.applicable:
        return
    low, _, high = told.en.partition("; at most ")
    for words, value in ((low, share.low), (high or low, share.high)):
        assert words.endswith(f"= {to_text(value)}") or (value == 0 and "because" in words)
