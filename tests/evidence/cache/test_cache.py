import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from emonev.evidence.cache import CACHE_PLACE, Cache, Seen, open_cache

ROOT = Path(__file__).parents[3]
CONTENT = ("a" * 64, "pdf")
SEEN = Seen(81_920, 1_700_000_000_000_000_000, 1_700_000_000_000_000_001, "a" * 64, "pdf")


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    with open_cache(tmp_path) as cache:
        cache.readings.keep(
            "e1", [(CONTENT, b"facts", b"text"), (("b" * 64, "zip"), b"other", None)]
        )
        cache.hashes.keep("k1", [("bukti/2024/x.pdf", SEEN)])
    with open_cache(tmp_path) as cache:
        assert cache.readings.contents("e1") == {CONTENT, ("b" * 64, "zip")}
        assert (cache.readings.facts("e1", CONTENT), cache.readings.text("e1", CONTENT)) == (
            b"facts",
            b"text",
        )
        assert cache.readings.text("e1", ("b" * 64, "zip")) is None
        assert cache.hashes.known("k1") == {"bukti/2024/x.pdf": SEEN}
        assert cache.hashes.known("k2") == {}
        assert cache.notices == ()


def test_another_edition_knows_nothing_and_can_clear_the_old_one(tmp_path: Path) -> None:
    with open_cache(tmp_path) as cache:
        cache.readings.keep("old", [(CONTENT, b"facts", b"text")])
        assert cache.readings.contents("new") == set()
        assert [cache.readings.knows_any(edition) for edition in ("old", "new")] == [True, False]
        cache.readings.keep("new", [(CONTENT, b"new facts", None)])
        cache.readings.forget_other_editions("new")
        assert (cache.readings.contents("old"), cache.readings.text("old", CONTENT)) == (
            set(),
            None,
        )
        assert cache.readings.facts("new", CONTENT) == b"new facts"


def test_names_that_are_no_unicode_are_remembered(tmp_path: Path) -> None:
    with open_cache(tmp_path) as cache:
        cache.hashes.keep("k1", [("bukti/2024/\udcff\n'\".pdf", SEEN)])
        assert cache.hashes.known("k1") == {"bukti/2024/\udcff\n'\".pdf": SEEN}


def damage_with_garbage(place: Path) -> None:
    place.write_bytes(os.urandom(20_000))


def damage_by_truncation(place: Path) -> None:
    place.write_bytes(place.read_bytes()[:5_000])


def damage_in_the_middle(place: Path) -> None:
    content = bytearray(place.read_bytes())
    content[4_096:] = os.urandom(len(content) - 4_096)
    place.write_bytes(content)


def damage_by_foreign_tables(place: Path) -> None:
    with sqlite3.connect(place) as database:
        database.execute("CREATE TRIGGER t AFTER INSERT ON facts BEGIN DELETE FROM facts; END")
    database.close()


def damage_by_emptying(place: Path) -> None:
    place.write_bytes(b"")


@pytest.mark.parametrize(
    "damage",
    [
        damage_with_garbage,
        damage_by_truncation,
        damage_in_the_middle,
        damage_by_foreign_tables,
        damage_by_emptying,
    ],
)
def test_a_damaged_cache_is_made_anew_and_said(tmp_path: Path, damage: object) -> None:
    assert callable(damage)
    with open_cache(tmp_path) as cache:
        cache.readings.keep(
            "e1", [((str(n), "pdf"), b"facts" * 100, b"text" * 100) for n in range(50)]
        )
    damage(tmp_path / CACHE_PLACE)
    with open_cache(tmp_path) as cache:
        cache.readings.contents("e1")
        cache.hashes.known("k1")
        cache.readings.facts("e1", ("7", "pdf"))
        cache.readings.keep("e1", [(CONTENT, b"facts", b"text")])
        assert cache.readings.facts("e1", CONTENT) == b"facts"
        if damage is not damage_by_emptying:
            assert [notice.en for notice in cache.notices] == [
                (
                    "The cache .emonev/cache.sqlite was damaged and is made anew; "
                    "the evidence is read again."
                )
            ]
    with open_cache(tmp_path) as cache:
        assert cache.readings.facts("e1", CONTENT) == b"facts"
        assert cache.notices == ()


def test_a_locked_cache_is_done_without(tmp_path: Path) -> None:
    open_cache(tmp_path).close()
    other = sqlite3.connect(tmp_path / CACHE_PLACE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with Cache(tmp_path / CACHE_PLACE, busy_seconds=0.1) as cache:
            cache.readings.keep("e1", [(CONTENT, b"facts", b"text")])
            assert cache.readings.facts("e1", CONTENT) == b"facts"
            assert [notice.id for notice in cache.notices] == [
                (
                    "Tembolok .emonev/cache.sqlite tidak dapat dipakai (sedang dipakai proses lain); "
                    "bukti dibaca tanpa tembolok."
                )
            ]
    finally:
        other.close()


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / ".emonev").write_text("a file where the folder should be", encoding="utf-8")
    with open_cache(tmp_path) as cache:
        cache.readings.keep("e1", [(CONTENT, b"facts", b"text")])
        assert cache.readings.facts("e1", CONTENT) == b"facts"
        assert "it cannot be written" in cache.notices[0].en


def test_a_read_only_cache_is_done_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_cache(tmp_path).close()
    connect = sqlite3.connect

    def read_only(place: object, **given: object) -> sqlite3.Connection:
        """As root may write everywhere, SQLite is told that it may not."""
        if not place:
            return connect("", isolation_level=None)
        return connect(f"file:{place}?mode=ro", uri=True, isolation_level=None)

    monkeypatch.setattr(sqlite3, "connect", read_only)
    with open_cache(tmp_path) as cache:
        cache.readings.keep("e1", [(CONTENT, b"facts", b"text")])
        assert cache.readings.facts("e1", CONTENT) == b"facts"
        assert "it cannot be written" in cache.notices[0].en


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_cache_that_is_a_link_is_left_alone(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.sqlite"
    elsewhere.write_bytes(b"somebody's database")
    (tmp_path / ".emonev").mkdir()
    (tmp_path / CACHE_PLACE).symlink_to(elsewhere)
    with open_cache(tmp_path) as cache:
        cache.readings.keep("e1", [(CONTENT, b"facts", None)])
        assert "it is a link" in cache.notices[0].en
    assert elsewhere.read_bytes() == b"somebody's database"


def test_a_private_cache_leaves_nothing_behind(tmp_path: Path) -> None:
    with Cache(None) as cache:
        cache.readings.keep("e1", [(CONTENT, b"facts", b"text")])
        assert cache.readings.text("e1", CONTENT) == b"text"
    assert list(tmp_path.iterdir()) == []


WRITER = """
import sys
from pathlib import Path
from emonev.evidence.cache import open_cache

with open_cache(Path(sys.argv[1])) as cache:
    print("started", flush=True)
    for number in range(int(sys.argv[3])):
        content = (f"{sys.argv[2]}-{number}", "pdf")
        cache.readings.keep("e1", [(content, b"facts" * 1000, b"text" * 5000)])
    print(len(cache.notices), flush=True)
"""


def a_writer(folder: Path, name: str, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(WRITER), str(folder), name, str(count)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")
def test_a_writer_killed_in_the_middle_leaves_whole_results(tmp_path: Path) -> None:
    process = a_writer(tmp_path, "w", 1_000_000)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.4)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=10)
    with open_cache(tmp_path) as cache:
        known = cache.readings.contents("e1")
        assert known
        assert known == {(f"w-{number}", "pdf") for number in range(len(known))}
        for content in known:
            assert cache.readings.facts("e1", content) == b"facts" * 1000
            assert cache.readings.text("e1", content) == b"text" * 5000
        assert cache.notices == ()


def test_two_runs_at_once_do_no_harm(tmp_path: Path) -> None:
    writers = [a_writer(tmp_path, name, 150) for name in "abc"]
    outs = [writer.communicate(timeout=60)[0] for writer in writers]
    assert outs == ["started\n0\n"] * 3
    with open_cache(tmp_path) as cache:
        assert len(cache.readings.contents("e1")) == 450


def test_the_cache_of_another_release_is_made_anew_without_a_word(tmp_path: Path) -> None:
    with open_cache(tmp_path) as cache:
        cache.readings.keep("e1", [(CONTENT, b"facts", None)])
    with contextlib.closing(sqlite3.connect(tmp_path / CACHE_PLACE)) as database:
        database.execute("ALTER TABLE facts ADD COLUMN later TEXT")
        database.execute("PRAGMA user_version = 7")
        database.commit()
    with open_cache(tmp_path) as cache:
        assert cache.readings.facts("e1", CONTENT) is None
        cache.readings.keep("e1", [(CONTENT, b"facts", None)])
        assert cache.notices == ()
    with open_cache(tmp_path) as cache:
        assert cache.readings.facts("e1", CONTENT) == b"facts"
