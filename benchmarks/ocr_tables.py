"""The tables of docs/ocr.md, from rows of figures."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from statistics import mean, median, quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.ocr import Row

_HEAD = (
    "| engine | dpi | damage | pages | CER median | CER mean | WER median | words lost "
    "| phrases lost | confidence | turned right | CPU s |\n|---|---|---|---|---|---|---|---|---|---|---|---|"
)
_SURE_HEAD = (
    "| confidence at least | pages | of all | CER median | CER 95 % | CER worst "
    "| words lost, 95 % |\n|---|---|---|---|---|---|---|"
)
_THRESHOLDS = (0, 50, 60, 65, 70, 75, 80, 85, 90, 93, 95)


def tables_of(rows: Sequence["Row"]) -> str:
    """Return one line per engine, resolution and damage, and what confidence says about errors."""
    by = _condition
    lines = [_line(key, list(group)) for key, group in groupby(sorted(rows, key=by), key=by)]
    parts = ["\n".join([_HEAD, *lines])]
    for engine in sorted({row.engine for row in rows}):
        of_engine = [row for row in rows if row.engine == engine]
        sure = "\n".join(_sure(of_engine, least) for least in _THRESHOLDS)
        parts.append(f"{engine}\n\n{_SURE_HEAD}\n{sure}")
    return "\n\n".join(parts)


def _condition(row: "Row") -> tuple[str, bool, int, str]:
    return row.engine, row.damage != "none", row.dpi, row.damage


def _line(key: tuple[str, bool, int, str], rows: list["Row"]) -> str:
    engine, _, dpi, damage = key
    wanted = int(damage.removeprefix("turned ")) if damage.startswith("turned ") else 0
    cells = (
        engine, dpi, damage, len(rows),
        _share(median, (row.errors.characters for row in rows)),
        _share(mean, (row.errors.characters for row in rows)),
        _share(median, (row.errors.words for row in rows)),
        _share(mean, (row.errors.lost for row in rows)),
        _share(mean, (row.errors.phrases for row in rows)),
        round(mean(row.confidence for row in rows)),
        f"{sum(row.turned == wanted for row in rows)} of {len(rows)}",
        f"{mean(row.cpu for row in rows):.1f}",
    )  # fmt: skip
    return "| " + " | ".join(map(str, cells)) + " |"


def _sure(rows: list["Row"], least: int) -> str:
    sure = [row for row in rows if row.confidence >= least]
    if len(sure) < 2:
        return f"| {least} | {len(sure)} | | | | | |"
    cer = [row.errors.characters for row in sure]
    lost = [row.errors.lost for row in sure]
    cells = (
        least, len(sure), f"{100 * len(sure) / len(rows):.0f} %",
        _share(median, cer), _share(_most, cer), _share(max, cer), _share(_most, lost),
    )  # fmt: skip
    return "| " + " | ".join(map(str, cells)) + " |"


def _most(values: list[float]) -> float:
    """Return what 95 of 100 do not exceed."""
    return quantiles(values, n=20, method="inclusive")[-1]


def _share(statistic: Callable[[list[float]], float], values: Iterable[float]) -> str:
    return f"{100 * statistic(list(values)):.1f} %"
