"""What the evidence of two years tells: files handed in again, gone, or serving contradictory ends."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from emonev.compare.sheets import Sheet
from emonev.model.assessment import CriterionResult, EvidenceResult
from emonev.model.comparison import (
    Contradiction,
    CriteriaComparison,
    FileNamed,
    Regression,
    Sameness,
    Side,
    Stale,
)
from emonev.model.finding import Outcome


class Files:
    """The evidence of one result: by path, and all content that there is."""

    def __init__(self, sheet: Sheet) -> None:
        self._places = sheet.places
        self._by_path = {file.path: file for file in sheet.assessment.evidence}
        # A hash of bytes and one of text are never equal: their lengths differ.
        self.marks = {mark for file in sheet.assessment.evidence for mark in _marks(file)}

    def criteria(self) -> Iterator[CriterionResult]:
        """Yield every criterion of the result."""
        for place in self._places.values():
            if place.criterion is not None:
                yield place.criterion

    def criterion(self, key: str) -> CriterionResult | None:
        return self._places[key].criterion

    def years_of(self, sides: Iterable[Side]) -> set[int]:
        """Return the years that some criteria asked for."""
        asked = [self.criterion(side.id) for side in sides]
        return {year for criterion in asked if criterion for year in criterion.years}

    def of(self, keys: Iterable[str]) -> list[EvidenceResult]:
        """Return the files of some criteria, each content once."""
        found: dict[str, EvidenceResult] = {}
        for key in keys:
            criterion = self.criterion(key)
            for file in self.handed_in(criterion.evidence if criterion else ()):
                found.setdefault(file.sha256, file)
        return list(found.values())

    def handed_in(self, paths: Iterable[str]) -> Iterator[EvidenceResult]:
        """Yield the files of these paths that have content; empty ones are all alike."""
        for path in paths:
            file = self._by_path.get(path)
            if file is not None and file.bytes:
                yield file

    def hold(self, file: EvidenceResult) -> bool:
        """Say whether the file, or another one with its text, is among these."""
        return not self.marks.isdisjoint(_marks(file))

    def in_both(self, other: "Files") -> frozenset[str]:
        """Return the paths of files that these and the others have, by bytes or by words."""
        return frozenset(path for path, file in self._by_path.items() if other.hold(file))


def named(file: EvidenceResult) -> FileNamed:
    """Return what a comparison says of a file."""
    return FileNamed(path=file.path, sha256=file.sha256, format=file.format, title=file.title)


def stale_files(
    matches: Iterable[CriteriaComparison], before: Files, after: Files
) -> Iterator[Stale]:
    """Yield what was handed in again, byte for byte or word for word, for a later year."""
    in_both = after.in_both(before)
    for match in matches:
        for side in match.newer:
            if match.older and not in_both.isdisjoint(side.evidence):
                asked, years = after.criterion(side.id), before.years_of(match.older)
                if asked is not None and asked.years and years and max(asked.years) > max(years):
                    known = before.of([older.id for older in match.older])
                    overlap = not years.isdisjoint(asked.years)
                    yield from _stale(asked, known, after, overlap=overlap)


def regressions(
    matches: Iterable[CriteriaComparison], before: Files, after: Files
) -> Iterator[Regression]:
    """Yield what got worse, with the evidence of the earlier year that is gone or still there."""
    for match in matches:
        if match.movement != "worsened" or match.entered:
            continue
        had = before.of([side.id for side in match.older])
        has = after.of([side.id for side in match.newer])
        yield Regression(
            criterion=match.newer[0].id,
            gone=tuple(named(file) for file in had if not after.hold(file)),
            kept=tuple(named(file) for file in had if any(_sameness(file, new) for new in has)),
            instead=tuple(named(new) for new in has if not any(_sameness(old, new) for old in had)),
        )


def contradictions(files: Files) -> Iterator[Contradiction]:
    """Yield files that are judged alone for several criteria, and meet some and fail others."""
    judged: dict[str, EvidenceResult] = {}
    met: dict[str, list[str]] = defaultdict(list)
    failed: dict[str, list[str]] = defaultdict(list)
    kinds = {Outcome.MET: met, Outcome.NOT_MET: failed}
    for criterion in files.criteria():
        kind = kinds.get(criterion.outcome)
        if kind is None:
            continue
        handed_in = list(files.handed_in(criterion.evidence))
        if len(handed_in) == 1:  # another file may have answered
            (file,) = handed_in
            judged.setdefault(file.sha256, file)
            kind[file.sha256].append(criterion.id)
    for sha, file in judged.items():
        if sha in met and sha in failed:
            yield Contradiction(file=named(file), met=tuple(met[sha]), not_met=tuple(failed[sha]))


def _stale(
    asked: CriterionResult, known: Sequence[EvidenceResult], after: Files, *, overlap: bool
) -> Iterator[Stale]:
    """Yield a criterion's old files.

    Where some years are asked for again a file of unknown year may be of these.
    """
    for file in after.handed_in(asked.evidence):
        if _is_of(file, asked.years) or (overlap and file.years is None):
            continue
        # The very same file says more than one that merely has the same words.
        alike = [(same, old) for old in known if (same := _sameness(old, file))]
        if alike:
            same, old = min(alike, key=lambda pair: pair[0] != "file")
            yield Stale(
                criterion=asked.id,
                years=asked.years,
                before=named(old),
                after=named(file),
                same=same,
            )


def _sameness(old: EvidenceResult, new: EvidenceResult) -> Sameness | None:
    """Say what two files have in common: all bytes, all words, or nothing that counts."""
    if old.sha256 == new.sha256:
        return "file"
    return "text" if old.text_hash and old.text_hash == new.text_hash else None


def _marks(file: EvidenceResult) -> tuple[str, ...]:
    return (file.sha256, file.text_hash) if file.text_hash else (file.sha256,)


def _is_of(file: EvidenceResult, years: tuple[int, ...]) -> bool:
    """Say whether the file is known to be about a year that is asked for (a five-year plan)."""
    return file.years is not None and any(file.years[0] <= y <= file.years[1] for y in years)
