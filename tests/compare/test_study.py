"""A result beside reference bodies: means that add up, leads in order, evidence where it helps."""

from fractions import Fraction

from hypothesis import given, settings
from msgspec.structs import replace

from emonev.compare import compare, study
from emonev.model.assessment import Assessment
from emonev.model.workspace import Body
from tests.compare.results import results
from tests.compare.two_years import newer, older


def body(result: Assessment, name: str) -> Assessment:
    return replace(result, body=Body(name=name, category="kabupaten-kota"))


OURS, BETTER = body(older(), "Kabupaten A"), body(newer(), "Kabupaten B")


def test_what_the_reference_earns_and_we_lose_comes_first() -> None:
    found = study(OURS, [BETTER])
    assert [(lead.ids, lead.points > 0) for lead in found.leads] == [
        (("JEN-01",), True),
        (("presentasi",), True),
        (("JEN-02",), False),
    ]
    first = found.leads[0]
    assert first.ahead == ("Kabupaten B",)
    assert [(one.body, one.format, one.title) for one in first.shown] == [
        ("Kabupaten B", "pdf", "Renja 2023")
    ]
    assert found.leads[-1].behind == ("Kabupaten B",)
    assert found.leads[-1].shown == ()


def test_several_references_are_averaged() -> None:
    same = body(older(), "Kabupaten C")
    alone, both = study(OURS, [BETTER]), study(OURS, [BETTER, same])
    assert both.moved == alone.moved / 2
    assert both.average == (newer().total.exact_low + older().total.exact_low) / 2
    assert [lead.points for lead in both.leads] == [lead.points / 2 for lead in alone.leads]


def test_that_the_bodies_differ_is_no_remark() -> None:
    assert "body" not in {remark.code for remark in study(OURS, [BETTER]).remarks}


@settings(max_examples=40)
@given(results(2024), results(2024), results(2023))
def test_leads_and_causes_add_up(ours: Assessment, one: Assessment, other: Assessment) -> None:
    found = study(ours, [one, other])
    totals = [compare(ours, each).total.low for each in (one, other)]
    assert found.moved == sum(total.moved for total in totals) / 2
    performance = sum((total.effects.performance for total in totals), Fraction(0)) / 2
    assert sum((lead.points for lead in found.leads), Fraction(0)) == performance
    assert found.effects.performance == performance
