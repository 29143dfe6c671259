"""When a page is asked which way up it stands, and what is kept of the attempts."""

import subprocess
import time
from collections.abc import Callable

import pytest
from PIL import Image

from emonev.evidence.ocr import Engine, righted, tesseract
from emonev.evidence.ocr.layout import Box, SeenWord
from emonev.evidence.ocr.picture import GreyPage
from emonev.evidence.ocr.righted import Attempt, read_upright
from tests.evidence.ocr.pages import sheet

ENGINE = Engine(name="tesseract", program="", language="ind", turns=True)


class Page:
    """A page that reads well one way up only, and notes how often it was read and asked."""

    def __init__(self, stands: int, told: int | None, poor: float = 30.0) -> None:
        self.stands, self.told, self.poor = stands, told, poor
        self.grey = GreyPage(sheet().resize((400, 560)).rotate(stands, expand=True), 0.5)
        self.read, self.asked = 0, 0

    def words_of(self, _: Engine, image: Image.Image, *__: object) -> list[SeenWord]:
        self.read += 1
        upright = sheet().resize((400, 560))
        sure = 95.0 if _same(image, upright) else self.poor
        return [SeenWord("informasi", sure, Box(0, 0, 90, 20), 1, line) for line in range(9)]

    def turn_of(self, *_: object) -> int | None:
        self.asked += 1
        return self.told


class SlowPage(Page):
    """A page for which there is time once."""

    def words_of(self, engine: Engine, image: Image.Image, *rest: object) -> list[SeenWord]:
        if self.read:
            raise subprocess.TimeoutExpired("tesseract", 1)
        return super().words_of(engine, image, *rest)


def _same(one: Image.Image, other: Image.Image) -> bool:
    small = [image.resize((40, 56)).tobytes() for image in (one, other)]
    return one.size == other.size and sum(abs(a - b) for a, b in zip(*small, strict=True)) < 20_000


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Callable[[Page], Attempt]:
    def read_page(page: Page) -> Attempt:
        monkeypatch.setitem(righted._READ, "tesseract", page.words_of)
        monkeypatch.setattr(tesseract, "turn_of", page.turn_of)
        return read_upright(ENGINE, page.grey, time.monotonic() + 60)

    return read_page


def test_a_page_that_reads_well_is_read_once_and_never_asked(
    read: Callable[[Page], Attempt],
) -> None:
    page = Page(stands=0, told=180)
    assert read(page).turned == 0
    assert (page.read, page.asked) == (1, 0)


@pytest.mark.parametrize("stands", [90, 180, 270])
def test_a_turned_page_is_turned_as_the_engine_says(
    read: Callable[[Page], Attempt], stands: int
) -> None:
    page = Page(stands=stands, told=stands)
    assert read(page).turned == stands
    assert page.asked == 1


@pytest.mark.parametrize(("stands", "told"), [(180, 0), (180, None), (90, 270), (270, 90)])
def test_a_page_that_reads_badly_is_tried_the_other_way_up_whatever_the_engine_says(
    read: Callable[[Page], Attempt], stands: int, told: int | None
) -> None:
    assert read(Page(stands=stands, told=told)).turned == stands


def test_a_poor_scan_stays_as_it_is(read: Callable[[Page], Attempt]) -> None:
    page = Page(stands=180, told=0, poor=70)
    assert read(page).turned == 0
    assert page.read == 1


def test_when_time_runs_out_the_first_attempt_is_kept(
    read: Callable[[Page], Attempt],
) -> None:
    attempt = read(SlowPage(stands=180, told=180))
    assert (attempt.turned, len(attempt.words)) == (0, 9)
