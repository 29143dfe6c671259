"""Which engine is found, and what is said where there is none."""

import os
import stat
import sys
from pathlib import Path

import pytest

from emonev.errors import EmonevError
from emonev.evidence.ocr import CHOICES, find, find_engine, find_second
from emonev.evidence.ocr.version import version_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the fakes are shell scripts")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine on which nothing is installed; what a test adds is all there is."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    monkeypatch.setattr(find, "find_spec", lambda _: None)
    return tmp_path


def install(
    machine: Path, *languages: str, data: str = "share/tessdata", says: str = "tesseract 5.3.0"
) -> Path:
    program = machine / "bin" / "tesseract"
    program.write_text(f"#!/bin/sh\necho '{says}'\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    (machine / data).mkdir(parents=True, exist_ok=True)
    for language in languages:
        (machine / data / f"{language}.traineddata").write_bytes(b"data")
    return program


def install_package(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, version in (("rapidocr", "3.10.0"), ("onnxruntime", "1.31.1")):
        (machine / name).mkdir()
        (machine / name / "__init__.py").touch()
        (machine / f"{name}-{version}.dist-info").mkdir()
    monkeypatch.setattr(
        find,
        "find_spec",
        lambda name: type("Spec", (), {"origin": str(machine / name / "__init__.py")}),
    )


def test_off_is_none_even_where_there_are_engines(machine: Path) -> None:
    install(machine, "ind")
    assert find_engine("off") is None


def test_without_any_engine_auto_is_none(machine: Path) -> None:
    assert find_engine("auto") is None


@pytest.mark.parametrize(
    "data",
    ["share/tesseract-ocr/5/tessdata", "share/tesseract-ocr/4.00/tessdata", "share/tessdata",
     "share/tesseract/tessdata", "bin/tessdata"],
)  # fmt: skip
def test_language_data_is_found_where_systems_put_it(machine: Path, data: str) -> None:
    program = install(machine, "ind", "eng", "osd", data=data)
    engine = find_engine("auto")
    assert engine
    assert (engine.name, engine.language, engine.turns) == ("tesseract", "ind", True)
    assert (engine.program, engine.data) == (str(program), str(machine / data))
    assert engine.describe() == "tesseract 5.3.0 ind"


def test_language_data_is_found_behind_a_link_and_where_the_user_says(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = install(machine, "ind", data="cellar/5.3.0/share/tessdata")
    (machine / "cellar/5.3.0/bin").mkdir()
    program.rename(machine / "cellar/5.3.0/bin/tesseract")
    program.symlink_to(machine / "cellar/5.3.0/bin/tesseract")
    linked = find_engine("tesseract")
    assert linked
    assert Path(linked.data) == machine / "cellar/5.3.0/share/tessdata"
    (machine / "own").mkdir()
    (machine / "own" / "ind.traineddata").touch()
    monkeypatch.setenv("TESSDATA_PREFIX", str(machine / "own"))
    chosen = find_engine("tesseract")
    assert chosen
    assert Path(chosen.data) == machine / "own"


@pytest.mark.parametrize(
    ("languages", "language"),
    [(("eng", "ind"), "ind"), (("eng", "msa"), "msa"), (("eng", "deu"), "eng")],
)
def test_the_language_nearest_to_indonesian_is_taken(
    machine: Path, languages: tuple[str, ...], language: str
) -> None:
    install(machine, *languages)
    engine = find_engine("tesseract")
    assert engine
    assert engine.language == language
    assert not engine.turns


def test_the_edition_changes_with_program_and_data_and_with_nothing_else(machine: Path) -> None:
    program = install(machine, "ind", "osd")
    before = find_engine("auto")
    assert before == find_engine("auto")
    editions = {before.edition if before else ""}
    for path in (program, *sorted((machine / "share/tessdata").iterdir())):
        os.utime(path, (1, 1))
        engine = find_engine("auto")
        editions.add(engine.edition if engine else "")
    assert len(editions) == 4


def test_rapidocr_is_found_without_being_imported(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_package(machine, monkeypatch)
    loaded = set(sys.modules)
    engine = find_engine("auto")
    assert engine
    assert engine.describe() == "rapidocr 3.10.0 latin"
    assert engine.memory > 2 * 1024**3
    assert not {"rapidocr", "onnxruntime", "numpy"} & (set(sys.modules) - loaded)


def test_tesseract_with_indonesian_comes_before_rapidocr(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install_package(machine, monkeypatch)
    install(machine, "ind")
    engine = find_engine("auto")
    assert engine
    assert engine.name == "tesseract"


def test_rapidocr_looks_again_at_what_tesseract_reads_unless_an_engine_was_chosen(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(machine, "eng")
    first = find_engine("auto")
    assert first
    assert find_second("auto", first) is None
    install_package(machine, monkeypatch)
    second = find_second("auto", first)
    assert second
    assert second.name == "rapidocr"
    assert find_second("tesseract", first) is None
    assert find_second("auto", second) is None


@pytest.mark.parametrize("choice", ["tesseract", "rapidocr"])
def test_an_engine_that_is_asked_for_and_missing_says_how_to_get_it(
    machine: Path, choice: str
) -> None:
    with pytest.raises(EmonevError) as caught:
        find_engine(choice)
    assert caught.value.slug == "ocr-missing"
    remedy = caught.value.remedy
    assert remedy
    for system in ("Windows", "Debian", "macOS"):
        assert system in remedy.id
        assert system in remedy.en


def test_tesseract_without_language_data_is_said_to_be_there(machine: Path) -> None:
    program = install(machine, "deu")
    assert find_engine("auto") is None
    with pytest.raises(EmonevError) as caught:
        find_engine("tesseract")
    assert str(program) in caught.value.message.id


def test_an_unknown_engine_names_the_known_ones() -> None:
    with pytest.raises(EmonevError) as caught:
        find_engine("tesserakt")
    assert caught.value.slug == "ocr-unknown"
    assert all(choice in caught.value.message.id for choice in CHOICES)


@pytest.mark.parametrize(
    ("says", "version"),
    [
        ("tesseract v5.4.0.20240606", "5.4.0.20240606"),
        ("tesseract 4.1.1-rc2", "4.1.1"),
        ("halo", "?"),
    ],
)
def test_the_version_is_read_off_what_the_program_says(
    machine: Path, says: str, version: str
) -> None:
    assert version_of("tesseract", str(install(machine, "ind", says=says))) == version


def test_a_program_that_cannot_be_started_has_no_version(tmp_path: Path) -> None:
    assert version_of("tesseract", str(tmp_path / "tesseract")) == "?"
    assert version_of("rapidocr", str(tmp_path / "rapidocr")) == "?"
