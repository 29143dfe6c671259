"""What is in the way of writing a result, and must not cost the earlier one or anybody's file."""

import resource
from pathlib import Path

from tests.hostile.playing import contents, room, scored, small_disk, without_override

_OWN_FILES = ("cache.sqlite-wal", "cache.sqlite-shm", "cache.sqlite-journal", "again.json")


def a_closed_output_folder(folder: Path, _place: Path) -> None:
    assert scored(folder).code == 0
    output = folder / "laporan"
    earlier = contents(output)
    output.chmod(0o555)
    try:
        ended = scored(folder, "--no-cache", before=without_override())
        assert ended.code == 2
        assert "(not-writable)" in ended.said
        assert ended.result is not None
        assert contents(output) == earlier
    finally:
        output.chmod(0o755)


def a_full_disk(folder: Path, _place: Path) -> None:
    """A disk of 64 kB under the output folder and the cache, where we may mount one."""
    assert scored(folder).code == 0
    earlier = contents(folder / "laporan")
    with small_disk(folder / "laporan"), small_disk(folder / ".emonev"):
        for name, content in earlier.items():
            (folder / "laporan" / name).write_bytes(content[:20_000])
        (folder / "laporan/penuh").write_bytes(b"x" * room(folder / "laporan"))
        (folder / ".emonev/penuh").write_bytes(b"x" * room(folder / ".emonev"))
        full = contents(folder / "laporan")
        ended = scored(folder)
        assert ended.code == 2
        assert "(disk-full)" in ended.said
        assert ended.result is not None
        assert contents(folder / "laporan") == full


def files_may_not_grow(folder: Path, _place: Path) -> None:
    """A limit of the system on the size of files: as far as a full disk can be had anywhere."""
    assert scored(folder).code == 0
    earlier = contents(folder / "laporan")

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3_000, 3_000))

    ended = scored(folder, preexec_fn=limited)
    assert ended.code == 2
    assert "(not-written)" in ended.said
    assert contents(folder / "laporan") == earlier


def an_output_folder_elsewhere(folder: Path, _place: Path) -> None:
    elsewhere = folder.parent / "luar"
    elsewhere.mkdir()
    (folder / "laporan").symlink_to(elsewhere)
    ended = scored(folder)
    assert ended.code == 2
    assert "(output-outside)" in ended.said
    assert list(elsewhere.iterdir()) == []


def a_result_that_is_a_link(folder: Path, _place: Path) -> None:
    precious = folder.parent / "berharga.txt"
    precious.write_text("milik orang", encoding="utf-8")
    (folder / "laporan").mkdir()
    for name in ("2024.json", "2024.html"):
        (folder / "laporan" / name).symlink_to(precious)
    assert scored(folder).code == 0
    assert precious.read_text(encoding="utf-8") == "milik orang"
    assert not (folder / "laporan/2024.json").is_symlink()


def links_among_our_own_files(folder: Path, _place: Path) -> None:
    precious = folder.parent / "berharga.txt"
    precious.write_text("milik orang", encoding="utf-8")
    for with_cache in (False, True):
        if with_cache:
            (folder / ".emonev/cache.sqlite").unlink()
            assert scored(folder).code == 0
        for name in _OWN_FILES if with_cache else ("cache.sqlite", *_OWN_FILES):
            link = folder / ".emonev" / name
            link.parent.mkdir(exist_ok=True)
            link.unlink(missing_ok=True)
            link.symlink_to(precious)
        assert scored(folder).code == 0
        assert precious.read_text(encoding="utf-8") == "milik orang"
