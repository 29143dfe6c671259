"""Saved results, read back exactly as they were written."""

from pathlib import Path

import msgspec

from emonev.errors import EmonevError, reason_of
from emonev.language import say
from emonev.load.bare import BareAssessment
from emonev.load.collector import without_collector
from emonev.load.faults import shown
from emonev.load.figures import unsound_figure
from emonev.model.assessment import SCHEMA, Assessment
from emonev.model.exact import decode
from emonev.model.text import Text

LARGEST = 256 * 1024**2

_MISSING = Text("berkas hasil {path} tidak ada", "there is no result file {path}")
_MEND_MISSING = Text(
    "Buat dahulu dengan “emonev score”, atau periksa namanya.",
    "Make it with “emonev score” first, or check its name.",
)
_UNREADABLE = Text("berkas {path} tidak dapat dibuka: {reason}", "cannot open {path}: {reason}")
_TOO_LARGE = Text(
    "berkas {path} lebih dari {limit} MB; ini bukan hasil emonev",
    "{path} is over {limit} MB; that is no result of emonev",
)
_NOT_JSON = Text(
    "berkas {path} rusak atau bukan hasil emonev", "{path} is damaged or no result of emonev"
)
_OTHER_SCHEMA = Text(
    "berkas {path} berjenis “{seen}”, bukan “{wanted}”",
    "{path} is of the kind “{seen}”, not “{wanted}”",
)
_MEND_SCHEMA = Text(
    "Pilih berkas laporan/<tahun>.json; bila dibuat oleh emonev yang lebih baru, perbarui program.",
    "Choose a laporan/<year>.json; if a newer emonev made it, update the program.",
)
_NOT_WHOLE = Text(
    "berkas {path} tidak utuh di {place}: {reason}", "{path} is not sound at {place}: {reason}"
)
_SCORE_AGAIN = Text(
    "Ambil salinannya yang utuh, atau nilai ulang dengan “emonev score”.",
    "Get a sound copy of it, or score again with “emonev score”.",
)


class _Label(msgspec.Struct):
    """What a file that is no result says it is."""

    schema: str = ""


def load_assessment(path: Path, *, bare: bool = False) -> Assessment:
    """Return a saved result; raises EmonevError for anything that is not one.

    A bare one has findings without words and proofs: enough to compare it, and sooner read.
    """
    content = _content(path)
    kind = BareAssessment if bare else Assessment
    try:
        with without_collector():
            assessment = msgspec.json.decode(content, type=kind, dec_hook=decode)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _told(content, error, shown(str(path), 200)) from None
    if unsound := unsound_figure(assessment):
        name, place, figure = shown(str(path), 200), shown(unsound[0]), shown(unsound[1])
        told = say(_NOT_WHOLE, path=name, place=place, reason=figure)
        raise EmonevError("result-damaged", told, _SCORE_AGAIN)
    return assessment


def _content(path: Path) -> bytes:
    name = shown(str(path), 200)
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise EmonevError("result-missing", say(_MISSING, path=name), _MEND_MISSING) from None
    except (OSError, ValueError) as error:
        reason = reason_of(error) if isinstance(error, OSError) else str(error)
        told = say(_UNREADABLE, path=name, reason=reason)
        raise EmonevError("result-unreadable", told) from None
    if len(content) > LARGEST:
        told = say(_TOO_LARGE, path=name, limit=LARGEST // 1024**2)
        raise EmonevError("result-too-large", told, _MEND_SCHEMA)
    return content.removeprefix(b"\xef\xbb\xbf")


def _told(content: bytes, error: Exception, name: str) -> EmonevError:
    """Return what is wrong; that a file is of another kind is told before what it lacks."""
    try:
        label = msgspec.json.decode(content, type=_Label)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return EmonevError("result-damaged", say(_NOT_JSON, path=name), _SCORE_AGAIN)
    if label.schema != SCHEMA:
        told = say(_OTHER_SCHEMA, path=name, seen=shown(label.schema), wanted=SCHEMA)
        return EmonevError("result-schema", told, _MEND_SCHEMA)
    reason, _, place = str(error).partition(" - at `")
    told = say(
        _NOT_WHOLE, path=name, place=shown(place.rstrip("`")) or "$", reason=shown(reason, 120)
    )
    return EmonevError("result-damaged", told, _SCORE_AGAIN)
