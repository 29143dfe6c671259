"""Whether a signed message is small enough in every part to be handed to a parser.

A parser in Python takes minutes over two million empty certificates, or over an object identifier
of a megabyte. Headers follow each other in one line, so that looking at them needs no recursion.
"""

_ELEMENTS = 50_000
_IDENTIFIER = 64  # bytes of an object identifier
_NUMBER = 4096  # bytes of an integer
_OBJECT_IDENTIFIER, _INTEGER = 0x06, 0x02
_CONSTRUCTED, _LONG_TAG, _INDEFINITE = 0x20, 0x1F, 0x80


def is_modest(message: bytes) -> bool:
    """Say whether no part of a message in BER or DER is absurd, and the parts are not too many."""
    at, end, elements = 0, _end_of(message), 0
    while at < end:
        elements += 1
        tag = message[at]
        start, length = _content(message, at)
        if start < 0 or elements > _ELEMENTS or tag & _LONG_TAG == _LONG_TAG:
            return False
        if (tag == _OBJECT_IDENTIFIER and length > _IDENTIFIER) or (
            tag == _INTEGER and length > _NUMBER
        ):
            return False
        at = start if tag & _CONSTRUCTED else start + length
    return elements > 0


def _end_of(message: bytes) -> int:
    """Return where the message ends and padding begins."""
    start, length = _content(message, 0)
    indefinite = start >= 0 and message[start - 1] == _INDEFINITE and start == 2
    return len(message.rstrip(b"\0")) if indefinite else min(len(message), start + length)


def _content(message: bytes, at: int) -> tuple[int, int]:
    """Return where an element's content begins and how long it is; (-1, 0) where it is cut off."""
    if at + 2 > len(message):
        return -1, 0
    length, start = message[at + 1], at + 2
    if length == _INDEFINITE:
        return start, 0
    if length > _INDEFINITE:
        wide = length & 0x7F
        length, start = int.from_bytes(message[start : start + min(wide, 8)], "big"), start + wide
        if wide > 8:
            return -1, 0
    return start, length
