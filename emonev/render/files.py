"""The evidence prepared: the integrity list, what could not be read, and what was passed over."""

from emonev.language import size
from emonev.model.assessment import Assessment, EvidenceResult, Warning
from emonev.model.text import Language
from emonev.render.criteria import anchor_of
from emonev.render.links import Addresses
from emonev.render.shown import Link
from emonev.render.signs import visible, visible_lines
from emonev.render.view import EvidenceShown, SkippedShown, WarningShown
from emonev.render.words import words_in

_LISTED_BELOW = {"unassigned", "unreadable"}  # each has its own list in the report


def evidence_shown(
    assessment: Assessment, language: Language, where: Addresses
) -> tuple[EvidenceShown, ...]:
    """Return every file of the inventory, sorted by path."""
    files = sorted(assessment.evidence, key=lambda file: file.path)
    return tuple(_file(file, language, where) for file in files)


def evidence_words(assessment: Assessment, language: Language) -> str:
    """Return how many files there are and how large they are together."""
    whole = sum(file.bytes for file in assessment.evidence)
    words = words_in(language)["evidence_words"]
    return words.format(count=len(assessment.evidence), size=size(whole, language))


def skipped_shown(assessment: Assessment, language: Language) -> tuple[SkippedShown, ...]:
    """Return what was passed over, with the reason."""
    return tuple(
        SkippedShown(
            path=visible(entry.path), reason=visible_lines(entry.reason.in_language(language))
        )
        for entry in assessment.skipped
    )


def warnings_shown(
    assessment: Assessment, language: Language, where: Addresses
) -> tuple[WarningShown, ...]:
    """Return the warnings that are not said elsewhere: near bounds stand beside the total."""
    said = {"near-bound"} if assessment.total.near else set()
    return tuple(
        _warning(warning, language, where)
        for warning in assessment.warnings
        if warning.code not in said
    )


def _warning(warning: Warning, language: Language, where: Addresses) -> WarningShown:
    proofs = () if warning.code in _LISTED_BELOW else warning.proofs
    return WarningShown(
        code=warning.code,
        message=visible_lines(warning.message.in_language(language)),
        files=tuple(where.of_proof(proof) for proof in proofs),
        files_words=words_in(language)["files_shown"].format(count=len(proofs)),
    )


def _file(file: EvidenceResult, language: Language, where: Addresses) -> EvidenceShown:
    return EvidenceShown(
        link=where.of_file(file.path),
        title=visible(file.title),
        content=_content(file, language),
        years=_years(file.years),
        sha256=visible(file.sha256),
        criteria=tuple(Link(text=visible(id), url=f"#{anchor_of(id)}") for id in file.criteria),
        problem=visible_lines(file.problem.in_language(language)) if file.problem else "",
        notes=tuple(visible_lines(note.in_language(language)) for note in file.notes),
    )


def _content(file: EvidenceResult, language: Language) -> str:
    parts = (
        visible(file.format.upper()),
        size(file.bytes, language),
        _pages(file.pages, language),
        *_text(file, language),
    )
    return " · ".join(part for part in parts if part)


def _text(file: EvidenceResult, language: Language) -> tuple[str, ...]:
    """Return how the file's text was had."""
    words = words_in(language)
    if not file.recognised_pages:
        return (words[f"text_{file.text}"],)
    layer = (words["text_layer"],) if file.text == "layer" else ()
    read = words["text_recognised"].format(
        pages=_pages(file.recognised_pages, language), confidence=file.confidence
    )
    return (*layer, read)


def _pages(pages: int | None, language: Language) -> str:
    words = words_in(language)
    if pages is None:
        return ""
    return words["one_page"] if pages == 1 else words["pages"].format(count=pages)


def _years(years: tuple[int, int] | None) -> str:
    if years is None:
        return ""
    first, last = years
    return str(first) if first == last else f"{first}–{last}"
