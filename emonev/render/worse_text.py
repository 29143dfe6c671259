"""What got worse since an earlier result, for the gate of `emonev score --no-worse-than`.

A criterion is worse where it certainly earns a smaller share of what it is worth, and also where
it can no longer be told: what is unknown does not count as kept. What the questionnaire changed
(weights, forms of scoring, criteria that came or went) is nobody's fault and is not listed.
"""

from collections.abc import Iterator
from fractions import Fraction

from emonev.language import Value, decimal_text, number, say
from emonev.model.comparison import Compared, Comparison, CriteriaComparison, Side
from emonev.model.text import Language, Text
from emonev.render.signs import visible
from emonev.render.tables import wrapped

_HEAD = Text("Lebih buruk daripada hasil {year}:", "Worse than the result of {year}:")
_TOTAL = Text("Nilai turun dari {before} menjadi {after}.", "The total fell from {before} to {after}.")  # fmt: skip
_HAIR = Text(
    "Nilai {after} sedikit lebih rendah dari sebelumnya, walau tercetak sama.",
    "The total of {after} is a little lower than before, though printed alike.",
)
_CRITERIA = Text("{count} kriteria memburuk:", "{count} criteria got worse:")
_FELL = Text("{ids}: {before} → {after}. {question}", "{ids}: {before} → {after}. {question}")
_UNKNOWN = Text(
    "{ids}: {before}, kini menunggu telaah. {question}",
    "{ids}: {before}, now awaits review. {question}",
)
_RENAMED = Text("{now} (dahulu {before})", "{now} (formerly {before})")
_TOLD = {"body", "category"}


def worse_text(comparison: Comparison, language: Language) -> str:
    """Return what got worse as lines of at most 80 signs; nothing where nothing did."""
    listed = [one for one in comparison.criteria if _is_worse(one)]
    older, newer = comparison.older, comparison.newer
    fell = newer.total.exact_low < older.total.exact_low
    if not (listed or fell):
        return ""
    return "\n".join(_lines(older, newer, listed, fell, language))


def remarks_text(comparison: Comparison, language: Language) -> str:
    """Return what makes the earlier result an odd one to be measured by: another body."""
    told = [one.text for one in comparison.remarks if one.code in _TOLD]
    return "\n".join(line for text in told for line in wrapped(_shown(text, language)))


def _is_worse(one: CriteriaComparison) -> bool:
    if one.movement == "not-judged":
        return one.low.effects.pending < 0
    return one.movement == "worsened"


def _lines(
    older: Compared,
    newer: Compared,
    listed: list[CriteriaComparison],
    fell: bool,
    language: Language,
) -> Iterator[str]:
    head = say(_HEAD, year=f"{older.year}")
    yield from wrapped(_shown(head, language))
    if fell:
        before, after = decimal_text(older.total.low), decimal_text(newer.total.low)
        template = _HAIR if before == after else _TOTAL
        told = say(template, before=before, after=after)
        yield from wrapped(_shown(told, language), "  ")
    if listed:
        yield from wrapped(_shown(say(_CRITERIA, count=len(listed)), language), "  ")
    for one in listed:
        yield from wrapped(_shown(_criterion(one), language), "  - ", "    ")


def _criterion(one: CriteriaComparison) -> Text:
    before, after = _ids(one.older), _ids(one.newer)
    ids: Value = after if before == after else say(_RENAMED, now=after, before=before)
    template = _UNKNOWN if one.movement == "not-judged" else _FELL
    return say(
        template,
        ids=ids,
        before=_share(one.older),
        after=_share(one.newer),
        question=one.newer[0].text,
    )


def _ids(sides: tuple[Side, ...]) -> str:
    return ", ".join(side.id for side in sides)


def _share(sides: tuple[Side, ...]) -> Text:
    """Return how much of their worth the criteria certainly earn, in percent."""
    full = sum((side.full for side in sides), Fraction(0))
    low = sum((side.low for side in sides), Fraction(0))
    percent = low / full * 100 if full else Fraction(0)
    return Text(*(f"{number(percent, each, 1)}%" for each in ("id", "en")))


def _shown(text: Text, language: Language) -> str:
    return visible(text.in_language(language))
