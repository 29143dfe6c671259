"""What a reader found in one piece of evidence: the narrow waist between formats and questions.

Facts are stored in the cache and travel between processes, so they hold plain values only.
"""

from typing import Literal

from msgspec import Struct, field

from emonev.model.text import Text

TextSource = Literal["layer", "ocr", "none"]
Integrity = Literal[
    "unexamined",
    "intact",  # what was signed is as it was, and signed with the key of the certificate
    "altered",  # what was signed is no longer the same
    "invalid",  # the signature is not that of the certificate that comes with it
    "wrong-range",  # it does not say truly over which part of the file it stands
    "unreadable",  # its message cannot be understood, or brings no certificate
    "unsupported",  # an algorithm or form that is not known here
]
Afterwards = Literal[
    "nothing",  # nothing was added
    "unseen",  # what was added shows on no page
    "marks",  # stamps, fields, notes or signatures upon the pages
    "content",  # pages show something else
    "unknown",
]
CertificateTime = Literal["", "valid", "expired", "too-early"]  # when it was signed
CertificateChain = Literal[
    "",
    "complete",  # the file's own certificates lead to an authority's own
    "incomplete",
    "broken",  # a certificate is not from whom it says
    "self-signed",
]
PersonalKind = Literal["nik", "phone", "email", "bank-account", "npwp"]

# A page read by OCR with less confidence (0 to 100) than this decides nothing: a person must look.
# Of 73 readings with more none lost over 14 % of its words, half under 2 %; of 9 with less all lost
# 13 % or more, most of them over half (docs/ocr.md).
LOW_CONFIDENCE = 80

ProblemCode = Literal[
    "empty",  # no bytes, or no content
    "damaged",
    "encrypted",  # needs a password that we do not have
    "unsupported",  # recognised, but this version does not read it
    "too-large",  # over a limit of size, pages, pixels, cells or unpacked bytes
    "time-limit",
    "memory-limit",
    "crashed",  # the reader died
    "unreadable",  # the operating system would not let us read it
]


class Problem(Struct, frozen=True):
    """Why a file could not be read: a code to search for, and a sentence that says what to do."""

    code: ProblemCode
    message: Text


class Note(Struct, frozen=True):
    """Something odd that a person should know although the file could be read.

    Codes: false-extension, pages-without-text, scan, blank-pages, turned-pages, ocr-layer,
    encrypted-open, rebuilt, hidden-sheets, gps, macros, attachments, javascript, truncated
    (read up to a limit), archive, saved-login-page, signed, doubtful-signature, no-unicode,
    damaged-pages, personal-data; of OCR: ocr (pages it read), ocr-replaced (a layer that was
    rubbish), ocr-failed, ocr-left.
    """

    code: str
    message: Text


class Page(Struct, frozen=True, array_like=True, omit_defaults=True):
    """One page, slide or sheet: how much text it holds and how that was had.

    `rotation` is the page's turn in degrees clockwise (0, 90, 180, 270). `has_picture`: an image
    covers a large part of it. A page with neither text nor picture nor drawing is `blank`.
    `confidence` (0 to 100) says how sure the recognition was of a page with source `ocr`, and
    `read_by` which engine it was: two, where a second one filled the gaps of the first.
    `rubbish`: the page has a text layer, but it means nothing (an OCR layer gone wrong, type
    without a meaning in Unicode).
    """

    characters: int
    source: TextSource = "layer"
    rotation: int = 0
    has_picture: bool = False
    blank: bool = False
    confidence: int | None = None
    rubbish: bool = False
    read_by: str = ""

    @property
    def is_unsure(self) -> bool:
        """Say whether OCR read it so badly, or without saying how well, that it decides nothing."""
        return self.source == "ocr" and (self.confidence or 0) < LOW_CONFIDENCE


class Title(Struct, frozen=True, omit_defaults=True):
    """Words that may say what the document is.

    `text` is as printed, `normal` is normalised for matching. `basis` says why it may be the
    title: `property` (document property), `style` (Word title or heading style, slide title,
    <h1>, <title>), `layout` (stands out by type size or place on the first pages),
    `file-name` (weak). `strength` is 0..1, comparable within one document; `size` is in points.
    """

    text: str
    normal: str
    basis: Literal["style", "layout", "property", "file-name"]
    strength: float
    page: int | None = None
    size: float | None = None


class DateSeen(Struct, frozen=True, omit_defaults=True):
    """A date, month, year or span of years, and the part it plays.

    `first` and `last` are ISO text of the precision that was printed ("2024", "2024-09",
    "2024-09-27"); they differ for spans ("2021" to "2026", or a semester as months).
    `role`: `title` (in a title candidate), `signed` (place and date of signing), `about`
    (Tahun Anggaran, semester, "tahun 2024" as the document's period), `number` (in a letter
    number), `citation` (year of a cited law), `text` (anything else), `property` (file
    property), `file-name`.
    """

    printed: str
    first: str
    last: str
    role: Literal["title", "signed", "about", "number", "citation", "text", "property", "file-name"]
    page: int | None = None
    snippet: str = ""

    @property
    def years(self) -> range:
        """The calendar years it covers, both ends included."""
        return range(int(self.first[:4]), int(self.last[:4]) + 1)


class DecreeNumber(Struct, frozen=True, omit_defaults=True):
    """A number such as "Nomor 188/23 Tahun 2024", with its year where one is printed."""

    printed: str
    number: str
    year: int | None
    page: int | None = None
    snippet: str = ""


class Table(Struct, frozen=True, omit_defaults=True):
    """A sheet or table: its header cells as printed, and how many rows of data stand below.

    `rows` counts rows with at least one filled cell below the header row. `numbered` counts
    those whose first filled cell is a running number.
    """

    name: str
    header: tuple[str, ...]
    rows: int
    columns: int
    page: int | None = None
    hidden: bool = False
    numbered: int = 0


class LinkSeen(Struct, frozen=True, omit_defaults=True):
    """A hyperlink in a document: where it leads and the words it stands under."""

    url: str
    text: str = ""
    page: int | None = None


class Signature(Struct, frozen=True, omit_defaults=True):
    """A digital signature in a PDF, verified offline: no authority is asked whether to trust it.

    `name`, `organisation` and `issuer` are those of the certificate in the file. `stamped_at` is
    the time that an authority's stamp gives, where `signed_at` is the signer's clock. `timestamp`:
    the whole is such a stamp on the document, and no person's signature. `covers_all`: its byte
    range reaches to the end of the file, so nothing was added after it.
    """

    name: str = ""
    reason: str = ""
    signed_at: str = ""  # ISO 8601 where the file gives it
    sub_filter: str = ""
    covers_all: bool = False
    organisation: str = ""
    issuer: str = ""
    integrity: Integrity = "unexamined"
    afterwards: Afterwards = "unknown"
    stamped_at: str = ""
    timestamp: bool = False
    certificate: CertificateTime = ""
    chain: CertificateChain = ""


class Picture(Struct, frozen=True, omit_defaults=True):
    """An image file: size in pixels, and the day it was taken where its EXIF says so (ISO)."""

    width: int
    height: int
    taken: str = ""


class PersonalData(Struct, frozen=True, omit_defaults=True):
    """Personal data of one kind in a document: how many different ones, and on which pages.

    `sample` is the first of them, most of it hidden; `pages` is empty for formats without pages.
    The data itself is not kept.
    """

    kind: PersonalKind
    count: int
    sample: str
    pages: tuple[int, ...] = ()


class Facts(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything known of one file's content, except its running text.

    `years_about` is (first, last) calendar year that the document is about, with
    `years_basis` naming the role of the date that decided it; None where nothing tells.
    `page_count` is None for formats without pages.
    """

    format: str
    problem: Problem | None = None
    text_source: TextSource = "none"
    page_count: int | None = None
    pages: tuple[Page, ...] = ()
    titles: tuple[Title, ...] = ()
    dates: tuple[DateSeen, ...] = ()
    years_about: tuple[int, int] | None = None
    years_basis: str = ""
    recognised_by: str = ""  # what read pages without text, as "tesseract 5.3.0 ind"; see `Page`
    numbers: tuple[DecreeNumber, ...] = ()
    tables: tuple[Table, ...] = ()
    list_items: int = 0  # numbered or bulleted items, for counting lists outside tables
    links: tuple[LinkSeen, ...] = ()
    signatures: tuple[Signature, ...] = ()
    properties: dict[str, str] = field(default_factory=dict)
    members: tuple[str, ...] = ()  # names inside an archive
    picture: Picture | None = None
    personal: tuple[PersonalData, ...] = ()
    notes: tuple[Note, ...] = ()
    text_hash: str = ""  # of its words alone; empty where they cannot tell documents apart


class DocumentText(Struct, frozen=True):
    """The running text, page by page: as printed, and normalised for matching.

    Both tuples have one string per page (slide, sheet); formats without pages have one.
    """

    printed: tuple[str, ...]
    normal: tuple[str, ...]
