"""What a person is told about OCR in a document: what it read, how sure, and what is left."""

from collections.abc import Mapping, Sequence

from emonev.evidence.readers.pdf_notes import page_list
from emonev.evidence.recognised import RecognisedPage
from emonev.language import say
from emonev.model.facts import Note, Page
from emonev.model.text import Text

_READ = Text(
    "Dibaca dengan OCR ({engine}): halaman {pages}; keyakinan rata-rata {confidence} %.",
    "Read by OCR ({engine}): pages {pages}; mean confidence {confidence} %.",
)
_REPLACED = Text(
    "Lapisan teks halaman {pages} tidak bermakna, sehingga diganti hasil OCR; simpan ulang dokumen "
    "dari aslinya.",
    "The text layer of pages {pages} means nothing, so what OCR read stands in its place; save the "
    "document again from its original.",
)
_TURNED = Text(
    "Halaman {pages} dipindai dalam posisi miring atau terbalik; OCR menegakkannya. Putar "
    "halamannya sebelum diserahkan.",
    "Pages {pages} were scanned sideways or upside down; OCR turned them upright. Turn them before "
    "handing in.",
)
_FAILED = Text(
    "OCR tidak berhasil membaca halaman {pages} (melewati batas waktu, atau gambarnya rusak); "
    "pindai ulang halaman itu, atau minta orang memeriksanya.",
    "OCR could not read pages {pages} (the time ran out, or the picture is damaged); scan them "
    "again, or let a person look at them.",
)
_BEYOND = Text(
    "Halaman {pages} tidak dibaca dengan OCR: dari setiap dokumen paling banyak {most} halaman; "
    "serahkan dokumen asli yang berteks.",
    "Pages {pages} are not read by OCR: of each document {most} pages at most; hand in the "
    "original with its text.",
)
_NOT_YET = Text(
    "Halaman {pages} belum dibaca dengan OCR; jalankan lagi `emonev score`.",
    "Pages {pages} are not yet read by OCR; run `emonev score` again.",
)


def still_true(before: Sequence[Note], pages: Sequence[Page]) -> list[Note]:
    """Return the notes of the plain reading that hold for the pages as they are now."""
    meaningless = any(page.rubbish for page in pages)
    return [note for note in before if note.code != "no-unicode" or meaningless]


def on_recognised(read: Mapping[int, RecognisedPage], before: Sequence[Page]) -> list[Note]:
    """Return what is to be said of the pages (from 0) that OCR read."""
    engines = dict.fromkeys(page.engine for page in read.values())
    found = [Note("ocr", _read_by(engine, read)) for engine in engines]
    turned = [number for number, page in read.items() if page.turned]
    replaced = [number for number in read if before[number].rubbish]
    if turned:
        found.append(Note("turned-pages", say(_TURNED, pages=_pages(turned))))
    if replaced:
        found.append(Note("ocr-replaced", say(_REPLACED, pages=_pages(replaced))))
    return found


def _read_by(engine: str, read: Mapping[int, RecognisedPage]) -> Text:
    pages = {number: page for number, page in read.items() if page.engine == engine}
    weights = [len(page.text) for page in pages.values()]
    sure = sum(page.confidence * len(page.text) for page in pages.values())
    return say(
        _READ,
        engine=engine,
        pages=_pages(pages),
        confidence=round(sure / sum(weights)) if sum(weights) else 0,
    )


def on_unread(
    failed: Sequence[int], beyond: Sequence[int], not_yet: Sequence[int], most: int
) -> tuple[Note, ...]:
    """Return what is to be said of pages (from 0) that OCR should have read and did not."""
    found = []
    if failed:
        found.append(Note("ocr-failed", say(_FAILED, pages=_pages(failed))))
    if not_yet:
        found.append(Note("ocr-left", say(_NOT_YET, pages=_pages(not_yet))))
    if beyond:
        found.append(Note("ocr-left", say(_BEYOND, pages=_pages(beyond), most=most)))
    return tuple(found)


def _pages(numbers: Mapping[int, object] | Sequence[int]) -> str:
    return page_list([number + 1 for number in sorted(numbers)])
