"""The OCR engines: which are installed, in which languages they read, and which one is used."""

from collections.abc import Iterator
from pathlib import Path

from emonev.doctor.examined import Examined
from emonev.errors import EmonevError
from emonev.evidence.ocr import Engine, find_engine, find_second
from emonev.language import say
from emonev.model.text import Text

_FOUND = Text(
    "{name} {version} di {place}; bahasa: {languages}",
    "{name} {version} at {place}; languages: {languages}",
)
_USED = Text(
    "Halaman pindaian dibaca dengan {name} (--ocr auto)",
    "Scanned pages are read by {name} (--ocr auto)",
)
_USED_BOTH = Text(
    "Halaman pindaian dibaca dengan {name}; yang terbaca kurang pasti atau tidak utuh dibaca lagi "
    "dengan {second} (--ocr auto)",
    "Scanned pages are read by {name}; what it reads unsurely or not whole is read again by {second} "
    "(--ocr auto)",
)
_NO_SECOND = Text(
    "Halaman yang terbaca buruk tidak dibaca lagi dengan mesin kedua: RapidOCR menemukan hampir "
    "separuh kata yang terlewat di halaman seperti itu",
    "Pages that are read poorly are not read again by a second engine: on such pages RapidOCR finds "
    "nearly half of the words that were lost",
)
_NONE = Text(
    "OCR tidak terpasang; halaman pindaian tidak terbaca, dan temuannya menunggu telaah",
    "No OCR is installed; scanned pages cannot be read, and findings on them await review",
)
_POOR = Text(
    "{name} membaca tanpa data bahasa Indonesia, sehingga lebih sering keliru",
    "{name} reads without language data for Indonesian, and errs more often",
)
_NO_TURNS = Text(
    "{name} menegakkan halaman terbalik dengan mencoba setiap arah, sehingga lebih lambat: data "
    "“osd” tidak ada",
    "{name} turns pages upright by trying each way, which takes longer: the data “osd” is missing",
)
WAYS = (
    Text(
        "Debian, Ubuntu: sudo apt install tesseract-ocr tesseract-ocr-ind",
        "Debian, Ubuntu: sudo apt install tesseract-ocr tesseract-ocr-ind",
    ),
    Text(
        "macOS: brew install tesseract tesseract-lang",
        "macOS: brew install tesseract tesseract-lang",
    ),
    Text(
        "Windows: pasang Tesseract dari UB Mannheim dan centang bahasa “Indonesian”",
        "Windows: install Tesseract from UB Mannheim and tick the language “Indonesian”",
    ),
    Text(
        "Di mana pun, tanpa Tesseract (lebih lambat): pip install 'emonev[ocr]'",
        "Anywhere, without Tesseract (slower): pip install 'emonev[ocr]'",
    ),
)
_ADD_SECOND = Text(
    "Di mana pun (350 MB): pip install 'emonev[ocr]'",
    "Anywhere (350 MB): pip install 'emonev[ocr]'",
)


def on_engines() -> Iterator[Examined]:
    """Yield every engine that is there, and what is wanting."""
    for engine in filter(None, map(_engine, ("tesseract", "rapidocr"))):
        yield Examined(part="ocr", state="good", told=_found(engine))
    used = find_engine("auto")
    if used is None:
        yield Examined(part="ocr", state="advice", told=_NONE, remedy=WAYS)
        return
    second = find_second("auto", used)
    yield Examined(part="ocr", state="good", told=_how_read(used, second))
    if used.name == "tesseract":
        yield from _wanting(used)
        if second is None:
            yield Examined(part="ocr", state="advice", told=_NO_SECOND, remedy=(_ADD_SECOND,))


def _engine(name: str) -> Engine | None:
    try:
        return find_engine(name)
    except EmonevError:
        return None


def _found(engine: Engine) -> Text:
    languages = _languages_in(engine.data) if engine.data else engine.language
    return say(
        _FOUND, name=engine.name, version=engine.version, place=engine.program, languages=languages
    )


def _how_read(used: Engine, second: Engine | None) -> Text:
    if second is None:
        return say(_USED, name=used.name)
    return say(_USED_BOTH, name=used.name, second=second.name)


def _wanting(engine: Engine) -> Iterator[Examined]:
    ways = WAYS[:3]
    if engine.language != "ind":
        yield Examined(part="ocr", state="advice", told=say(_POOR, name=engine.name), remedy=ways)
    if not engine.turns:
        yield Examined(
            part="ocr", state="advice", told=say(_NO_TURNS, name=engine.name), remedy=ways
        )


def _languages_in(folder: str) -> str:
    names = sorted(file.name.partition(".")[0] for file in Path(folder).glob("*.traineddata"))
    return ", ".join(names)
