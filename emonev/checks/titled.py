"""The kind `titled`: what the document is, told by its title."""

from collections.abc import Collection, Iterable, Sequence
from typing import Annotated

from msgspec import Meta

from emonev.checks import answers
from emonev.checks.answers import lacks_text, place, quoted
from emonev.checks.confidence import recognised, taken_for
from emonev.checks.examples import (
    Example,
    a_case,
    a_document,
    a_recognised_scan,
    a_scan,
    a_title,
)
from emonev.checks.title_sighting import Sighting, sight
from emonev.language import Value, say
from emonev.model.case import Case, Exhibit
from emonev.model.check import DocumentCheck
from emonev.model.facts import Facts, Title
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.text import Text

TITLE_IS = Text(
    "Judulnya {title} ({place}); dokumen yang diminta.",
    "Its title is {title} ({place}); the document asked for.",
)
TITLE_IS_OTHER = Text(
    "Judulnya {title} ({place}), bukan {wanted}; serahkan dokumen yang diminta.",
    "Its title is {title} ({place}), not {wanted}; hand in the document asked for.",
)
TITLE_EXCLUDED = Text(
    "Judulnya {title} ({place}); dokumen jenis itu tidak diminta di sini. Serahkan {wanted}.",
    "Its title is {title} ({place}); that kind is not asked for here. Hand in {wanted}.",
)
TITLE_MAYBE_EXCLUDED = Text(
    "Judul {title} ({place}) mungkin menyebut {phrase}, jenis dokumen yang tidak diminta di sini; "
    "periksa sendiri.",
    "The title {title} ({place}) may say {phrase}, a kind that is not asked for here; check it.",
)
TITLE_MENTIONS = Text(
    "Judul {title} ({place}) menyebut {phrase}, tetapi mungkin jenis dokumen lain; periksa sendiri.",
    "The title {title} ({place}) mentions {phrase} but may be another kind of document; check it.",
)
ONLY_FILE_NAME = Text(
    "Hanya nama berkas yang menyebut {phrase}; judul di dalam dokumen tidak. Buka dan periksa.",
    "Only the file's name mentions {phrase}, no title inside does. Open and check it.",
)
ONLY_PROPERTY = Text(
    "Hanya properti berkas yang menyebut {phrase} ({title}); buka dan periksa judulnya.",
    "Only the file's properties mention {phrase} ({title}); open it and check the title.",
)
ONLY_SMALL = Text(
    "{phrase} hanya terlihat sebagai baris yang tidak menonjol ({place}); periksa apakah itu judul.",
    "{phrase} stands only in an inconspicuous line ({place}); check whether that is the title.",
)
COVER_UNREAD = Text(
    "Halaman 1 berupa gambar tanpa teks, sehingga judulnya tidak terbaca; buka dan periksa apakah "
    "ini {wanted}.",
    "Page 1 is a picture without text, so its title cannot be read; open and check whether this "
    "is {wanted}.",
)
COVER_UNREAD_BUT = Text(
    "Halaman 1 berupa gambar tanpa teks; di dalamnya terlihat judul {title} ({place}). Buka dan "
    "periksa apakah ini {wanted}.",
    "Page 1 is a picture without text; inside, the title {title} is seen ({place}). Open and check "
    "whether this is {wanted}.",
)
NO_TITLE = Text(
    "Tidak terlihat judul pada dokumen ini; buka dan periksa apakah ini {wanted}.",
    "No title can be made out in this document; open and check whether this is {wanted}.",
)
DECIDING = frozenset({"leads", "excluded", "maybe-excluded"})
WEAK = {"file-name": ONLY_FILE_NAME, "property": ONLY_PROPERTY}

STRONG = 0.5  # candidates weaker than this do not say what a document is
# From here on a title is believed although the cover cannot be read, and where it stands in a
# picture: of twelve real ones that OCR read well, one passed for what it was not, below this.
PLAIN = 0.7


class Titled(DocumentCheck, frozen=True, kw_only=True, tag="titled"):
    """The document's title says that it is the thing asked for.

    Title candidates come from type size and place on the first pages, from Word styles, slide
    titles and web headings. A phrase counts where it opens a strong candidate, or follows no more
    than a body's name and number; in a decree, the part after TENTANG is looked at; a short form
    in brackets between its words is passed over. Behind another kind of document
    ("Laporan pelaksanaan …", "Pedoman penyusunan …") it is a mention, and a person decides. The
    same holds where only the file's name, its properties or a faint line say it, and where the
    cover is a picture or was badly read. In titles read by OCR a phrase also counts as recognition
    misreads it; in a picture only a line that plainly stands out is believed.

    It cannot see titles that are drawn as pictures unless text recognition has read them.
    """

    any_of: Annotated[
        tuple[str, ...],
        Meta(min_length=1, description="titles that the document may bear, short and long forms"),
    ]
    not_any_of: Annotated[
        tuple[str, ...],
        Meta(description="words that make it another document although a title above fits"),
    ] = ()

    def look_at(self, exhibit: Exhibit, case: Case) -> Finding:  # noqa: ARG002 - one form for all kinds
        facts, path = exhibit.facts, exhibit.evidence.path
        if answers.is_blank(facts):
            return answers.without_text(self, exhibit)
        titles = sorted(facts.titles, key=lambda title: (-title.strength, title.page or 0))
        strong, weak = _by_strength(titles, STRONG if facts.picture is None else PLAIN)
        forgive = recognised(facts)
        seen = [self._sight(title, forgive) for title in strong]
        decided = next((one for one in seen if one.reading in DECIDING), None)
        if decided is not None:
            return self._decide(decided, path)
        mention = next((one for one in seen if one.reading == "mentions"), None)
        if mention is not None:
            return self._doubt(TITLE_MENTIONS, mention, path)
        hints = (self._sight(title, forgive) for title in weak)
        hint = next((one for one in hints if one.reading == "leads"), None)
        if hint is not None:
            return self._doubt(WEAK.get(hint.title.basis, ONLY_SMALL), hint, path)
        return self._nothing(exhibit, strong)

    def rests_on(self, finding: Finding, facts: Facts) -> Iterable[int]:
        pages = {*super().rests_on(finding, facts)}
        # The title asked for may stand on a cover that was badly read.
        return pages | {1} if finding.outcome is Outcome.NOT_MET and pages else pages

    def _sight(self, title: Title, recognised_pages: Collection[int]) -> Sighting:
        misread = (title.page or 0) - 1 in recognised_pages
        return sight(title, self.any_of, self.not_any_of, forgive=misread)

    def _decide(self, seen: Sighting, path: str) -> Finding:
        said: dict[str, Value] = {"title": quoted(seen.title.text), "place": place(seen.title.page)}
        if seen.reading == "leads":
            message = say(TITLE_IS, **said)
            if not seen.is_exact:
                message = taken_for(message, seen.words, seen.phrase)
            return answers.met(self, message, seen.proof(path))
        if seen.reading == "maybe-excluded":
            return self._doubt(TITLE_MAYBE_EXCLUDED, seen, path)
        wanted = answers.any_of(self.any_of)
        return answers.not_met(self, say(TITLE_EXCLUDED, **said, wanted=wanted), seen.proof(path))

    def _doubt(self, template: Text, seen: Sighting, path: str) -> Finding:
        message = say(
            template,
            phrase=quoted(seen.phrase),
            title=quoted(seen.title.text),
            place=place(seen.title.page),
        )
        return answers.needs_review(self, message, seen.proof(path))

    def _nothing(self, exhibit: Exhibit, strong: Sequence[Title]) -> Finding:
        facts, path = exhibit.facts, exhibit.evidence.path
        if facts.text_source == "none":
            return answers.without_text(self, exhibit)
        cover = facts.pages[0] if facts.pages else None
        cover_unread = cover is not None and lacks_text(cover)
        wanted = answers.any_of(self.any_of)
        if not strong:
            template = COVER_UNREAD if cover_unread else NO_TITLE
            return answers.needs_review(self, say(template, wanted=wanted), Proof(path))
        best = strong[0]
        said: dict[str, Value] = {"title": quoted(best.text), "place": place(best.page)}
        proof = Proof(path, best.page, " ".join(best.text.split())[: answers.SNIPPET])
        if cover_unread and best.strength < PLAIN:
            message = say(COVER_UNREAD_BUT, **said, wanted=wanted)
            return answers.needs_review(self, message, proof)
        return answers.not_met(self, say(TITLE_IS_OTHER, **said, wanted=wanted), proof)


def _by_strength(titles: Sequence[Title], at_least: float) -> tuple[list[Title], list[Title]]:
    strong = [t for t in titles if t.basis in {"style", "layout"} and t.strength >= at_least]
    return strong, [title for title in titles if title not in strong]


_RENJA = Titled(any_of=("rencana kerja", "renja"), not_any_of=("rencana strategis", "renstra"))

EXAMPLES = (
    Example(
        name="a cover in large type names the document",
        check=_RENJA,
        case=a_case(
            a_document(
                "renja.pdf",
                "RENCANA KERJA DINAS PENDIDIKAN TAHUN 2024",
                titles=(a_title("RENCANA KERJA DINAS PENDIDIKAN TAHUN 2024"),),
            )
        ),
        outcome=Outcome.MET,
    ),
    Example(
        name="a report on the work plan is not the work plan for certain",
        check=_RENJA,
        case=a_case(
            a_document(
                "laporan.pdf",
                "LAPORAN EVALUASI RENCANA KERJA 2024",
                titles=(a_title("LAPORAN EVALUASI RENCANA KERJA 2024"),),
            )
        ),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="another document is told by its own title",
        check=_RENJA,
        case=a_case(
            a_document(
                "renja.pdf",
                "RENCANA STRATEGIS 2021-2026",
                titles=(a_title("RENCANA STRATEGIS 2021-2026"),),
            )
        ),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="a citation in small type does not make a pass",
        check=_RENJA,
        case=a_case(
            a_document(
                "maklumat.pdf",
                "MAKLUMAT PELAYANAN. Disusun menurut rencana kerja.",
                titles=(a_title("MAKLUMAT PELAYANAN"), a_title("sesuai rencana kerja", 0.2)),
            )
        ),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="a decree is what it is about",
        check=Titled(any_of=("daftar informasi publik",)),
        case=a_case(
            a_document(
                "sk.pdf",
                "KEPUTUSAN KEPALA DINAS NOMOR 12 TAHUN 2024 TENTANG PENETAPAN DAFTAR INFORMASI PUBLIK",
                titles=(
                    a_title(
                        "KEPUTUSAN KEPALA DINAS NOMOR 12 TAHUN 2024 "
                        "TENTANG PENETAPAN DAFTAR INFORMASI PUBLIK"
                    ),
                ),
            )
        ),
        outcome=Outcome.MET,
    ),
    Example(
        name="a file name alone is only a hint",
        check=_RENJA,
        case=a_case(
            a_document(
                "renja-2024.pdf",
                "KATA PENGANTAR",
                titles=(
                    a_title("KATA PENGANTAR"),
                    a_title("renja 2024", 0.1, basis="file-name", page=None),
                ),
            )
        ),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="a title that OCR misread is still the title",
        check=_RENJA,
        case=a_case(
            a_recognised_scan(
                "renja.pdf",
                "RENCANA KERlA DINAS PENDIDIKAN",
                titles=(a_title("RENCANA KERlA DINAS PENDIDIKAN"),),
            )
        ),
        outcome=Outcome.MET,
    ),
    Example(
        name="another title on a cover that OCR read badly proves nothing",
        check=_RENJA,
        case=a_case(
            a_recognised_scan(
                "renja.pdf",
                "REN NA KFR",
                "KATA PENGANTAR",
                confidence=48,
                titles=(a_title("KATA PENGANTAR", page=2),),
            )
        ),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="a scan keeps its title to itself",
        check=_RENJA,
        case=a_case(a_scan()),
        outcome=Outcome.NEEDS_REVIEW,
    ),
)
