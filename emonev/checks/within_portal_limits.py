"""The kind `within-portal-limits`: the portal would take what was handed in."""

from fractions import Fraction

from emonev.checks import answers
from emonev.checks.examples import Example, a_case, a_document
from emonev.checks.formats import is_one_of, shown
from emonev.language import number, say, size_text
from emonev.model.case import Case, Exhibit
from emonev.model.check import CollectionCheck
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.portal import Portal
from emonev.model.text import Text

FITS = Text(
    "Semua berkas ({files}) dapat diunggah: format {formats}, paling besar {limit}.",
    "Every file ({files}) can be uploaded: format {formats}, at most {limit}.",
)
LINK_INSTEAD = Text(
    "{bad} dari {files} berkas tidak dapat diunggah, tetapi ada tautan sebagai gantinya; pastikan "
    "tautan itu membuka berkas yang sama.",
    "{bad} of {files} file(s) cannot be uploaded, but there is a link instead; make sure that it "
    "opens the same file.",
)
ONLY_LINKS = Text(
    "Hanya tautan yang diserahkan, dan portal menerima tautan.",
    "Only links were handed in, and the portal takes links.",
)
LINKS_REFUSED = Text(
    "Hanya tautan yang diserahkan, tetapi portal tidak menerima tautan; unggah berkasnya.",
    "Only links were handed in, but the portal takes none; upload the file itself.",
)
NOTHING = Text(
    "Belum ada berkas atau tautan yang diserahkan; serahkan salah satunya.",
    "Neither a file nor a link was handed in; hand in one of them.",
)
TOO_LARGE = Text(
    "{bad} dari {files} berkas melebihi batas portal {limit}; yang terbesar {largest} ({name}). "
    "Perkecil, bagi, atau serahkan sebagai tautan.",
    "{bad} of {files} file(s) exceed the portal's limit of {limit}; the largest has {largest} "
    "({name}). Compress or split it, or hand it in as a link.",
)
TOO_LARGE_NO_LINKS = Text(
    "{bad} dari {files} berkas melebihi batas portal {limit}; yang terbesar {largest} ({name}). "
    "Perkecil atau bagi berkas itu.",
    "{bad} of {files} file(s) exceed the portal's limit of {limit}; the largest has {largest} "
    "({name}). Compress or split it.",
)
WRONG_FORMAT = Text(
    "{bad} dari {files} berkas tidak berformat {formats} ({name}); simpan ulang dalam format itu.",
    "{bad} of {files} file(s) are not in the format {formats} ({name}); save them in it.",
)


class WithinPortalLimits(CollectionCheck, frozen=True, kw_only=True, tag="within-portal-limits"):
    """Every file is of a format and size that the commission's portal takes, or a link stands in.

    The limits are the rubric's `portal`; formats are told by content and not by the file's name.
    A file over a limit passes where the criterion also has a link and the portal takes links.

    It cannot see whether the link leads to the same document.
    """

    asks_words = False

    def look_at_all(self, case: Case) -> Finding:
        files = sorted(case.exhibits, key=lambda exhibit: exhibit.evidence.path)
        if not files:
            return self._without_files(case)
        large = [e for e in files if e.evidence.bytes > case.portal.max_bytes]
        alien = [e for e in files if not is_one_of(e.evidence.format, case.portal.formats)]
        bad = [exhibit for exhibit in files if exhibit in large or exhibit in alien]
        if not bad:
            return answers.met(self, _fits(len(files), case.portal), *_proofs(files))
        if case.links and case.portal.links:
            message = say(LINK_INSTEAD, bad=len(bad), files=len(files))
            return answers.met(self, message, *_proofs(bad))
        if large:
            return answers.not_met(self, _too_large(large, len(files), case.portal), *_proofs(bad))
        return answers.not_met(self, _wrong_format(alien, len(files), case.portal), *_proofs(bad))

    def _without_files(self, case: Case) -> Finding:
        if not case.links:
            return answers.not_met(self, NOTHING)
        if case.portal.links:
            return answers.met(self, ONLY_LINKS)
        return answers.not_met(self, LINKS_REFUSED)


def _fits(files: int, portal: Portal) -> Text:
    limit = size_text(portal.max_bytes)
    return say(FITS, files=files, formats=shown(portal.formats), limit=limit)


def _too_large(large: list[Exhibit], files: int, portal: Portal) -> Text:
    largest = max(large, key=lambda exhibit: exhibit.evidence.bytes).evidence
    limit, size = size_text(portal.max_bytes), size_text(largest.bytes)
    if limit == size:  # a few bytes over: rounding must not hide it
        limit, size = _bytes(portal.max_bytes), _bytes(largest.bytes)
    return say(
        TOO_LARGE if portal.links else TOO_LARGE_NO_LINKS,
        bad=len(large),
        files=files,
        limit=limit,
        largest=size,
        name=_name(largest.path),
    )


def _wrong_format(alien: list[Exhibit], files: int, portal: Portal) -> Text:
    name = _name(alien[0].evidence.path)
    return say(WRONG_FORMAT, bad=len(alien), files=files, formats=shown(portal.formats), name=name)


def _bytes(count: int) -> Text:
    return Text(f"{number(Fraction(count), 'id')} bita", f"{number(Fraction(count), 'en')} bytes")


def _name(path: str) -> str:
    return answers.quoted(path.rpartition("/")[2])


def _proofs(exhibits: list[Exhibit]) -> tuple[Proof, ...]:
    return tuple(Proof(exhibit.evidence.path) for exhibit in exhibits[:5])


EXAMPLES = (
    Example(
        name="a small PDF fits",
        check=WithinPortalLimits(),
        case=a_case(a_document("dip.pdf", "Daftar Informasi Publik", bytes=2_097_152)),
        outcome=Outcome.MET,
    ),
    Example(
        name="one byte over the limit does not fit",
        check=WithinPortalLimits(),
        case=a_case(a_document("dip.pdf", "Daftar Informasi Publik", bytes=2_097_153)),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="a workbook is refused where only PDF is taken",
        check=WithinPortalLimits(),
        case=a_case(a_document("dip.xlsx", "Daftar Informasi Publik")),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="a link stands in for a large file",
        check=WithinPortalLimits(),
        case=a_case(
            a_document("laporan.pdf", "Laporan", bytes=9_000_000),
            links=("https://ppid.contoh.go.id/laporan.pdf",),
        ),
        outcome=Outcome.MET,
    ),
    Example(
        name="links do not help where the portal takes none",
        check=WithinPortalLimits(),
        case=a_case(links=("https://ppid.contoh.go.id/dip",), portal=Portal(links=False)),
        outcome=Outcome.NOT_MET,
    ),
)
