"""The verdicts of a run: as evidence reads without OCR, to know what is at stake, and in the end."""

import datetime
from collections.abc import Collection
from fractions import Fraction

from emonev.evidence.library import Library
from emonev.hearing import Hearings
from emonev.model.rubric import Criterion, Rubric
from emonev.model.workspace import Answer, Answers
from emonev.stakes import stakes_of
from emonev.voices import Verdict, weigh


class Verdicts:
    """Every criterion of a rubric weighed, each as often as what is known of its evidence changes."""

    def __init__(
        self,
        rubric: Rubric,
        answers: Answers,
        hearings: Hearings,
        library: Library,
        today: datetime.date,
    ) -> None:
        self._rubric, self._answers, self._today = rubric, answers, today
        self._hearings, self._library = hearings, library
        self._early: dict[str, Verdict] = {}

    def stakes(self, criteria: Collection[str], stage: str) -> dict[str, Fraction]:
        """Return what each criterion can still gain; `criteria` are those that OCR may change.

        `stage` tells what is found so early from what is found later.
        """
        with self._hearings.apart(stage, criteria):
            self._early = {each.id: self._weighed(each) for each in self._rubric.criteria()}
        return stakes_of(self._rubric, self._early.values())

    def final(self) -> tuple[Verdict, ...]:
        """Return the verdict on each criterion by all that is known now."""
        return tuple(map(self._known_or_weighed, self._rubric.criteria()))

    def _known_or_weighed(self, criterion: Criterion) -> Verdict:
        early = self._early.get(criterion.id)
        if early is None or any(map(self._library.says_more_of, early.evidence)):
            return self._weighed(criterion)
        return early

    def _weighed(self, criterion: Criterion) -> Verdict:
        answer = self._answers.answers.get(criterion.id, Answer())
        return weigh(criterion, self._hearings, answer, self._today)
