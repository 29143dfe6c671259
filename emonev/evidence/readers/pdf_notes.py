"""What a person is told about a PDF: why it could not be read, and what is odd about it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from emonev.language import say
from emonev.model.facts import Note, Problem, Signature
from emonev.model.text import Text
from emonev.signing import is_sound, told

if TYPE_CHECKING:
    from emonev.evidence.readers.pdf_page import PageSeen

_SPANS = 12  # in a list of pages
_SIGNATURES = 3  # told of one by one

ENCRYPTED = Problem(
    "encrypted",
    Text(
        "PDF ini terkunci kata sandi; simpan ulang tanpa kata sandi.",
        "This PDF is locked with a password; save it again without one.",
    ),
)
NOT_A_PDF = Problem(
    "damaged",
    Text(
        "Isi berkas bukan PDF yang dikenal; simpan ulang dokumennya sebagai PDF.",
        "What the file holds is not a PDF; save the document as PDF again.",
    ),
)
CUT_SHORT = Problem(
    "damaged",
    Text(
        "PDF ini terpotong: bagian akhirnya tidak ada; unduh atau pindai ulang secara utuh.",
        "This PDF is cut short: its end is missing; download or scan it again as a whole.",
    ),
)
DAMAGED = Problem(
    "damaged",
    Text(
        "PDF ini rusak sehingga tidak dapat dibuka; simpan ulang dari dokumen aslinya.",
        "This PDF is damaged and cannot be opened; save it again from the original document.",
    ),
)
_NO_PAGES = Text(
    "PDF ini tidak memiliki halaman yang dapat dibuka ({count} tercatat); simpan ulang dari dokumen aslinya.",
    "No page of this PDF can be opened ({count} listed); save it again from the original document.",
)

ENCRYPTED_OPEN = Note(
    "encrypted-open",
    Text(
        "PDF ini terenkripsi tetapi terbuka tanpa kata sandi; penyalinan atau pencetakan mungkin dibatasi.",
        "This PDF is encrypted but opens without a password; copying or printing may be restricted.",
    ),
)
REBUILT = Note(
    "rebuilt",
    Text(
        "Daftar objek PDF ini rusak dan disusun ulang saat dibaca; simpan ulang agar dapat dibuka di semua perangkat.",
        "The object table of this PDF is broken and was rebuilt while reading; save it again so that it opens everywhere.",
    ),
)
JAVASCRIPT = Note(
    "javascript",
    Text(
        "PDF ini memuat skrip (JavaScript); skrip tidak dijalankan. Simpan ulang tanpa skrip.",
        "This PDF brings scripts (JavaScript); they were not run. Save it again without them.",
    ),
)
_ATTACHMENTS = Text(
    "PDF ini membawa {count} lampiran tersemat yang tidak dibaca; serahkan sebagai berkas tersendiri.",
    "This PDF carries {count} embedded attachments that were not read; hand them in as files.",
)
_MORE_SIGNATURES = Text(
    "Ada {count} tanda tangan digital lagi di PDF ini.",
    "There are {count} more digital signatures in this PDF.",
)
_SCAN = Text(
    "Seluruh {count} halaman berupa gambar pindaian tanpa teks; isinya tidak dapat dicari.",
    "All {count} pages are scanned pictures without text; nothing in them can be searched.",
)
_WITHOUT_TEXT = Text(
    "Halaman tanpa teks yang terbaca: {pages} (dari {count} halaman).",
    "Pages without readable text: {pages} (of {count} pages).",
)
_BLANK = Text("Halaman kosong: {pages}.", "Blank pages: {pages}.")
_TURNED = Text(
    "Teks tidak tegak pada halaman {pages}; putar halamannya sebelum diserahkan.",
    "The text does not stand upright on pages {pages}; turn them before handing in.",
)
_ROTATED = Text(
    "Halaman disimpan dalam posisi terputar: {pages}; pastikan tegak saat dibuka.",
    "Pages are stored turned: {pages}; make sure that they stand upright when opened.",
)
_HIDDEN = Text(
    "Teks pada halaman {pages} tidak tampak karena berada di balik gambar (hasil OCR, atau tertutup pindaian); pastikan sama dengan gambarnya.",
    "The text on pages {pages} cannot be seen: it lies behind a picture (from OCR, or covered by a scan); make sure that both say the same.",
)
_NO_UNICODE = Text(
    "Huruf pada halaman {pages} tidak dapat diterjemahkan menjadi teks; simpan ulang dengan huruf yang disematkan.",
    "The type on pages {pages} cannot be turned into text; save it again with embedded fonts.",
)
_BROKEN = Text(
    "Halaman rusak yang tidak dapat dibuka: {pages}; simpan ulang dari dokumen aslinya.",
    "Broken pages that cannot be opened: {pages}; save it again from the original document.",
)
_TRUNCATED = Text(
    "Hanya {read} dari {count} halaman yang dibaca, sesuai batas.",
    "Only {read} of {count} pages were read, as the limits say.",
)


def no_pages(count: int) -> Problem:
    return Problem("damaged", say(_NO_PAGES, count=count))


def attachments(count: int) -> Note:
    return Note("attachments", say(_ATTACHMENTS, count=count))


def on_signatures(signatures: Sequence[Signature]) -> list[Note]:
    """Return what each signature tells, the doubtful ones first."""
    doubtful_first = sorted(signatures, key=is_sound)
    found = [
        Note("signed" if is_sound(one) else "doubtful-signature", told(one))
        for one in doubtful_first[:_SIGNATURES]
    ]
    if len(signatures) > _SIGNATURES:
        found.append(Note("signed", say(_MORE_SIGNATURES, count=len(signatures) - _SIGNATURES)))
    return found


def on_pages(seen: Sequence["PageSeen"], count: int) -> list[Note]:
    """Return what is to be said of the pages, the gravest first."""
    found = []
    if len(seen) < count:
        found.append(Note("truncated", say(_TRUNCATED, read=len(seen), count=count)))
    found += _on_missing_text(seen)
    for code, template, wanted in (
        ("damaged-pages", _BROKEN, [page.broken for page in seen]),
        ("blank-pages", _BLANK, [page.page.blank for page in seen]),
        ("turned-pages", _TURNED, [page.turned for page in seen]),
        ("turned-pages", _ROTATED, [page.page.rotation > 0 and not page.turned for page in seen]),
        ("ocr-layer", _HIDDEN, [page.hidden for page in seen]),
        ("no-unicode", _NO_UNICODE, [page.garbled for page in seen]),
    ):
        numbers = [number for number, is_so in enumerate(wanted, start=1) if is_so]
        if numbers:
            found.append(Note(code, say(template, pages=page_list(numbers))))
    return found


def _on_missing_text(seen: Sequence["PageSeen"]) -> list[Note]:
    missing = [
        number
        for number, page in enumerate(seen, start=1)
        if page.page.source == "none" and not (page.page.blank or page.broken)
    ]
    if not missing:
        return []
    if all(page.page.source == "none" for page in seen):
        return [Note("scan", say(_SCAN, count=len(seen)))]
    return [
        Note("pages-without-text", say(_WITHOUT_TEXT, pages=page_list(missing), count=len(seen)))
    ]


def page_list(numbers: Sequence[int]) -> str:
    """Return "1, 3–5, 9" for sorted page numbers, cut with an ellipsis where it grows long."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    shown = [str(a) if a == b else f"{a}–{b}" for a, b in spans[:_SPANS]]
    return ", ".join(shown) + (", …" if len(spans) > _SPANS else "")
