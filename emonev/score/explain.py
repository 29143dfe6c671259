"""The arithmetic of every total in words, from a saved result, so that a person can redo it.

Written from the formula (means of means) and not from the points that `rollup` spreads out, so
that the two check each other: where they disagree, the last line says so. Numbers are exact, as
decimals or fractions; what stands behind ≈ is only there to be read.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Literal, assert_never

from msgspec import Struct

from emonev.language import decimal_text, number, say
from emonev.model.assessment import Assessment, CriterionResult, IndicatorResult, StageResult, Total
from emonev.model.exact import to_text
from emonev.model.finding import Outcome
from emonev.model.rubric import RoundingMode
from emonev.model.text import Text
from emonev.score.rollup import HUNDRED, added
from emonev.score.shares import NOT_APPLICABLE, PENDING, ZERO, Share
from emonev.score.totals import Ruled, band_of, decisive_value, round_exact

Voice = Literal["counted", "supported", "claimed"]

_HEADINGS: dict[Voice, Text] = {
    "counted": Text("HITUNGAN NILAI YANG BERLAKU", "HOW THE SCORE THAT COUNTS IS MADE"),
    "supported": Text(
        "HITUNGAN NILAI YANG DIDUKUNG BUKTI (tanpa putusan telaah)",
        "HOW THE SCORE THAT EVIDENCE SUPPORTS IS MADE (without reviews)",
    ),
    "claimed": Text(
        "HITUNGAN NILAI MENURUT JAWABAN BADAN PUBLIK",
        "HOW THE SCORE THAT THE BODY CLAIMS IS MADE",
    ),
}
_SAME = Text(
    "Nilai yang didukung bukti sama dengan nilai yang berlaku: tidak ada telaah yang mengubahnya.",
    "The score that evidence supports is the score that counts: no review changes it.",
)
_INDICATOR = Text("Indikator {id}: {title}", "Indicator {id}: {title}")
_STAGE = Text("Tahap {id}: {title}", "Stage {id}: {title}")
_ENTERED = Text(
    "Tahap {id}: {title}: nilai {score}, diisi oleh orang",
    "Stage {id}: {title}: score {score}, entered by a person",
)
_NOT_ENTERED = Text(
    "Tahap {id}: {title}: nilai belum diisi, jadi 0 sampai 100",
    "Stage {id}: {title}: no score entered yet, so 0 to 100",
)
_TOTAL = Text("Nilai akhir", "Total")
_PART = Text("  {id}: {weight} × {share} = {product}", "  {id}: {weight} × {share} = {product}")
_REVIEWED_PART = Text(
    "  {id}: {weight} × {share} = {product} (putusan telaah)",
    "  {id}: {weight} × {share} = {product} (decided by review)",
)
_LEFT_OUT = Text(
    "  {id}: tidak berlaku; bobot {weight} tidak ikut dibagi",
    "  {id}: does not apply; its weight {weight} is not divided by",
)
_SHARES_SUM = Text(
    "  Jumlah {sum} ÷ jumlah bobot {weights} × 100 = {score}",
    "  Sum {sum} ÷ sum of weights {weights} × 100 = {score}",
)
_SCORES_SUM = Text(
    "  Jumlah {sum} ÷ jumlah bobot {weights} = {score}",
    "  Sum {sum} ÷ sum of weights {weights} = {score}",
)
_NOTHING = Text("  Tidak ada yang berlaku di sini.", "  Nothing applies here.")
_NOTHING_AT_ALL = Text(
    "  Tidak ada yang berlaku dalam seluruh rubrik, jadi setiap nilai masih mungkin: 0 sampai 100.",
    "  Nothing applies in the whole rubric, so every score is still possible: 0 to 100.",
)
_ROUNDED = Text(
    "Pembulatan: {exact} menjadi {rounded} ({places} angka di belakang koma, {mode}).",
    "Rounding: {exact} becomes {rounded} ({places} decimal places, {mode}).",
)
_MODES: dict[RoundingMode, Text] = {
    "half-up": Text("tepat setengah ke atas", "exact halves up"),
    "half-even": Text("tepat setengah ke angka genap", "exact halves to the even digit"),
    "down": Text("selalu ke bawah", "always down"),
}
_BAND = Text(
    "Kualifikasi: {value} ≥ {bound}, jadi {label}.", "Band: {value} ≥ {bound}, so {label}."
)
_BAND_BELOW = Text(
    "Kualifikasi: {value} ≥ {bound} dan < {next}, jadi {label}.",
    "Band: {value} ≥ {bound} and < {next}, so {label}.",
)
_LIFTED = Text(
    "Perhatian: batas {bound} dicapai karena pembulatan; nilai persisnya {exact}.",
    "Note: the bound {bound} is reached by rounding; the exact score is {exact}.",
)
_NOT_LIFTED = Text(
    "Perhatian: kualifikasi diambil dari nilai persis {exact}, bukan dari {rounded}.",
    "Note: the band is taken from the exact score {exact}, not from {rounded}.",
)
_DISAGREES = Text(
    "PERIKSA: hitungan ini menghasilkan {redone}, tetapi nilai yang tersimpan {stored}.",
    "CHECK: this arithmetic gives {redone}, but the stored score is {stored}.",
)
_RANGE = Text("({low} sampai {high})", "({low} to {high})")


def explain(assessment: Assessment) -> tuple[Text, ...]:
    """Return the arithmetic of every total of the assessment, one line per sum."""
    lines = list(explain_total(assessment, "counted"))
    if _says_the_same(assessment):
        lines.append(_SAME)
    else:
        lines += explain_total(assessment, "supported")
    if assessment.claimed is not None:
        lines += explain_total(assessment, "claimed")
    return tuple(lines)


def explain_total(assessment: Assessment, voice: Voice) -> tuple[Text, ...]:
    """Return the arithmetic of one total."""
    stored = _stored(assessment, voice)
    lines = [_HEADINGS[voice]]
    parts = [_stage(stage, voice, lines) for stage in assessment.stages]
    score = _sum_up(_TOTAL, parts, _SCORES_SUM, lines)
    if not score.applicable:
        lines[-1] = _NOTHING_AT_ALL
        score = _percent(PENDING)
    for end in sorted({score.low, score.high}):
        lines += _ending(end, assessment.rubric)
    if stored is not None and (stored.exact_low, stored.exact_high) != (score.low, score.high):
        kept = Share(stored.exact_low, stored.exact_high)
        lines.append(say(_DISAGREES, redone=_range(score), stored=_range(kept)))
    return tuple(lines)


class _Part(Struct, frozen=True):
    """One line of a weighted sum: what it is called, what it weighs, and what it scores."""

    id: str
    weight: Fraction
    score: Share
    reviewed: bool = False


def _says_the_same(assessment: Assessment) -> bool:
    return all(
        _share(criterion, "counted") == _share(criterion, "supported")
        for criterion in assessment.criteria()
    )


def _stored(assessment: Assessment, voice: Voice) -> Total | None:
    match voice:
        case "counted":
            return assessment.total
        case "supported":
            return assessment.supported
        case "claimed":
            return assessment.claimed
        case _:
            assert_never(voice)


def _stage(stage: StageResult, voice: Voice, lines: list[Text]) -> _Part:
    if stage.entered:
        return _Part(stage.id, stage.weight, _entered(stage, lines))
    parts = [_indicator(indicator, voice, lines) for indicator in stage.indicators]
    heading = say(_STAGE, id=stage.id, title=stage.title)
    return _Part(stage.id, stage.weight, _sum_up(heading, parts, _SCORES_SUM, lines))


def _entered(stage: StageResult, lines: list[Text]) -> Share:
    if stage.entry is None:
        lines.append(say(_NOT_ENTERED, id=stage.id, title=stage.title))
        return _percent(PENDING)
    value = stage.entry.value
    lines.append(say(_ENTERED, id=stage.id, title=stage.title, score=_exact(value)))
    return Share(value, value)


def _indicator(indicator: IndicatorResult, voice: Voice, lines: list[Text]) -> _Part:
    parts = [
        _Part(c.id, c.weight, _share(c, voice), c.review_in_force and voice == "counted")
        for c in indicator.criteria
    ]
    heading = say(_INDICATOR, id=indicator.id, title=indicator.title)
    mean = _sum_up(heading, parts, _SHARES_SUM, lines)
    return _Part(indicator.id, indicator.weight, _percent(mean))


def _share(criterion: CriterionResult, voice: Voice) -> Share:
    match voice:
        case "counted":
            applies = criterion.outcome is not Outcome.NOT_APPLICABLE
            share = Share(criterion.share_low, criterion.share_high)
        case "supported":
            applies = criterion.supported_outcome is not Outcome.NOT_APPLICABLE
            share = Share(criterion.supported_low, criterion.supported_high)
        case "claimed":
            applies = criterion.not_applicable is None or not criterion.na.allowed
            claim = ZERO if criterion.claim is None else criterion.claim
            share = Share(claim, claim)
        case _:
            assert_never(voice)
    return share if applies else NOT_APPLICABLE


def _percent(share: Share) -> Share:
    return Share(share.low * HUNDRED, share.high * HUNDRED, share.applicable)


def _sum_up(heading: Text, parts: Sequence[_Part], template: Text, lines: list[Text]) -> Share:
    """Write the weighted mean of the parts line by line, and return it."""
    lines.append(heading)
    lines += [_line(part) for part in parts]
    applicable = [part for part in parts if part.score.applicable]
    weights = added([part.weight for part in applicable])
    if not weights:
        lines.append(_NOTHING)
        return NOT_APPLICABLE
    low = added([part.weight * part.score.low for part in applicable])
    high = added([part.weight * part.score.high for part in applicable])
    mean = Share(low / weights, high / weights)
    score = _percent(mean) if template is _SHARES_SUM else mean
    lines.append(
        say(template, sum=_range(Share(low, high)), weights=_exact(weights), score=_range(score))
    )
    return mean


def _line(part: _Part) -> Text:
    return say(_nameless_line(part.weight, part.score, part.reviewed), id=part.id)


@lru_cache(maxsize=4096)  # few weights and scores differ among thousands of criteria
def _nameless_line(weight: Fraction, score: Share, reviewed: bool) -> Text:
    if not score.applicable:
        return say(_LEFT_OUT, id="{id}", weight=_exact(weight))
    product = Share(weight * score.low, weight * score.high)
    return say(
        _REVIEWED_PART if reviewed else _PART,
        id="{id}",
        weight=_exact(weight),
        share=_range(score),
        product=_range(product),
    )


def _ending(exact: Fraction, rubric: Ruled) -> Iterator[Text]:
    """Yield how one end of the total is rounded, and how its band follows."""
    rounding = rubric.rounding
    rounded = decimal_text(round_exact(exact, rounding))
    yield say(
        _ROUNDED,
        exact=_exact(exact),
        rounded=rounded,
        places=rounding.places,
        mode=_MODES[rounding.mode],
    )
    yield _band(exact, rubric)
    band = band_of(exact, rubric)
    if rounding.band_from == "rounded" and exact < band.from_:
        yield say(_LIFTED, bound=_exact(band.from_), exact=_exact(exact))
    if rounding.band_from == "exact" and Fraction(round_exact(exact, rounding)) != exact:
        yield say(_NOT_LIFTED, exact=_exact(exact), rounded=rounded)


def _band(exact: Fraction, rubric: Ruled) -> Text:
    band = band_of(exact, rubric)
    value = decisive_value(exact, rubric.rounding)
    better = rubric.bands[: rubric.bands.index(band)]
    shown = _exact(value)
    if not better:
        return say(_BAND, value=shown, bound=_exact(band.from_), label=band.label)
    bound, following = _exact(band.from_), _exact(better[-1].from_)
    return say(_BAND_BELOW, value=shown, bound=bound, next=following, label=band.label)


def _range(share: Share) -> Text:
    if share.low == share.high:
        return _exact(share.low)
    return say(_RANGE, low=_exact(share.low), high=_exact(share.high))


def _exact(value: Fraction) -> Text:
    """Write a number exactly: as a short decimal, or as a fraction with its rough size."""
    written = to_text(value)
    if "/" not in written and len(written.partition(".")[2]) <= 6:
        return decimal_text(written)
    fraction = f"{value.numerator}/{value.denominator}"
    return Text(
        f"{fraction} (≈ {number(value, 'id', 4)})", f"{fraction} (≈ {number(value, 'en', 4)})"
    )
