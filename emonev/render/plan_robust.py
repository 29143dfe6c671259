"""What a total bears before its band drops, in words."""

from collections.abc import Iterator
from fractions import Fraction

from emonev.language import decimal_text, number
from emonev.model.plan import Loss, Plan, Robustness
from emonev.model.text import Language, Text
from emonev.render import plan_words as words
from emonev.render.plan_shown import LossRow, RobustShown
from emonev.render.plan_speech import PLACES, Speech
from emonev.render.signs import visible


def robust_shown(plan: Plan, language: Language) -> Iterator[RobustShown]:
    """Yield what the total bears now and, where there are steps, after the plan."""
    speech = _Bearing(language)
    yield speech.bears("now", words.NOW, plan.now)
    if plan.steps:
        yield speech.bears("after", words.AFTER, plan.after)


class _Bearing(Speech):
    def bears(self, name: str, heading: Text, robust: Robustness) -> RobustShown:
        label = robust.total.qualification.label
        template = words.LOWEST if robust.margin is None else words.MARGIN
        margin = self.margin(robust.margin or Fraction(0))
        first = self.told(template, total=self.total(robust.total), label=label, margin=margin)
        more = [self.told(words.NO_SINGLE)] if robust.margin is not None else []
        singles = words.SINGLES if robust.singles else None
        return RobustShown(
            id=name,
            heading=self.told(heading),
            sentences=(first, *([] if singles else more)),
            singles_words=self.told(singles, count=len(robust.singles)) if singles else "",
            singles=tuple(map(self.loss, robust.singles)),
            fewest=self.fewest(robust),
        )

    def margin(self, margin: Fraction) -> str:
        """Return the margin rounded down: what is said to be there is there."""
        scaled = margin * 10**PLACES
        down = Fraction(scaled.numerator // scaled.denominator, 10**PLACES)
        return number(down, self.language, PLACES, fixed=True)

    def loss(self, loss: Loss) -> LossRow:
        return LossRow(
            id=visible(loss.id),
            question=self.shown(loss.text),
            words=self.told(
                words.LOSS,
                points=self.points(loss.points),
                total=decimal_text(loss.total),
                label=loss.qualification.label,
            ),
        )

    def fewest(self, robust: Robustness) -> str:
        if robust.margin is None or robust.fewest == 1:
            return ""
        if robust.fewest is None:
            return self.told(words.NEVER)
        last = robust.sequence[-1]
        return self.told(
            words.FEWEST,
            count=robust.fewest,
            ids=", ".join(loss.id for loss in robust.sequence),
            left=decimal_text(last.total),
            below=last.qualification.label,
        )
