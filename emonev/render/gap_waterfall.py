"""The drawing from one total to the other: a bar for each cause, between the bands' bounds."""

from fractions import Fraction
from itertools import accumulate

from emonev.language import number, say
from emonev.model.comparison import Comparison
from emonev.model.text import Language
from emonev.render import gap_words as words
from emonev.render.gap_numbers import fitted_effects, plain, signed, units
from emonev.render.gap_shown import StepShown, TickShown, WaterfallShown
from emonev.render.signs import visible

_ROW, _BAR = 46, 20  # pixels: from bar to bar, and from a bar's words to the bar
_STEP = 10  # the axis starts and ends at tens


def waterfall_of(
    step: Comparison, language: Language, places: int, names: tuple[str, str]
) -> WaterfallShown:
    """Return the drawing; what its bars say adds up from the first total to the last."""
    return _Drawn(step, language, places, names).shown()


class _Drawn:
    def __init__(
        self, step: Comparison, language: Language, places: int, names: tuple[str, str]
    ) -> None:
        self.step, self.language, self.places, self.names = step, language, places, names
        scale = 10**places
        self.start = units(Fraction(step.older.total.low), places)
        self.end = units(Fraction(step.newer.total.low), places)
        self.pending = words.EFFECTS["pending"][0].in_language(language)
        self.moves = self._moves()
        levels = list(accumulate((amount for _, amount in self.moves), initial=self.start))
        self.least = max(0, min(levels) // (_STEP * scale) * _STEP - _STEP) * scale
        self.most = max(
            self.least + _STEP * scale, -(-max(levels) // (_STEP * scale)) * _STEP * scale
        )

    def shown(self) -> WaterfallShown:
        steps = [self.bar(0, "total", self.total(self.names[0]), 0, self.start)]
        at = self.start
        for row, (name, moved) in enumerate(self.moves, 1):
            steps.append(self.bar(row, "", name, at, moved))
            at += moved
        steps.append(self.bar(len(steps), "total", self.total(self.names[1]), 0, self.end))
        axis = say(words.AXIS, start=plain(self.least, self.places, self.language))
        return WaterfallShown(
            title=self.told(),
            description="; ".join(f"{one.name} {one.value}" for one in steps) + ".",
            steps=tuple(steps),
            ticks=self.ticks(),
            height=len(steps) * _ROW + 26,
            axis_y=len(steps) * _ROW + 4,
            axis=axis.in_language(self.language) if self.least else "",
        )

    def told(self) -> str:
        said = say(words.WATERFALL, old=self.names[0], new=self.names[1])
        return visible(said.in_language(self.language))

    def total(self, name: str) -> str:
        return say(words.START, year=name).in_language(self.language)

    def _moves(self) -> list[tuple[str, int]]:
        low = self.step.total.low
        moved = units(low.moved, self.places)
        amounts = fitted_effects(low.effects, moved, self.places)
        names = [name.in_language(self.language) for name, _ in words.EFFECTS.values()]
        moves = list(zip(names, amounts, strict=True))
        rest = self.end - self.start - moved
        if rest:
            moves.append((words.ROUNDING.in_language(self.language), rest))
        return moves

    def bar(self, row: int, kind: str, name: str, at: int, amount: int) -> StepShown:
        left, right = sorted((at, at + amount))
        left = max(left, self.least)
        value = plain(amount, self.places, self.language)
        if not kind:
            kind = "up" if amount > 0 else "down" if amount < 0 else "none"
            kind = "pending" if amount and name == self.pending else kind
            value = signed(amount, self.places, self.language)
        return StepShown(
            kind=kind,
            name=visible(name),
            value=value,
            at=self.percent(left - self.least),
            width=self.percent(max(0, right - left)),
            y=row * _ROW + 14,
            y_bar=row * _ROW + _BAR,
        )

    def ticks(self) -> tuple[TickShown, ...]:
        near = (self.step.newer.total.below, self.step.newer.total.above)
        ticks = []
        for bound in near:
            if bound is None:
                continue
            at = units(Fraction(bound.from_), self.places)
            if self.least < at <= self.most:
                label = visible(bound.label.in_language(self.language))
                from_ = number(Fraction(bound.from_), self.language)
                ticks.append(self.tick(at, f"{label} {from_}"))
        return tuple(ticks)

    def tick(self, at: int, label: str) -> TickShown:
        place = Fraction(at - self.least, self.most - self.least)
        anchor = "start" if place < Fraction(1, 3) else "end"
        return TickShown(at=self.percent(at - self.least), label=label, anchor=anchor)

    def percent(self, amount: int) -> str:
        width = Fraction(100 * amount, self.most - self.least)
        return f"{float(width):.3f}".rstrip("0").rstrip(".")
