"""Totals, bands and weights that commissions and ministries published, which must come out as printed.

Scores and labels are as commissions announced them and the press reported them, 2019-2025.
"""

from decimal import Decimal
from fractions import Fraction

import pytest

from emonev.model.rubric import Band, Criterion, Indicator, Rounding, Staircase
from emonev.score import Share, band_of, roll_up, round_exact, share_of, total_of
from tests.builders import BANDS, a_criterion, a_rubric, a_stage, an_indicator
from tests.score.rubrics import ONE, ZERO, a_met, a_not_met, an_unsure, scored_by

MET, NOT_MET = Share(ONE, ONE), Share(ZERO, ZERO)

SCORES = """
Kab. Bintan                     2025  98.83  Informatif
Kota Tanjungpinang              2025  97.68  Informatif
Kota Batam                      2025  97.65  Informatif
Kab. Lingga                     2025  96.83  Informatif
Kab. Kepulauan Anambas          2025  94.66  Informatif
Kab. Natuna                     2025  37.1   Tidak Informatif
Kab. Kepulauan Anambas          2024  92.21  Informatif
BPS Kab. Anambas                2024  98.39  Informatif
Kemenag Kab. Anambas            2024  97.86  Informatif
Kanwil Kemenkum Kepri           2025  98.70  Informatif
Kemenag Kota Batam              2019  89.26  Menuju Informatif
Pemprov Kepri                   2022  96.03  Informatif
Pemprov Kalbar                  2020  89.49  Menuju Informatif
Pemprov Kalbar                  2021  85.43  Menuju Informatif
Pemprov Kalbar                  2022  93.46  Informatif
Pemprov Kalbar                  2023  90.14  Informatif
Pemprov Kalbar                  2024  94.62  Informatif
Pemprov Kaltim, diumumkan       2024  92.31  Informatif
Pemprov Kaltim, diperbaiki      2024  98.31  Informatif
BP Batam                        2024  93.00  Informatif
Kab. Klaten                     2022  86.04  Menuju Informatif
Kab. Klaten                     2023  92.06  Informatif
Kab. Karanganyar                2019  90.82  Informatif
Kota Yogyakarta                 2025  96.7   Informatif
Damkarmat Kota Yogyakarta       2025  92.25  Informatif
Dukcapil Kota Yogyakarta        2025  91.65  Informatif
Diskominfosan Kota Yogyakarta   2025  90.9   Informatif
Bag. Adm. Pembangunan, Yogya    2025  90.2   Informatif
Kemantren Wirobrajan            2025  92.65  Informatif
Kemantren Gondomanan            2025  90.15  Informatif
Kalurahan Srimulyo              2024  95     Informatif
Kementerian BUMN                2020  85.27  Menuju Informatif
Kab. Bandung Barat              2021  0      Tidak Informatif
"""


def rows() -> list[tuple[str, str, str]]:
    lines = SCORES.strip().splitlines()
    return [
        (f"{line[:32].strip()} {line[32:36]}", line[38:45].strip(), line[45:]) for line in lines
    ]


@pytest.mark.parametrize(("body", "score", "label"), rows(), ids=[row[0] for row in rows()])
def test_the_published_label_follows_from_the_published_score(
    body: str, score: str, label: str
) -> None:
    total = total_of(Fraction(score), Fraction(score), a_rubric())
    assert total.qualification.label.id == label
    assert Fraction(total.low) == Fraction(score)


@pytest.mark.parametrize(
    ("earlier", "later", "moved"),
    [
        (("89.49", "85.43"), ("menuju-informatif", "menuju-informatif"), "-4.06"),
        (("85.43", "93.46"), ("menuju-informatif", "informatif"), "8.03"),
        (("93.46", "90.14"), ("informatif", "informatif"), "-3.32"),
        (("90.14", "94.62"), ("informatif", "informatif"), "4.48"),
        (("86.04", "92.06"), ("menuju-informatif", "informatif"), "6.02"),
        (("92.21", "94.66"), ("informatif", "informatif"), "2.45"),
        (("91.00", "93.00"), ("informatif", "informatif"), "2.00"),
        (("92.31", "98.31"), ("informatif", "informatif"), "6.00"),
    ],
)
def test_a_published_change_from_year_to_year(
    earlier: tuple[str, str], later: tuple[str, str], moved: str
) -> None:
    one, other = (Fraction(score) for score in earlier)
    assert (band_of(one, a_rubric()).id, band_of(other, a_rubric()).id) == later
    assert round_exact(other - one, Rounding()) == moved


def band(name: str, from_: str) -> Band:
    return Band(id=name, label=BANDS[0].label, from_=Fraction(from_))


def test_a_body_with_classes_of_its_own() -> None:
    """Banjarnegara judges its offices in three classes: 0-59.99, 60-79.99, 80-100."""
    three = a_rubric(bands=(band("tinggi", "80"), band("sedang", "60"), band("rendah", "0")))
    for score, name in [
        ("59.99", "rendah"), ("59.995", "sedang"), ("60", "sedang"), ("79.99", "sedang"),
        ("79.994", "sedang"), ("80", "tinggi"), ("100", "tinggi"), ("0", "rendah"),
    ]:  # fmt: skip
        assert band_of(Fraction(score), three).id == name


# Kalimantan Barat 2025: four indicators in the questionnaire, 70 %, and a presentation, 30 %.


def kalbar(weights: tuple[int, ...] = (30, 25, 20, 25)) -> tuple[Indicator, ...]:
    names = ("sarpras-digital", "kualitas", "jenis", "komitmen")
    return tuple(
        an_indicator(a_criterion(name.upper()), id=name, weight=Fraction(weight))
        for name, weight in zip(names, weights, strict=True)
    )


KALBAR_SHARES = {
    name: Share(Fraction(score, 100), Fraction(score, 100))
    for name, score in {"SARPRAS-DIGITAL": 80, "KUALITAS": 90, "JENIS": 70, "KOMITMEN": 100}.items()
}


def test_the_formula_of_kalimantan_barat() -> None:
    questionnaire = a_stage(*kalbar(), weight=Fraction(70))
    presentation = a_stage(id="presentasi", weight=Fraction(30), entered=True)
    rubric = a_rubric(questionnaire, presentation)
    ninety = Share(Fraction(9, 10), Fraction(9, 10))
    sheet = roll_up(rubric, KALBAR_SHARES, {"presentasi": ninety})
    assert sheet.stages["saq"].score_low == Fraction("85.5")
    total = total_of(sheet.low, sheet.high, rubric)
    assert (total.value, total.qualification.id) == ("86.85", "menuju-informatif")


def test_a_presentation_worth_nought_is_not_a_presentation_that_was_not_held() -> None:
    """One screen of that commission's program took the two for the same."""
    rubric = a_rubric(
        a_stage(*kalbar(), weight=Fraction(70)),
        a_stage(id="presentasi", weight=Fraction(30), entered=True),
    )
    held = roll_up(rubric, KALBAR_SHARES, {"presentasi": NOT_MET})
    waiting = roll_up(rubric, KALBAR_SHARES, {})
    assert (held.low, held.high) == (Fraction("59.85"), Fraction("59.85"))
    assert (waiting.low, waiting.high) == (Fraction("59.85"), Fraction("89.85"))


def test_indicators_are_not_rounded_on_the_way_up() -> None:
    """Rounding each indicator to two places first, as that program does, gives 66.68 here."""
    two_of_three = Share(Fraction(2, 3), Fraction(2, 3))
    rubric = a_rubric(a_stage(*kalbar((25, 25, 25, 25))))
    sheet = roll_up(rubric, dict.fromkeys(KALBAR_SHARES, two_of_three), {})
    assert total_of(sheet.low, sheet.high, rubric).value == "66.67"
    assert 4 * Decimal(round_exact(Fraction(50, 3), Rounding())) == Decimal("66.68")


# Banjarnegara: yes or no times weight, and only what is verified counts.


@pytest.mark.parametrize(
    ("answers", "points"),
    [
        ((MET, MET, MET), 60),
        ((MET, NOT_MET, MET), 40),
        ((NOT_MET, NOT_MET, NOT_MET), 0),
    ],
)
def test_three_questions_of_ten_twenty_and_thirty_within_a_hundred(
    answers: tuple[Share, Share, Share], points: int
) -> None:
    """As that program's own cases have them: the rest of the questionnaire brings nothing."""
    weights = {"Q-10": 10, "Q-20": 20, "Q-30": 30, "SISA": 40}
    questions = [a_criterion(id_, weight=Fraction(weight)) for id_, weight in weights.items()]
    shares = dict(zip(weights, (*answers, NOT_MET), strict=True))
    sheet = roll_up(a_rubric(a_stage(an_indicator(*questions))), shares, {})
    assert sheet.low == sheet.high == points


@pytest.mark.parametrize(
    ("answers", "low", "high"),
    [
        ((MET, MET, MET), 100, 100),
        ((MET, NOT_MET, MET), Fraction(200, 3), Fraction(200, 3)),
        ((MET, Share(ZERO, ONE), MET), Fraction(200, 3), 100),
        ((NOT_MET, NOT_MET, NOT_MET), 0, 0),
    ],
)
def test_three_questions_of_ten_twenty_and_thirty(
    answers: tuple[Share, Share, Share], low: Fraction | int, high: Fraction | int
) -> None:
    """Their points: 60, 40, 40 and 0 of 60. What nobody has verified is pending here, and not 0."""
    questions = [
        a_criterion(f"Q-{weight}", weight=Fraction(weight), checks=scored_by("all", 1).checks)
        for weight in (10, 20, 30)
    ]
    sheet = roll_up(
        a_rubric(a_stage(an_indicator(*questions))),
        dict(zip(["Q-10", "Q-20", "Q-30"], answers, strict=True)),
        {},
    )
    assert (sheet.low, sheet.high) == (low, high)


def test_only_a_verified_yes_counts() -> None:
    question = scored_by("all", 2)
    assert share_of(question, (a_met(), a_met())) == MET
    assert share_of(question, (a_met(), an_unsure())) == Share(ZERO, ONE)
    assert share_of(question, (a_met(), a_not_met())) == NOT_MET


def test_questions_whose_weights_make_their_indicators_are_worth_their_weight() -> None:
    """Banjarnegara 2026: 21 questions in six indicators of 10, 15, 40, 15, 10 and 10."""
    published = [(3, 3, 2, 2), (8, 7), (4,) * 10, (8, 7), (5, 5), (10,)]
    indicators = [
        an_indicator(
            *(
                a_criterion(f"{name}-{number}", weight=Fraction(weight))
                for number, weight in enumerate(weights)
            ),
            id=name,
            weight=Fraction(sum(weights)),
        )
        for name, weights in zip("abcdef", published, strict=True)
    ]
    rubric = a_rubric(a_stage(*indicators))
    assert [indicator.weight for indicator in indicators] == [10, 15, 40, 15, 10, 10]
    sheet = roll_up(rubric, {criterion.id: MET for criterion in rubric.criteria()}, {})
    for criterion in rubric.criteria():
        assert sheet.criteria[criterion.id].full == criterion.weight


# The marine ministry's questionnaire for its units, 2024: graded steps, and weights that make 101.

HALF_POINT: tuple[str, ...] = ("0.5", "0.3", "0.15", "0")
ONE_POINT: tuple[str, ...] = ("1", "0.75", "0.5", "0.25", "0")
TWO_POINTS: tuple[str, ...] = ("2", "1.5", "1", "0.5", "0")
THREE_POINTS: tuple[str, ...] = ("3", "2", "1", "0")
FOUR_POINTS: tuple[str, ...] = ("4", "3", "2", "1", "0")
MINISTRY: dict[str, list[tuple[str, ...]]] = {
    "mengumumkan": [HALF_POINT] * 12 + [ONE_POINT] * 9,
    "menyediakan": [ONE_POINT] * 4 + [HALF_POINT] * 44,
    "sarpras": [TWO_POINTS] * 9 + [ONE_POINT] * 8 + [FOUR_POINTS],
    "kelembagaan": [THREE_POINTS] + [ONE_POINT] * 5 + [TWO_POINTS] * 6,
    "digitalisasi": [TWO_POINTS] * 2 + [ONE_POINT] * 3 + [THREE_POINTS],
}


def graded(name: str, options: tuple[str, ...]) -> Criterion:
    """Return a question whose options, best first, are climbed as steps from the bottom."""
    worth = Fraction(options[0])
    steps = tuple(Fraction(points) / worth for points in reversed(options[:-1]))
    question = scored_by(Staircase(steps=steps), len(steps))
    return a_criterion(name, weight=worth, checks=question.checks, scoring=question.scoring)


def answered(question: Criterion, option: int) -> Share:
    """Return the share of option A (0), B (1), ... or of the last one there is."""
    climbed = max(len(question.checks) - option, 0)
    missed = len(question.checks) - climbed
    return share_of(question, (*[a_met()] * climbed, *[a_not_met()] * missed))


def plain_points(option: int) -> Decimal:
    return sum(
        (
            Decimal(options[min(option, len(options) - 1)])
            for questions in MINISTRY.values()
            for options in questions
        ),
        Decimal(0),
    )


@pytest.mark.parametrize("option", range(5))
def test_graded_questions_make_the_sum_of_their_points(option: int) -> None:
    indicators = []
    for name, questions in MINISTRY.items():
        criteria = [graded(f"{name}-{n}", options) for n, options in enumerate(questions)]
        weight = sum((criterion.weight for criterion in criteria), ZERO)
        indicators.append(an_indicator(*criteria, id=name, weight=weight))
    assert [indicator.weight for indicator in indicators] == [15, 26, 30, 20, 10]
    rubric = a_rubric(a_stage(*indicators))
    shares = {criterion.id: answered(criterion, option) for criterion in rubric.criteria()}
    sheet = roll_up(rubric, shares, {})
    # The weights make 101 points, of which the total shows the hundredth part.
    assert sheet.low == sheet.high == Fraction(plain_points(option)) / 101 * 100


def test_the_grades_of_a_question_are_its_published_points() -> None:
    question = graded("SAR-01", TWO_POINTS)
    points = [question.weight * answered(question, option).low for option in range(5)]
    assert points == [Fraction(p) for p in TWO_POINTS]


# The transport ministry's questionnaire for its units, 2024: every answer is graded by how well the
# evidence fits, and the lowest of the four grades still earns points; only "no" earns none.

_FOUR: dict[str, tuple[str, ...]] = {
    "1": ("1", "0.8", "0.6", "0.4", "0"),
    "2": ("2", "1.8", "1.2", "0.8", "0"),
    "3": ("3", "2.8", "2.2", "1.8", "0"),
    "4": ("4", "3.8", "3.2", "2.8", "0"),
    "4b": ("4", "3", "2", "1", "0"),
    "5": ("5", "4", "3", "2", "0"),
    "6": ("6", "5", "3", "2", "0"),
    "6b": ("6", "5", "4", "3", "0"),
}
TRANSPORT = {
    "ppid": "3 2 2 3 2 2 2 4",
    "pelaporan": "6 4b",
    "sarpras": "3 3 3 1 1 1 1 1 1",
    "akses": "3 3 4",
    "berkala": "1 3 2 4 2 2 6b",
    "setiap-saat": "5 3 5 5",
    "serta-merta": "3",
    "inovasi": "4",
}
BLOCKS = [20, 10, 15, 10, 20, 18, 3, 4]


@pytest.mark.parametrize(
    ("grade", "total"), [(0, "100.00"), (1, "88.20"), (2, "66.60"), (3, "50.40"), (4, "0.00")]
)
def test_thirty_five_questions_all_of_one_grade(grade: int, total: str) -> None:
    indicators = []
    for name, forms in TRANSPORT.items():
        criteria = [graded(f"{name}-{n}", _FOUR[form]) for n, form in enumerate(forms.split())]
        weight = sum((criterion.weight for criterion in criteria), ZERO)
        indicators.append(an_indicator(*criteria, id=name, weight=weight))
    assert [indicator.weight for indicator in indicators] == BLOCKS
    rubric = a_rubric(a_stage(*indicators))
    shares = {criterion.id: answered(criterion, grade) for criterion in rubric.criteria()}
    assert len(shares) == 35
    sheet = roll_up(rubric, shares, {})
    assert total_of(sheet.low, sheet.high, rubric).value == total
