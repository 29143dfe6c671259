"""A result as anybody may see it: no private notes, no personal data, no paths of the office.

What is left out is left out of the result itself, so that no output of it can show it.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from msgspec.structs import replace

from emonev.model.assessment import Assessment, CriterionResult, EvidenceResult, StageResult
from emonev.model.finding import Finding, Proof
from emonev.model.text import Text
from emonev.personal_data import masked

# NIK and NIP, telephone numbers, mail addresses: whatever a message may quote from a document.
_PERSONAL = re.compile(
    r"\d(?:[ .-]?\d){14,17}|(?:\+?62|\b0)[ -]?8\d(?:[ -]?\d){6,10}|[\w.+•-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[\d+()][\d+(). -]{0,20}•[\d•.() -]*[\d•]|•[•. -]*\d*"  # hidden in part already
)
_LEFT_OUT = frozenset(["personal-data", "signed", "doubtful-signature"])  # they name people
_HIDDEN = "•••"


def for_the_public(assessment: Assessment) -> Assessment:
    """Return the result without what is not for the public; points and outcomes stay."""
    hide = _Hiding(assessment)
    return replace(
        assessment,
        stages=tuple(map(hide.stage, assessment.stages)),
        evidence=tuple(map(hide.file, assessment.evidence)),
        unassigned=(),
        skipped=(),
        warnings=(),
    )


class _Hiding:
    """Names that stand for files, the same in the whole result, and what is done to its parts."""

    def __init__(self, assessment: Assessment) -> None:
        known = sorted(set(_paths_of(assessment)))
        self._names = {path: _name(number, path) for number, path in enumerate(known, start=1)}
        words = {path: name for path, name in self._names.items() if path}
        words |= {path.rsplit("/", 1)[-1]: name for path, name in words.items()}
        words.pop("", None)
        longest_first = sorted(words, key=len, reverse=True)
        self._words = words
        self._told = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")

    def stage(self, stage: StageResult) -> StageResult:
        entry = replace(stage.entry, by="", why="") if stage.entry else None
        return replace(
            stage,
            entry=entry,
            indicators=tuple(
                replace(indicator, criteria=tuple(map(self._criterion, indicator.criteria)))
                for indicator in stage.indicators
            ),
        )

    def file(self, file: EvidenceResult) -> EvidenceResult:
        left = [at for at, code in enumerate(file.note_codes) if code in _LEFT_OUT]
        return replace(
            file,
            path=self._names[file.path],
            title="",
            problem=self._text(file.problem) if file.problem else None,
            notes=tuple(self._text(note) for at, note in enumerate(file.notes) if at not in left),
            note_codes=tuple(code for code in file.note_codes if code not in _LEFT_OUT),
        )

    def _criterion(self, criterion: CriterionResult) -> CriterionResult:
        stated, review = criterion.not_applicable, criterion.review
        return replace(
            criterion,
            answer_note="",
            findings=tuple(map(self._finding, criterion.findings)),
            evidence=tuple(self._names[path] for path in criterion.evidence),
            links=tuple(filter(None, map(_address, criterion.links))),
            not_applicable=replace(stated, reason=self._hide(stated.reason), statement="")
            if stated
            else None,
            review=replace(review, by="", why="") if review else None,
        )

    def _finding(self, finding: Finding) -> Finding:
        return replace(
            finding,
            message=self._text(finding.message),
            proofs=tuple(map(self._proof, finding.proofs)),
        )

    def _proof(self, proof: Proof) -> Proof:
        return replace(proof, path=self._names[proof.path], snippet="", marks=())

    def _text(self, text: Text) -> Text:
        return Text(self._hide(text.id), self._hide(text.en))

    def _hide(self, words: str) -> str:
        named = self._told.sub(lambda found: self._words[found[0]], words)
        return _PERSONAL.sub(_HIDDEN, masked(named))


def _paths_of(assessment: Assessment) -> Iterator[str]:
    yield from (file.path for file in assessment.evidence)
    for criterion in assessment.criteria():
        yield from criterion.evidence
        for finding in criterion.findings:
            yield from (proof.path for proof in finding.proofs)


def _name(number: int, path: str) -> str:
    ending = PurePosixPath(path).suffix.lower()
    return f"bukti-{number:04}{ending if re.fullmatch(r'[.][a-z0-9]{1,5}', ending) else ''}"


def _address(url: str) -> str:
    """Return an address of the web without what may be a key: user, query and fragment."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return ""
    return f"{parts.scheme}://{parts.hostname}{_PERSONAL.sub(_HIDDEN, parts.path)}"
