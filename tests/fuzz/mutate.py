"""How a sound input is spoilt: as bytes, as members of a ZIP file, as chunks of a PNG, as a tree."""

import io
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import yaml

Mutate = Callable[[Random, Sequence[bytes]], bytes]

_MOST = 200_000  # bytes of an input: larger ones cost time and find no more
_NUMBERS = (0, 1, -1, 2, 7, 127, 128, 255, 256, 32_767, 65_535, 65_536, 2**31 - 1, 2**31, 2**32 - 1,
            2**63 - 1, 2**64, 10**12, 10**40)  # fmt: skip
_WORDS = (
    b"/Kids", b"/Parent", b"/Contents", b"/Length", b"/Filter/FlateDecode", b"/Prev 0", b"stream\n",
    b"endstream", b"endobj", b"xref", b"trailer", b"startxref", b"%%EOF", b"/Rotate 90", b"null",
    b"<!DOCTYPE a>", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"&#x110000;", b"&amp;", b"<table>",
    b"<td colspan=99999 rowspan=99999>", b"=?utf-8?b?/////w==?=", b"Content-Type: multipart/mixed",
    b"\xff\xfe", b"\xef\xbb\xbf", b"\xd8\x00", b"\0", b"\r", b'"', b"'", b"{", b"[", b"]", b"}",
    b"\xe2\x80\xae", b"9" * 400, b"1e999", b"-0", b"NaN", b"31 Februari 2024", b"Nomor 1/2/3 Tahun",
    b"Pasal 0 ayat (0)", b"2024-13-45", b"&a", b"*a", b"!!python/object:os.system", b"<<: *a", b"? ",
    b"|2-", b">", b"%TAG ! tag:x,2000:", b"---", b"...",
)  # fmt: skip
_NUMBER = re.compile(rb"-?\d+")
_TAG = re.compile(rb"<[^<>]*>")
_ATTRIBUTE = re.compile(rb'([\w:.-]+)="([^"]*)"')


def spoil_bytes(random: Random, seeds: Sequence[bytes]) -> bytes:
    """Return a seed with a few things in it changed, wherever they are."""
    content = bytearray(random.choice(seeds))
    for _ in range(_few(random)):
        random.choice(_DEEDS)(random, content, seeds)
    return bytes(content[:_MOST])


def spoil_zip(random: Random, seeds: Sequence[bytes]) -> bytes:
    """Return a ZIP file with spoilt members in a sound archive, or now and then a spoilt archive."""
    seed = random.choice(seeds)
    if random.random() < 0.15:
        return spoil_bytes(random, seeds)
    with zipfile.ZipFile(io.BytesIO(seed)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    for _ in range(_few(random)):
        name = random.choice(list(members))
        members[name] = random.choice(_MEMBER_DEEDS)(random, members[name])
        if random.random() < 0.05:
            other = random.choice(list(members))
            members[name], members[other] = members[other], members[name]
    if random.random() < 0.1:
        del members[random.choice(list(members))]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", random.choice((0, 8))) as archive:
        for name, content in members.items():
            archive.writestr(name, content[:_MOST])
    return out.getvalue()


def spoil_png(random: Random, seeds: Sequence[bytes]) -> bytes:
    """Return a PNG whose chunks are spoilt, and whose checksums are right all the same."""
    seed = spoil_bytes(random, seeds)
    if random.random() < 0.3:
        return seed
    out, place = bytearray(seed[:8]), 8
    while place + 12 <= len(seed):
        (length,) = struct.unpack(">I", seed[place : place + 4])
        kind = seed[place + 4 : place + 8]
        content = seed[place + 8 : place + 8 + length]
        out += struct.pack(">I", len(content)) + kind + content
        out += struct.pack(">I", zlib.crc32(kind + content))
        place += 12 + length
    return bytes(out)


def spoil_json(random: Random, seeds: Sequence[bytes]) -> bytes:
    if random.random() < 0.1:
        return spoil_bytes(random, seeds)
    return json.dumps(_spoilt_tree(random, json.loads(random.choice(seeds)))).encode()


def spoil_yaml(random: Random, seeds: Sequence[bytes]) -> bytes:
    if random.random() < 0.3:
        return spoil_bytes(random, seeds)
    tree = _spoilt_tree(random, yaml.load(random.choice(seeds), yaml.CSafeLoader))
    try:
        return yaml.dump(
            tree, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False
        ).encode()
    except UnicodeEncodeError:  # YAML has no words for half a character
        return spoil_bytes(random, seeds)


def _few(random: Random) -> int:
    return random.choice((1, 1, 1, 2, 2, 3, 5, 10))


def _span(random: Random, length: int) -> tuple[int, int]:
    start = random.randrange(length + 1)
    return start, min(length, start + random.choice((1, 2, 4, 16, 64, 512, 4_096)))


def _flip(random: Random, content: bytearray, _: Sequence[bytes]) -> None:
    if content:
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)


def _overwrite(random: Random, content: bytearray, _: Sequence[bytes]) -> None:
    start, end = _span(random, len(content))
    content[start:end] = random.randbytes(min(16, end - start))


def _binary_number(random: Random, content: bytearray, _: Sequence[bytes]) -> None:
    size = random.choice((1, 2, 4, 8))
    start = random.randrange(len(content) + 1)
    number = random.choice(_NUMBERS) % 2 ** (8 * size)
    content[start : start + size] = number.to_bytes(size, random.choice(("big", "little")))


def _written_number(random: Random, content: bytearray, _: Sequence[bytes]) -> None:
    found = list(_NUMBER.finditer(content[:_MOST]))
    if found:
        place = random.choice(found)
        content[place.start() : place.end()] = str(random.choice(_NUMBERS)).encode()


def _delete(random: Random, content: bytearray, _: Sequence[bytes]) -> None:
    start, end = _span(random, len(content))
    del content[start:end]


def _repeat(random: Random, content: bytearray, _: Sequence[bytes]) -> None:
    start, end = _span(random, len(content))
    content[start:start] = content[start:end] * random.choice((1, 2, 10, 100))


def _say_word(random: Random, content: bytearray, _: Sequence[bytes]) -> None:
    start = random.randrange(len(content) + 1)
    content[start:start] = random.choice(_WORDS)


def _splice(random: Random, content: bytearray, seeds: Sequence[bytes]) -> None:
    other = random.choice(seeds)
    start, end = _span(random, len(other))
    to, _ = _span(random, len(content))
    content[to : to + random.choice((0, end - start))] = other[start:end]


def _cut(random: Random, content: bytearray, _: Sequence[bytes]) -> None:
    del content[random.randrange(len(content) + 1) :]


_DEEDS = (
    _flip, _flip, _overwrite, _binary_number, _written_number, _written_number, _delete, _repeat,
    _say_word, _say_word, _splice, _cut,
)  # fmt: skip


def _as_bytes(random: Random, content: bytes) -> bytes:
    return spoil_bytes(random, (content,))


def _attribute(random: Random, content: bytes) -> bytes:
    """Give one attribute another's value, or an odd one."""
    found = list(_ATTRIBUTE.finditer(content[:_MOST]))
    if not found:
        return _as_bytes(random, content)
    place, other = random.choice(found), random.choice(found)
    odd = (
        other.group(2),
        str(random.choice(_NUMBERS)).encode(),
        b"",
        b"../" * 40,
        b"A1:XFD1048576",
    )
    return content[: place.start(2)] + random.choice(odd) + content[place.end(2) :]


def _tags(random: Random, content: bytes) -> bytes:
    """Drop a tag, or put a stretch of markup somewhere else, again and again."""
    found = list(_TAG.finditer(content[:_MOST]))
    if len(found) < 2:
        return _as_bytes(random, content)
    one, other = sorted(random.sample(range(len(found)), 2))
    stretch = content[found[one].start() : found[other].start()][:2_000]
    if random.random() < 0.3:
        return content[: found[one].start()] + content[found[one].end() :]
    to = random.choice(found).start()
    return content[:to] + stretch * random.choice((1, 1, 3, 50, 300)) + content[to:]


_MEMBER_DEEDS = (_as_bytes, _attribute, _attribute, _tags, _tags)

_ODD_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**63, 10**400, 0.1, float("inf"), float("nan"), "", " ", "0", "1/0",
    "1/3", "1e9", "9" * 5_000, "N", "N-1..N+1", "2024-02-30", "ya", "\u202e", "\0", "\ud800", "a\nb",
    "é" * 3_000, "../../etc/passwd", "C:\\x", "*", "[", "(a+)+$", "{id}", "<b>", [], [[]], {}, {"id": 1},
)  # fmt: skip


def _spoilt_tree(random: Random, tree: Any) -> Any:
    """Return a tree of plain values with a few nodes replaced, dropped, doubled or swapped."""
    for _ in range(_few(random)):
        places = list(_places(tree))
        if not places:
            return random.choice(_ODD_VALUES)
        holder, key = random.choice(places)
        random.choice(_TREE_DEEDS)(random, holder, key, places)
    return tree


def _places(tree: Any) -> list[tuple[Any, Any]]:
    """Return every (holder, key) in the tree."""
    found: list[tuple[Any, Any]] = []
    waiting = [tree]
    while waiting and len(found) < 20_000:
        holder = waiting.pop()
        keys = holder if isinstance(holder, dict) else range(len(holder))
        for key in keys:
            found.append((holder, key))
            if isinstance(holder[key], dict | list):
                waiting.append(holder[key])
    return found if isinstance(tree, dict | list) else []


def _be_odd(random: Random, holder: Any, key: Any, _: Any) -> None:
    value = random.choice(_ODD_VALUES)
    # A fresh one, so that it does not grow into what it is put into.
    holder[key] = type(value)(value) if isinstance(value, dict | list) else value


def _be_another(random: Random, holder: Any, key: Any, places: Any) -> None:
    other, at = random.choice(places)
    holder[key] = json.loads(json.dumps(other[at], default=str))


def _drop(_: Random, holder: Any, key: Any, __: Any) -> None:
    del holder[key]


def _double(random: Random, holder: Any, key: Any, _: Any) -> None:
    value = json.loads(json.dumps(holder[key], default=str))
    if isinstance(holder, list):
        holder[key:key] = [value] * random.choice((1, 2, 50))
    else:
        holder[f"{key}{random.choice(('', ' ', 's'))}"] = value


def _bury(random: Random, holder: Any, key: Any, _: Any) -> None:
    for _again in range(random.choice((1, 3, 40))):
        holder[key] = [holder[key]]


def _spoil_letters(random: Random, holder: Any, key: Any, _: Any) -> None:
    text = str(holder[key]).encode("utf-8", "surrogatepass")
    holder[key] = spoil_bytes(random, (text,)).decode("utf-8", "replace")


_TREE_DEEDS = (_be_odd, _be_odd, _be_another, _drop, _double, _bury, _spoil_letters)
