"""The comparison as people read it: in 80 columns, on a page, in a spreadsheet, and as JSON."""

import csv
import io
import json
import re
from fractions import Fraction

import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from emonev.compare import follow
from emonev.model.assessment import Assessment
from emonev.model.comparison import FileNamed, Sameness, Stale, Trend
from emonev.model.rubric import Rounding
from emonev.model.text import Language, Text
from emonev.render.gap_csv import gap_csv
from emonev.render.gap_pages import comparison_schema, gap_json, gap_page, trend_schema
from emonev.render.gap_shown import GapView
from emonev.render.gap_text import gap_text
from emonev.render.gap_view import prepare_gap
from emonev.resources import reports_folder
from tests.builders import a_criterion, a_rubric, a_stage, an_indicator
from tests.compare.results import a_result, published, results, yes
from tests.compare.two_years import newer, older
from tests.conftest import Golden

PAIR = follow([older(), newer()])
YEARS = {2020: "89.49", 2021: "85.43", 2022: "93.46", 2023: "90.14", 2024: "94.62"}
SERIES = follow([published(value, year) for year, value in YEARS.items()])

# The style has its own tests in the browser, and changes with every page's look.
STYLE = re.compile(r"(?s)<style>.*?</style>")
POLICY = re.compile(r"<meta http-equiv=[^>]*>\n")


def view(trend: Trend = PAIR, language: Language = "id") -> GapView:
    return prepare_gap(trend, language)


@pytest.mark.parametrize("language", ["id", "en"])
def test_two_years_on_a_terminal(language: Language, golden: Golden) -> None:
    text = gap_text(view(PAIR, language))
    assert max(map(len, text.splitlines())) <= 80
    golden(f"gap.{language}.txt", text + "\n")


def test_five_years_on_a_terminal(golden: Golden) -> None:
    text = gap_text(view(SERIES))
    assert max(map(len, text.splitlines())) <= 80
    golden("gap-trend.id.txt", text + "\n")


def test_two_years_on_a_page(golden: Golden) -> None:
    golden("gap.html", STYLE.sub("<style></style>", POLICY.sub("", gap_page(view()))))


@pytest.mark.parametrize("trend", [PAIR, SERIES], ids=["pair", "series"])
@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_stands_alone(trend: Trend, language: Language) -> None:
    page = LexborHTMLParser(gap_page(view(trend, language)))
    policy = page.css_first("meta[http-equiv=Content-Security-Policy]")
    assert policy is not None
    assert "default-src 'none'" in str(policy.attributes["content"])
    assert "script-src" not in str(policy.attributes["content"])
    assert page.css("script, img, link, iframe") == []
    assert [node.attributes.get("style") for node in page.css("[style]")] == []
    ids = [node.attributes["id"] for node in page.css("[id]")]
    assert len(ids) == len(set(ids))
    for link in page.css("a[href^='#']"):
        assert str(link.attributes["href"])[1:] in ids
    assert len(page.css("h1")) == 1


def test_every_choice_of_the_table_has_its_rule() -> None:
    style = (reports_folder() / "comparison" / "style.css").read_text(encoding="utf-8")
    for one in view().counts:
        assert f"#pilih-{one.id}:checked) tbody tr:not(.{one.id})" in style


def test_every_column_is_named_where_rows_are_cards() -> None:
    other = replace(newer(), body=replace(newer().body, name='B "{}</style>'))
    page = gap_page(prepare_gap(follow([replace(older(), year=2024), other]), "en"))
    named = re.findall(r'nth-of-type\((\d)\)::before \{ content: "([^"]*)"; \}', page)
    assert [number for number, _ in named] == [*"12345678"]
    assert named[0][1] == "What happened"
    assert named[2][1] == r"B \22 \7b \7d \3c \2f style\3e "
    assert page.count("</style>") == 1


def test_the_waterfall_says_in_words_what_it_draws() -> None:
    drawn = view().waterfall
    assert drawn.title == "Dari nilai 2023 ke nilai 2024"
    assert [step.name for step in drawn.steps] == [
        "Nilai 2023",
        "Kinerja",
        "Rubrik",
        "Keberlakuan",
        "Belum pasti",
        "Nilai 2024",
    ]
    moved = sum(number(step.value) for step in drawn.steps[1:-1])
    assert number(drawn.steps[0].value) + moved == number(drawn.steps[-1].value)


def test_the_rounding_of_other_rules_is_a_bar_of_its_own() -> None:
    coarse = Rounding(places=0, mode="down")
    trend = follow([published("79.95", 2023), published("80.96", 2024, rounding=coarse)])
    assert "Pembulatan nilai" in [step.name for step in view(trend).waterfall.steps]


@pytest.mark.parametrize(
    ("same", "told"),
    [
        ("file", "b is the very file of 2023, though evidence of 2024 is asked for"),
        ("text", "b holds the same text as a of 2023, though evidence of 2024 is asked for"),
    ],
)
def test_an_old_document_is_told_with_what_is_the_same(same: Sameness, told: str) -> None:
    (step,) = PAIR.steps
    before, after = (FileNamed(path=path, sha256=path, format="pdf") for path in "ab")
    stale = Stale(criterion="JEN-05", years=(2024,), before=before, after=after, same=same)
    drawn = view(replace(PAIR, steps=(replace(step, stale=(stale,)),)), "en")
    assert drawn.lists[0].lines == (f"JEN-05: {told}.",)


def test_the_terminal_lists_ten_and_counts_the_rest() -> None:
    (step,) = PAIR.steps
    file = FileNamed(path="a", sha256="a", format="pdf")
    stale = tuple(
        Stale(criterion=f"K-{number}", years=(2024,), before=file, after=file)
        for number in range(13)
    )
    text = gap_text(view(replace(PAIR, steps=(replace(step, stale=stale),)), "en"))
    assert "K-9: a is" in text
    assert "K-10: a is" not in text
    assert "  … and 3 more." in text


def test_foreign_words_stay_words_everywhere() -> None:
    bad = Text("=<script>alert(1)</script> \u202e{x}", "<b>x</b>")
    old = a_rubric(a_stage(an_indicator(a_criterion("A"))), year=2023, id="a", title=bad)
    new = a_rubric(a_stage(an_indicator(a_criterion("A", text=bad), title=bad)), id="b", title=bad)
    trend = follow([a_result(old, {"A": yes()}), a_result(new, {"A": yes(0)})])
    page = gap_page(view(trend))
    assert LexborHTMLParser(page).css("script") == []
    for output in (page, gap_text(view(trend)), gap_csv(trend, "id")):
        assert "\u202e" not in output
        assert "alert(1)" in output


def test_no_cell_of_the_table_is_a_formula() -> None:
    bad = Text("=HYPERLINK(1)", "@x")
    rubric = a_rubric(a_stage(an_indicator(a_criterion("A", text=bad), title=bad)))
    trend = follow([a_result(rubric, {"A": yes()}), a_result(rubric, {"A": yes(0)})])
    text = gap_csv(trend, "id")
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    assert rows[1][4] == "'=HYPERLINK(1)"
    assert len({len(row) for row in rows}) == 1
    assert rows[1][12:14] == ["-100", "-100"]


@pytest.mark.parametrize(("trend", "name"), [(PAIR, "comparison"), (SERIES, "trend")])
def test_what_is_saved_fits_its_published_schema(trend: Trend, name: str) -> None:
    schema = json.loads((reports_folder() / f"{name}.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    validator.validate(json.loads(gap_json(trend)))


def test_the_published_schemas_are_current(golden: Golden) -> None:
    for name, schema in (("comparison", comparison_schema()), ("trend", trend_schema())):
        golden(f"../../reports/{name}.schema.json", json.dumps(schema, indent=2) + "\n")


@settings(max_examples=50)
@given(results(2023), results(2024))
def test_printed_rows_add_up(old: Assessment, new: Assessment) -> None:
    drawn = prepare_gap(follow([old, new]), "en")
    levels = [
        (p.before, p.after, p.moved, *p.effects) for p in (row.points for row in drawn.levels)
    ]
    for numbers in (*levels, *(row.numbers for row in drawn.rows)):
        _adds_up(numbers)
    assert number(drawn.sum.low) == sum(number(one.low) for one in drawn.effects)
    assert number(drawn.sum.high) == sum(number(one.high) for one in drawn.effects)
    assert drawn.effects[0].low == drawn.effects[0].high  # what is certain is so at both ends


def test_nine_informative_years_look_like_it() -> None:
    trend = follow([published("95", year) for year in range(2016, 2025)])
    drawn = view(trend).trend
    assert drawn is not None
    assert drawn.streak == "Informatif 9 kali berturut-turut sejak 2016."


def test_what_was_never_mended_is_told_since_when() -> None:
    asked = {
        year: a_rubric(
            a_stage(an_indicator(a_criterion("A"), a_criterion("B"))), id=f"u-{year}", year=year
        )
        for year in (2022, 2023, 2024)
    }
    judged = {
        2022: {"A": yes(0), "B": yes()},
        2023: {"A": yes(0), "B": yes(0)},
        2024: {"A": yes(0), "B": yes(0)},
    }
    drawn = view(follow([a_result(asked[year], judged[year]) for year in asked]))
    (carried,) = (section for section in drawn.sections if section.id == "carried")
    assert {entry.id: entry.notes[0] for entry in carried.entries} == {
        "A": "Belum ditindaklanjuti sejak 2022.",
        "B": "Belum ditindaklanjuti sejak 2023.",
    }


def _adds_up(numbers: tuple[str, ...]) -> None:
    before, after, moved, *effects = map(number, numbers)
    assert after - before == moved
    assert sum(effects) == moved


def number(printed: str) -> Fraction:
    return Fraction(printed.replace("−", "-").replace("+", "").replace(",", "."))
