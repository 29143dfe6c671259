"""No output of a result quotes personal data out of evidence."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emonev.discreet import discreet
from emonev.model.assessment import Assessment
from emonev.model.text import Language, Text
from emonev.personal_data import personal_data_in
from emonev.render.html import render_html
from emonev.render.json_file import to_json
from emonev.render.paper import console
from emonev.render.public import for_the_public
from emonev.render.result_sheet import result_csv, result_workbook
from emonev.render.terminal import render_criteria, render_terminal
from tests.builders import (
    a_criterion_result,
    a_finding,
    a_proof,
    a_stage_result,
    an_assessment,
    an_evidence_result,
    an_indicator_result,
)
from tests.test_personal_data import documents
from tests.workspaces import a_workspace, assessed

NIK, PHONE, MAIL, ACCOUNT = (
    "3201124505910002", "0812-3456-7890", "pemohon.contoh@gmail.com", "0123-01-012345-50-1",
)  # fmt: skip
LIST = (
    f"DAFTAR PEMOHON {NIK}\n"
    f"daftar informasi publik diminta oleh NIK {NIK}, HP {PHONE}, {MAIL},\n"
    f"rekening Bank BRI {ACCOUNT}\n"
    f"tahun 2024, Nomor 005/{PHONE}/2024\n"
)


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    folder = tmp_path_factory.mktemp("daerah")
    phrases = {"JEN-01": "daftar informasi publik", "JEN-02": "bank bri"}
    files = {"JEN-01/daftar.txt": LIST, "JEN-02/daftar.html": f"<h1>{LIST}</h1>"}
    return assessed(a_workspace(folder, phrases, files))


def outputs(assessment: Assessment, language: Language) -> dict[str, str]:
    screen = console()
    with screen.capture() as printed:
        render_terminal(assessment, language, screen, None)
        render_criteria(assessment, "*", language, screen)
    book = zipfile.ZipFile(io.BytesIO(result_workbook(assessment, language)))
    return {
        "terminal": printed.get(),
        "json": to_json(assessment).decode(),
        "html": render_html(assessment, language),
        "xlsx": "".join(book.read(name).decode() for name in book.namelist()),
        "csv": result_csv(assessment, language).decode("utf-8-sig"),
    }


@pytest.mark.parametrize("language", ["id", "en"])
def test_nothing_personal_is_quoted_in_any_output(judged: Assessment, language: Language) -> None:
    for form, output in outputs(judged, language).items():
        for secret in (NIK, PHONE, MAIL, ACCOUNT):
            assert secret not in output, form


def test_proofs_still_show_where(judged: Assessment) -> None:
    (finding,) = judged.stages[0].indicators[0].criteria[0].findings
    (proof,) = finding.proofs
    (start, end) = proof.marks[0]
    assert proof.snippet[start:end] == "daftar informasi publik"
    assert "NIK 3201••••••••0002, HP 0812-••••-••90" in proof.snippet


def test_the_public_result_does_not_even_say_that_there_is_some(judged: Assessment) -> None:
    public = for_the_public(judged)
    assert "personal-data" in judged.evidence[0].note_codes
    for form, output in outputs(public, "id").items():
        assert "•9" not in output, form
        assert "3201" not in output, form
        assert "data pribadi" not in output, form


@given(documents(), st.booleans())
def test_every_sentence_out_of_evidence_is_looked_at(said: str, in_message: bool) -> None:
    finding = a_finding(
        message=Text(said, said) if in_message else Text("Ada.", "There is."),
        proofs=(a_proof(snippet=said),),
    )
    stage = a_stage_result(an_indicator_result(a_criterion_result(findings=(finding,))))
    file = an_evidence_result(title=said, notes=(Text(said, said),), problem=Text(said, said))
    shown = discreet(an_assessment(stage, evidence=(file,)))
    (found,) = shown.stages[0].indicators[0].criteria[0].findings
    (listed,) = shown.evidence
    assert listed.problem is not None
    for words in (
        found.message.id, found.message.en, found.proofs[0].snippet,
        listed.title, listed.notes[0].id, listed.problem.en,
    ):  # fmt: skip
        assert personal_data_in(words) == ()


def test_an_assessment_without_any_stays_as_it_is() -> None:
    stage = a_stage_result(an_indicator_result(a_criterion_result(findings=(a_finding(),))))
    before = an_assessment(stage, evidence=(an_evidence_result(title="DIP 2024"),))
    assert discreet(before) == before
