"""The kind `exists`: something usable was handed in."""

from fractions import Fraction
from typing import Annotated

from msgspec import Meta

from emonev.checks import answers
from emonev.checks.answers import ONE
from emonev.checks.examples import Example, a_broken_file, a_case, a_document
from emonev.checks.formats import is_one_of, shown
from emonev.language import say
from emonev.model.case import Case, Exhibit
from emonev.model.check import CollectionCheck
from emonev.model.facts import Problem
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.text import Text

ENOUGH = Text(
    "Ada {found} bukti; diminta paling sedikit {wanted}.",
    "{found} piece(s) of evidence; at least {wanted} asked for.",
)
ENOUGH_LINKS = Text(
    "Ada {found} bukti, {links} di antaranya tautan yang tidak dibuka oleh emonev; diminta paling "
    "sedikit {wanted}.",
    "{found} piece(s) of evidence, {links} of them links that emonev did not open; at least "
    "{wanted} asked for.",
)
TOO_FEW = Text(
    "Hanya {found} dari {wanted} bukti yang diminta; tambahkan {missing} lagi.",
    "Only {found} of {wanted} pieces of evidence asked for; add {missing} more.",
)
TOO_FEW_OF_FORMAT = Text(
    "Hanya {found} dari {wanted} bukti berformat {formats}; tambahkan {missing} lagi.",
    "Only {found} of {wanted} pieces of evidence in the format {formats}; add {missing} more.",
)
UNUSABLE = Text(
    "Berkas yang kosong, rusak, atau terkunci tidak dihitung ({broken}); hanya {found} dari {wanted} "
    "yang dapat dipakai. Ganti berkas itu.",
    "Empty, damaged or locked files do not count ({broken}); only {found} of {wanted} can be used. "
    "Replace them.",
)
UNKNOWN = Text(
    "{unread} berkas tidak dapat dibaca emonev dan mungkin memenuhi; buka dan periksa sendiri.",
    "emonev could not read {unread} file(s) that may well serve; open and check them.",
)

# With these nobody can use the file; with any other problem a person still might.
USELESS = frozenset({"empty", "damaged", "encrypted"})


class Exists(CollectionCheck, frozen=True, kw_only=True, tag="exists"):
    """At least so many usable pieces of evidence were handed in.

    Files count when they can be opened; an empty, blank, damaged or password-locked file does not. Where
    the format was not readable for emonev (an old .doc), a person decides. Links count only with
    `links: true`. With fewer than asked, the share is the part that is there.

    It cannot see what the evidence is: ask for that with `titled` or `contains`.
    """

    asks_words = False

    at_least: Annotated[
        int, Meta(ge=1, le=10_000, description="how many pieces of evidence are asked for")
    ] = 1
    formats: Annotated[
        tuple[str, ...],
        Meta(description="only files of these formats count (by content); empty: any"),
    ] = ()
    links: Annotated[bool, Meta(description="whether a link counts as a piece of evidence")] = False

    def look_at_all(self, case: Case) -> Finding:
        offered = [e for e in case.exhibits if is_one_of(e.evidence.format, self.formats)]
        good = [e for e in offered if e.facts.problem is None and not answers.is_blank(e.facts)]
        unknown = [e for e in offered if _is_unknown(e.facts.problem)]
        links = len(case.links) if self.links else 0
        found = len(good) + links
        if found >= self.at_least:
            template = ENOUGH_LINKS if links else ENOUGH
            message = say(template, found=found, links=links, wanted=self.at_least)
            return answers.met(self, message, *_proofs(good))
        if found + len(unknown) >= self.at_least:
            return answers.needs_review(self, say(UNKNOWN, unread=len(unknown)), *_proofs(unknown))
        share = min(ONE, Fraction(found, self.at_least))
        broken = [e for e in offered if e not in good and e not in unknown]
        return answers.partly(self, share, self._too_few(found, broken), *_proofs(broken or good))

    def _too_few(self, found: int, broken: list[Exhibit]) -> Text:
        missing = self.at_least - found
        if broken:
            return say(UNUSABLE, broken=len(broken), found=found, wanted=self.at_least)
        template = TOO_FEW_OF_FORMAT if self.formats else TOO_FEW
        formats = shown(self.formats)
        return say(template, found=found, wanted=self.at_least, missing=missing, formats=formats)


def _is_unknown(problem: Problem | None) -> bool:
    return problem is not None and problem.code not in USELESS


def _proofs(exhibits: list[Exhibit]) -> tuple[Proof, ...]:
    return tuple(Proof(path) for path in sorted(e.evidence.path for e in exhibits)[:5])


EXAMPLES = (
    Example(
        name="one file is enough where one is asked for",
        check=Exists(),
        case=a_case(a_document("dip.pdf", "Daftar Informasi Publik")),
        outcome=Outcome.MET,
    ),
    Example(
        name="two photographs of three are two thirds",
        check=Exists(at_least=3, formats=("jpg", "png")),
        case=a_case(
            a_document("loket.jpg", format="jpeg"),
            a_document("ruang.png"),
            a_document("daftar.pdf", "Daftar foto"),
        ),
        outcome=Outcome.PARTLY,
        share=Fraction(2, 3),
    ),
    Example(
        name="a damaged file does not count",
        check=Exists(),
        case=a_case(a_broken_file()),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="a link counts where the rubric says so",
        check=Exists(links=True),
        case=a_case(links=("https://ppid.contoh.go.id/dip",)),
        outcome=Outcome.MET,
    ),
    Example(
        name="a format that emonev does not read may well serve",
        check=Exists(),
        case=a_case(
            a_document(
                "lama.doc",
                problem=Problem("unsupported", Text("Format lama.", "An old format.")),
            )
        ),
        outcome=Outcome.NEEDS_REVIEW,
    ),
)
