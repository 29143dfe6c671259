"""What a second engine is worth: pages of known text, damaged in every degree and read by both.

Each page is read by Tesseract and looked at again by RapidOCR, as `emonev score --ocr auto` has it
read, and the better reading is kept; the tables tell how many words each of them lost, and what
its confidence was worth. Nothing of the documents is kept: the rows hold figures only.
"""

import argparse
import random
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import mean, median, quantiles

import msgspec
from msgspec import Struct

from benchmarks.ocr import chosen, cpu, text_layer
from benchmarks.ocr_damage import ANY_DEGREE
from benchmarks.ocr_errors import Errors, errors_of
from emonev.evidence.limits import Limits
from emonev.evidence.ocr import Engine, find_engine, find_second
from emonev.evidence.ocr.page import page_of
from emonev.evidence.ocr.picture import GreyPage, picture_of
from emonev.evidence.ocr.righted import read_upright
from emonev.evidence.ocr.second import second_look
from emonev.evidence.recognised import RecognisedPage
from emonev.evidence.recognition.better import better_of
from emonev.model.facts import LOW_CONFIDENCE

_SECONDS = 60.0  # as in a run
_MUCH_LOST = 0.14  # what no page with enough confidence lost in the first table of docs/ocr.md

_HEAD = (
    "| confidence of the first reading | pages | words lost by it | with the second | phrases lost "
    "by it | with the second |\n|---|---|---|---|---|---|"
)
_SURE_HEAD = (
    "| confidence at least | read by | pages | words lost, median | 90 % | over 14 % | over 30 % |\n"
    "|---|---|---|---|---|---|---|"
)


class Reading(Struct, frozen=True):
    """How a page was read: its errors, and how sure the reading was."""

    errors: Errors
    confidence: int


class Row(Struct, frozen=True, kw_only=True):
    """One page read by both; `second` is None where it only looked."""

    page: int
    damage: str
    first: Reading | None  # None where the engine failed
    sure: bool
    second: Reading | None
    kept: Reading
    first_cpu: float
    second_cpu: float


def main() -> None:
    asked = _asked()
    if asked.rounds:
        with asked.rows.open("ab") as rows:
            for row in _measured(asked):
                rows.write(msgspec.json.encode(row) + b"\n")
                rows.flush()
    print(tables_of(list(_kept(asked.rows))))


def tables_of(rows: Sequence[Row]) -> str:
    """Return what is lost before and after, what confidence is worth, and what it costs."""
    parts = [[_HEAD, *_gains(rows)], [_SURE_HEAD, *_worth(rows)], [_cost(rows)]]
    return "\n\n".join("\n".join(part) for part in parts)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--realdocs", type=Path, default=Path(), help="a folder of PDFs with text")
    parser.add_argument("--pages", type=int, default=36, help="how many pages")
    parser.add_argument("--rounds", type=int, default=4, help="how often each (0: only tables)")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--rows", type=Path, default=Path("benchmarks/work/ocr_second.jsonl"))
    return parser.parse_args()


def _kept(rows: Path) -> Iterator[Row]:
    decoder = msgspec.json.Decoder(Row)
    yield from (decoder.decode(line) for line in rows.read_bytes().splitlines())


def _measured(asked: argparse.Namespace) -> Iterator[Row]:
    first = find_engine("auto")
    second = first and find_second("auto", first)
    if first is None or second is None:
        raise SystemExit("needs Tesseract and RapidOCR")
    pages = sorted(chosen(asked.realdocs, asked.pages))
    for turn in range(asked.rounds):
        for number, (path, page) in enumerate(pages):
            chance = random.Random(f"{asked.seed} {turn} {number}")
            damage = chance.choice(list(ANY_DEGREE))
            grey = picture_of(path, "pdf", page, Limits())
            worse = GreyPage(ANY_DEGREE[damage](grey.image, chance), grey.per_point)
            yield _row(first, second, worse, text_layer(path, page), number, damage)


def _row(
    first: Engine, second: Engine, grey: GreyPage, known: str, number: int, damage: str
) -> Row:
    begun = cpu()
    one = _first(first, grey)
    between = cpu()
    other = second_look(second, grey, one, time.monotonic() + _SECONDS)
    ended = cpu()
    looked_only = not other.engine
    kept = one if looked_only else better_of(one, other)
    assert kept is not None
    return Row(
        page=number,
        damage=damage,
        first=None if one is None else _reading(one, known),
        sure=one is not None and one.is_sure,
        second=None if looked_only else _reading(other, known),
        kept=_reading(kept, known),
        first_cpu=round(between - begun, 2),
        second_cpu=round(ended - between, 2),
    )


def _first(engine: Engine, grey: GreyPage) -> RecognisedPage | None:
    try:
        return page_of(engine, grey, read_upright(engine, grey, time.monotonic() + _SECONDS))
    except subprocess.TimeoutExpired:
        return None


def _reading(page: RecognisedPage, known: str) -> Reading:
    return Reading(errors_of(known, page.text), page.confidence)


def _gains(rows: Sequence[Row]) -> Iterator[str]:
    kinds: dict[str, Callable[[Row], bool]] = {
        f"under {LOW_CONFIDENCE}, or none": lambda row: _sureness(row) < LOW_CONFIDENCE,
        f"{LOW_CONFIDENCE} and more, not surely": lambda row: (
            _sureness(row) >= LOW_CONFIDENCE and not row.sure
        ),
        "surely, type passed over": lambda row: row.sure and row.second is not None,
        "surely, and whole": lambda row: row.sure and row.second is None,
        "all": lambda _: True,
    }
    for name, is_meant in kinds.items():
        if meant := [row for row in rows if is_meant(row)]:
            before = [_errors_before(row) for row in meant]
            after = [row.kept.errors for row in meant]
            cells = (
                name, len(meant), _mean(e.lost for e in before), _mean(e.lost for e in after),
                _mean(e.phrases for e in before), _mean(e.phrases for e in after),
            )  # fmt: skip
            yield "| " + " | ".join(map(str, cells)) + " |"


def _worth(rows: Sequence[Row]) -> Iterator[str]:
    again = [row for row in rows if row.second is not None]
    readings = {
        "the first alone": [row.first for row in rows if row.first],
        "both": [row.kept for row in rows],
        "both, where the second read": [row.kept for row in again],
        "both, where the first had under 80": [
            row.kept for row in again if _sureness(row) < LOW_CONFIDENCE
        ],
    }
    for least in (LOW_CONFIDENCE, 85, 90):
        for name, all_of_them in readings.items():
            lost = [each.errors.lost for each in all_of_them if each.confidence >= least]
            if len(lost) > 1:
                ninety = quantiles(lost, n=10, method="inclusive")[-1]
                cells = (
                    least, name, f"{len(lost)} of {len(all_of_them)}", _share(median(lost)),
                    _share(ninety), sum(each > _MUCH_LOST for each in lost),
                    sum(each > 0.3 for each in lost),
                )  # fmt: skip
                yield "| " + " | ".join(map(str, cells)) + " |"


def _cost(rows: Sequence[Row]) -> str:
    looks = [row.second_cpu for row in rows if row.second is None]
    reads = [row.second_cpu for row in rows if row.second is not None]
    return (
        f"CPU seconds a page: first {mean(row.first_cpu for row in rows):.1f}, second look "
        f"{mean(looks or [0]):.1f} ({len(looks)} pages), second reading {mean(reads or [0]):.1f} "
        f"({len(reads)} pages)"
    )


def _sureness(row: Row) -> int:
    return row.first.confidence if row.first else 0


def _errors_before(row: Row) -> Errors:
    return row.first.errors if row.first else Errors(1.0, 1.0, 1.0, 1.0)


def _mean(values: Iterator[float]) -> str:
    return _share(mean(values))


def _share(value: float) -> str:
    return f"{100 * value:.1f} %"


if __name__ == "__main__":
    main()
