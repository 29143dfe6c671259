"""How well and how fast the OCR engines read: pages of real documents whose text is known.

Each page is drawn from its PDF, made worse as scanners, phones and stamps do, read as `emonev
score` reads it, and compared with the text layer of the PDF. Nothing of the documents is kept:
the rows hold figures only.
"""

import argparse
import random
import resource
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest
from pathlib import Path

import msgspec
from msgspec import Struct
from PIL import Image

from benchmarks.ocr_damage import DAMAGES
from benchmarks.ocr_errors import Errors, errors_of
from benchmarks.ocr_tables import tables_of
from emonev.evidence.limits import Limits
from emonev.evidence.ocr import Engine, find_engine
from emonev.evidence.ocr.layout import confidence_of, text_of
from emonev.evidence.ocr.picture import GreyPage, picture_of
from emonev.evidence.ocr.righted import read_upright
from emonev.evidence.readers import pdf_document as document
from emonev.evidence.readers.pdf_page import see_page
from emonev.model.facts import Problem

_DPIS = (100, 150, 200, 300)
_DAMAGED_AT = 200
_FEWEST, _MOST = 600, 4_000  # characters of a page that is worth reading
_SEED = 6
_SECONDS = 300.0


class Row(Struct, frozen=True, kw_only=True):
    """One page read once."""

    engine: str
    page: int  # its number among the pages measured
    dpi: int
    damage: str
    errors: Errors
    confidence: int
    turned: int
    skew: float
    cpu: float


def main() -> None:
    asked = _asked()
    if asked.pages:
        _measure(asked)
    print(tables_of(list(_kept(asked.rows))))


def _measure(asked: argparse.Namespace) -> None:
    engines = [engine for name in asked.engine if (engine := find_engine(name))]
    pages = sorted(chosen(asked.realdocs, asked.pages))
    print(f"{len(pages)} pages of {len({path for path, _ in pages})} documents", file=sys.stderr)
    with asked.rows.open("ab") as rows:
        for row in _measured(engines, pages, asked.damage):
            rows.write(msgspec.json.encode(row) + b"\n")
            rows.flush()


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--realdocs", type=Path, default=Path(), help="a folder of PDFs with text")
    parser.add_argument("--pages", type=int, default=24, help="how many pages (0: only tables)")
    parser.add_argument("--engine", nargs="+", default=["tesseract", "rapidocr"])
    parser.add_argument("--damage", nargs="*", default=list(DAMAGES), choices=[*DAMAGES, "none"])
    parser.add_argument("--rows", type=Path, default=Path("benchmarks/work/ocr.jsonl"))
    return parser.parse_args()


def _kept(rows: Path) -> Iterator[Row]:
    decoder = msgspec.json.Decoder(Row)
    yield from (decoder.decode(line) for line in rows.read_bytes().splitlines())


def chosen(folder: Path, most: int) -> list[tuple[Path, int]]:
    """Return pages that have a text layer and no picture behind it, from as many files as can be."""
    chance = random.Random(_SEED)
    files = [list(_readable(path)) for path in sorted(folder.rglob("*.pdf"))]
    chance.shuffle(files)
    for pages in files:
        chance.shuffle(pages)
    rounds = (page for turn in zip_longest(*files) for page in turn if page)
    return list(islice(rounds, most))


def _readable(path: Path) -> Iterator[tuple[Path, int]]:
    with document.opened(path.read_bytes()) as handle:
        if isinstance(handle, Problem):
            return
        for number in range(document.page_count(handle)):
            with document.page_of(handle, number) as (page, text_page):
                seen = see_page(handle, page, text_page, number)
            odd = seen.hidden or seen.turned or seen.garbled or seen.page.has_picture
            if not odd and _FEWEST <= seen.page.characters <= _MOST:
                yield path, number


def text_layer(path: Path, number: int) -> str:
    with (
        document.opened(path.read_bytes()) as handle,
        document.page_of(handle, number) as (page, text_page),
    ):
        return see_page(handle, page, text_page, number).text


def _measured(
    engines: Sequence[Engine], pages: Sequence[tuple[Path, int]], damages: Iterable[str]
) -> Iterator[Row]:
    for number, (path, page) in enumerate(pages):
        text = text_layer(path, page)
        for dpi, damage in [
            *((dpi, "none") for dpi in _DPIS),
            *((_DAMAGED_AT, d) for d in damages),
        ]:
            grey = picture_of(path, "pdf", page, Limits(), dpi=dpi)
            worse = _worse(grey, damage, number)
            for engine in engines:
                yield _row(engine, worse, text, number, dpi, damage)


def _worse(grey: GreyPage, damage: str, number: int) -> GreyPage:
    if damage == "none":
        return grey
    image: Image.Image = DAMAGES[damage](grey.image, random.Random(number))
    return GreyPage(image, grey.per_point)


def _row(engine: Engine, grey: GreyPage, text: str, number: int, dpi: int, damage: str) -> Row:
    begun = cpu()
    read = read_upright(engine, grey, time.monotonic() + _SECONDS)
    return Row(
        engine=f"{engine.name} {engine.language}",
        page=number,
        dpi=dpi,
        damage=damage,
        errors=errors_of(text, text_of(read.words)),
        confidence=confidence_of(read.words),
        turned=read.turned,
        skew=read.lean,
        cpu=round(cpu() - begun, 3),
    )


def cpu() -> float:
    """Return the CPU seconds of this process and of all its children that have ended."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


if __name__ == "__main__":
    main()
