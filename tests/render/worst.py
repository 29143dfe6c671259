"""An assessment in which every word that comes from outside is hostile, and some are endless."""

from itertools import product

from emonev.model.assessment import Assessment, CriterionResult, SkippedResult, Warning
from emonev.model.finding import Outcome
from emonev.model.text import Text
from emonev.model.workspace import Body, NotApplicable
from tests.builders import (
    a_criterion_result,
    a_finding,
    a_proof,
    a_review,
    a_rubric_used,
    a_stage_result,
    an_assessment,
    an_evidence_result,
    an_indicator_result,
)

MARKUP = "</script></noscript></title><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;"
TURNED = "laporan\u202efdp.exe\u200b\u2066\x1b[31m\x00\x9f"
ENDLESS = "W" * 10_000
PAIR = Text(f"{MARKUP} {TURNED}", f"{TURNED} {MARKUP}")
LONG = Text(ENDLESS, ENDLESS)


def a_worst_assessment() -> Assessment:
    """Return it: markup, signs that turn and hide, and words of 10,000 letters, everywhere."""
    paths = tuple(f"bukti/2024/{name}.pdf" for name in (MARKUP, TURNED, ENDLESS))
    criteria = tuple(
        _criterion(f"{number} {MARKUP}", outcome, path)
        for number, (outcome, path) in enumerate(product(Outcome, paths))
    )
    return an_assessment(
        a_stage_result(
            an_indicator_result(*criteria[:9], id=MARKUP, title=PAIR),
            an_indicator_result(*criteria[9:], id=ENDLESS, title=LONG),
            title=PAIR,
        ),
        body=Body(name=f"{MARKUP}{TURNED}", category="kabupaten-kota", province=ENDLESS),
        rubric=a_rubric_used(title=PAIR, note=LONG, sources=(MARKUP, ENDLESS)),
        evidence=tuple(
            an_evidence_result(
                path, title=ENDLESS, notes=(PAIR, LONG), problem=PAIR, criteria=(criteria[0].id,)
            )
            for path in paths
        ),
        unassigned=paths,
        skipped=(SkippedResult(MARKUP, PAIR), SkippedResult(ENDLESS, LONG)),
        warnings=(Warning(code="x", message=PAIR, proofs=tuple(a_proof(path) for path in paths)),),
    )


def _criterion(name: str, outcome: Outcome, path: str) -> CriterionResult:
    return a_criterion_result(
        name,
        outcome,
        text=PAIR,
        law=(MARKUP, ENDLESS),
        accepts=PAIR,
        remedy=LONG,
        answer_note=f"{MARKUP}\n{ENDLESS}",
        links=(f"https://contoh.go.id/{ENDLESS}", f"javascript:{MARKUP}"),
        evidence=(path,),
        not_applicable=NotApplicable(reason=MARKUP, statement=ENDLESS),
        review=a_review(by=MARKUP, why=ENDLESS),
        findings=(
            a_finding(
                outcome,
                label=PAIR,
                message=PAIR,
                proofs=(a_proof(path, page=3, snippet=f"{TURNED}{ENDLESS}", marks=((2, 90),)),),
            ),
        ),
    )
