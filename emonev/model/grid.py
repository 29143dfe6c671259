"""Cells as they stand in a workbook or a CSV file, before anything in them is understood."""

from msgspec import Struct


class Sheet(Struct, frozen=True):
    """One sheet: its cells as text. `row` and `column` say where the first of them stands, from 0.

    Merged cells hold their text in the first one; the others are empty.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    row: int = 0
    column: int = 0
    hidden: bool = False

    def place(self, row: int, column: int = 0) -> str:
        """Return a cell's place as spreadsheets write it: "Sarana!B12"."""
        letters, number = "", self.column + column + 1
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return f"{self.name}!{letters}{self.row + row + 1}"
