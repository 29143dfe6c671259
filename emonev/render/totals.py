"""The totals prepared: the one that counts, the three voices, and the scale with its bands."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from emonev.language import decimal
from emonev.model.assessment import Assessment, Bound, Points, Total
from emonev.model.exact import to_text
from emonev.model.rubric import Band
from emonev.model.text import Language
from emonev.render.printed import bar_of, place, points_shown, printed_total, span
from emonev.render.signs import visible
from emonev.render.view import BandShown, Scale, Tick, TotalShown, Voice
from emonev.render.words import words_in

_TONES = ("green", "blue", "yellow", "red", "black")
_RANKS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_HUNDRED = Fraction(100)


def total_shown(assessment: Assessment, language: Language) -> TotalShown:
    """Return the total that counts, with its distances and how sure it is."""
    total, bands = assessment.total, assessment.rubric.bands
    places = assessment.rubric.rounding.places
    return TotalShown(
        total=span(total.low, total.high, language),
        is_range=total.low != total.high,
        qualification=_qualification(total, language),
        tone=tone_of(total.qualification.id, bands),
        provisional=total.qualification.provisional,
        points=points_shown(printed_total(total, places), language),
        sentences=_sentences(assessment, language),
        near=tuple(_distance("near", bound, language) for bound in total.near),
    )


def voices_shown(assessment: Assessment, language: Language) -> tuple[Voice, ...]:
    """Return the three voices in the order claim, evidence, review; a silent one says so."""
    words = words_in(language)
    return (
        _voice("claimed", assessment.claimed, words["no_claims"], assessment, language),
        _voice("supported", assessment.supported, "", assessment, language),
        _voice("reviewed", assessment.reviewed, words["no_reviews"], assessment, language),
    )


def scale_shown(assessment: Assessment, language: Language) -> Scale:
    """Return the bands from 0 to 100 with the total on them."""
    words, total = words_in(language), assessment.total
    low, high = _within(Fraction(total.low)), _within(Fraction(total.high))
    between = words["between"].format(
        low=decimal(total.low, language), high=decimal(total.high, language)
    )
    here = visible(total.qualification.label.in_language(language))
    best = visible((total.best or total.qualification).label.in_language(language))
    template = words["scale_value"] if low == high else words["scale_range"]
    label = span(total.low, total.high, language)
    return Scale(
        bands=_bands(assessment, language),
        ticks=tuple(_tick(bound, language) for bound in _bounds(assessment.rubric.bands)),
        low_at=place(low),
        high_at=place(high),
        width=place(high - low),
        is_range=low != high,
        label=label,
        label_at=place((low + high) / 2),
        anchor=_anchor((low + high) / 2),
        title=words["scale_title"],
        description=template.format(total=label, span=between, label=here, best=best),
    )


def tone_of(band: str, bands: Sequence[Band]) -> str:
    """Return the tone of a band: the best is green, the worst black, the rest spread between."""
    rank = next((rank for rank, known in enumerate(bands) if known.id == band), len(bands) - 1)
    steps = max(1, len(bands) - 1)
    return _TONES[(2 * rank * (len(_TONES) - 1) + steps) // (2 * steps)]


def _qualification(total: Total, language: Language) -> str:
    return visible(total.qualification.label.in_language(language))


def _sentences(assessment: Assessment, language: Language) -> tuple[str, ...]:
    total = assessment.total
    told = _certainty(total, assessment.rubric.rounding.places, language)
    if total.above is not None:
        told.append(_distance("above", total.above, language))
    if total.below is not None:
        told.append(_distance("below", total.below, language))
    return tuple(told)


def _certainty(total: Total, places: int, language: Language) -> list[str]:
    words = words_in(language)
    if total.value is not None:
        return [words["is_certain"]]
    pending = points_shown(printed_total(total, places), language).pending
    between = words["between"].format(
        low=decimal(total.low, language), high=decimal(total.high, language)
    )
    told = [words["is_pending"].format(points=pending, span=between)]
    if total.best is None:
        return [*told, words["one_band"]]
    here, best = _qualification(total, language), visible(total.best.label.in_language(language))
    return [*told, words["may_reach"].format(here=here, best=best)]


def _distance(word: str, bound: Bound, language: Language) -> str:
    return words_in(language)[word].format(
        distance=decimal(bound.distance, language),
        label=visible(bound.label.in_language(language)),
        bound=_short(Fraction(bound.from_), language),
    )


def _voice(
    name: str, total: Total | None, silent: str, assessment: Assessment, language: Language
) -> Voice:
    words = words_in(language)
    spoken = total or assessment.supported
    points = printed_total(spoken, assessment.rubric.rounding.places)
    low, high = spoken.exact_low, spoken.exact_high
    exact = Points(earned=low, lost=_HUNDRED - high, pending=high - low)
    return Voice(
        name=words[name],
        meaning=words[f"{name}_means"],
        total=span(spoken.low, spoken.high, language) if total else silent,
        given=total is not None,
        qualification=_qualification(spoken, language) if total else "",
        tone=tone_of(spoken.qualification.id, assessment.rubric.bands),
        provisional=total is not None and spoken.qualification.provisional,
        bar=bar_of(exact, _HUNDRED, points_shown(points, language), language),
    )


def _bands(assessment: Assessment, language: Language) -> tuple[BandShown, ...]:
    """Return the bands lowest first, as they stand on the scale."""
    bands, words = assessment.rubric.bands, words_in(language)
    tops = [_HUNDRED, *(band.from_ for band in bands)]
    held = _held(assessment.total, bands)
    shown = []
    for rank, (band, top) in enumerate(zip(bands, tops, strict=False)):
        template = words["band_span"] if rank else words["band_top"]
        low, high = _within(band.from_), _within(top)
        shown.append(
            BandShown(
                id=visible(band.id),
                label=visible(band.label.in_language(language)),
                span=template.format(low=_short(low, language), high=_short(high, language)),
                tone=tone_of(band.id, bands),
                at=place(low),
                width=place(high - low),
                rank=_RANKS[rank] if rank < len(_RANKS) else str(rank + 1),
                here=band.id in held,
            )
        )
    return tuple(reversed(shown))


def _held(total: Total, bands: Sequence[Band]) -> set[str]:
    """Return the bands that the total lies in: those between its two ends included."""
    ends = {total.qualification.id, (total.best or total.qualification).id}
    ranks = [rank for rank, band in enumerate(bands) if band.id in ends]
    return {band.id for band in bands[min(ranks, default=0) : max(ranks, default=-1) + 1]}


def _bounds(bands: Sequence[Band]) -> list[Fraction]:
    """Return the numbers under the scale, without those that would run into each other."""
    bounds = sorted({Fraction(0), _HUNDRED, *(_within(band.from_) for band in bands)})
    kept = [bounds[0]] + [right for left, right in pairwise(bounds) if right - left >= 5]
    return kept if kept[-1] == _HUNDRED else [*kept, _HUNDRED]


def _tick(bound: Fraction, language: Language) -> Tick:
    return Tick(at=place(bound), text=_short(bound, language), anchor=_anchor(bound, 0))


def _anchor(at: Fraction, margin: int = 12) -> str:
    if at <= margin:
        return "start"
    return "end" if at >= 100 - margin else "middle"


def _short(value: Fraction, language: Language) -> str:
    text = to_text(value)
    return decimal(text, language) if "/" not in text else text


def _within(value: Fraction) -> Fraction:
    return min(max(value, Fraction(0)), _HUNDRED)
