"""Hearings: each criterion's evidence is laid before the judge once, and remembered.

Judging again what has not changed gives the same findings; so they are kept in the cache, with a
digest of all they hang on: the checks, the years, the evidence by content and name, the readers
and the judge's own source.
"""

import contextlib
import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

import msgspec

from emonev.evidence.cache import Cache, Remembered
from emonev.evidence.edition import digest_of_sources
from emonev.evidence.library import Library
from emonev.judge import judge, needs_text
from emonev.model import exact
from emonev.model.case import Case
from emonev.model.finding import Finding
from emonev.model.inventory import Evidence, Inventory
from emonev.model.rubric import Criterion, Rubric
from emonev.model.years import resolve_years

# Everything that decides what findings facts and text give.
_SOURCES = (
    "checks/*.py", "checks/*.txt", "score/shares.py", "model/*.py", "judge.py", "normalise.py",
    "language.py", "personal_data.py", "signing.py",
)  # fmt: skip
_ENCODE = msgspec.msgpack.Encoder(enc_hook=exact.encode, order="deterministic").encode
_FINDINGS = msgspec.msgpack.Decoder(tuple[Finding, ...], dec_hook=exact.decode)


class Hearings:
    """The findings of one run, judged now or remembered; `keep` saves the new ones."""

    def __init__(
        self, rubric: Rubric, year: int, inventory: Inventory, library: Library, cache: Cache | None
    ) -> None:
        self._rubric, self._year, self._library, self._cache = rubric, year, library, cache
        self._links, self._closed = inventory.links, inventory.closed
        self._evidence: dict[str, list[Evidence]] = defaultdict(list)
        for evidence in inventory.files:
            for criterion in evidence.criteria:
                self._evidence[criterion].append(evidence)
        self._edition = digest_of_sources(_SOURCES) + library.edition.encode()
        self._remembered = {} if cache is None else cache.findings.of(year)
        self._new: dict[str, Remembered] = {}
        self._apart: dict[str, str] = {}

    def evidence_of(self, criterion: Criterion) -> tuple[str, ...]:
        return tuple(evidence.path for evidence in self._evidence[criterion.id])

    def links_of(self, criterion: Criterion) -> tuple[str, ...]:
        return self._links.get(criterion.id, ())

    def findings(self, criterion: Criterion, purpose: str = "") -> tuple[Finding, ...]:
        """Return one finding per check; `purpose` tells hearings of one criterion apart."""
        place = f"{criterion.id} {self._apart.get(criterion.id, '')}{purpose}"
        question = self._question(criterion)
        remembered = self._new.get(place) or self._remembered.get(place)
        if remembered is not None and remembered.question == question:
            # What cannot be understood any more is judged anew.
            with contextlib.suppress(msgspec.MsgspecError, UnicodeDecodeError):
                return _FINDINGS.decode(remembered.answer)
        findings = judge(criterion, self._case(criterion))
        if self._is_lasting(criterion):
            self._new[place] = Remembered(question, _ENCODE(findings))
        return findings

    @contextlib.contextmanager
    def apart(self, stage: str, criteria: Collection[str]) -> Iterator[None]:
        """Keep what is found on some criteria meanwhile apart from what is found in the end.

        A place remembers its last answer only, and the next run comes by this stage again.
        """
        self._apart = dict.fromkeys(criteria, f"{stage} ")
        try:
            yield
        finally:
            self._apart = {}

    def keep(self) -> None:
        """Save what was judged in this run for the next one."""
        if self._cache is not None and self._new:
            self._cache.findings.keep(self._year, self._new)

    def _case(self, criterion: Criterion) -> Case:
        with_text = needs_text(criterion)
        return Case(
            criterion=criterion.id,
            years=resolve_years(criterion.years, self._year),
            portal=self._rubric.portal,
            exhibits=tuple(
                self._library.exhibit(evidence.path, with_text=with_text)
                for evidence in self._evidence[criterion.id]
            ),
            links=self.links_of(criterion),
            closed=self._closed.get(criterion.id, ()),
        )

    def _question(self, criterion: Criterion) -> bytes:
        """Return a digest of everything that the findings hang on."""
        asked: tuple[Any, ...] = (
            self._edition,
            self._year,
            criterion.checks,
            criterion.scoring,
            criterion.years,
            self._rubric.portal,
            self.links_of(criterion),
            self._closed.get(criterion.id, ()),
            [
                (e.path, e.bytes, e.sha256, e.format, self._library.state_of(e))
                for e in self._evidence[criterion.id]
            ],
        )
        return hashlib.sha256(_ENCODE(asked)).digest()

    def _is_lasting(self, criterion: Criterion) -> bool:
        """Say whether the findings hang on content alone, and not on what befell a file today."""
        return criterion.id not in self._closed and all(
            self._library.exhibit(evidence.path, with_text=False).facts.problem is None
            and self._library.is_lasting(evidence)
            for evidence in self._evidence[criterion.id]
        )
