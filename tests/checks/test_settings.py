"""A saved finding tells how its check was set, and no more than differs from the kind's defaults."""

from fractions import Fraction
from pathlib import Path

import msgspec
import pytest

from emonev.checks.any_of import AnyOf
from emonev.checks.contains import Contains
from emonev.checks.dated_within import DatedWithin
from emonev.checks.exists import Exists
from emonev.checks.readable import Readable
from emonev.checks.settings import check_of, settings_of, with_settings
from emonev.load import load_rubric, shipped_rubrics
from emonev.model.check import Check
from emonev.model.exact import decode, encode
from emonev.model.finding import Finding
from emonev.model.text import Text
from emonev.model.years import YearRule
from tests.builders import a_finding


def answered(check: Check) -> Finding:
    """Return a finding as it comes back from a saved result."""
    finding = a_finding(
        kind=str(check.__struct_config__.tag),
        weight=check.weight,
        required=check.required,
        label=check.label,
    )
    (kept,) = with_settings([finding], [check])
    content = msgspec.json.encode(kept, enc_hook=encode)
    return msgspec.json.decode(content, type=Finding, dec_hook=decode)


@pytest.mark.parametrize("path", shipped_rubrics(), ids=lambda path: path.stem)
def test_every_shipped_check_is_told_by_its_finding(path: Path) -> None:
    for criterion in load_rubric(path).criteria():
        for check in criterion.checks:
            assert check_of(answered(check)) == check


EITHER = AnyOf(
    alternatives=(
        (Exists(at_least=2, label=Text("foto", "photos")),),
        (Contains(any_of=("nihil",)), DatedWithin(years=(YearRule("years", -1, 0),))),
    ),
    of="any",
    required=True,
)


ONE_YEAR_BACK = {"form": "years", "first": -1, "last": 0, "relative": True}


def test_alternatives_are_kept_check_by_check() -> None:
    finding = answered(EITHER)
    assert finding.settings == {
        "of": "any",
        "alternatives": [
            [{"kind": "exists", "at-least": 2, "label": {"id": "foto", "en": "photos"}}],
            [
                {"kind": "contains", "any-of": ["nihil"]},
                {"kind": "dated-within", "years": [ONE_YEAR_BACK]},
            ],
        ],
    }
    assert check_of(finding) == EITHER


@pytest.mark.parametrize(
    "alternatives",
    [
        [],
        [[]],
        "exists",
        [["exists"]],
        [[{"kind": "foretold"}]],
        [[{"at-least": 2}]],
        [[{"kind": "exists", "at-least": "many"}]],
        [[{"kind": "any-of", "alternatives": [[{"kind": "exists"}]]}]],
    ],
)
def test_alternatives_of_another_version_are_not_guessed(alternatives: object) -> None:
    finding = a_finding(kind="any-of", settings={"alternatives": alternatives})
    assert check_of(finding) is None


def test_only_what_is_set_is_kept() -> None:
    check = Exists(at_least=3, weight=Fraction(2), label=Text("Bukti", "Evidence"))
    assert settings_of(check) == {"at-least": 3}
    assert settings_of(DatedWithin()) == {}
    assert settings_of(Readable(min_pages=Fraction(1, 3))) == {"min-pages": "1/3"}


def test_what_answers_no_check_stays_as_it_is() -> None:
    excuse = a_finding(kind="not-applicable")
    contains = a_finding(kind="contains")
    check = Contains(any_of=("renja",))
    assert with_settings([excuse], [check]) == (excuse,)
    kept, last = with_settings([contains, excuse], [check])
    assert (kept.settings, last) == ({"any-of": ["renja"]}, excuse)


@pytest.mark.parametrize(
    "finding",
    [
        a_finding(kind="foretold"),
        a_finding(kind="exists", settings={"at-least": "many"}),
        a_finding(kind="exists", settings={"of-a-later-version": True}),
        a_finding(kind="contains"),
    ],
    ids=["kind", "value", "setting", "nothing to look for"],
)
def test_a_check_of_another_version_is_not_guessed(finding: Finding) -> None:
    assert check_of(finding) is None
