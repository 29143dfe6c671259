import os
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from jinja2.bccache import FileSystemBytecodeCache

from emonev.render.compiled import compiled_templates


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path


def test_a_template_is_compiled_once_for_all_runs(own: Path) -> None:
    assert _drawn() == "1"
    kept = [path for path in own.rglob("*") if path.is_file()]
    assert len(kept) == 1
    before = kept[0].stat().st_mtime_ns
    assert _drawn() == "1"
    assert kept[0].stat().st_mtime_ns == before


def test_a_changed_template_is_compiled_again(own: Path) -> None:
    assert _drawn("{{ 1 }}") == "1"
    assert _drawn("{{ 2 }}") == "2"


@pytest.mark.parametrize("rubbish", [b"", b"j2", b"\0" * 200])
def test_a_broken_file_is_compiled_again(own: Path, rubbish: bytes) -> None:
    _drawn()
    for path in own.rglob("*.cache"):
        path.write_bytes(rubbish)
    assert _drawn() == "1"


def test_a_full_disk_costs_only_the_gain(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(FileSystemBytecodeCache, "dump_bytecode", full)
    assert _drawn() == "1"


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps others out of it")
def test_a_folder_that_others_may_write_to_is_not_used(own: Path) -> None:
    _drawn()
    place = own / "emonev" / "templates"
    assert place.stat().st_mode & 0o777 == 0o700
    place.chmod(0o777)
    assert compiled_templates() is None
    place.chmod(0o700)
    assert compiled_templates() is not None


@pytest.mark.skipif(os.name != "posix", reason="as above")
def test_a_folder_of_somebody_else_is_not_used(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _drawn()
    monkeypatch.setattr(os, "getuid", lambda: -1)
    assert compiled_templates() is None


def test_where_there_can_be_no_folder_templates_are_compiled_each_time(own: Path) -> None:
    (own / "emonev").write_text("no folder", encoding="utf-8")
    assert compiled_templates() is None
    assert _drawn() == "1"


def _drawn(source: str = "{{ 1 }}") -> str:
    loader = DictLoader({"page": source})
    return (
        Environment(loader=loader, bytecode_cache=compiled_templates())
        .get_template("page")
        .render()
    )
