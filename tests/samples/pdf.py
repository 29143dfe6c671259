"""PDF files made by hand, object by object, so that each oddity is just where a test wants it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

CATALOG, TREE, FONT, BOLD = 1, 2, 3, 4
_FIRST_FREE = 5
_ID = bytes(range(16))
_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def text(*lines: tuple[float, float, float, str], bold: bool = False, mode: int = 0) -> bytes:
    """Return drawing of (left, baseline, size, words) lines; `mode` 3 draws nothing visible."""
    font = "/B" if bold else "/F"
    return b"".join(
        f"BT {mode} Tr {font} {size} Tf 1 0 0 1 {left} {base} Tm ({_escaped(words)}) Tj ET\n".encode(
            "cp1252"
        )
        for left, base, size, words in lines
    )


def centred(base: float, size: float, words: str, *, bold: bool = False) -> bytes:
    """Return a line in the middle of an A4 page, as far as Helvetica's mean width tells."""
    return text((297 - 0.32 * size * len(words), base, size, words), bold=bold)


def picture(left: float, bottom: float, width: float, height: float) -> bytes:
    """Return drawing of the sample's picture in that box."""
    return f"q {width} 0 0 {height} {left} {bottom} cm /Im Do Q\n".encode()


FULL_PICTURE = picture(0, 0, 595, 842)


@dataclass
class Sheet:
    """One page: what is drawn on it, and further entries of its dictionary."""

    content: bytes = b""
    more: str = ""
    box: str = "[0 0 595 842]"
    resources: str = ""


@dataclass
class Pdf:
    """A file in the making. `objects` are further objects by number, from 900 up."""

    sheets: Sequence[Sheet]
    objects: Mapping[int, bytes] = field(default_factory=dict)
    catalog: str = ""
    info: Mapping[str, str] = field(default_factory=dict)

    def body(self) -> dict[int, bytes]:
        """Return the objects by number."""
        first = _FIRST_FREE + 1  # behind the picture
        pages = [first + 2 * place for place in range(len(self.sheets))]
        found = {
            CATALOG: f"<</Type/Catalog/Pages {TREE} 0 R {self.catalog}>>".encode(),
            TREE: (
                f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{n} 0 R' for n in pages)}]>>"
            ).encode(),
            FONT: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            BOLD: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
            _FIRST_FREE: stream(
                b"\x80\xff",
                "/Type/XObject/Subtype/Image/Width 2/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray",
            ),
        }
        for number, sheet in zip(pages, self.sheets, strict=True):
            found[number] = (
                f"<</Type/Page/Parent {TREE} 0 R/MediaBox{sheet.box}/Contents {number + 1} 0 R"
                f"/Resources<</Font<</F {FONT} 0 R/B {BOLD} 0 R {sheet.resources}>>"
                f"/XObject<</Im {_FIRST_FREE} 0 R/Fm 900 0 R>>>>{sheet.more}>>"
            ).encode()
            found[number + 1] = stream(sheet.content)
        if self.info:
            said = "".join(f"/{name}({_escaped(value)})" for name, value in self.info.items())
            found[800] = f"<<{said}>>".encode("cp1252")
        return {**found, **self.objects}

    def bytes(self, *, trailer: str = "") -> bytes:
        """Return the file."""
        body = self.body()
        info = " /Info 800 0 R" if self.info else ""
        return assembled(body, f"{info} {trailer}")


def assembled(body: Mapping[int, bytes], trailer: str = "", start: int | None = None) -> bytes:
    """Return a file of these objects; `start` is written as startxref in place of the truth."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, content in sorted(body.items()):
        places[number] = len(out)
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(out)
    size = max(body) + 1
    out += f"xref\n0 {size}\n".encode()
    for number in range(size):
        if number in places:
            out += f"{places[number]:010} 00000 n \n".encode()
        else:
            out += b"0000000000 65535 f \n"
    out += f"trailer\n<</Size {size}/Root {CATALOG} 0 R{trailer}>>\n".encode("latin-1")
    out += f"startxref\n{table if start is None else start}\n%%EOF\n".encode()
    return bytes(out)


def stream(content: bytes, entries: str = "") -> bytes:
    return f"<</Length {len(content)}{entries}>>\nstream\n".encode() + content + b"\nendstream"


def a_report(title: str = "LAPORAN LAYANAN INFORMASI PUBLIK", year: int = 2024) -> Pdf:
    """Return a cover with a title in large type, and a page of text."""
    cover = centred(600, 24, title, bold=True) + centred(560, 24, f"TAHUN {year}", bold=True)
    prose = text(*((72, 760 - 16 * n, 11, f"Baris {n} dari uraian layanan.") for n in range(20)))
    return Pdf([Sheet(cover), Sheet(prose)])


def encrypted(pdf: Pdf, *, user: bytes, owner: bytes = b"pemilik") -> bytes:
    """Return the file encrypted with the oldest standard handler (RC4, 40 bits), as many still are."""
    rights = -44
    owner_entry = _rc4(hashlib.md5(_padded(owner)).digest()[:5], _padded(user))
    seed = _padded(user) + owner_entry + rights.to_bytes(4, "little", signed=True) + _ID
    key = hashlib.md5(seed).digest()[:5]
    user_entry = _rc4(key, _PADDING)
    body = {number: _sealed(number, content, key) for number, content in pdf.body().items()}
    entries = (
        f"/Encrypt<</Filter/Standard/V 1/R 2/P {rights}/O<{owner_entry.hex()}>"
        f"/U<{user_entry.hex()}>>>/ID[<{_ID.hex()}><{_ID.hex()}>]"
    )
    return assembled(body, entries)


def _sealed(number: int, content: bytes, key: bytes) -> bytes:
    opening, found, rest = content.partition(b"stream\n")
    if not found:
        return content
    own = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
    inside, _, closing = rest.rpartition(b"\nendstream")
    return opening + found + _rc4(own, inside) + b"\nendstream" + closing


def _padded(password: bytes) -> bytes:
    return (password + _PADDING)[:32]


def _rc4(key: bytes, message: bytes) -> bytes:
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out, i, j = bytearray(), 0, 0
    for byte in message:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
