import errno
import os
from pathlib import Path

import pytest

from emonev.errors import EmonevError
from emonev.render.atomic import write_atomically


def test_a_result_is_written_and_replaced_with_nothing_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "laporan" / "2024.json"
    write_atomically(target, b"satu")
    write_atomically(target, b"dua")
    assert target.read_bytes() == b"dua"
    assert list(target.parent.iterdir()) == [target]


def test_what_a_killed_run_left_is_swept_and_what_another_run_writes_is_not(
    tmp_path: Path,
) -> None:
    old, fresh = tmp_path / ".2024[1].json.abandon.tmp", tmp_path / ".2024[1].json.written.tmp"
    others = [tmp_path / ".2023.json.abandon.tmp", tmp_path / "2024[1].json.mine.tmp"]
    for left in (old, fresh, *others):
        left.write_bytes(b"half")
    for left in (old, *others):
        os.utime(left, (1_700_000_000, 1_700_000_000))
    write_atomically(tmp_path / "2024[1].json", b"whole")
    assert {path.name for path in tmp_path.iterdir()} == {
        "2024[1].json", fresh.name, *(other.name for other in others),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("number", "slug"),
    [
        (errno.ENOSPC, "disk-full"),
        (errno.EDQUOT, "disk-full"),
        (errno.EACCES, "not-writable"),
        (errno.EIO, "not-written"),
    ],
)
def test_a_refused_write_is_told_and_leaves_the_earlier_result_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, slug: str
) -> None:
    target = tmp_path / "2024.json"
    target.write_bytes(b"lama")

    def refuse(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(EmonevError) as caught:
        write_atomically(target, b"baru")
    assert caught.value.slug == slug
    assert caught.value.remedy is not None
    assert str(target) in caught.value.message.id
    assert target.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_open_in_another_program_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_use(_source: str, _target: Path) -> None:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(os, "replace", in_use)
    with pytest.raises(EmonevError) as caught:
        write_atomically(tmp_path / "2024.html", b"baru")
    assert caught.value.slug == "not-writable"
    assert caught.value.remedy is not None
    assert "Tutup berkas itu" in caught.value.remedy.id


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "laporan").write_bytes(b"")
    with pytest.raises(EmonevError) as caught:
        write_atomically(tmp_path / "laporan" / "2024.json", b"baru")
    assert caught.value.slug == "not-written"


@pytest.mark.skipif(os.name != "posix", reason="rights of this kind are a matter of POSIX")
def test_a_result_may_be_read_by_those_who_may_read_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "biasa").write_bytes(b"")
    write_atomically(tmp_path / "hasil", b"")
    assert (tmp_path / "hasil").stat().st_mode == (tmp_path / "biasa").stat().st_mode
