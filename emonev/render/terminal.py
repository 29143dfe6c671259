"""The result at a glance, in the terminal: what the score is, what is missing, what to do first."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from emonev.model.assessment import Assessment, Recognition
from emonev.model.text import Language
from emonev.render.chosen import is_chosen
from emonev.render.criterion_shown import CriterionShown, FindingShown, Piece
from emonev.render.method import recognition_lines
from emonev.render.paper import Paper, console
from emonev.render.prepare import prepare
from emonev.render.signs import visible
from emonev.render.view import GapShown, IndicatorShown, StageShown, View, Voice
from emonev.render.words import words_in

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = ["console", "render_criteria", "render_explain", "render_terminal"]

_TONES = {"green": "bold green", "blue": "bold blue", "yellow": "bold yellow", "red": "bold red"}
_NAME, _POINTS = 38, 17


def render_terminal(
    assessment: Assessment, language: Language, screen: "Console", report: Path | None
) -> None:
    """Print the result: totals, distances, indicators, the costliest gaps, warnings."""
    paper, words = Paper(screen), words_in(language)
    view = prepare(assessment, language)
    _head(paper, view)
    _total(paper, view, words)
    _voices(paper, view.voices, words)
    _stages(paper, view.stages, words)
    _gaps(paper, view, words)
    _warnings(paper, view, words)
    _recognition(paper, assessment.recognition, language)
    if report is not None:
        paper.line()
        paper.whole(words["report_at"].format(path=visible(str(report))))


def _recognition(paper: Paper, read: Recognition | None, language: Language) -> None:
    if read is None or not read.read:
        return
    paper.heading(words_in(language)["recognition"])
    for line in recognition_lines(read):
        paper.say(line.in_language(language), indent=2)


def render_explain(assessment: Assessment, language: Language, screen: "Console") -> None:
    """Print the arithmetic of every total, so that a person can redo it."""
    paper = Paper(screen)
    paper.heading(words_in(language)["arithmetic"])
    for line in prepare(assessment, language).arithmetic.split("\n"):
        told = line.lstrip(" ")
        paper.say(told, indent=len(line) - len(told))


def render_criteria(
    assessment: Assessment, patterns: str, language: Language, screen: "Console"
) -> bool:
    """Print the criteria that match one of the patterns ("JEN-*,PEL-01"); False where none does."""
    paper, words = Paper(screen), words_in(language)
    matched = [
        criterion
        for indicator in prepare(assessment, language).indicators
        for criterion in indicator.criteria
        if is_chosen(criterion.id, patterns)
    ]
    for criterion in matched:
        _criterion(paper, criterion, words)
    return bool(matched)


def _head(paper: Paper, view: View) -> None:
    paper.say(f"{view.head.body} · {view.head.year}", style="bold")
    paper.say(f"{view.head.rubric} ({view.head.status_word})")
    paper.say(view.head.status_words, style="dim")


def _total(paper: Paper, view: View, words: dict[str, str]) -> None:
    from rich.text import Text

    total = view.total
    paper.line()
    band = _with_note(total.qualification, words["provisional"] if total.provisional else "")
    paper.beside(
        Text(f"{words['total']}: {total.total}  ", style="bold"),
        Text(band, style=_TONES.get(total.tone, "bold")),
    )
    for sentence in total.sentences:
        paper.say(sentence, indent=2)
    for sentence in total.near:
        paper.say(sentence, indent=2, style="bold red")


def _voices(paper: Paper, voices: Iterable[Voice], words: dict[str, str]) -> None:
    from rich.text import Text

    paper.heading(words["voices"])
    for voice in voices:
        if not voice.given:
            paper.say(f"{voice.name:<22}{voice.total}", indent=2)
            continue
        lead = Text.assemble(f"  {voice.name:<22}{voice.total:<14}", paper.bar(voice.bar, 8), "  ")
        band = _with_note(voice.qualification, words["provisional"] if voice.provisional else "")
        paper.beside(lead, band)


def _stages(paper: Paper, stages: Iterable[StageShown], words: dict[str, str]) -> None:
    paper.heading(words["indicators"])
    for stage in stages:
        _row(paper, stage, 2)
        for indicator in stage.indicators:
            _row(paper, indicator, 4)
        if stage.entered:
            paper.say(stage.entered, indent=4)


def _row(paper: Paper, part: StageShown | IndicatorShown, indent: int) -> None:
    """Print a part's name, points and bar; a long name goes on below itself."""
    from rich.text import Text

    style = "bold" if indent == 2 else ""
    first, *rest = Text(part.title, style=style).wrap(paper.screen, _NAME - indent)
    first.rstrip()
    first.pad_right(_NAME - indent - first.cell_len)
    points = f"{part.points.ratio:>{_POINTS}}"
    paper.say(Text.assemble(first, f" {points} ", paper.bar(part.bar, 20)), indent=indent)
    for line in rest:
        paper.say(line, indent=indent)


def _gaps(paper: Paper, view: View, words: dict[str, str]) -> None:
    if not view.gaps:
        return
    paper.heading(words["gaps"])
    for gap in view.gaps:
        _gap(paper, gap)
    if view.gaps_left:
        paper.say(view.gaps_left, indent=2)


def _gap(paper: Paper, gap: GapShown) -> None:
    from rich.text import Text

    paper.beside(f"  {gap.cost:>6}  ", Text(f"{gap.id}  ", style="bold") + paper.sign(gap.outcome))
    paper.say(gap.question, indent=10)
    arrow = "→ " if paper.rich else "> "
    paper.beside(" " * 10 + arrow, _with_note(gap.remedy, gap.effort))


def _warnings(paper: Paper, view: View, words: dict[str, str]) -> None:
    from rich.text import Text

    told = [warning.message for warning in view.warnings]
    if view.unassigned and all(warning.code != "unassigned" for warning in view.warnings):
        told.append(words["unassigned_count"].format(count=len(view.unassigned)))
    if told:
        paper.heading(words["warnings"])
    for sentence in told:
        paper.beside(Text("  ! ", style="bold yellow"), sentence)


def _criterion(paper: Paper, criterion: CriterionShown, words: dict[str, str]) -> None:
    from rich.text import Text

    paper.line()
    title = Text(f"{criterion.id}  ", style="bold") + paper.sign(criterion.outcome)
    paper.say(title + f"  {criterion.points.words}")
    paper.say(criterion.question, indent=2)
    if criterion.review:
        paper.say(f"{words['review']}: {criterion.review.line}", indent=2)
        for sentence in (criterion.review.why, *criterion.review.sentences):
            paper.say(sentence, indent=4)
    for finding in criterion.findings:
        _finding(paper, finding)
    for fact in criterion.facts:
        paper.say(f"{fact.name}: {fact.value}", indent=2)
    if criterion.law.cited:
        cited = "; ".join(link.text for link in criterion.law.cited)
        paper.say(f"{words['law']}: {cited}", indent=2)


def _finding(paper: Paper, finding: FindingShown) -> None:
    from rich.text import Text

    asked = f"{finding.asked}: " if finding.asked else ""
    lead = Text.assemble("  ", paper.sign(finding.outcome), ": ")
    paper.beside(lead, asked + finding.message)
    for proof in finding.proofs:
        place = f", {proof.place}" if proof.place else ""
        paper.say(proof.path + place, indent=6, style="dim")
        if proof.pieces:
            paper.beside(" " * 6, _snippet(proof.pieces))


def _snippet(pieces: Iterable[Piece]) -> "Text":
    from rich.text import Text

    return Text.assemble(
        *((piece.text, "bold underline" if piece.marked else "") for piece in pieces)
    )


def _with_note(words: str, note: str) -> str:
    return f"{words} ({note})" if note else words
