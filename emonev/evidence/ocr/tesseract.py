"""Tesseract: given a page through a pipe, it answers with a table of words."""

import io
import re
import subprocess
import time
from collections.abc import Iterator
from itertools import groupby

from msgspec import structs
from PIL import Image

from emonev.evidence.ocr.child import answer_of
from emonev.evidence.ocr.engine import Engine
from emonev.evidence.ocr.layout import Box, SeenWord, confidence_of
from emonev.evidence.ocr.markers import with_markers
from emonev.evidence.ocr.rest import has_more, without_words
from emonev.evidence.readers.problems import CannotReadError, cannot
from emonev.language import say
from emonev.model.text import Text

_TURN = re.compile(rb"^Rotate: (0|90|180|270)\s*$", re.MULTILINE)
_WORD = "5"  # the level of words in the table
_COLUMNS = 12
_LEAST_SIDE = 200  # pixels
_LEAST_DPI, _MOST_DPI = 100, 300  # beyond, it takes letters for specks or for pictures
# docs/ocr.md has the figures. Its own search for tables tears them row from row: of the runs of
# three words on pages with tables it lost half, without it a twentieth. Sauvola's threshold sees
# ink under stamps and grain; releases before 5 do not know it and go on without.
_SETTINGS = (
    *("--oem", "1"),
    *("-c", "textord_tabfind_find_tables=0"),
    *("-c", "thresholding_method=2"),
    *("-c", "tessedit_create_tsv=1"),
)
_PAGE, _SCATTERED = ("--psm", "3"), ("--psm", "11")
_CERTAIN = 60  # scattered lines are believed from here on: the rest of a page is full of specks
_LETTERS = re.compile(r"[^\W\d_]{2}")

_NOT_STARTED = Text(
    "Tesseract tidak dapat dijalankan di {program}; pasang ulang, lalu periksa dengan emonev doctor.",
    "Tesseract could not be started at {program}; install it again and check with emonev doctor.",
)
_FAILED = Text(
    "Tesseract berhenti karena isi halaman ({cause}); pindai ulang halaman itu.",
    "Tesseract broke down over the page ({cause}); scan the page again.",
)


def words_of(engine: Engine, image: Image.Image, dpi: int, seconds: float) -> list[SeenWord]:
    """Return the words of an upright page in reading order, and after them those in its charts."""
    until = time.monotonic() + seconds
    words = with_markers(_read(engine, image, dpi, seconds, *_PAGE))
    rest = without_words(image, words)
    if not has_more(image, rest):
        return words
    more = _read(engine, rest, dpi, until - time.monotonic(), *_SCATTERED)
    last = max((word.block for word in words), default=0)
    return words + [structs.replace(word, block=word.block + last) for word in _believed(more)]


def _believed(words: list[SeenWord]) -> Iterator[SeenWord]:
    """Yield the words of those lines that are not specks: whole, so that phrases stay together."""
    for _, members in groupby(words, key=lambda word: (word.block, word.line)):
        line = list(members)
        if confidence_of(line) >= _CERTAIN and any(_LETTERS.search(word.text) for word in line):
            yield from line


def _read(
    engine: Engine, image: Image.Image, dpi: int, seconds: float, *how: str
) -> list[SeenWord]:
    table = _asked(engine, image, dpi, seconds, "-l", engine.language, *how, *_SETTINGS)
    return list(read_table(table.decode("utf-8", "replace")))


def turn_of(engine: Engine, image: Image.Image, dpi: int, seconds: float) -> int | None:
    """Return by how many degrees clockwise to turn a page; None where it has too little text."""
    try:
        told = _asked(engine, image, dpi, seconds, "--psm", "0")
    except CannotReadError:
        return None  # older releases fail where there is too little text
    found = _TURN.search(told)
    return int(found[1]) if found else None


def read_table(table: str) -> Iterator[SeenWord]:
    """Yield the words of Tesseract's table; rows that are not as they should be are left out."""
    for row in table.splitlines():
        cells = row.split("\t", _COLUMNS - 1)
        if len(cells) == _COLUMNS and cells[0] == _WORD and (word := _word(cells)):
            yield word


def _word(cells: list[str]) -> SeenWord | None:
    _, _, block, paragraph, line, _, left, top, width, height, confidence, text = cells
    try:
        sure = float(confidence)
        x, y, across, down = int(left), int(top), int(width), int(height)
        place = int(block), int(paragraph) * 10_000 + int(line)
    except (ValueError, OverflowError):
        return None
    if not text.strip() or not 0 <= sure <= 100 or min(x, y) < 0 or min(across, down) <= 0:
        return None
    return SeenWord(text.strip(), sure, Box(x, y, x + across, y + down), *place)


def _asked(engine: Engine, image: Image.Image, dpi: int, seconds: float, *options: str) -> bytes:
    command = [engine.program, "stdin", "stdout", "--tessdata-dir", engine.data]
    command += ["--dpi", str(min(_MOST_DPI, max(_LEAST_DPI, dpi))), *options]
    try:
        return answer_of(command, _as_file(image), seconds)
    except subprocess.CalledProcessError as error:
        raise cannot("crashed", say(_FAILED, cause=f"exit {error.returncode}")) from error
    except OSError as error:
        raise cannot("unreadable", say(_NOT_STARTED, program=engine.program)) from error


def _as_file(image: Image.Image) -> bytes:
    """Return a PNG that is not compressed: every build of Tesseract reads it, from memory."""
    made = io.BytesIO()
    _with_room(image).save(made, "PNG", compress_level=0)
    return made.getvalue()


def _with_room(image: Image.Image) -> Image.Image:
    """Return a picture no smaller than the threshold's window, for want of which Tesseract fails."""
    if min(image.size) >= _LEAST_SIDE:
        return image
    sheet = Image.new("L", (max(image.width, _LEAST_SIDE), max(image.height, _LEAST_SIDE)), 255)
    sheet.paste(image)
    return sheet
