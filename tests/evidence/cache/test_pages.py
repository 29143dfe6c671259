"""What OCR read, kept in the cache: by page, by pixels, sealed, and dropped with its engine's release."""

import sqlite3
from pathlib import Path

from emonev.evidence.cache import CACHE_PLACE, Cache, PageRead, open_cache

CONTENT = ("a" * 64, "pdf")
OTHER = ("b" * 64, "pdf")
FIRST = PageRead(0, "pixels 1", "", b"words")
FAILED = PageRead(2, "", "time-limit", b"")


def keep(cache: Cache, edition: str = "tesseract x 60") -> None:
    cache.pages.keep(edition, [(CONTENT, FAILED), (CONTENT, FIRST)])


def test_pages_are_found_again_in_their_order_and_those_that_failed_too(tmp_path: Path) -> None:
    with open_cache(tmp_path) as cache:
        keep(cache)
    with open_cache(tmp_path) as cache:
        assert cache.pages.of("tesseract x 60", CONTENT) == [FIRST, FAILED]
        assert cache.pages.problems("tesseract x 60") == {CONTENT: {0: "", 2: "time-limit"}}
        assert cache.pages.of("tesseract x 60", OTHER) == []
        assert cache.pages.problems("tesseract y 60") == {}


def test_a_page_is_known_by_its_pixels_unless_it_failed(tmp_path: Path) -> None:
    with open_cache(tmp_path) as cache:
        keep(cache)
        assert cache.pages.same_pixels("tesseract x 60", "pixels 1") == FIRST
        assert cache.pages.same_pixels("tesseract x 60", "pixels 2") is None
        assert cache.pages.same_pixels("tesseract y 60", "pixels 1") is None


def test_an_earlier_release_of_the_engine_is_dropped_and_other_engines_are_not(
    tmp_path: Path,
) -> None:
    with open_cache(tmp_path) as cache:
        for edition in ("tesseract old 60", "tesseract new 60", "rapidocr old 60"):
            keep(cache, edition)
        cache.pages.forget_other_releases("tesseract", "tesseract new 60")
        kept = {
            e
            for e in ("tesseract old 60", "tesseract new 60", "rapidocr old 60")
            if cache.pages.problems(e)
        }
        assert kept == {"tesseract new 60", "rapidocr old 60"}


def test_facts_with_ocr_belong_to_the_release_of_the_readers_that_they_begin_with(
    tmp_path: Path,
) -> None:
    with open_cache(tmp_path) as cache:
        for edition in ("old", "old+1", "new", "new+1", "new+2"):
            cache.readings.keep(edition, [(CONTENT, edition.encode(), b"text")])
        cache.readings.forget_other_editions("new")
        assert cache.readings.facts("old+1", CONTENT) is None
        cache.readings.forget_earlier([("new", "new+2", CONTENT)])
        left = [e for e in ("new", "new+1", "new+2") if cache.readings.facts(e, CONTENT)]
        assert left == ["new", "new+2"]
        assert cache.readings.text("new+1", CONTENT) is None


def test_words_that_somebody_changed_are_not_believed(tmp_path: Path) -> None:
    with open_cache(tmp_path) as cache:
        keep(cache)
    database = sqlite3.connect(tmp_path / CACHE_PLACE)
    database.execute("UPDATE recognised SET answer = ? WHERE page = 0", (b"other words",))
    database.commit()
    database.close()
    with open_cache(tmp_path) as cache:
        assert cache.pages.of("tesseract x 60", CONTENT) == []
        assert cache.notices
