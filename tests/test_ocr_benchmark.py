"""The benchmark of two OCR engines: its damage leaves pages, and its tables say what rows say."""

import random

import pytest

from benchmarks.ocr_damage import ANY_DEGREE, DAMAGES, Damage
from benchmarks.ocr_errors import Errors
from benchmarks.ocr_second import Reading, Row, tables_of
from tests.evidence.ocr.pages import sheet

TABLES = """\
| confidence of the first reading | pages | words lost by it | with the second | phrases lost by it | with the second |
|---|---|---|---|---|---|
| under 80, or none | 2 | 80.0 % | 10.0 % | 90.0 % | 20.0 % |
| 80 and more, not surely | 1 | 20.0 % | 5.0 % | 40.0 % | 10.0 % |
| surely, and whole | 1 | 1.0 % | 1.0 % | 2.0 % | 2.0 % |
| all | 4 | 45.2 % | 6.5 % | 55.5 % | 13.0 % |

| confidence at least | read by | pages | words lost, median | 90 % | over 14 % | over 30 % |
|---|---|---|---|---|---|---|
| 80 | the first alone | 2 of 3 | 10.5 % | 18.1 % | 1 | 0 |
| 80 | both | 3 of 4 | 5.0 % | 9.0 % | 0 | 0 |
| 80 | both, where the second read | 2 of 3 | 7.5 % | 9.5 % | 0 | 0 |
| 85 | both | 3 of 4 | 5.0 % | 9.0 % | 0 | 0 |
| 85 | both, where the second read | 2 of 3 | 7.5 % | 9.5 % | 0 | 0 |
| 90 | both | 2 of 4 | 5.5 % | 9.1 % | 0 | 0 |

CPU seconds a page: first 2.0, second look 0.5 (1 pages), second reading 4.0 (3 pages)"""


def read(lost: float, confidence: int) -> Reading:
    return Reading(Errors(lost, lost, lost, 2 * lost), confidence)


def row(first: Reading | None, kept: Reading, *, sure: bool = False) -> Row:
    return Row(
        page=0,
        damage="blur",
        first=first,
        sure=sure,
        second=None if sure else kept,
        kept=kept,
        first_cpu=2.0,
        second_cpu=0.5 if sure else 4.0,
    )


def test_the_tables_say_what_the_second_reading_is_worth() -> None:
    poor = Reading(Errors(0.6, 0.6, 0.6, 0.8), 40)
    rows = [
        row(None, read(0.1, 91)),
        row(poor, read(0.1, 70)),
        row(read(0.2, 82), read(0.05, 88)),
        row(read(0.01, 95), read(0.01, 95), sure=True),
    ]
    assert tables_of(rows) == TABLES


@pytest.mark.parametrize("damage", [*DAMAGES.values(), *ANY_DEGREE.values()])
def test_damage_leaves_a_page_in_grey(damage: Damage) -> None:
    page = sheet().resize((400, 560))
    worse = damage(page, random.Random(3))
    assert worse.mode == "L"
    assert min(worse.size) >= 400
    assert worse.tobytes() != page.tobytes()
