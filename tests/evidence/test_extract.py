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

from emonev.evidence import containment
from emonev.evidence.cache import CACHE_PLACE, Cache, open_cache
from emonev.evidence.edition import edition_of, reader_version
from emonev.evidence.extract import prepare_to_read, read_evidence
from emonev.evidence.inventory import take_inventory
from emonev.evidence.library import Library
from emonev.evidence.limits import Limits
from emonev.evidence.workers import Workers
from emonev.model.inventory import Evidence, Inventory
from emonev.model.workspace import Answers
from tests.evidence.hostile_reader import READER

ROOT = Path(__file__).parents[2]
LIMITS = Limits(seconds=20, memory=700 * 1024**2)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the hostile reader uses signals")


def put(workspace: Path, **contents: str) -> Inventory:
    folder = workspace / "bukti" / "2024"
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (folder / f"{name}.txt").write_text(content, encoding="utf-8")
    return take_inventory(workspace, 2024, [], Answers(), None)


def read(
    workspace: Path, inventory: Inventory, cache: Cache | None, limits: Limits = LIMITS
) -> Library:
    return read_evidence(workspace, inventory, cache=cache, limits=limits, reader=READER)


def code(library: Library, name: str) -> str:
    problem = library.exhibit(f"bukti/2024/{name}.txt", with_text=False).facts.problem
    return problem.code if problem else ""


def pid(library: Library, name: str) -> str:
    exhibit = library.exhibit(f"bukti/2024/{name}.txt", with_text=False)
    return exhibit.facts.properties["pid"]


@pytest.fixture
def no_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on nothing may be read any more."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a worker was started")

    monkeypatch.setattr(containment, "Supervisor", refuse)


def test_what_was_read_is_not_read_again(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    inventory = put(tmp_path, a="good satu", b="good dua", c="segfault")
    with open_cache(tmp_path) as cache:
        first = read(tmp_path, inventory, cache)
        kept = [code(first, name) for name in "abc"], pid(first, "a")
        request.getfixturevalue("no_workers")
        second = read(tmp_path, inventory, cache)
        assert ([code(second, name) for name in "abc"], pid(second, "a")) == kept
    assert kept[0] == ["", "", "crashed"]


def test_workers_start_ahead_only_where_nothing_was_read_before(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue("no_workers")
    with open_cache(tmp_path) as cache, Workers(LIMITS, READER) as workers:
        with pytest.raises(AssertionError, match="a worker was started"):
            prepare_to_read(cache, workers)
        with pytest.raises(AssertionError, match="a worker was started"):
            prepare_to_read(None, workers)
        cache.readings.keep(f"{READER} {LIMITS}", [(("a" * 64, "text"), b"", None)])
        prepare_to_read(cache, workers)


def test_text_is_there_only_where_asked_for(tmp_path: Path) -> None:
    library = read(tmp_path, put(tmp_path, a="good Daftar Informasi", b="segfault"), None)
    assert library.exhibit("bukti/2024/a.txt", with_text=False).text is None
    text = library.exhibit("bukti/2024/a.txt", with_text=True).text
    assert text is not None
    assert (text.printed, text.normal) == (("Daftar Informasi",), ("daftar informasi",))
    assert library.exhibit("bukti/2024/b.txt", with_text=True).text is None


def test_the_same_content_is_read_once(tmp_path: Path) -> None:
    calls: list[tuple[int, int]] = []
    inventory = put(tmp_path, **{f"n{n}": "good sama" for n in range(5)}, lain="good lain")
    read_evidence(
        tmp_path,
        inventory,
        cache=None,
        limits=LIMITS,
        progress=lambda done, total: calls.append((done, total)),
        reader=READER,
    )
    assert calls == [(0, 2), (1, 2), (2, 2)]


def test_other_limits_read_again(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    inventory = put(tmp_path, a="hang")
    limits = Limits(seconds=0.2)
    with open_cache(tmp_path) as cache:
        assert code(read(tmp_path, inventory, cache, limits), "a") == "time-limit"
        request.getfixturevalue("no_workers")
        assert code(read(tmp_path, inventory, cache, limits), "a") == "time-limit"
        with pytest.raises(AssertionError, match="a worker was started"):
            read(tmp_path, inventory, cache, Limits(seconds=0.3))


def test_what_hangs_on_the_moment_is_read_again(tmp_path: Path) -> None:
    inventory = put(tmp_path, a="good")
    path = tmp_path / "bukti" / "2024" / "a.txt"
    path.rename(tmp_path / "sebentar.txt")
    with open_cache(tmp_path) as cache:
        assert code(read(tmp_path, inventory, cache), "a") == "unreadable"
        (tmp_path / "sebentar.txt").rename(path)
        assert code(read(tmp_path, inventory, cache), "a") == ""


def test_a_file_that_could_not_be_hashed_is_unreadable(tmp_path: Path, no_workers: None) -> None:
    files = (
        Evidence(path="bukti/2024/a.txt", bytes=1, sha256="", format="unreadable"),
        Evidence(path="bukti/2024/b.txt", bytes=1, sha256="", format="pdf"),
    )
    library = read(tmp_path, Inventory(files=files), None)
    assert [code(library, name) for name in "ab"] == ["unreadable", "too-large"]


def test_a_cache_lost_in_the_middle_loses_nothing(tmp_path: Path) -> None:
    inventory = put(tmp_path, a="good satu", b="good dua")
    with open_cache(tmp_path) as cache:
        library = read(tmp_path, inventory, cache)
        place = tmp_path / CACHE_PLACE
        for suffix in ("", "-wal", "-shm"):
            place.with_name(place.name + suffix).write_bytes(b"garbage" * 1000)
        assert [code(library, name) for name in "ab"] == ["", ""]
        text = library.exhibit("bukti/2024/b.txt", with_text=True).text
        assert text is not None
        assert text.printed == ("dua",)


def test_facts_that_cannot_be_decoded_are_read_again(tmp_path: Path) -> None:
    inventory = put(tmp_path, a="good")
    with open_cache(tmp_path) as cache:
        library = read(tmp_path, inventory, cache)
        (content,) = cache.readings.contents(library.edition)
        cache.readings.keep(library.edition, [(content, b"\xc1 no msgpack", None)])
        assert code(library, "a") == ""


def test_a_false_ending_is_noted_though_the_content_is_shared(tmp_path: Path) -> None:
    put(tmp_path, a="good")
    folder = tmp_path / "bukti" / "2024"
    (folder / "b.pdf").write_bytes((folder / "a.txt").read_bytes())
    library = read(tmp_path, take_inventory(tmp_path, 2024, [], Answers(), None), None)
    notes = {
        name: [n.code for n in library.exhibit(f"bukti/2024/{name}", with_text=False).facts.notes]
        for name in ("a.txt", "b.pdf")
    }
    assert notes == {"a.txt": [], "b.pdf": ["false-extension"]}


def test_files_with_odd_names_are_read(tmp_path: Path) -> None:
    folder = tmp_path / "bukti" / "2024"
    folder.mkdir(parents=True)
    for number, name in enumerate((b"\xff.txt", b"\xfe.txt", b"a\nb.txt", b"n" * 251 + b".txt")):
        (folder / os.fsdecode(name)).write_text(f"good {number}", encoding="utf-8")
    inventory = take_inventory(tmp_path, 2024, [], Answers(), None)
    library = read(tmp_path, inventory, None)
    texts = [library.exhibit(file.path, with_text=True).text for file in inventory.files]
    assert sorted(text.printed[0] for text in texts if text) == ["0", "1", "2", "3"]


def test_real_readers_give_facts(tmp_path: Path) -> None:
    inventory = put(tmp_path, a="DAFTAR INFORMASI PUBLIK\nTahun 2024\n")
    library = read_evidence(tmp_path, inventory, cache=None, limits=LIMITS)
    exhibit = library.exhibit("bukti/2024/a.txt", with_text=True)
    assert (exhibit.facts.format, exhibit.facts.problem) == ("text", None)
    assert exhibit.text is not None
    assert "daftar informasi publik" in exhibit.text.normal[0]


def test_the_edition_hangs_on_readers_and_limits() -> None:
    assert edition_of(LIMITS) == edition_of(LIMITS)
    assert edition_of(LIMITS) != edition_of(Limits())
    assert len(reader_version()) == 64


def test_a_changed_reader_is_another_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from emonev.evidence import edition

    readers = tmp_path / "evidence" / "readers"
    readers.mkdir(parents=True)
    monkeypatch.setattr(edition, "_PACKAGE", tmp_path)
    versions = set()
    for source in ("read = 1", "read = 2"):
        (readers / "pdf.py").write_text(source, encoding="utf-8")
        reader_version.cache_clear()
        versions.add(reader_version())
    reader_version.cache_clear()
    assert len(versions) == 2


def test_libraries_under_the_readers_are_part_of_the_edition() -> None:
    from emonev.evidence.edition import _releases

    names = {release.partition("-")[0].lower() for release in _releases()}
    assert {"pypdfium2", "selectolax", "pillow"} <= names


SCRIPT = """
import sys
from pathlib import Path
from emonev.evidence.cache import open_cache
from emonev.evidence.extract import read_evidence
from emonev.evidence.inventory import take_inventory
from emonev.evidence.limits import Limits
from emonev.model.workspace import Answers

workspace = Path(sys.argv[1])
with open_cache(workspace) as cache:
    inventory = take_inventory(workspace, 2024, [], Answers(), cache)
    def progress(done, total):
        if done == 20:
            print("twenty", flush=True)
    read_evidence(workspace, inventory, cache=cache, limits=Limits(), progress=progress,
                  reader="tests.evidence.hostile_reader:read")
"""


def test_ctrl_c_keeps_what_was_read(tmp_path: Path) -> None:
    files = {f"a{n:02}": f"good {n:02} and long" for n in range(20)}
    put(tmp_path, **files, z1="hang", z2="hang!")
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(SCRIPT), str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "twenty\n"
    began = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=10)
    assert time.monotonic() - began < 5
    with contextlib.closing(sqlite3.connect(tmp_path / CACHE_PLACE)) as database:
        ((kept,),) = database.execute("SELECT count(*) FROM facts")
        assert kept >= 20
