"""Make two saved results of N criteria, a year apart: what comparing them costs.

python -m benchmarks.make_gap FOLDER --criteria 5000
"""

import argparse
import random
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from benchmarks.made import Found, made_indicator, made_result, made_rubric
from benchmarks.prose import topic
from emonev.checks.contains import Contains
from emonev.checks.dated_within import DatedWithin
from emonev.model.case import Exhibit
from emonev.model.facts import Facts, Title
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.inventory import Evidence
from emonev.model.rubric import Criterion, Rubric, Scoring
from emonev.model.text import Text
from emonev.model.years import YearRule
from emonev.normalise import normalise
from emonev.render.json_file import to_json

YEARS = (2023, 2024)
_IN_EACH = 100  # criteria of an indicator
_COMMON = (Outcome.MET, Outcome.MET, Outcome.PARTLY, Outcome.NOT_MET, Outcome.NEEDS_REVIEW)
_OUTCOMES = (*(_COMMON * 12), Outcome.NOT_APPLICABLE)
_SHARES = {Outcome.MET: Fraction(1), Outcome.PARTLY: Fraction(1, 2)}
_LAST_YEAR = (YearRule("years", -1, -1),)


def make_gap_results(folder: Path, criteria: int, seed: int = 2024) -> None:
    """Write `2023.json` and `2024.json`, each of so many criteria with a file and two findings.

    Of the newer ones a tenth is weighed, scored and checked otherwise, one in fifty is new and
    one in fifty continues two older ones; one in sixty does not apply.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for year in YEARS:
        rubric = _rubric(year, criteria, random.Random(seed))
        dice = random.Random(f"{seed} {year}")
        found = {each.id: _found(each, dice.choice(_OUTCOMES), year) for each in rubric.criteria()}
        (folder / f"{year}.json").write_bytes(to_json(made_result(rubric, found)))


def _rubric(year: int, criteria: int, dice: random.Random) -> Rubric:
    asked = [_criterion(index, year, dice) for index in range(criteria)]
    groups = [asked[first : first + _IN_EACH] for first in range(0, criteria, _IN_EACH)]
    return made_rubric(
        year,
        [made_indicator(number, number % 7 + 1, group) for number, group in enumerate(groups, 1)],
    )


def _criterion(index: int, year: int, dice: random.Random) -> Criterion:
    """Return one question; both years throw the same dice, so that most of it stays."""
    weight, changed = Fraction(dice.randint(1, 9)), dice.random() < 0.1
    scoring: Scoring = "share" if dice.random() < 0.5 else "all"
    if changed and year == YEARS[1]:
        weight, scoring = weight + 1, "all"
    name, replaces = _name(index, later=year == YEARS[1])
    return Criterion(
        id=name,
        text=Text(f"Apakah {topic(index)} {year} tersedia?", f"Is there {topic(index)} {year}?"),
        weight=weight,
        checks=(Contains(any_of=(topic(index),), pages=20 - int(weight)), DatedWithin()),
        years=_LAST_YEAR,
        scoring=scoring,
        replaces=replaces,
        remedy=Text(f"Unggah {topic(index)}.", f"Upload {topic(index)}."),
        effort=Fraction(dice.randint(1, 40), 4),
    )


def _name(index: int, *, later: bool) -> tuple[str, tuple[str, ...]]:
    """Return a criterion's id, and those of last year that it says it replaces."""
    name = f"KRI-{index:04d}"
    if later and index % 50 == 7:
        return f"BARU-{index:04d}", ()
    if later and index % 50 == 9:
        return name, (name, f"KRI-{index - 2:04d}")
    return name, ()


def _found(criterion: Criterion, outcome: Outcome, year: int) -> Found:
    asked = criterion.text.id
    path = f"bukti/{year}/{criterion.id} - {asked.strip('?')}/dokumen.pdf"
    proof = Proof(path=path, page=1, snippet=f"{asked} Yang tertulis di sini.", marks=((0, 47),))
    contains = Finding(
        kind="contains",
        outcome=outcome,
        share=_SHARES.get(outcome, Fraction(0)),
        message=Text(f"Tercantum “{asked}” (halaman 1).", f"Holds “{asked}” (page 1)."),
        proofs=(proof,),
    )
    about = Text(f"Dokumen tentang tahun {year - 1}.", f"The document is about {year - 1}.")
    dated = replace(contains, kind="dated-within", message=about, proofs=())
    return Found((contains, dated), (_exhibit(criterion, path, year),))


def _exhibit(criterion: Criterion, path: str, year: int) -> Exhibit:
    title = criterion.text.id
    # One file in eight is the one of the year before.
    content = criterion.id if _hash(criterion.id)[0] in "01" else path
    evidence = Evidence(
        path=path,
        bytes=1954,
        sha256=_hash(content),
        format="pdf",
        criteria=(criterion.id,),
    )
    facts = Facts(
        format="pdf",
        text_source="layer",
        titles=(Title(title, normalise(title), "layout", 1.0, page=1),),
        years_about=(year, year),
    )
    return Exhibit(evidence, facts)


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def main() -> None:
    """Read the command line and write both results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--criteria", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=2024)
    given = parser.parse_args()
    make_gap_results(given.folder, given.criteria, given.seed)


if __name__ == "__main__":
    main()
