"""Bytes to text, where a file does not reliably say how it was written."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16: must be asked first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_SAMPLE = 64 * 1024


def decoded(content: bytes, declared: str = "") -> str:
    """Return the text: by byte order mark, as declared, as UTF-8, else by what it looks like.

    Bytes that make no sense become replacement signs; nothing is ever refused.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    wide = _wide(content[:_SAMPLE])
    if wide:
        return content.decode(wide, "replace")
    for encoding in dict.fromkeys((declared or "utf-8", "utf-8")):
        text = _attempt(content, encoding)
        if text is not None:
            return text
    return content.decode(_guess(content[:_SAMPLE]), "replace")


def declared_charset(content: bytes) -> str:
    """Return the charset that an HTML page declares in its head, or nothing."""
    found = _DECLARED.search(content[:4096])
    return found[1].decode("ascii") if found else ""


def _wide(sample: bytes) -> str:
    """Recognise UTF-16 without a mark: every other byte of Latin text is zero."""
    if b"\0" not in sample or len(sample) < 4:
        return ""
    half = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.4 and odd < half * 0.1 else ""


def _attempt(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except (UnicodeError, LookupError, ValueError):
        return None
    # Codecs such as "hex" or "idna" are no charsets of a page.
    return text if isinstance(text, str) else None


def _guess(sample: bytes) -> str:
    """Return Windows-1252 where few bytes are not ASCII, as in Indonesian; else ask a detector."""
    foreign = sum(byte > 127 for byte in sample)
    if foreign * 20 < len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes  # 40 ms to import, and rarely needed

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"
