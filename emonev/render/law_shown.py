"""The law as a design receives it: what a criterion cites, and the words of the places cited."""

from msgspec import Struct

from emonev.render.shown import Link


class LineShown(Struct, frozen=True, kw_only=True, gc=False):
    """One line of an article: its sign ("(2)", "a.") and words; "…" for what is not cited.

    `depth` is 0 for an ayat, 1 for a letter, 2 for a number. `cited`: not merely what the cited
    place stands in. `anchor` is empty where nobody cites just this line.
    """

    sign: str
    words: str
    depth: int
    cited: bool
    anchor: str


class ArticleShown(Struct, frozen=True, kw_only=True, gc=False):
    """An article as far as it is cited: `name` is "PERKI 1/2021 Pasal 15"."""

    name: str
    anchor: str
    lines: tuple[LineShown, ...]


class LawShown(Struct, frozen=True, kw_only=True, gc=False):
    """A criterion's legal basis: the citations as the rubric has them, and their words.

    A citation leads to its words in `view.laws`; `missing` says whose words are not held.
    """

    cited: tuple[Link, ...]
    articles: tuple[ArticleShown, ...]
    missing: tuple[str, ...]


class RegulationShown(Struct, frozen=True, kw_only=True, gc=False):
    """One law that the criteria cite: its full name, its version, every cited place once."""

    name: str
    title: str
    version: str
    articles: tuple[ArticleShown, ...]
