"""Bytes made into text, whatever editor saved them: UTF-8 or UTF-16, with or without a mark."""

import codecs
import re
from typing import NamedTuple

from emonev.language import say
from emonev.load.faults import Faults
from emonev.model.text import Text

_MARKS = (  # the longer first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What YAML does not take; JSON's surrogates cannot come out of a strict decoder.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")

_NOT_UTF8 = Text(
    "byte 0x{byte} bukan teks UTF-8{meant}",
    "byte 0x{byte} is not UTF-8 text{meant}",
)
_MEANT = Text("; mungkin maksudnya “{sign}”", "; “{sign}” may be meant")
_SAVE_AS_UTF8 = Text(
    "Simpan ulang sebagai UTF-8 (Notepad: Simpan Sebagai, lalu Pengodean: UTF-8).",
    "Save it again as UTF-8 (Notepad: Save As, then Encoding: UTF-8).",
)
_DAMAGED = Text(
    "isi berkas bukan teks {encoding} yang utuh", "the content is not sound {encoding} text"
)
_CONTROL = Text(
    "tanda kendali U+{code} tidak boleh ada dalam teks",
    "the control character U+{code} must not stand in a text",
)
_DELETE_CONTROL = Text(
    "Hapus tanda yang tidak tampak itu; ketik ulang barisnya bila perlu.",
    "Delete the invisible character; type the line anew if need be.",
)


class Place(NamedTuple):
    """Line and column from 0."""

    line: int
    column: int


def text_of(content: bytes, faults: Faults) -> str:
    """Return the text of a file's bytes; raises FaultyFileError where they are not text."""
    encoding = _encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(content, encoding, error.start, faults) from None
    text = text.removeprefix("\ufeff")
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        code = f"{ord(forbidden[0]):04X}"
        place = _place(text, forbidden.start())
        raise faults.give_up("control-character", place, say(_CONTROL, code=code), _DELETE_CONTROL)
    return text


def _encoding(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    if content[1:2] == b"\0" and content[:1] != b"\0":
        return "utf-16-le"  # PowerShell's `>` and old Notepads leave the mark out at times
    if content[:1] == b"\0" and content[1:2] != b"\0":
        return "utf-16-be"
    return "utf-8"


def _undecodable(content: bytes, encoding: str, at: int, faults: Faults) -> Exception:
    if not encoding.startswith("utf-8"):
        message = say(_DAMAGED, encoding=encoding.upper())
        return faults.give_up("damaged-text", None, message, _SAVE_AS_UTF8)
    sign = content[at : at + 1].decode("cp1252", errors="ignore")
    meant = say(_MEANT, sign=sign) if sign.isprintable() and sign else Text("", "")
    message = say(_NOT_UTF8, byte=f"{content[at]:02X}", meant=meant)
    before = content[:at].decode(encoding)
    return faults.give_up("not-utf-8", _place(before, len(before)), message, _SAVE_AS_UTF8)


def _place(text: str, at: int) -> Place:
    before = text[:at].replace("\r\n", "\n").replace("\r", "\n")
    return Place(before.count("\n"), len(before) - before.rfind("\n") - 1)
