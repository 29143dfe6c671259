"""How outputs tell what OCR read: in the terminal, in the list of evidence and in the method."""

import io
from typing import Any

import pytest
from msgspec.structs import replace
from rich.console import Console

from emonev.model.assessment import Assessment, Recognition
from emonev.model.text import Language
from emonev.render.method import method_lines
from emonev.render.prepare import prepare
from emonev.render.terminal import render_terminal
from tests.builders import an_assessment, an_evidence_result

READ = Recognition(engine="tesseract 5.3.0 ind", read=44, left=2, beyond=3, failed=1, spare=31)


def terminal(assessment: Assessment, language: Language = "id") -> str:
    written = io.StringIO()
    render_terminal(assessment, language, Console(file=written, width=80), None)
    return " ".join(written.getvalue().split())


def test_a_run_with_ocr_says_what_was_read_and_what_was_not() -> None:
    shown = terminal(an_assessment(recognition=READ))
    assert "Halaman pindaian 44 halaman pindaian dibaca dengan OCR (tesseract 5.3.0 ind)" in shown
    assert "6 halaman pindaian belum dibaca; temuan yang bergantung padanya" in shown
    assert "31 halaman pindaian tidak dibaca karena tidak ada poin yang bergantung" in shown


def test_a_run_with_two_engines_says_what_the_second_did() -> None:
    both = replace(READ, second="rapidocr 3.10.0 latin", again=7)
    assert (
        "7 halaman yang terbaca buruk atau tidak utuh dibaca lagi dengan rapidocr 3.10.0 latin; "
        "bacaan yang lebih baik dipakai." in terminal(an_assessment(recognition=both))
    )
    assert "dibaca lagi" not in terminal(an_assessment(recognition=READ))


@pytest.mark.parametrize("read", [None, Recognition(off=True, left=4), Recognition(left=4)])
def test_where_nothing_was_read_only_a_warning_speaks(read: Recognition | None) -> None:
    assert "Halaman pindaian" not in terminal(an_assessment(recognition=read))


def test_the_method_names_the_engine_and_what_is_left() -> None:
    lines = method_lines(an_assessment(recognition=READ), "en")
    low = "a page read with low confidence passes no criterion, and its findings await review."
    assert [line for line in lines if "scan" in line] == [
        f"44 scanned pages were read by OCR (tesseract 5.3.0 ind); {low}",
        "6 scanned pages were not read; findings that hang on them await review.",
        "31 scanned pages were not read because no points hang on them.",
    ]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"text": "layer"}, "3 halaman · teks terbaca"),
        ({"text": "none"}, "3 halaman · tanpa teks"),
        (
            {"text": "ocr", "recognised_pages": 3, "confidence": 93},
            "3 halaman · OCR 3 halaman, keyakinan 93 %",
        ),
        (
            {"text": "layer", "recognised_pages": 1, "confidence": 71},
            "3 halaman · teks terbaca · OCR 1 halaman, keyakinan 71 %",
        ),
    ],
)
def test_the_list_of_evidence_tells_how_text_was_had(given: dict[str, Any], words: str) -> None:
    assessment = an_assessment(evidence=(an_evidence_result(**given),))
    (shown,) = prepare(assessment, "id").evidence
    assert shown.content.endswith(words)
