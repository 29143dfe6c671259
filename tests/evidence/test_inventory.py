import hashlib
import os
import re
import socket
import stat
import sys
import time
from fnmatch import fnmatchcase
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.evidence import inventory as inventory_module
from emonev.evidence import walk as walk_module
from emonev.evidence.assign import Assigner, folded_path, matcher
from emonev.evidence.cache import Cache, open_cache
from emonev.evidence.edition import kind_version
from emonev.evidence.inventory import take_inventory
from emonev.evidence.kind import format_of_open
from emonev.evidence.names import place_of, shown_names
from emonev.model.inventory import NOTE_NAME, Inventory
from emonev.model.workspace import Answer, Answers, NotApplicable

CRITERIA = ("JEN-01", "JEN-02", "JEN-1", "JEN-10", "MUT.A.1")
LONG_AGO = 1_700_000_000

posix = pytest.mark.skipif(sys.platform == "win32", reason="names and links of POSIX")


def put(workspace: Path, path: str, content: bytes = b"Isi berkas.\n") -> Path:
    place = workspace / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    os.utime(place, (LONG_AGO, LONG_AGO))
    return place


def taken(workspace: Path, answers: Answers | None = None, cache: Cache | None = None) -> Inventory:
    return take_inventory(workspace, 2024, CRITERIA, answers or Answers(), cache)


def assigned(inventory: Inventory) -> dict[str, tuple[str, ...]]:
    return {file.path: file.criteria for file in inventory.files}


def passed(inventory: Inventory) -> dict[str, str]:
    return {skipped.path: skipped.code for skipped in inventory.skipped}


def pointing(criterion: str, *patterns: str) -> Answers:
    return Answers(answers={criterion: Answer(evidence=patterns)}, given=True)


# What is on the list --------------------------------------------------------------------------


def test_files_are_listed_sorted_hashed_and_known_by_content(tmp_path: Path) -> None:
    put(tmp_path, "bukti/2024/b.txt", b"dua\n")
    put(tmp_path, "bukti/2024/JEN-01/a.doc", b"%PDF-1.7\n")
    put(tmp_path, "bukti/2023/old.txt")
    inventory = taken(tmp_path)
    assert [(f.path, f.bytes, f.sha256, f.format) for f in inventory.files] == [
        ("bukti/2024/JEN-01/a.doc", 9, hashlib.sha256(b"%PDF-1.7\n").hexdigest(), "pdf"),
        ("bukti/2024/b.txt", 4, hashlib.sha256(b"dua\n").hexdigest(), "text"),
    ]
    assert inventory.files[0].modified == LONG_AGO * 10**9


def test_a_year_without_a_folder_has_no_evidence(tmp_path: Path) -> None:
    assert taken(tmp_path) == Inventory()


def test_links_are_kept_by_criterion(tmp_path: Path) -> None:
    answers = Answers(answers={"JEN-02": Answer(links=("https://ppid.example.go.id/dip",))})
    assert taken(tmp_path, answers).links == {"JEN-02": ("https://ppid.example.go.id/dip",)}


# Which criterion it serves --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "criteria"),
    [
        ("JEN-01/x.txt", ("JEN-01",)),
        ("JEN-01 - Daftar informasi/x.txt", ("JEN-01",)),
        ("jen-01_dip/sub/x.txt", ("JEN-01",)),
        ("Jenis/JEN-01. DIP/x.txt", ("JEN-01",)),
        ("JEN-01.txt", ("JEN-01",)),
        ("JEN-01 SK.txt", ("JEN-01",)),
        ("JEN\u201301 SK.txt", ("JEN-01",)),
        ("JEN-10 x.txt", ("JEN-10",)),
        ("JEN-1 x.txt", ("JEN-1",)),
        ("JEN-100 x.txt", ()),
        ("JEN-010 x.txt", ()),
        ("XJEN-01 x.txt", ()),
        ("SK JEN-01.txt", ()),
        ("MUT.A.1.2 x.txt", ("MUT.A.1",)),
        ("JEN-01/JEN-02 x.txt", ("JEN-01", "JEN-02")),
        ("lain/x.txt", ()),
    ],
)
def test_a_name_that_starts_with_an_id_assigns(
    tmp_path: Path, path: str, criteria: tuple[str, ...]
) -> None:
    put(tmp_path, f"bukti/2024/{path}")
    assert assigned(taken(tmp_path)) == {f"bukti/2024/{path}": criteria}


IDS = st.builds(
    "{}{}{}".format, st.sampled_from(["A", "JEN", "B.C"]), *[st.text("1-.", max_size=2)] * 2
)


@given(st.sets(IDS), IDS, st.text("1A-_. x", max_size=3))
def test_the_longest_id_that_ends_as_a_word_wins(ids: set[str], id_: str, rest: str) -> None:
    name = (id_ + rest).strip()
    fitting = [i for i in ids if re.match(re.escape(i) + r"(?![^\W_])", name)]
    assert Assigner(ids).criterion_of(name) == max(fitting, key=len, default="")


def test_folders_named_like_an_id_that_is_none_are_pointed_out(tmp_path: Path) -> None:
    for folder in ("JNS-01 - DIP", "JEN-99", "JEN 07", "Lampiran", "JEN-01/SOP-77", "2024", "TW 1"):
        put(tmp_path, f"bukti/2024/{folder}/x.txt")
    assert taken(tmp_path).unknown_folders == (
        "bukti/2024/JEN 07",
        "bukti/2024/JEN-99",
        "bukti/2024/JNS-01 - DIP",
    )


# Patterns in the answers ----------------------------------------------------------------------


def test_a_pattern_assigns_files_of_any_year_and_place(tmp_path: Path) -> None:
    put(tmp_path, "bukti/2024/umum/SK PPID.txt")
    put(tmp_path, "bukti/2023/umum/SK PPID.txt")
    put(tmp_path, "arsip/Renstra.txt")
    put(tmp_path, "arsip/lain.txt")
    answers = Answers(
        answers={
            "JEN-01": Answer(evidence=("bukti/**/SK*.txt",)),
            "JEN-02": Answer(evidence=("bukti\\2024\\umum", "./arsip/renstra.txt")),
        }
    )
    inventory = taken(tmp_path, answers)
    assert assigned(inventory) == {
        "arsip/Renstra.txt": ("JEN-02",),
        "bukti/2023/umum/SK PPID.txt": ("JEN-01",),
        "bukti/2024/umum/SK PPID.txt": ("JEN-01", "JEN-02"),
    }
    assert inventory.unmatched == ()


def test_a_statement_that_a_criterion_does_not_apply_is_evidence(tmp_path: Path) -> None:
    put(tmp_path, "bukti/2024/surat/pernyataan.txt")
    answer = Answer(not_applicable=NotApplicable(reason="Nihil", statement="bukti/2024/surat/*"))
    inventory = taken(tmp_path, Answers(answers={"JEN-10": answer}))
    assert assigned(inventory) == {"bukti/2024/surat/pernyataan.txt": ("JEN-10",)}


def test_a_pattern_is_also_the_plain_name_it_may_be(tmp_path: Path) -> None:
    put(tmp_path, "bukti/2024/[Final] SK.txt")
    inventory = taken(tmp_path, pointing("JEN-01", "bukti/2024/[Final] SK.txt"))
    assert assigned(inventory) == {"bukti/2024/[Final] SK.txt": ("JEN-01",)}


def test_a_pattern_written_with_other_capitals_finds_its_file(tmp_path: Path) -> None:
    put(tmp_path, "Arsip/SK.TXT")
    assert assigned(taken(tmp_path, pointing("JEN-01", "arsip/sk.txt"))) == {
        "Arsip/SK.TXT": ("JEN-01",)
    }


def test_a_pattern_that_matches_nothing_is_said(tmp_path: Path) -> None:
    put(tmp_path, "bukti/2024/~$SK.docx")
    inventory = taken(tmp_path, pointing("JEN-01", "bukti/2024/sk.pdf", "bukti/2024/*.docx"))
    assert inventory.unmatched == ("bukti/2024/*.docx", "bukti/2024/sk.pdf")


@pytest.mark.parametrize(
    "pattern",
    ["../rahasia.txt", "bukti/../../rahasia.txt", "/etc/hostname", "C:\\x.txt", "\\\\s\\x", "~/x"],
)
def test_a_pattern_that_leads_outside_is_refused(tmp_path: Path, pattern: str) -> None:
    workspace = tmp_path / "ws"
    put(tmp_path, "rahasia.txt")
    workspace.mkdir()
    inventory = taken(workspace, pointing("JEN-01", pattern))
    assert inventory.files == ()
    assert passed(inventory) == {pattern: "pattern-outside"}


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("a/*.pdf", "a/b.pdf", True),
        ("a/*.pdf", "a/b/c.pdf", False),
        ("a/**/*.pdf", "a/c.pdf", True),
        ("a/**/*.pdf", "a/b/b/c.pdf", True),
        ("**", "a/b", True),
        ("a/**", "a/b/c", True),
        ("a/**", "ab/c", False),
        ("a/**/**/x", "a/x", True),
        ("**/b/**/d", "a/b/c/b/d", True),
        ("**/b/**/d", "a/b/c/e", False),
        ("**/b/*/d", "b/b/c/d", True),
        ("*a*b.pdf", "xaxbab.pdf", True),
        ("a/?.pdf", "a/é.pdf", True),
        ("a/?.pdf", "a/b/.pdf", False),
        ("a/[0-9]x", "a/7x", True),
        ("a/[!0-9]x", "a/7x", False),
        ("a/[!0-9]x", "a//x", False),
        ("a/[", "a/[", True),
        ("a/[9-1]", "a/-", True),
        ("a/[]-]", "a/]", True),
        ("a/[^a]", "a/^", True),
        ("a/e\u0301.pdf", "a/\u00c9.pdf", True),
        ("a/(b)+.pdf", "a/(b)+.pdf", True),
        ("a", "a/b/c", True),
    ],
)
def test_what_patterns_match(pattern: str, path: str, fits: bool) -> None:
    assert bool(matcher((pattern,)).match(folded_path(path))) is fits


@given(st.lists(st.text("ab*?[]!-\\^", min_size=1), min_size=1, max_size=5))
def test_any_pattern_can_be_tried_and_matches_itself(parts: list[str]) -> None:
    path = "/".join(part.replace("\\", "/").strip("/") or "a" for part in parts)
    assert matcher((path,)).match(folded_path("/".join(p for p in path.split("/") if p)))


@given(st.lists(st.text("ab*?", min_size=1, max_size=6), min_size=1, max_size=3), st.data())
def test_stars_match_what_fnmatch_matches(parts: list[str], data: st.DataObject) -> None:
    parts = [part for part in parts if part != "**"] or ["a"]
    names = [data.draw(st.text("ab", min_size=1, max_size=6)) for _ in parts]
    expected = all(fnmatchcase(n, p) for n, p in zip(names, parts, strict=True))
    assert bool(matcher(("/".join(parts),)).match("/".join(names))) is expected


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("**/" * 30 + "*" * 30 + "x", "a/" * 60 + "y" * 200),
        ("*a" * 30 + "x", "a" * 250),
        ("**/a/" * 15 + "x", "a/" * 300 + "y"),
        ("**/*a*/" * 15 + "x", "a/" * 300 + "y"),
    ],
)
def test_many_stars_do_not_make_matching_slow(pattern: str, path: str) -> None:
    began = time.monotonic()
    assert not matcher((pattern,)).match(path)
    assert time.monotonic() - began < 1


# What is no evidence --------------------------------------------------------------------------


def test_what_is_no_evidence_is_listed_with_its_reason(tmp_path: Path) -> None:
    expected = {
        "~$Renja.docx": "office-lock",
        ".~lock.Renja.odt#": "office-lock",
        "Thumbs.db": "system-file",
        "desktop.ini": "system-file",
        ".DS_Store": "system-file",
        "._foto.jpg": "system-file",
        "__MACOSX": "system-file",
        ".git": "hidden",
        ".rahasia.txt": "hidden",
        NOTE_NAME: "note",
        "DIP.pdf.crdownload": "partial-download",
        "DIP.part": "partial-download",
        "~WRL0001.tmp": "partial-download",
    }
    for name in expected:
        put(tmp_path, f"bukti/2024/{name}" + ("/x" if name in {"__MACOSX", ".git"} else ""))
    inventory = taken(tmp_path)
    assert inventory.files == ()
    assert passed(inventory) == {f"bukti/2024/{name}": code for name, code in expected.items()}
    assert all(s.reason.id and s.reason.en for s in inventory.skipped)


@posix
def test_pipes_sockets_and_devices_are_not_opened(tmp_path: Path) -> None:
    folder = tmp_path / "bukti" / "2024"
    folder.mkdir(parents=True)
    os.mkfifo(folder / "pipa")
    (folder / "nol").symlink_to("/dev/zero")
    here = Path.cwd()
    os.chdir(folder)  # a socket's path must be short
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind("soket")
    finally:
        os.chdir(here)
    assert passed(taken(tmp_path)) == {
        "bukti/2024/nol": "link-outside",
        "bukti/2024/pipa": "not-a-file",
        "bukti/2024/soket": "not-a-file",
    }


@posix
def test_links_are_followed_inside_and_refused_outside(tmp_path: Path) -> None:
    workspace = tmp_path / "ws"
    put(tmp_path, "rahasia/x.txt")
    put(workspace, "bukti/2024/JEN-01/sk.txt")
    put(workspace, "bukti/2023/lama.txt")
    folder = workspace / "bukti" / "2024"
    (folder / "JEN-02").symlink_to("JEN-01")
    (folder / "JEN-10.txt").symlink_to("../2023/lama.txt")
    (folder / "luar").symlink_to(tmp_path / "rahasia")
    (folder / "luar.txt").symlink_to("../../../rahasia/x.txt")
    (folder / "putus").symlink_to("tidak-ada")
    (folder / "putaran").symlink_to(".")
    (folder / "diri").symlink_to("diri")
    (folder / "JEN-01" / "naik").symlink_to("..")
    inventory = taken(workspace)
    assert assigned(inventory) == {
        "bukti/2024/JEN-01/sk.txt": ("JEN-01",),
        "bukti/2024/JEN-02/sk.txt": ("JEN-02",),
        "bukti/2024/JEN-10.txt": ("JEN-10",),
    }
    assert passed(inventory) == {
        "bukti/2024/JEN-01/naik": "link-loop",
        "bukti/2024/JEN-02/naik": "link-loop",
        "bukti/2024/diri": "link-broken",
        "bukti/2024/luar": "link-outside",
        "bukti/2024/luar.txt": "link-outside",
        "bukti/2024/putaran": "link-loop",
        "bukti/2024/putus": "link-broken",
    }


@posix
def test_folders_full_of_links_to_each_other_end(tmp_path: Path) -> None:
    for name in "abcdefgh":
        put(tmp_path, f"bukti/2024/{name}/x.txt")
        for other in "abcdefgh":
            (tmp_path / f"bukti/2024/{name}/ke-{other}").symlink_to(f"../{other}")
    assert len(taken(tmp_path).files) == 8 + 8 * 7


@posix
def test_an_evidence_folder_that_is_a_link_outside_is_refused(tmp_path: Path) -> None:
    workspace = tmp_path / "ws"
    put(tmp_path, "lain/2024/x.txt")
    workspace.mkdir()
    (workspace / "bukti").symlink_to(tmp_path / "lain")
    inventory = taken(workspace)
    assert (inventory.files, passed(inventory)) == ((), {"bukti/2024": "link-outside"})


@posix
def test_a_workspace_reached_through_a_link_is_fine(tmp_path: Path) -> None:
    put(tmp_path, "ws/bukti/2024/x.txt")
    (tmp_path / "pintas").symlink_to("ws")
    assert assigned(taken(tmp_path / "pintas")) == {"bukti/2024/x.txt": ()}


def test_a_junction_is_a_link_and_a_cloud_file_is_none() -> None:
    def entry(tag: int) -> Any:
        return SimpleNamespace(st_mode=stat.S_IFDIR, st_reparse_tag=tag)

    assert walk_module._is_link(entry(0xA000_0003))
    assert not walk_module._is_link(entry(0x9000_001A))  # OneDrive


def test_a_file_hidden_by_its_attribute_is_passed_over() -> None:
    state: Any = SimpleNamespace(st_mode=stat.S_IFREG, st_file_attributes=2)
    entry = walk_module._plain(state, "bukti/2024/x", "x", behind_link=False)
    assert getattr(entry, "code", "") == "hidden"


def test_a_folder_that_cannot_be_opened_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "bukti/2024/tutup/x.txt")
    put(tmp_path, "bukti/2024/y.txt")
    scandir = os.scandir

    def refusing(path: str) -> Any:
        if path.endswith("tutup"):
            raise PermissionError(path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    inventory = taken(tmp_path)
    assert list(assigned(inventory)) == ["bukti/2024/y.txt"]
    assert passed(inventory) == {"bukti/2024/tutup": "unreadable"}
    # It bears no id, so that it may hold the evidence of any criterion.
    assert set(inventory.closed.values()) == {("bukti/2024/tutup",)}
    assert len(inventory.closed) > 1


@pytest.mark.parametrize(
    ("closed", "pattern", "criteria"),
    [
        ("bukti/2024/JEN-01 - DIP", "", ["JEN-01"]),
        ("bukti/2024/JEN-01 - DIP/2023", "", ["JEN-01"]),
        ("bukti/2023", "bukti/2023/*.pdf", ["JEN-02"]),
        ("lampiran", "lampiran/*.pdf", ["JEN-02"]),
        ("lampiran/tutup", "lampiran/**", ["JEN-02"]),
        ("lampiran/tutup", "lampiran/*.pdf", []),
    ],
)
def test_a_closed_folder_is_known_to_whom_it_may_serve(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    closed: str,
    pattern: str,
    criteria: list[str],
) -> None:
    put(tmp_path, "bukti/2024/y.txt")
    put(tmp_path, f"{closed}/dalam/x.pdf")
    scandir = os.scandir

    def refusing(path: str) -> Any:
        if path == os.path.realpath(tmp_path / closed):
            raise PermissionError(path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    inventory = taken(tmp_path, pointing("JEN-02", pattern))
    assert inventory.closed == dict.fromkeys(criteria, (closed,))


def test_a_file_that_cannot_be_opened_stays_on_the_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "bukti/2024/JEN-01/x.txt")
    open_ = os.open

    def refusing(path: str, flags: int, *rest: int) -> int:
        if str(path).endswith("x.txt"):
            raise PermissionError(path)
        return open_(path, flags, *rest)

    monkeypatch.setattr(os, "open", refusing)
    with open_cache(tmp_path) as cache:
        (file,) = taken(tmp_path, cache=cache).files
        assert (file.format, file.sha256, file.criteria) == ("unreadable", "", ("JEN-01",))
        assert cache.hashes.known(kind_version()) == {}


@posix
def test_a_pipe_put_in_a_files_place_does_not_block(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = put(tmp_path, "bukti/2024/x.txt")
    look_at = inventory_module._look_at

    def swapped(file: Any) -> Any:
        place.unlink()
        os.mkfifo(place)
        return look_at(file)

    monkeypatch.setattr(inventory_module, "_look_at", swapped)
    assert [file.format for file in taken(tmp_path).files] == ["unreadable"]


def test_a_file_that_keeps_changing_is_not_given_a_hash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = put(tmp_path, "bukti/2024/x.txt")

    def growing(file: Any) -> str:
        with place.open("ab") as more:
            more.write(b"lagi")
        return format_of_open(file)

    monkeypatch.setattr(inventory_module, "format_of_open", growing)
    assert [(f.format, f.sha256) for f in taken(tmp_path).files] == [("unreadable", "")]


def test_a_huge_sparse_file_does_not_hold_up_the_run(tmp_path: Path) -> None:
    place = put(tmp_path, "bukti/2024/x.bin", b"%PDF-1.7")
    os.truncate(place, 8 * 1024**4)
    began = time.monotonic()
    assert [(f.format, f.sha256) for f in taken(tmp_path).files] == [("pdf", "")]
    assert time.monotonic() - began < 2


# Names ----------------------------------------------------------------------------------------


@posix
def test_odd_names_are_shown_and_their_files_found(tmp_path: Path) -> None:
    folder = tmp_path / "bukti" / "2024"
    names = [
        b"baris\nbaru.txt",
        b"kutip'\"`$(x).txt",
        "\u202etxt.fdp".encode(),
        b"\xff.txt",
        b"\xfe.txt",
        "\ufffd.txt".encode(),
        b"n" * 251 + b".txt",
        b"[bold]x[/bold].txt",
        b" ",
    ]
    for number, name in enumerate(names):
        put(tmp_path, f"bukti/2024/{os.fsdecode(name)}", b"%d" % number)
    inventory = taken(tmp_path)
    assert len({file.path for file in inventory.files}) == len(names)
    for file in inventory.files:
        content = place_of(tmp_path, file.path).read_bytes()
        assert hashlib.sha256(content).hexdigest() == file.sha256
        file.path.encode()
    assert folder.is_dir()


@posix
def test_folders_with_odd_names_are_found_again(tmp_path: Path) -> None:
    put(tmp_path, "bukti/2024/\udcff/\udcfe/x.txt", b"1")
    put(tmp_path, "bukti/2024/\udcfe/\udcff/x.txt", b"2")
    found = {file.path: place_of(tmp_path, file.path) for file in taken(tmp_path).files}
    assert [(path, place.read_bytes()) for path, place in sorted(found.items())] == [
        ("bukti/2024/\ufffd (2)/\ufffd/x.txt", b"1"),
        ("bukti/2024/\ufffd/\ufffd/x.txt", b"2"),
    ]


@given(st.sets(st.text(st.characters(codec=None, exclude_characters="/\0"), min_size=1)))
def test_shown_names_are_unique_writable_and_the_same_in_any_order(names: set[str]) -> None:
    shown = shown_names(names)
    assert shown == shown_names(sorted(names, reverse=True))
    assert len(set(shown.values())) == len(names)
    for real, name in shown.items():
        name.encode()
        if not any("\ud800" <= character <= "\udfff" for character in real):
            assert name == real


# Memory ---------------------------------------------------------------------------------------


@pytest.fixture
def hashed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """List the names of files that are really opened; all that is older than now is settled."""
    opened: list[str] = []
    look_at = inventory_module._look_at

    def noting(file: Any) -> Any:
        opened.append(Path(file.place).name)
        return look_at(file)

    monkeypatch.setattr(inventory_module, "_look_at", noting)
    monkeypatch.setattr(inventory_module, "_SETTLED", 0)
    return opened


def test_a_file_is_hashed_once(tmp_path: Path, hashed: list[str]) -> None:
    put(tmp_path, "bukti/2024/JEN-01/x.txt")
    with open_cache(tmp_path) as cache:
        first = taken(tmp_path, cache=cache)
        assert taken(tmp_path, cache=cache) == first
    assert hashed == ["x.txt"]


def test_a_file_changed_or_exchanged_is_hashed_again(tmp_path: Path, hashed: list[str]) -> None:
    place = put(tmp_path, "bukti/2024/x.txt", b"satu")
    with open_cache(tmp_path) as cache:
        taken(tmp_path, cache=cache)
        place.unlink()
        put(tmp_path, "bukti/2024/x.txt", b"dua!")  # the same name, size and time of change
        (file,) = taken(tmp_path, cache=cache).files
    assert file.sha256 == hashlib.sha256(b"dua!").hexdigest()
    assert hashed == ["x.txt", "x.txt"]


def test_a_file_changed_a_moment_ago_is_not_trusted_yet(
    tmp_path: Path, hashed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inventory_module, "_SETTLED", 60 * 10**9)
    put(tmp_path, "bukti/2024/x.txt")
    with open_cache(tmp_path) as cache:
        taken(tmp_path, cache=cache)
        taken(tmp_path, cache=cache)
    assert hashed == ["x.txt", "x.txt"]


def test_the_order_on_disk_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("b", "a", "c/d", "c/a", "JEN-01/x"):
        put(tmp_path, f"bukti/2024/{name}.txt")
    first = taken(tmp_path)
    scandir = os.scandir

    class Reversed:
        def __init__(self, path: str) -> None:
            with scandir(path) as listing:
                self._entries = list(listing)[::-1]

        def __enter__(self) -> Any:
            return iter(self._entries)

        def __exit__(self, *error: object) -> None:
            pass

    monkeypatch.setattr(os, "scandir", Reversed)
    assert taken(tmp_path) == first
