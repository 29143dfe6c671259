"""Which engine is installed: Tesseract in its usual places, RapidOCR among the Python packages."""

import os
import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from emonev.errors import EmonevError
from emonev.evidence.ocr.engine import CHOICES, Engine, edition_of
from emonev.language import say
from emonev.model.text import Text

_LANGUAGES = ("ind", "msa", "eng")  # the best first: Malay has Indonesian's letters and most words
_TURNS = "osd"
# Where UB Mannheim's installer for Windows puts Tesseract, for everyone and for one user.
_ON_WINDOWS = (
    ("ProgramFiles", "Tesseract-OCR"),
    ("ProgramFiles(x86)", "Tesseract-OCR"),
    ("LOCALAPPDATA", "Programs/Tesseract-OCR"),
    ("LOCALAPPDATA", "Tesseract-OCR"),
)
_BESIDE = (
    "tessdata",  # Windows
    "../share/tesseract-ocr/5/tessdata",  # Debian, Ubuntu
    "../share/tesseract-ocr/4.00/tessdata",
    "../share/tessdata",  # Homebrew, Arch
    "../share/tesseract/tessdata",  # Fedora
    "../../../../share/tessdata",  # Homebrew, from the folder of the release
)

_UNKNOWN = Text(
    "Mesin OCR “{choice}” tidak dikenal; pilihannya: {known}.",
    "There is no OCR engine “{choice}”; the choices are {known}.",
)
_NO_TESSERACT = Text("Tesseract tidak terpasang.", "Tesseract is not installed.")
_NO_LANGUAGE = Text(
    "Tesseract terpasang di {program}, tetapi tanpa data bahasa Indonesia.",
    "Tesseract is installed at {program}, but without language data for Indonesian.",
)
_NO_RAPIDOCR = Text("RapidOCR tidak terpasang.", "RapidOCR is not installed.")
INSTALL_TESSERACT = Text(
    "Debian dan Ubuntu: sudo apt install tesseract-ocr tesseract-ocr-ind. "
    "macOS: brew install tesseract tesseract-lang. "
    "Windows: pasang Tesseract dari UB Mannheim dan centang bahasa “Indonesian”.",
    "Debian and Ubuntu: sudo apt install tesseract-ocr tesseract-ocr-ind. "
    "macOS: brew install tesseract tesseract-lang. "
    "Windows: install Tesseract from UB Mannheim and tick the language “Indonesian”.",
)
INSTALL_RAPIDOCR = Text(
    "Windows, Debian, dan macOS: pip install 'emonev[ocr]'.",
    "Windows, Debian and macOS: pip install 'emonev[ocr]'.",
)


def find_engine(choice: str) -> Engine | None:
    """Return the engine to read with; None where it is off, or `auto` finds none.

    Raises EmonevError for an engine that is asked for and not installed.
    """
    if choice == "off":
        return None
    if choice == "tesseract":
        return _tesseract() or _raise_no_tesseract()
    if choice == "rapidocr":
        return _rapidocr() or _raise(_NO_RAPIDOCR, INSTALL_RAPIDOCR)
    if choice == "auto":
        return _best()
    known = ", ".join(CHOICES)
    raise EmonevError("ocr-unknown", say(_UNKNOWN, choice=choice, known=known))


def find_second(choice: str, first: Engine) -> Engine | None:
    """Return the engine that looks again at what the first one read; none where one was chosen."""
    return _rapidocr() if choice == "auto" and first.name == "tesseract" else None


def _best() -> Engine | None:
    """Return what reads Indonesian best, by the table of docs/ocr.md."""
    tesseract = _tesseract()
    if tesseract and tesseract.language == _LANGUAGES[0]:
        return tesseract
    return tesseract or _rapidocr()


def _tesseract() -> Engine | None:
    program = tesseract_program()
    data = _data_of(program) if program else None
    if program is None or data is None:
        return None
    language = next((each for each in _LANGUAGES if _trained(data, each).is_file()), None)
    if language is None:
        return None
    turns = _trained(data, _TURNS)
    files = [program, _trained(data, language), *([turns] if turns.is_file() else [])]
    return Engine(
        name="tesseract",
        program=str(program),
        language=language,
        data=str(data),
        turns=turns.is_file(),
        edition=edition_of("tesseract", language, tuple(files)),
    )


def tesseract_program() -> Path | None:
    """Return Tesseract's executable, with or without language data; None where there is none."""
    for place in _programs():
        if place.is_file():
            return place
    return None


def _programs() -> Iterator[Path]:
    found = shutil.which("tesseract")
    if found:
        yield Path(found).absolute()
    if sys.platform == "win32":
        for variable, folder in _ON_WINDOWS:
            if root := os.environ.get(variable):
                yield Path(root) / folder / "tesseract.exe"


def _data_of(program: Path) -> Path | None:
    """Return the folder of language data that goes with a program, by where such folders are."""
    for folder in _data_folders(program):
        if any(_trained(folder, language).is_file() for language in _LANGUAGES):
            return folder
    return None


def _data_folders(program: Path) -> Iterator[Path]:
    if chosen := os.environ.get("TESSDATA_PREFIX"):
        yield Path(chosen)
        yield Path(chosen) / "tessdata"
    for start in dict.fromkeys((program.parent, program.resolve().parent)):
        for way in _BESIDE:
            yield Path(os.path.normpath(start / way))


def _trained(data: Path, language: str) -> Path:
    return data / f"{language}.traineddata"


def _rapidocr() -> Engine | None:
    folders = [_package(name) for name in ("rapidocr", "onnxruntime")]
    if None in folders:
        return None
    files = tuple(folder / "__init__.py" for folder in folders if folder)
    return Engine(
        name="rapidocr",
        program=str(files[0].parent),
        language="latin",
        edition=edition_of("rapidocr", "latin", files),
    )


def _package(name: str) -> Path | None:
    """Return where a package is, without importing it."""
    spec = find_spec(name)
    return Path(spec.origin).parent if spec and spec.origin else None


def _raise_no_tesseract() -> Engine:
    program = tesseract_program()
    if program is None:
        return _raise(_NO_TESSERACT, INSTALL_TESSERACT)
    return _raise(say(_NO_LANGUAGE, program=str(program)), INSTALL_TESSERACT)


def _raise(message: Text, remedy: Text) -> Engine:
    raise EmonevError("ocr-missing", message, remedy)
