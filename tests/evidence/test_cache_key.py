"""Who did not make a cache cannot put a grade into it."""

import contextlib
import os
import sqlite3
import stat
import sys
from pathlib import Path

import pytest

from emonev.evidence.cache import CACHE_PLACE, Cache, Seen, open_cache
from emonev.evidence.cache.file import Seal
from emonev.evidence.cache_key import key_place, own_key

CONTENT = ("a" * 64, "pdf")
SEEN = Seen(1, 2, 3, "a" * 64, "pdf")


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


def be_somebody_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "somebody else's"))


def forge(workspace: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(workspace / CACHE_PLACE)) as database, database:
        for statement in statements:
            database.execute(statement)


def told(cache: Cache) -> list[str]:
    return [notice.en.partition(" and ")[0] for notice in cache.notices]


def test_a_key_is_made_once_and_is_its_owners_alone(state: Path) -> None:
    key = own_key()
    assert len(key) == 32
    assert own_key() == key
    assert key_place() == state / "emonev/cache.key"
    assert [path.name for path in key_place().parent.iterdir()] == ["cache.key"]
    if os.name == "posix":
        assert stat.S_IMODE(key_place().stat().st_mode) == 0o600


def test_a_key_that_was_cut_short_is_made_anew() -> None:
    key = own_key()
    key_place().write_bytes(key[:7])
    assert len(own_key()) == 32
    assert own_key() != key


def test_of_two_first_runs_the_quicker_makes_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    linked, others = Path.hardlink_to, b"k" * 32

    def late(place: Path, name: str) -> None:
        place.write_bytes(others)
        linked(place, name)

    monkeypatch.setattr(Path, "hardlink_to", late)
    assert own_key() == others
    assert [path.name for path in key_place().parent.iterdir()] == ["cache.key"]


def test_a_key_is_made_on_a_file_system_without_links(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(place: Path, name: str) -> None:
        raise PermissionError(1, "Operation not permitted", name)

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert own_key() == own_key()
    assert [path.name for path in key_place().parent.iterdir()] == ["cache.key"]


@pytest.mark.parametrize(
    ("system", "place"),
    [
        ("linux", "~/.local/state/emonev/cache.key"),
        ("darwin", "~/Library/Application Support/emonev/cache.key"),
        ("win32", "~/AppData/Local/emonev/cache.key"),
    ],
)
def test_the_key_is_kept_where_the_system_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, system: str, place: str
) -> None:
    monkeypatch.delenv("XDG_STATE_HOME")
    monkeypatch.setattr(sys, "platform", system)
    assert key_place() == Path(place)


def test_somebody_elses_cache_is_made_anew_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_cache(tmp_path) as cache:
        cache.readings.keep("e1", [(CONTENT, b"forged", b"forged")])
        cache.hashes.keep("k1", [("bukti/2024/x.pdf", SEEN)])
    be_somebody_else(monkeypatch, tmp_path)
    with open_cache(tmp_path) as cache:
        assert (cache.readings.contents("e1"), cache.hashes.known("k1")) == (set(), {})
        assert told(cache) == [
            "The cache .emonev/cache.sqlite was made by another user or on another computer"
        ]
        cache.readings.keep("e1", [(CONTENT, b"facts", None)])
    with open_cache(tmp_path) as cache:
        assert cache.readings.facts("e1", CONTENT) == b"facts"
        assert cache.notices == ()


def test_who_knows_the_mark_of_a_key_can_still_seal_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = Seal(own_key()).mark
    with monkeypatch.context() as other:
        be_somebody_else(other, tmp_path)
        with open_cache(tmp_path) as cache:
            cache.readings.keep("e1", [(CONTENT, b"forged", None)])
    forge(tmp_path, f"PRAGMA application_id = {mark}")
    with open_cache(tmp_path) as cache:
        assert cache.readings.facts("e1", CONTENT) is None
        assert told(cache) == ["The cache .emonev/cache.sqlite was damaged"]


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE facts SET facts = CAST('forged' AS BLOB)",
        "UPDATE facts SET format = 'docx'",
        "UPDATE facts SET seal = 0",
        "UPDATE facts SET seal = NULL, facts = 1.5",
        "INSERT OR REPLACE INTO facts SELECT * FROM texts",
        # The same bytes, cut elsewhere:
        "UPDATE facts SET format = 'pdff', facts = CAST('acts' AS BLOB)",
    ],
)
def test_no_row_can_be_forged_or_moved(tmp_path: Path, forgery: str) -> None:
    with open_cache(tmp_path) as cache:
        cache.readings.keep("e1", [(CONTENT, b"facts", b"text")])
    forge(tmp_path, forgery)
    with open_cache(tmp_path) as cache:
        assert cache.readings.all_facts("e1") == {}
        assert told(cache) == ["The cache .emonev/cache.sqlite was damaged"]


def test_where_no_key_can_be_kept_the_cache_is_done_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    with open_cache(tmp_path) as cache:
        cache.readings.keep("e1", [(CONTENT, b"facts", None)])
        assert cache.readings.facts("e1", CONTENT) == b"facts"
        (notice,) = cache.notices
        assert notice.en.startswith("The cache's key cannot be kept at ")
    assert not (tmp_path / CACHE_PLACE).exists()


def test_a_user_without_a_home_does_without_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless(_: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", homeless)
    with open_cache(tmp_path) as cache:
        cache.readings.keep("e1", [(CONTENT, b"facts", None)])
        assert cache.readings.facts("e1", CONTENT) == b"facts"
        assert len(cache.notices) == 1
