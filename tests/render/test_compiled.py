import tempfile
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment
from jinja2.bccache import FileSystemBytecodeCache

from emonev.render.compiled import compiled_templates


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def test_a_template_is_compiled_once_for_all_runs(temporary: Path) -> None:
    assert _drawn() == "1"
    kept = [path for path in temporary.rglob("*") if path.is_file()]
    assert len(kept) == 1
    before = kept[0].stat().st_mtime_ns
    assert _drawn() == "1"
    assert kept[0].stat().st_mtime_ns == before


def test_a_changed_template_is_compiled_again(temporary: Path) -> None:
    assert _drawn("{{ 1 }}") == "1"
    assert _drawn("{{ 2 }}") == "2"


@pytest.mark.parametrize("rubbish", [b"", b"j2", b"\0" * 200])
def test_a_broken_file_is_compiled_again(temporary: Path, rubbish: bytes) -> None:
    _drawn()
    for path in temporary.rglob("*.cache"):
        path.write_bytes(rubbish)
    assert _drawn() == "1"


def test_a_full_disk_costs_only_the_gain(temporary: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(FileSystemBytecodeCache, "dump_bytecode", full)
    assert _drawn() == "1"


def test_a_folder_that_cannot_be_trusted_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    def untrusted(_cache: object) -> str:
        raise RuntimeError("not ours")

    monkeypatch.setattr(FileSystemBytecodeCache, "_get_default_cache_dir", untrusted)
    assert compiled_templates() is None
    assert _drawn() == "1"


def _drawn(source: str = "{{ 1 }}") -> str:
    loader = DictLoader({"page": source})
    return (
        Environment(loader=loader, bytecode_cache=compiled_templates())
        .get_template("page")
        .render()
    )
