"""A sentence for people, in both languages of the program."""

from typing import Literal

from msgspec import Struct

Language = Literal["id", "en"]


class Text(Struct, frozen=True):
    """The same sentence in Indonesian (`id`) and English (`en`); Indonesian is the default."""

    id: str
    en: str

    def in_language(self, language: Language) -> str:
        return self.en if language == "en" else self.id
