"""Two small years of one body in which everything happens that a comparison can tell."""

from fractions import Fraction
from typing import Any

from emonev.model.assessment import Assessment
from emonev.model.finding import Outcome
from emonev.model.rubric import NotApplicableRule, Rubric
from emonev.model.text import Text
from emonev.score import Share
from tests.builders import (
    a_criterion,
    a_finding,
    a_rubric,
    a_stage,
    an_evidence_result,
    an_indicator,
)
from tests.compare.results import NA, a_result, open_between, yes

HALF = Fraction(1, 2)
REMEDY = Text("Unggah dokumen tahun berjalan.", "Upload this year's document.")


def older(**given: Any) -> Assessment:
    return a_result(
        _rubric_2023(), _judged_2023(), {"presentasi": yes(HALF)}, **(_files(2023) | given)
    )


def newer(**given: Any) -> Assessment:
    return a_result(
        _rubric_2024(),
        _judged_2024(),
        {"presentasi": yes(Fraction(7, 10))},
        **(_files(2024) | given),
    )


def _rubric_2023() -> Rubric:
    ids = ("JEN-01", "JEN-02", "JEN-03", "JEN-04", "JEN-05", "JEN-06", "JEN-07", "JEN-08")
    return a_rubric(
        a_stage(
            an_indicator(*(a_criterion(id_) for id_ in ids), weight=Fraction(60)),
            an_indicator(
                a_criterion("SAR-01"),
                a_criterion("SAR-02", weight=Fraction(2)),
                a_criterion("SAR-03"),
                id="sarana",
                title=Text("Sarana", "Facilities"),
                weight=Fraction(40),
            ),
            weight=Fraction(80),
        ),
        _presentation(),
        id="uji-2023",
        year=2023,
        title=Text("Kuesioner 2023", "Questionnaire 2023"),
    )


def _rubric_2024() -> Rubric:
    return a_rubric(
        a_stage(
            an_indicator(
                a_criterion("JEN-01"),
                a_criterion("JEN-02", remedy=REMEDY, effort=Fraction(3, 2)),
                a_criterion("JEN-03", replaces=("JEN-03", "JEN-04")),
                a_criterion("JEN-05", text=Text("Apakah lain?", "Is it otherwise?"), remedy=REMEDY),
                a_criterion("JEN-06"),
                a_criterion("JEN-07", weight=Fraction(3, 2)),
                a_criterion("JEN-09", remedy=REMEDY),
                weight=Fraction(50),
            ),
            an_indicator(
                a_criterion("SAR-01", scoring="share"),
                a_criterion("SAR-02A", replaces=("SAR-02",)),
                a_criterion("SAR-02B", replaces=("SAR-02",)),
                a_criterion("SAR-03"),
                id="sarana",
                title=Text("Sarana", "Facilities"),
                weight=Fraction(50),
            ),
            weight=Fraction(80),
        ),
        _presentation(),
        id="uji-2024",
        title=Text("Kuesioner 2024", "Questionnaire 2024"),
    )


def _presentation() -> Any:
    return a_stage(
        id="presentasi",
        title=Text("Presentasi", "Presentation"),
        entered=True,
        weight=Fraction(20),
    )


def _judged_2023() -> dict[str, Share]:
    return {
        "JEN-01": yes(0),
        "JEN-02": yes(),
        "JEN-03": yes(),
        "JEN-04": yes(0),
        "JEN-05": yes(0),
        "JEN-06": yes(),
        "JEN-07": yes(),
        "JEN-08": yes(0),
        "SAR-01": yes(0),
        "SAR-02": yes(),
        "SAR-03": open_between(0, 1),
    }


def _judged_2024() -> dict[str, Share]:
    return {
        "JEN-01": yes(),
        "JEN-02": yes(0),
        "JEN-03": yes(HALF),
        "JEN-05": yes(0),
        "JEN-06": NA,
        "JEN-07": yes(),
        "JEN-09": yes(0),
        "SAR-01": yes(HALF),
        "SAR-02A": yes(),
        "SAR-02B": yes(),
        "SAR-03": yes(),
    }


def _files(year: int) -> dict[str, Any]:
    """Return evidence and what single criteria hold: one file again, one gone, one for two ends."""
    plan, decree, photo = (
        f"bukti/{year}/JEN-05/Renja.pdf",
        f"bukti/{year}/JEN-02/SK.pdf",
        f"bukti/{year}/foto.jpg",
    )
    files = {plan: "a" * 64, decree: "b" * 64, photo: f"{year:064d}"}
    if year == 2024:
        del files[decree]
    met, failed = a_finding(), a_finding(Outcome.NOT_MET)
    return {
        "evidence": tuple(
            an_evidence_result(path, sha256=sha, years=(2023, 2023), title="Renja 2023")
            for path, sha in files.items()
        ),
        "more": {
            "JEN-01": {"evidence": (photo,), "na": NotApplicableRule(allowed=year == 2023)},
            "JEN-02": {"evidence": (decree,) if year == 2023 else (photo,)},
            "JEN-05": {
                "evidence": (plan,),
                "years": (year,),
                "years_text": Text(f"{year}", f"{year}"),
            },
            "JEN-07": {
                "years": (year - 1, year) if year == 2023 else (year,),
                "years_text": Text("n", "n"),
            },
            "SAR-01": {"findings": (met, failed)},
        },
    }
