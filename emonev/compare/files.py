"""What the evidence of two years tells: files handed in again, gone, or serving contradictory ends."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from emonev.compare.sheets import Sheet
from emonev.model.assessment import CriterionResult, EvidenceResult
from emonev.model.comparison import Contradiction, CriteriaComparison, FileNamed, Regression, Stale
from emonev.model.finding import Outcome


class Files:
    """The evidence of one result: by path, and all content that there is."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._by_path = {file.path: file for file in sheet.assessment.evidence}
        self.contents = {file.sha256 for file in sheet.assessment.evidence}

    def criteria(self) -> Iterator[CriterionResult]:
        """Yield every criterion of the result."""
        for place in self._sheet.places.values():
            if place.criterion is not None:
                yield place.criterion

    def of(self, keys: Iterable[str]) -> dict[str, FileNamed]:
        """Return the files of some criteria, each content once."""
        found: dict[str, FileNamed] = {}
        for key in keys:
            criterion = self._sheet.places[key].criterion
            for file in self.handed_in(criterion.evidence if criterion else ()):
                found.setdefault(file.sha256, _named(file))
        return found

    def handed_in(self, paths: Iterable[str]) -> Iterator[EvidenceResult]:
        """Yield the files of these paths that have content; empty ones are all alike."""
        for path in paths:
            file = self._by_path.get(path)
            if file is not None and file.bytes:
                yield file


def stale_files(matches: Iterable[CriteriaComparison], old: Sheet, new: Sheet) -> Iterator[Stale]:
    """Yield what was handed in again, byte for byte, where a later year was asked for."""
    before, after = Files(old), Files(new)
    for match in matches:
        known = before.of(side.id for side in match.older if not match.entered)
        if not known:
            continue
        for side in match.newer:
            asked = new.places[side.id].criterion
            if asked is None or not asked.years or not _later(match, asked, old):
                continue
            for file in after.handed_in(asked.evidence):
                if file.sha256 in known and not _is_of(file, asked.years):
                    yield Stale(
                        criterion=side.id,
                        years=asked.years,
                        before=known[file.sha256],
                        after=_named(file),
                    )


def regressions(
    matches: Iterable[CriteriaComparison], old: Sheet, new: Sheet
) -> Iterator[Regression]:
    """Yield what got worse, with the evidence of the earlier year that is gone or still there."""
    before, after = Files(old), Files(new)
    for match in matches:
        if match.movement != "worsened" or match.entered:
            continue
        had = before.of(side.id for side in match.older)
        has = after.of(side.id for side in match.newer)
        yield Regression(
            criterion=match.newer[0].id,
            gone=tuple(file for sha, file in had.items() if sha not in after.contents),
            kept=tuple(file for sha, file in had.items() if sha in has),
        )


def contradictions(new: Sheet) -> Iterator[Contradiction]:
    """Yield files that are judged alone for several criteria, and meet some and fail others."""
    files = Files(new)
    outcomes: dict[str, dict[Outcome, list[str]]] = defaultdict(lambda: defaultdict(list))
    named: dict[str, FileNamed] = {}
    for criterion in files.criteria():
        handed_in = list(files.handed_in(criterion.evidence))
        if len(handed_in) != 1:
            continue  # another file may have answered
        named.setdefault(handed_in[0].sha256, _named(handed_in[0]))
        outcomes[handed_in[0].sha256][criterion.outcome].append(criterion.id)
    for sha, found in outcomes.items():
        met, failed = found[Outcome.MET], found[Outcome.NOT_MET]
        if met and failed:
            yield Contradiction(file=named[sha], met=tuple(met), not_met=tuple(failed))


def _later(match: CriteriaComparison, asked: CriterionResult, old: Sheet) -> bool:
    """Say whether a later year is asked for than any that was."""
    before = [old.places[side.id].criterion for side in match.older]
    years = [year for criterion in before if criterion for year in criterion.years]
    return bool(years) and max(asked.years) > max(years)


def _is_of(file: EvidenceResult, years: tuple[int, ...]) -> bool:
    """Say whether the file is known to be about a year that is asked for (a five-year plan)."""
    return file.years is not None and any(file.years[0] <= y <= file.years[1] for y in years)


def _named(file: EvidenceResult) -> FileNamed:
    return FileNamed(path=file.path, sha256=file.sha256, format=file.format, title=file.title)
