"""How a total came about: the rules in sentences, what was not judged, and what made the report."""

from emonev.language import say
from emonev.model.assessment import Assessment, Recognition
from emonev.model.text import Language, Text
from emonev.render.shown import Fact
from emonev.render.signs import visible
from emonev.render.words import WORDS, words_in


def method_lines(assessment: Assessment, language: Language) -> tuple[str, ...]:
    """Return the rules by which this assessment was added up and rounded."""
    rounding = assessment.rubric.rounding
    exact = say(WORDS["method_exact"], places=rounding.places, mode=WORDS[f"mode_{rounding.mode}"])
    lines: tuple[Text, ...] = (
        WORDS["method_sum"],
        WORDS["method_na"],
        WORDS["method_pending"],
        exact,
        WORDS[f"method_band_{rounding.band_from}"],
        WORDS["method_parts"],
        *recognition_lines(assessment.recognition),
    )
    return tuple(line.in_language(language) for line in lines)


def recognition_lines(read: Recognition | None) -> tuple[Text, ...]:
    """Return what OCR made of the pages that are pictures, where there are any."""
    if read is None:
        return ()
    unread = read.left + read.unanswered + read.beyond + read.failed
    counted = (
        ("method_ocr", read.read),
        ("method_ocr_again", read.again),
        ("method_ocr_left", unread),
        ("method_ocr_spare", read.spare),
    )
    named: dict[str, str | int] = {
        "engine": read.engine,
        "read": read.read,
        "again": read.again,
        "second": read.second,
        "left": unread,
        "spare": read.spare,
    }
    return tuple(say(WORDS[name], **named) for name, count in counted if count)


def not_judged(language: Language) -> tuple[str, ...]:
    """Return what a reader must not take this report for."""
    words = words_in(language)
    return tuple(
        words[name]
        for name in ("cannot_truth", "cannot_signature", "cannot_links", "cannot_decide")
    )


def made_with(assessment: Assessment, language: Language) -> tuple[Fact, ...]:
    """Return the versions and hashes by which this report can be made again."""
    words, rubric, tool = words_in(language), assessment.rubric, assessment.tool
    facts = (
        (words["tool"], f"{tool.name} {tool.version}"),
        (words["rubric"], rubric.id),
        (words["rubric_hash"], rubric.sha256),
        (words["schema"], assessment.schema),
    )
    return tuple(Fact(name=name, value=visible(value)) for name, value in facts)
