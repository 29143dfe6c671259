"""The kind `readable`: what is in the file can be read by a person or a machine."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Annotated, Literal

from msgspec import Meta

from emonev.checks import answers
from emonev.checks.answers import page_list
from emonev.checks.confidence import percentages
from emonev.checks.examples import Example, a_case, a_document, a_recognised_scan, a_scan
from emonev.language import say, size_text
from emonev.model.case import Case, Exhibit
from emonev.model.check import DocumentCheck
from emonev.model.facts import Facts, Page, Picture
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.text import Text

HAS_TEXT = Text(
    "Teks dapat dibaca: {characters} huruf pada {pages} halaman.",
    "The text can be read: {characters} characters on {pages} page(s).",
)
TEXT_WITHOUT_PAGES = Text("Teks dapat dibaca.", "The text can be read.")
IS_LEGIBLE_SCAN = Text(
    "Pindaian tanpa teks; ukurannya cukup untuk dibaca orang, tetapi ketajamannya tidak diperiksa.",
    "A scan without text; large enough for a person to read, though its sharpness was not checked.",
)
IS_SHARP_SCAN = Text(
    "Pindaian yang jelas: OCR membaca {characters} huruf pada halaman {pages} dengan keyakinan "
    "{confidence} %.",
    "A clear scan: OCR read {characters} characters on page(s) {pages} with {confidence}% "
    "confidence.",
)
BADLY_READ = Text(
    "OCR hanya membaca halaman {pages} dengan keyakinan {confidence} %; periksa apakah halaman itu "
    "terbaca orang.",
    "OCR read page(s) {pages} with only {confidence}% confidence; check that a person can read them.",
)
IS_LEGIBLE_PICTURE = Text(
    "Gambar {width} × {height} piksel; cukup besar untuk dibaca orang.",
    "A picture of {width} × {height} pixels; large enough for a person to read.",
)
PICTURE_TOO_SMALL = Text(
    "Gambar hanya {width} × {height} piksel ({size}); tulisan di dalamnya tidak akan terbaca. "
    "Serahkan gambar yang lebih besar atau dokumen aslinya.",
    "The picture has only {width} × {height} pixels ({size}); writing in it cannot be read. Hand "
    "in a larger picture or the document itself.",
)
PICTURE_TOO_COARSE = Text(
    "Gambar {width} × {height} piksel dalam {size} mungkin terlalu kasar; periksa apakah tulisannya "
    "terbaca.",
    "The picture of {width} × {height} pixels in {size} may be too coarse; check that writing in "
    "it can be read.",
)
SCAN_TOO_COARSE = Text(
    "Pindaian {pages} halaman hanya {size}, terlalu kecil untuk terbaca; pindai ulang paling "
    "sedikit 150 dpi.",
    "A scan of {pages} page(s) in only {size} is too small to be legible; scan it again at 150 dpi "
    "at least.",
)
BLANK = Text(
    "Halaman {blank} kosong; hanya {readable} dari {all} halaman yang berisi. Serahkan dokumen "
    "yang lengkap.",
    "Page(s) {blank} are blank; only {readable} of {all} pages hold anything. Hand in the whole "
    "document.",
)
NO_MACHINE_TEXT = Text(
    "Mesin tidak dapat membaca halaman {pages} (pindaian); serahkan berkas yang teksnya dapat "
    "dicari.",
    "A machine cannot read page(s) {pages} (scanned); hand in a file whose text can be searched.",
)
NO_UNICODE = Text(
    "Huruf dalam berkas ini tidak dapat diterjemahkan menjadi teks; buka dan periksa apakah "
    "terbaca, lalu simpan ulang sebagai PDF.",
    "The letters in this file cannot be turned into text; open it, check that it can be read, and "
    "save it as PDF again.",
)
TOO_SHORT = Text(
    "Hanya {characters} huruf terbaca; paling sedikit {wanted} diharapkan. Serahkan dokumen yang "
    "berisi.",
    "Only {characters} characters can be read; at least {wanted} are expected. Hand in a document "
    "with content.",
)
IS_ARCHIVE = Text(
    "Berkas ini arsip, bukan dokumen; keluarkan isinya dan serahkan satu per satu.",
    "This file is an archive and not a document; unpack it and hand in what is inside.",
)
NOTHING_KNOWN = Text(
    "Isi berkas ini tidak dapat dinilai emonev; buka dan periksa sendiri.",
    "emonev cannot judge what is in this file; open and check it.",
)

# Below the first, nothing but a heading is legible; below the second (A5 at 100 dpi: 583 × 827)
# running text is lost, though a banner or a chart may do.
LONGEST_SIDE, FEWEST_BYTES = 640, 20_000
FEWEST_PIXELS = 480_000
BYTES_PER_PIXEL = Fraction(3, 100)  # JPEG of legible pages: 0.05 and more
BYTES_PER_SCAN = 15_000  # one A4 page at 100 dpi, black and white, densely packed
# A page of which OCR was not sure: with fewer characters it is rather a photograph with some
# lettering in it (0 to 259 on seven real ones) than a page of writing (501 to 1,411 on six).
MANY = 300
ARCHIVES = frozenset({"zip", "rar", "7z", "gzip", "tar"})


class Readable(DocumentCheck, frozen=True, kw_only=True, tag="readable"):
    """What is in the file can be read.

    By a person: pages hold text, or pictures large enough to be legible. By a machine (`by:
    machine`): pages hold text that can be searched and read aloud. Blank pages, pictures with no
    side of 640 pixels or under 20 kB, and scans under 15 kB a page cannot be read. Pictures under
    half a megapixel or heavily compressed, and letters without a meaning in Unicode, need a person.
    What OCR read well is sharp enough for a person, whatever its size, but the file still has no
    text for a machine; what OCR read badly needs a person.

    It cannot see how sharp a scan is that OCR has not read.
    """

    asks_words = False

    by: Annotated[Literal["person", "machine"], Meta(description="who must be able to read it")] = (
        "person"
    )
    min_characters: Annotated[
        int, Meta(ge=0, le=1_000_000, description="fewest characters of a document with text")
    ] = 20
    min_pages: Annotated[
        Fraction, Meta(description="which part of the pages must be readable, 0 to 1")
    ] = Fraction(4, 5)

    def look_at(self, exhibit: Exhibit, case: Case) -> Finding:  # noqa: ARG002 - one form for all kinds
        facts, path = exhibit.facts, exhibit.evidence.path
        if facts.format in ARCHIVES:
            return answers.not_met(self, IS_ARCHIVE, Proof(path))
        told = self._told_by_ocr(exhibit) if self.by == "person" else None
        if told is not None:
            return told
        if facts.picture is not None and facts.text_source != "layer":
            return self._picture(facts.picture, exhibit)
        return self._document(exhibit)

    def rests_on(self, finding: Finding, facts: Facts) -> Iterable[int]:  # noqa: ARG002 - one form for all kinds
        return ()  # how sure OCR was is what it asks, and says itself

    def _document(self, exhibit: Exhibit) -> Finding:
        facts, path = exhibit.facts, exhibit.evidence.path
        if any(note.code == "no-unicode" for note in facts.notes):
            return answers.needs_review(self, NO_UNICODE, Proof(path))
        if facts.pages:
            return self._pages(exhibit)
        if facts.text_source == "none":
            return answers.needs_review(self, NOTHING_KNOWN, Proof(path))
        return answers.met(self, TEXT_WITHOUT_PAGES, Proof(path))

    def _told_by_ocr(self, exhibit: Exhibit) -> Finding | None:
        """Return what the reading of the pages tells of their sharpness, if it tells enough."""
        pages, path = exhibit.facts.pages, exhibit.evidence.path
        good = {n: page for n, page in enumerate(pages, 1) if _was_read_well(page)}
        bad = {n: page for n, page in enumerate(pages, 1) if _was_read_badly(page)}
        if bad and len(bad) > (1 - self.min_pages) * len(pages):
            message = _of_reading(BADLY_READ, bad)
            return answers.needs_review(self, message, Proof(path, min(bad)))
        characters = sum(page.characters for page in good.values())
        if len(good) < self.min_pages * len(pages) or characters < self.min_characters:
            return None
        return answers.met(self, _of_reading(IS_SHARP_SCAN, good), Proof(path)) if good else None

    def _picture(self, picture: Picture, exhibit: Exhibit) -> Finding:
        size, path = exhibit.evidence.bytes, exhibit.evidence.path
        shown = {"width": picture.width, "height": picture.height}
        if max(picture.width, picture.height) < LONGEST_SIDE or size < FEWEST_BYTES:
            message = say(PICTURE_TOO_SMALL, **shown, size=size_text(size))
            return answers.not_met(self, message, Proof(path))
        if self.by == "machine":
            return answers.not_met(self, say(NO_MACHINE_TEXT, pages=1), Proof(path))
        pixels = picture.width * picture.height
        if pixels < FEWEST_PIXELS or size < pixels * BYTES_PER_PIXEL:
            message = say(PICTURE_TOO_COARSE, **shown, size=size_text(size))
            return answers.needs_review(self, message, Proof(path))
        return answers.met(self, say(IS_LEGIBLE_PICTURE, **shown), Proof(path))

    def _pages(self, exhibit: Exhibit) -> Finding:
        pages, path = exhibit.facts.pages, exhibit.evidence.path
        blank = [number for number, page in enumerate(pages, 1) if _is_blank(page)]
        if len(pages) - len(blank) < self.min_pages * len(pages) or len(blank) == len(pages):
            message = say(
                BLANK, blank=page_list(blank), readable=len(pages) - len(blank), all=len(pages)
            )
            return answers.not_met(self, message, Proof(path, blank[0]))
        scanned = [n for n, page in enumerate(pages, 1) if n not in blank and _is_scan(page)]
        if self.by == "machine" and len(scanned) > (1 - self.min_pages) * len(pages):
            message = say(NO_MACHINE_TEXT, pages=page_list(scanned))
            return answers.not_met(self, message, Proof(path, scanned[0]))
        unread = sum(1 for n in scanned if not _was_read_well(pages[n - 1]))
        if unread and exhibit.evidence.bytes < BYTES_PER_SCAN * unread:
            return self._coarse(exhibit, unread)
        return self._with_content(exhibit.facts, path, scanned)

    def _coarse(self, exhibit: Exhibit, scanned: int) -> Finding:
        size = size_text(exhibit.evidence.bytes)
        message = say(SCAN_TOO_COARSE, pages=scanned, size=size)
        return answers.not_met(self, message, Proof(exhibit.evidence.path))

    def _with_content(self, facts: Facts, path: str, scanned: list[int]) -> Finding:
        characters = sum(page.characters for page in facts.pages)
        if len(scanned) == len(facts.pages):
            return answers.met(self, IS_LEGIBLE_SCAN, Proof(path))
        if characters < self.min_characters and not scanned:
            message = say(TOO_SHORT, characters=characters, wanted=self.min_characters)
            return answers.not_met(self, message, Proof(path))
        return answers.met(
            self, say(HAS_TEXT, characters=characters, pages=len(facts.pages)), Proof(path)
        )


def _is_blank(page: Page) -> bool:
    return page.blank or (page.characters == 0 and not page.has_picture and page.source == "layer")


def _was_read_well(page: Page) -> bool:
    return page.source == "ocr" and not page.is_unsure


def _was_read_badly(page: Page) -> bool:
    return page.is_unsure and page.characters >= MANY


def _is_scan(page: Page) -> bool:
    """Say whether the file has no text for the page; what OCR read is text for us alone."""
    return answers.lacks_text(page) or page.source == "ocr"


def _of_reading(template: Text, pages: dict[int, Page]) -> Text:
    return say(
        template,
        characters=sum(page.characters for page in pages.values()),
        pages=page_list(pages),
        confidence=percentages(pages.values()),
    )


EXAMPLES = (
    Example(
        name="a document with text can be read",
        check=Readable(),
        case=a_case(a_document("dip.pdf", "Daftar Informasi Publik Dinas Pendidikan")),
        outcome=Outcome.MET,
    ),
    Example(
        name="a scan of decent size can be read by a person",
        check=Readable(),
        case=a_case(a_scan(pages=2)),
        outcome=Outcome.MET,
    ),
    Example(
        name="the same scan cannot be read by a machine",
        check=Readable(by="machine"),
        case=a_case(a_scan(pages=2)),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="a scan that OCR read well is sharp",
        check=Readable(),
        case=a_case(a_recognised_scan("sk.pdf", "KEPUTUSAN BUPATI NOMOR 12", confidence=93)),
        outcome=Outcome.MET,
    ),
    Example(
        name="a scan that OCR read well has no text for a machine all the same",
        check=Readable(by="machine"),
        case=a_case(a_recognised_scan("sk.pdf", "KEPUTUSAN BUPATI NOMOR 12", confidence=93)),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="a scan that OCR read badly needs a look",
        check=Readable(),
        case=a_case(a_recognised_scan("sk.pdf", "KEPTSN BPT NMR l2 " * 20, confidence=38)),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="a thumbnail of a decree cannot be read",
        check=Readable(),
        case=a_case(
            a_document("sk.jpg", format="jpeg", bytes=17_000, picture=Picture(320, 240), pages=())
        ),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="a large picture in few bytes needs a look",
        check=Readable(),
        case=a_case(
            a_document(
                "maklumat.jpg", format="jpeg", bytes=40_000, picture=Picture(1600, 2200), pages=()
            )
        ),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="blank pages are nothing to read",
        check=Readable(),
        case=a_case(
            a_document(
                "kosong.pdf", pages=(Page(0, "none", blank=True), Page(0, "none", blank=True))
            )
        ),
        outcome=Outcome.NOT_MET,
    ),
)
