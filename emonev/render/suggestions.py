"""Proposed links as YAML lines to paste, with what speaks for each of them as comments."""

from collections.abc import Iterator, Sequence

from emonev.language import say
from emonev.model.text import Language, Text
from emonev.render.signs import visible
from emonev.render.tables import wrapped
from emonev.suggest import Link, Proposal, Question, Suggestions

_HEAD = Text(
    "Usulan “replaces” untuk {newer} dari {older}. Periksa setiap usulan; yang benar disalin ke "
    "kriterianya. Tidak ada berkas yang diubah.",
    "Proposed `replaces` for {newer} from {older}. Check each proposal and copy the right ones "
    "into their criterion. No file is changed.",
)
_COUNT = Text(
    "{proposed} kriteria dengan usulan, {linked} sudah berpasangan, {new} tanpa padanan.",
    "{proposed} criteria with a proposal, {linked} linked already, {new} without a counterpart.",
)
_LINK = Text("{confidence}% {id} ({reasons}): {question}", "{confidence}% {id} ({reasons}): {question}")  # fmt: skip
_WORDS = Text("bunyi {words}%", "words {words}%")
_REASONS = {"id": Text("id sama", "same id"), "law": Text("pasal sama", "same article")}
_PARTS = {"merged": Text("digabung", "merged"), "split": Text("dipecah", "split")}
_NEW = Text("Baru, tanpa padanan di {older}:", "New, without a counterpart in {older}:")
_DROPPED = Text(
    "Dari {older}, tidak dilanjutkan di {newer}:", "Of {older}, not continued in {newer}:"
)


def suggestions_text(suggestions: Suggestions, language: Language) -> str:
    """Return YAML: comments, and one line `replaces: […]` for each proposal."""
    return "\n".join(_lines(suggestions, language))


def _lines(suggestions: Suggestions, language: Language) -> Iterator[str]:
    named = {"older": suggestions.older, "newer": suggestions.newer}
    counts = {
        "proposed": len(suggestions.proposals),
        "linked": suggestions.linked,
        "new": len(suggestions.new),
    }
    yield from _comment(say(_HEAD, **named).in_language(language))
    yield from _comment(say(_COUNT, **counts).in_language(language))
    for proposal in suggestions.proposals:
        yield ""
        yield from _of(proposal, language)
    for head, questions in ((_NEW, suggestions.new), (_DROPPED, suggestions.dropped)):
        if questions:
            yield ""
            yield from _comment(say(head, **named).in_language(language))
            yield from _listed(questions, language)


def _of(proposal: Proposal, language: Language) -> Iterator[str]:
    newer = proposal.newer
    yield from _comment(f"{newer.id}: {newer.text.in_language(language)}")
    for link in proposal.links:
        yield from _comment(_link(link, language), "    ")
    ids = ", ".join(link.older.id for link in proposal.links)
    yield visible(f"replaces: [{ids}]")


def _link(link: Link, language: Language) -> str:
    reasons = [say(_WORDS, words=link.words)]
    reasons += [_REASONS[reason] for reason in link.reasons if reason in _REASONS]
    reasons += [_PARTS[link.part]] if link.part in _PARTS else []
    told = say(
        _LINK,
        confidence=link.confidence,
        id=link.older.id,
        reasons=", ".join(reason.in_language(language) for reason in reasons),
        question=link.older.text,
    )
    return told.in_language(language)


def _listed(questions: Sequence[Question], language: Language) -> Iterator[str]:
    for question in questions:
        yield from _comment(f"{question.id}: {question.text.in_language(language)}", "  ")


def _comment(text: str, indent: str = "") -> list[str]:
    return wrapped(visible(" ".join(text.split())), f"# {indent}", f"# {indent}  ")
