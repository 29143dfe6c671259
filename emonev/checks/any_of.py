"""The kind `any-of`: one of several ways to prove the same thing is enough."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import islice
from typing import Annotated

from msgspec import Meta
from msgspec.structs import replace

from emonev.checks import answers
from emonev.checks.alternatives import (
    Tried,
    fails_least,
    nearest_first,
    proofs_of,
    reach_of,
    try_alternative,
    why_pending,
)
from emonev.checks.answers import in_turn, together, under
from emonev.checks.confidence import said_once
from emonev.checks.dated_within import DatedWithin
from emonev.checks.examples import (
    Example,
    a_case,
    a_date,
    a_document,
    a_recognised_scan,
    a_title,
)
from emonev.checks.has_columns import HasColumns
from emonev.checks.names import name_of_alternative
from emonev.checks.statement_of_nil import StatementOfNil
from emonev.checks.titled import Titled
from emonev.language import say
from emonev.model.case import Exhibit
from emonev.model.check import Check, JoinedCheck
from emonev.model.facts import Table
from emonev.model.finding import Finding, Outcome
from emonev.model.text import Text

HOLDS = Text("Terpenuhi dengan {name}: {said}", "Met by {name}: {said}")
MAY_HOLD = Text("Belum pasti. {said}", "Not certain. {said}")
SOME_MAY_HOLD = Text(
    "Belum pasti. {said} Belum pasti juga: {others}.",
    "Not certain. {said} Not certain either: {others}.",
)
HOLDS_IN_PART = Text("Baru terpenuhi sebagian. {said}", "Only partly met. {said}")
NONE_HOLDS = Text(
    "Tidak satu pun dari {count} alternatif terpenuhi. {said}",
    "None of the {count} alternatives is met. {said}",
)


class AnyOf(JoinedCheck, frozen=True, kw_only=True, tag="any-of"):
    """One of several alternatives is met, each of them a check or a list of checks.

    The checks of a list must all be met together, those that look at documents by the same
    document. The whole is met where one alternative is, and not met only where none is or may be;
    else a person decides. A single check brings its share also in part, a list brings all or
    nothing, and the best alternative counts. A finding names the alternative that holds, or what
    each lacks, the nearest first. An alternative is called by the first `label` among its checks,
    else by what its first check looks at. No alternative may be an `any-of` itself, and what
    `counted` counts in one chooses no tier.

    It cannot see which of the alternatives the body had in mind.
    """

    alternatives: Annotated[
        tuple[Annotated[tuple[Check, ...], Meta(min_length=1)], ...],
        Meta(
            min_length=1,
            description="the alternatives; each a check, or a list of checks that must all be met",
        ),
    ]

    def parts(self) -> tuple[Check, ...]:
        return tuple(check for checks in self.alternatives for check in checks)

    def join(self, on_each: Sequence[Sequence[Finding]]) -> tuple[Finding, ...]:
        names = [name_of_alternative(checks) for checks in self.alternatives]
        rows = [self._tried(names, findings) for findings in on_each]
        best = [fails_least(of_one) for of_one in zip(*rows, strict=True)]
        return tuple(
            replace(self._answer(row, best), alternatives=tuple(map(reach_of, row))) for row in rows
        )

    def _tried(self, names: Sequence[Text], findings: Sequence[Finding]) -> list[Tried]:
        left = iter(findings)
        return [
            try_alternative(name, tuple(islice(left, len(checks))))
            for name, checks in zip(names, self.alternatives, strict=True)
        ]

    def _answer(self, row: Sequence[Tried], best: Sequence[Tried | None]) -> Finding:
        held = next((one for one in row if one.outcome is Outcome.MET), None)
        if held is not None:
            said = held.holds()
            message = said if len(row) == 1 else say(HOLDS, name=held.name, said=said)
            return answers.met(self, message, *proofs_of(held.findings))
        undecided = [one for one in row if one.outcome.is_pending]
        if undecided:
            return self._open(nearest_first(undecided))
        told = [one.or_elsewhere(other) for one, other in zip(row, best, strict=True)]
        return self._failed(max(one.share for one in row), nearest_first(told))

    def _open(self, undecided: Sequence[Tried]) -> Finding:
        outcome = why_pending({one.outcome for one in undecided})
        answer = answers.error if outcome is Outcome.ERROR else answers.needs_review
        proofs = proofs_of(finding for one in undecided for finding in one.findings)
        return answer(self, self._doubt(undecided), *proofs)

    def _doubt(self, undecided: Sequence[Tried]) -> Text:
        """Return what keeps the nearest open, and the names of the others that are."""
        first, *others = undecided
        lacks = first.lacks()
        if len(self.alternatives) == 1 or (others and {one.lacks() for one in others} == {lacks}):
            return lacks
        said = under(first.name, lacks)
        if not others:
            return say(MAY_HOLD, said=said)
        return say(SOME_MAY_HOLD, said=said, others=together([one.name for one in others]))

    def _failed(self, share: Fraction, nearest: Sequence[Tried]) -> Finding:
        proofs = proofs_of(finding for one in nearest for finding in one.deciding)
        return answers.partly(self, share, self._missed(share, nearest), *proofs)

    def _missed(self, share: Fraction, nearest: Sequence[Tried]) -> Text:
        """Return all that the first lacks, and the first thing that each of the others does."""
        names: dict[Text, list[Text]] = {}
        for one in nearest:
            lacks = one.lacks(None if one is nearest[0] else 1)
            names.setdefault(lacks, []).append(one.name)
        if len(names) == 1:
            return next(iter(names))
        lacks_once = zip(names.values(), said_once([*names]), strict=True)
        said = in_turn(under(together(them), lacks) for them, lacks in lacks_once)
        if share:
            return say(HOLDS_IN_PART, said=said)
        return say(NONE_HOLDS, count=len(nearest), said=said)


_REGISTER = (
    Titled(any_of=("register keberatan",), label=Text("register keberatan", "a register")),
    HasColumns(all_of=(("tanggal",), ("alasan keberatan", "alasan"))),
    DatedWithin(),
)
_EITHER = AnyOf(alternatives=((StatementOfNil(about=("keberatan",)),), _REGISTER))


def _a_register(*columns: str, year: int = 2024) -> Exhibit:
    title = f"REGISTER KEBERATAN {year}"
    return a_document(
        "register.xlsx",
        f"{title} {' '.join(columns)}",
        titles=(a_title(title),),
        dates=(a_date(str(year), str(year), "title", snippet=title),),
        years=(year, year),
        basis="title",
        tables=(Table("Register", columns, 4, len(columns)),),
    )


EXAMPLES = (
    Example(
        name="a register is enough where it or a statement is asked for",
        check=_EITHER,
        case=a_case(_a_register("No", "Tanggal", "Alasan")),
        outcome=Outcome.MET,
    ),
    Example(
        name="a signed statement is enough as well",
        check=_EITHER,
        case=a_case(
            a_document(
                "nihil.pdf",
                "SURAT PERNYATAAN\nSelama tahun 2024 tidak terdapat keberatan.\n"
                "Dibuat di Ranai, 2 Januari 2025\nNIP. 19700101 199003 1 001",
                dates=(a_date("tahun 2024", "2024", "about"),),
            )
        ),
        outcome=Outcome.MET,
    ),
    Example(
        name="the checks of a list must all be met, and what the nearest lacks is told first",
        check=_EITHER,
        case=a_case(_a_register("No", "Tanggal", "Alasan", year=2021)),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="a single check brings its share, and the best alternative counts",
        check=AnyOf(
            alternatives=(
                (HasColumns(all_of=(("tanggal",), ("alasan",), ("tanggapan",))),),
                (StatementOfNil(),),
            )
        ),
        case=a_case(_a_register("No", "Tanggal", "Alasan")),
        outcome=Outcome.PARTLY,
        share=Fraction(2, 3),
    ),
    Example(
        name="an alternative on a page that OCR read badly may be met",
        check=_EITHER,
        case=a_case(
            a_recognised_scan(
                "nihil.pdf",
                "SURAT PERNYATAAN tidak terdapat keberatan",
                confidence=55,
                titles=(a_title("SURAT PERNYATAAN"),),
            )
        ),
        outcome=Outcome.NEEDS_REVIEW,
    ),
)
