"""An engine for tests: it "reads" what a JSON file beside the workspace says stands on each page."""

import hashlib
import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from msgspec import Struct
from PIL import Image, ImageDraw

from emonev.evidence import ocr
from emonev.evidence.limits import Limits
from emonev.evidence.ocr import Engine
from emonev.evidence.ocr.request import RecogniseRequest
from emonev.evidence.recognised import RecognisedLine, RecognisedPage
from emonev.evidence.recognition import reading, second
from emonev.model.facts import Facts, Problem
from emonev.model.text import Text

WORDS = "EMONEV_TEST_WORDS"
ENGINE = Engine(name="tesseract", program="/nowhere", language="ind", edition="satu")
NAME = "tesseract 5 ind"
SECOND = Engine(name="rapidocr", program="/nowhere", language="latin", edition="dua")
TASK = f"{__name__}:recognise_page"
SECOND_TASK = f"{__name__}:read_again"
BETWEEN = "//"  # what one engine reads on a page, and what the other

Words = dict[str, list[str]]


def recognise_page(
    path: Path, format_: str, limits: Limits, request: bytes
) -> tuple[Facts, Struct | None]:
    """Return the words given for a page; "!hang" and its like are done instead."""
    asked = msgspec.msgpack.decode(request, type=RecogniseRequest)
    return _answer(_words_on(path, asked.page).split(BETWEEN)[0], path, format_, asked)


def read_again(
    path: Path, format_: str, limits: Limits, request: bytes
) -> tuple[Facts, Struct | None]:
    """Return the words given for the second engine; without any it finds nothing amiss."""
    asked = msgspec.msgpack.decode(request, type=RecogniseRequest)
    _, _, words = _words_on(path, asked.page).partition(BETWEEN)
    if not words:
        return Facts(format=format_), RecognisedPage(engine="", pixels=_pixels(path, asked.page))
    return _answer(words, path, format_, asked)


def _answer(
    told: str, path: Path, format_: str, asked: RecogniseRequest
) -> tuple[Facts, Struct | None]:
    words, _, sure = told.partition("@")
    if words == "!hang":
        time.sleep(600)
    if words == "!fail":
        problem = Problem("time-limit", Text("habis", "over"))
        return Facts(format=format_, problem=problem), None
    if words == "!gone":
        problem = Problem("unreadable", Text("tidak ada", "not there"))
        return Facts(format=format_, problem=problem), None
    if words == "!nonsense":
        return Facts(format=format_), Text("bukan halaman", "no page")
    return Facts(format=format_), RecognisedPage(
        engine=f"{asked.engine.name} {asked.engine.edition} {asked.engine.language}",
        text=words,
        lines=tuple(_line(text, place) for place, text in enumerate(words.split("\n"))),
        confidence=int(sure or 93),
        certain=len(words) * 10,
        turned=180 if "terbalik" in words else 0,
        pixels=_pixels(path, asked.page),
    )


def digest_page(
    path: Path, format_: str, limits: Limits, request: bytes
) -> tuple[Facts, RecognisedPage | None]:
    """Return what a page looks like: pages with the same words look the same."""
    asked = msgspec.msgpack.decode(request, type=RecogniseRequest)
    return Facts(format=format_), RecognisedPage(engine="", pixels=_pixels(path, asked.page))


def install(
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    words: Words,
    engine: Engine | None = ENGINE,
    other: Engine | None = None,
) -> None:
    """Let these be the engines that are found, and let them read these words."""
    place = folder / "words.json"
    place.write_text(json.dumps(words), encoding="utf-8")
    monkeypatch.setenv(WORDS, str(place))
    monkeypatch.setattr(ocr, "find_engine", _found(engine))
    monkeypatch.setattr(ocr, "find_second", lambda choice, _: other if choice == "auto" else None)
    monkeypatch.setattr(Engine, "describe", lambda _: NAME)
    monkeypatch.setattr(Engine, "memory", 0)
    monkeypatch.setattr(reading, "TASK", TASK)
    monkeypatch.setattr(second, "SECOND_TASK", SECOND_TASK)
    monkeypatch.setattr(reading, "_DIGEST", f"{__name__}:digest_page")


def a_scan(path: Path, pages: int = 1) -> Path:
    """Make a PDF whose pages are pictures, each another."""
    path.parent.mkdir(parents=True, exist_ok=True)
    drawn = [_drawn(path.name, number) for number in range(pages)]
    drawn[0].save(path, format="PDF", save_all=True, append_images=drawn[1:])
    return path


def _found(engine: Engine | None) -> Callable[[str], Engine | None]:
    return lambda choice: None if choice == "off" else engine


def _drawn(name: str, number: int) -> Image.Image:
    picture = Image.new("L", (420, 594), 255)
    draw = ImageDraw.Draw(picture)
    seed = hashlib.sha256(f"{name} {number}".encode()).digest() * 40
    for place, value in enumerate(seed):
        left, top = place % 40 * 10, place // 40 * 18
        draw.rectangle((left, top, left + 8, top + 14), fill=value)
    return picture


def _line(text: str, place: int) -> RecognisedLine:
    return RecognisedLine(text, 93, 0.25, 0.1 + 0.05 * place, 0.5, 0.02, 14.0 if place == 0 else 11)


def _words_on(path: Path, page: int) -> str:
    words: Words = json.loads(Path(os.environ[WORDS]).read_text(encoding="utf-8"))
    return words[path.name][page]


def _pixels(path: Path, page: int) -> str:
    return hashlib.sha256(_words_on(path, page).encode()).hexdigest()
