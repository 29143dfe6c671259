"""Whether a rubric asks every question once, and tells people what they are to decide."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from emonev.language import say
from emonev.load.decoding import Decoding
from emonev.load.faults import Mark, shown
from emonev.load.scoring import kind_of
from emonev.model.rubric import Criterion
from emonev.model.text import Text
from emonev.normalise import normalise

ALIKE = 90  # of 100; what is left between two such questions is looked at word by word
_TYPING_MISTAKE = 75  # of 100, between two words

_SAME_QUESTION = Text(
    "pertanyaan ini sama dengan pertanyaan “{id}” di baris {line}",
    "this question is the same as that of “{id}” in line {line}",
)
_ALIKE = Text(
    "pertanyaan ini hampir sama dengan pertanyaan “{id}” di baris {line} ({percent}%)",
    "this question is nearly the same as that of “{id}” in line {line} ({percent}%)",
)
_MEND_QUESTION = Text(
    "Hapus salah satunya, atau perjelas bedanya.", "Delete one, or make the difference plain."
)
_NOT_ASKED = Text(
    "kriteria “{id}” hanya dinilai orang, tetapi tidak menyebut apa yang harus diputuskan",
    "only a person judges the criterion “{id}”, but it does not say what to decide",
)
_MEND_ASK = Text(
    "Tambahkan “ask” pada “reviewed”, atau pemeriksaan lain.",
    "Add “ask” to “reviewed”, or another check.",
)
_COUNTING = re.compile(r"\W*(?:[0-9][0-9.,–-]*|[ivx]+|[a-z])\W*")
_IDLE = frozenset({"dan", "atau", "yang", "di", "ke", "dari", "pada", "untuk", "telah", "sudah"})


def questions_differ(run: Decoding) -> None:
    """Warn of questions that stand twice, also where a few letters differ."""
    first: dict[str, Criterion] = {}
    for criterion in run.every(Criterion):
        other = first.setdefault(normalise(criterion.text.id), criterion)
        if other is not criterion:
            told = say(_SAME_QUESTION, id=shown(other.id), line=f"{_mark(run, other).line + 1}")
            run.faults.warn("duplicate-question", _mark(run, criterion), told, _MEND_QUESTION)
    criteria = list(first.values())
    for earlier, later, percent in _alike(list(first)):
        other, line = criteria[earlier], _mark(run, criteria[earlier]).line + 1
        told = say(_ALIKE, id=shown(other.id), line=f"{line}", percent=percent)
        run.faults.warn("similar-question", _mark(run, criteria[later]), told, _MEND_QUESTION)


def people_know_what_to_decide(run: Decoding) -> None:
    """Warn of criteria that only a person judges, without a question put to that person."""
    for criterion in run.every(Criterion):
        parts = tuple(criterion.parts())
        kinds = {kind_of(part) for part in parts}
        asked = any(getattr(part, "ask", None) for part in parts)
        if kinds == {"reviewed"} and not asked and run.is_whole(criterion, "checks"):
            told = say(_NOT_ASKED, id=shown(criterion.id))
            run.faults.warn("not-asked", run.mark_of(criterion, "checks"), told, _MEND_ASK)


def _alike(texts: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the pairs of texts that differ in next to nothing, each later text once."""
    if len(texts) < 2:
        return
    from rapidfuzz import fuzz, process  # 20 ms; only the linter comes here

    words = [Counter(text.split()) for text in texts]
    for later, text in enumerate(texts):
        near = process.extract(
            text, texts[:later], scorer=fuzz.ratio, processor=None, score_cutoff=ALIKE, limit=None
        )
        for _, score, earlier in near:
            if _is_a_copy(words[earlier], words[later]):
                yield earlier, later, int(score)
                break


def _is_a_copy(one: Counter[str], other: Counter[str]) -> bool:
    """Tell whether two texts differ in typing mistakes and idle words only.

    A number tells them apart ("semester I" and "semester II"), and so does any other word.
    """
    left, right = [*(one - other)], [*(other - one)]
    if any(map(_COUNTING.fullmatch, left + right)):
        return False
    return all(
        _has_twin(word, others)
        for words, others in ((left, right), (right, left))
        for word in words
        if word.strip(".,;:?") not in _IDLE
    )


def _has_twin(word: str, others: Sequence[str]) -> bool:
    from rapidfuzz import fuzz

    return any(fuzz.ratio(word, other) >= _TYPING_MISTAKE for other in others)


def _mark(run: Decoding, criterion: Criterion) -> Mark:
    return run.mark_of(criterion, "text")
