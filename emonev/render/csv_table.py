"""A table as CSV for a spreadsheet: parted as its language expects, and no cell a formula.

Indonesian spreadsheets part cells by semicolons and decimals by commas.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from fractions import Fraction

from emonev.language import ratio
from emonev.model.text import Language
from emonev.render.signs import visible

_PLACES = 6
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "|", "%")


def csv_table(rows: Iterable[Sequence[str]], language: Language) -> str:
    """Return the rows, with the mark without which Excel reads UTF-8 as something else."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if language == "id" else ",", lineterminator="\r\n")
    writer.writerows(rows)
    return "\ufeff" + out.getvalue()


def cell(text: str) -> str:
    """Return one line that no spreadsheet takes for a formula."""
    shown = text if text.isprintable() and "  " not in text else visible(" ".join(text.split()))
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def figure(value: Fraction, language: Language) -> str:
    """Return a number as its language writes it."""
    return ratio(*value.as_integer_ratio(), language, _PLACES)
