"""How a plan speaks: sentences and numbers in one language."""

from fractions import Fraction

from emonev.language import Value, decimal_text, number, said_in
from emonev.model.assessment import Total
from emonev.model.text import Language, Text
from emonev.render.signs import visible

PLACES = 2


class Speech:
    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def told(self, template: Text, **values: Value) -> str:
        return visible(said_in(self.language, template, **values))

    def shown(self, text: Text) -> str:
        return visible(text.in_language(self.language))

    def points(self, value: Fraction) -> str:
        return number(value, self.language, PLACES, fixed=True)

    def percent(self, share: Fraction) -> str:
        return f"{number(share * 100, self.language, 1)}%"

    def total(self, total: Total) -> Text:
        return decimal_text(total.low)
