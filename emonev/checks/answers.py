"""The ways in which every check kind answers: a finding with its outcome, sentence and proof."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import reduce
from itertools import groupby

from emonev.language import say
from emonev.model.case import Exhibit
from emonev.model.check import Check
from emonev.model.facts import DateSeen, Facts, Page
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.text import Text

ZERO, ONE = Fraction(0), Fraction(1)
LONGEST_QUOTE = 120
SNIPPET = 200
MOST_LISTED = 5
# A scanned page may carry a line of its scanner program; less than this is no text of its own.
SCANNER_MARK = 40

NO_TEXT = Text(
    "Dokumen ini tidak memuat teks yang dapat dibaca mesin (pindaian, gambar, atau arsip); buka "
    "dan periksa sendiri, atau serahkan berkas yang teksnya dapat dicari.",
    "This document holds no machine-readable text (a scan, a picture or an archive); open and "
    "check it, or hand in a file whose text can be searched.",
)
MORE = Text("{count} lainnya", "{count} others")
NOTHING_ON_IT = Text(
    "Semua halaman dokumen ini kosong; serahkan dokumen yang berisi.",
    "Every page of this document is blank; hand in one with content.",
)
OR = Text("{first} atau {last}", "{first} or {last}")
AND = Text("{first} dan {last}", "{first} and {last}")
IN_TURN = Text("{first} {second}", "{first} {second}")
UNDER = Text("{name}: {said}", "{name}: {said}")
ON_PAGE = Text("halaman {page}", "page {page}")
IN_FILE = Text("dokumen ini", "this document")


def met(check: Check, message: Text, *proofs: Proof, count: int | None = None) -> Finding:
    return _answer(check, Outcome.MET, ONE, message, proofs, count)


def partly(
    check: Check, share: Fraction, message: Text, *proofs: Proof, count: int | None = None
) -> Finding:
    """Answer `partly`, or `not-met` where nothing of it is there."""
    outcome = Outcome.PARTLY if share else Outcome.NOT_MET
    return _answer(check, outcome, share, message, proofs, count)


def not_met(check: Check, message: Text, *proofs: Proof, count: int | None = None) -> Finding:
    return _answer(check, Outcome.NOT_MET, ZERO, message, proofs, count)


def needs_review(check: Check, message: Text, *proofs: Proof) -> Finding:
    return _answer(check, Outcome.NEEDS_REVIEW, ZERO, message, proofs, None)


def error(check: Check, message: Text, *proofs: Proof) -> Finding:
    return _answer(check, Outcome.ERROR, ZERO, message, proofs, None)


def without_text(check: Check, exhibit: Exhibit) -> Finding:
    """Answer for a document without text: blank pages hold nothing, pictures may hold anything."""
    proof = Proof(exhibit.evidence.path)
    if is_blank(exhibit.facts):
        return not_met(check, NOTHING_ON_IT, proof)
    return needs_review(check, NO_TEXT, proof)


def is_blank(facts: Facts) -> bool:
    """Say whether nothing at all stands on any page."""
    return bool(facts.pages) and all(page.blank for page in facts.pages)


def kind_of(check: Check) -> str:
    return str(check.__struct_config__.tag)


def quoted(words: str) -> str:
    """Return the words in quotation marks, cut where they grow too long for a sentence."""
    shown = " ".join(words.split())
    if len(shown) > LONGEST_QUOTE:
        shown = shown[: LONGEST_QUOTE - 1].rstrip() + "…"
    return f"“{shown}”"


def any_of(phrases: Sequence[str]) -> Text:
    """Return “a”, “b” or “c” as each language lists alternatives; a long list is cut short."""
    shown = [_same(quoted(phrase)) for phrase in phrases]
    if len(shown) > MOST_LISTED:
        rest = len(shown) - MOST_LISTED + 1
        shown = [*shown[: MOST_LISTED - 1], say(MORE, count=rest)]
    return _listed(shown, OR)


def either(texts: Sequence[Text]) -> Text:
    """Return one, another or a third, each as it is."""
    return _listed(list(texts), OR)


def together(texts: Sequence[Text]) -> Text:
    """Return one, another and a third, each as it is."""
    return _listed(list(texts), AND)


def all_of(phrases: Sequence[str]) -> Text:
    """Return “a”, “b” and “c”."""
    return _listed([_same(quoted(phrase)) for phrase in phrases], AND)


def in_turn(sentences: Iterable[Text]) -> Text:
    """Return whole sentences one after another."""
    return reduce(lambda first, second: say(IN_TURN, first=first, second=second), sentences)


def under(name: Text, said: Text) -> Text:
    """Return sentences under the name of what they are about."""
    opening = Text(name.id[:1].upper() + name.id[1:], name.en[:1].upper() + name.en[1:])
    return say(UNDER, name=opening, said=said)


def place(page: int | None) -> Text:
    """Return "page 3", or "this document" for formats without pages."""
    return IN_FILE if page is None else say(ON_PAGE, page=page)


def page_list(pages: Iterable[int]) -> str:
    """Return page numbers with runs drawn together: "1–3, 5"."""
    runs = groupby(enumerate(sorted(set(pages))), key=lambda pair: pair[1] - pair[0])
    return ", ".join(_run([page for _, page in run]) for _, run in runs)


def lacks_text(page: Page) -> bool:
    """Say whether something stands on the page that cannot be searched."""
    if page.blank:
        return False
    if page.source == "ocr":
        return page.characters == 0
    return (
        page.rubbish
        or page.characters == 0
        or (page.has_picture and page.characters < SCANNER_MARK)
    )


def pages_without_text(facts: Facts, first: int | None = None) -> list[int]:
    """Return the numbers of the pages (of the first so many) whose content cannot be searched."""
    return [number for number, page in enumerate(facts.pages[:first], 1) if lacks_text(page)]


def proof_of_date(seen: DateSeen, path: str) -> Proof:
    """Return where a date was seen, marked in its snippet."""
    start = seen.snippet.find(seen.printed)
    if start < 0:
        return Proof(path, seen.page, seen.printed, ((0, len(seen.printed)),))
    return Proof(path, seen.page, seen.snippet, ((start, start + len(seen.printed)),))


def _answer(
    check: Check,
    outcome: Outcome,
    share: Fraction,
    message: Text,
    proofs: tuple[Proof, ...],
    count: int | None,
) -> Finding:
    return Finding(
        kind=kind_of(check),
        outcome=outcome,
        share=share,
        message=message,
        proofs=proofs,
        count=count,
        label=check.label,
        weight=check.weight,
        required=check.required,
    )


def _listed(shown: list[Text], join: Text) -> Text:
    if len(shown) < 2:
        return shown[0] if shown else _same("")
    first = Text(", ".join(one.id for one in shown[:-1]), ", ".join(one.en for one in shown[:-1]))
    return say(join, first=first, last=shown[-1])


def _same(words: str) -> Text:
    return Text(words, words)


def _run(pages: list[int]) -> str:
    return str(pages[0]) if len(pages) == 1 else f"{pages[0]}–{pages[-1]}"
