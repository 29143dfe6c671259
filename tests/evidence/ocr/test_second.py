"""When a page is read a second time, and what is asked of the second engine."""

import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PIL import Image, ImageDraw

from emonev.evidence.limits import Limits
from emonev.evidence.ocr import Engine, rapidocr, righted
from emonev.evidence.ocr.layout import Box, SeenWord
from emonev.evidence.ocr.picture import GreyPage
from emonev.evidence.ocr.request import RecogniseRequest
from emonev.evidence.ocr.rest import share_left
from emonev.evidence.ocr.second import read_again, second_look
from emonev.evidence.recognised import RecognisedLine, RecognisedPage
from emonev.model.facts import Problem
from tests.evidence.ocr.pages import saved

ENGINE = Engine(name="rapidocr", program="/nowhere", language="latin")
SIZE = (1000, 1400)
LINES = [Box(100, 100 + 100 * n, 900, 140 + 100 * n) for n in range(10)]


class Networks:
    """An engine that sees type where it is told to, and notes what it is asked."""

    def __init__(self, seen: list[Box], words: int = 10) -> None:
        self.seen, self.words, self.asked = seen, words, list[str]()

    def boxes_of(self, _: Image.Image) -> list[Box]:
        self.asked.append("look")
        return self.seen

    def words_of(self, *_: object) -> list[SeenWord]:
        self.asked.append("read")
        return [
            SeenWord("informasi publik", 97.0, box, 0, n)
            for n, box in enumerate(LINES[: self.words])
        ]


@pytest.fixture
def look(monkeypatch: pytest.MonkeyPatch) -> Callable[..., RecognisedPage]:
    def look_at(networks: Networks, first: RecognisedPage | None) -> RecognisedPage:
        monkeypatch.setattr(rapidocr, "boxes_of", networks.boxes_of)
        monkeypatch.setitem(righted._READ, "rapidocr", networks.words_of)
        monkeypatch.setattr(Engine, "describe", lambda _: "rapidocr 3 latin")
        return second_look(ENGINE, GreyPage(a_page(), 2.0), first, time.monotonic() + 60)

    return look_at


def a_page() -> Image.Image:
    page = Image.new("L", SIZE, 255)
    draw = ImageDraw.Draw(page)
    for box in LINES:
        draw.rectangle((box.left, box.top, box.right, box.bottom), fill=0)
    return page


def first_reading(lines: int, confidence: int = 95, certain: int = 400) -> RecognisedPage:
    width, height = SIZE
    read = tuple(
        RecognisedLine(
            "informasi publik",
            confidence,
            box.left / width,
            box.top / height,
            (box.right - box.left) / width,
            box.height / height,
            11,
        )
        for box in LINES[:lines]
    )
    return RecognisedPage(
        engine="tesseract 5 ind", lines=read, confidence=confidence, certain=certain
    )


def test_a_page_that_was_read_surely_and_whole_is_looked_at_only(
    look: Callable[..., RecognisedPage],
) -> None:
    networks = Networks(LINES)
    answer = look(networks, first_reading(10))
    assert (answer.engine, answer.text) == ("", "")
    assert len(answer.pixels) == 64
    assert networks.asked == ["look"]


def test_type_that_was_passed_over_is_read(look: Callable[..., RecognisedPage]) -> None:
    networks = Networks(LINES)
    answer = look(networks, first_reading(8))
    assert networks.asked == ["look", "read"]
    assert (answer.engine, answer.confidence) == ("rapidocr 3 latin", 97)
    assert len(answer.lines) == 10
    assert answer.left == 0


@pytest.mark.parametrize(
    "first", [first_reading(10, confidence=89), first_reading(10, certain=39)], ids=["low", "few"]
)
def test_what_was_not_read_surely_is_read_without_another_look(
    look: Callable[..., RecognisedPage], first: RecognisedPage
) -> None:
    networks = Networks(LINES)
    assert look(networks, first).text
    assert networks.asked == ["read"]


def test_a_page_on_which_the_first_engine_failed_is_read(
    look: Callable[..., RecognisedPage],
) -> None:
    assert look(Networks(LINES), None).certain == 160


def test_where_hardly_anything_is_read_the_other_ways_up_are_tried(
    look: Callable[..., RecognisedPage],
) -> None:
    networks = Networks(LINES, words=1)
    look(networks, first_reading(2, confidence=30))
    assert networks.asked.count("read") > 4


def test_ink_outside_the_lines_is_told(look: Callable[..., RecognisedPage]) -> None:
    assert look(Networks(LINES, words=5), first_reading(2, confidence=30)).left == 0.5


def test_faint_ink_is_ink_and_a_page_without_any_has_none_left() -> None:
    page = Image.new("L", (400, 400), 255)
    assert share_left(page, []) == 0
    ImageDraw.Draw(page).rectangle((100, 100, 199, 199), fill=225)
    assert share_left(page, []) == 1
    word = SeenWord("pudar", 90, Box(100, 100, 199, 199), 0, 0)
    assert share_left(page, [word]) == 0


def test_a_page_that_cannot_be_drawn_says_so(tmp_path: Path) -> None:
    path = saved(tmp_path, a_page())
    path.write_bytes(path.read_bytes()[:900])
    asked = RecogniseRequest(engine=ENGINE, page=0, first=first_reading(10))
    facts, page = read_again(path, "png", Limits(), msgspec.msgpack.encode(asked))
    assert page is None
    assert isinstance(facts.problem, Problem)
    assert facts.problem.code == "damaged"
