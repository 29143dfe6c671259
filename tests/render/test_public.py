import json
from typing import Any

from emonev.model.assessment import Assessment
from emonev.model.text import Text
from emonev.render.html import render_html
from emonev.render.json_file import to_json
from emonev.render.public import for_the_public
from tests.builders import (
    a_criterion_result,
    a_finding,
    a_proof,
    a_review,
    a_stage_result,
    an_assessment,
    an_evidence_result,
    an_indicator_result,
)
from tests.render.rich import a_rich_assessment

PATH = "bukti/2024/JEN-01/KTP Kepala Dinas.pdf"
SECRETS = (
    "3171234567890123", "0812-3456-7890", "kepala.dinas@contoh.go.id", "KTP Kepala", "bukti/2024",
    "catatan rahasia", "alasan rahasia", "kutipan rahasia", "kunci=rahasia", "Sekretaris",
)  # fmt: skip


def test_nothing_private_is_left_in_the_result_or_in_what_is_drawn_from_it() -> None:
    public = for_the_public(_private())
    drawn = render_html(public, "id", to_workspace=None)
    for secret in SECRETS:
        assert secret.encode() in to_json(_private()), secret
        assert secret.encode() not in to_json(public), secret
        assert secret not in drawn, secret


def test_points_outcomes_and_hashes_stay() -> None:
    before = json.loads(to_json(a_rich_assessment()))
    after = json.loads(to_json(for_the_public(a_rich_assessment())))
    assert after["total"] == before["total"]
    assert _outcomes(after) == _outcomes(before)
    assert [file["sha256"] for file in after["evidence"]] == [
        file["sha256"] for file in before["evidence"]
    ]


def test_a_file_has_the_same_name_wherever_it_is_named() -> None:
    public = for_the_public(_private())
    criterion = public.stages[0].indicators[0].criteria[0]
    assert criterion.evidence == ("bukti-0001.pdf",)
    assert criterion.findings[0].proofs[0].path == public.evidence[0].path == "bukti-0001.pdf"
    assert "bukti-0001.pdf" in criterion.findings[0].message.id


def test_notes_that_name_people_are_left_out_and_the_others_stay() -> None:
    said = {
        "personal-data": "Memuat data pribadi: 1 NIK (misalnya 3201••••••••0002).",
        "rebuilt": "Disusun ulang.",
        "signed": "Tanda tangan digital atas nama Kepala Dinas.",
        "doubtful-signature": "Tanda tangan digital atas nama Sekretaris.",
    }
    notes = tuple(Text(words, words) for words in said.values())
    file = an_evidence_result(PATH, notes=notes, note_codes=tuple(said))
    (public,) = for_the_public(an_assessment(evidence=(file,))).evidence
    assert (public.note_codes, public.notes) == (("rebuilt",), (notes[1],))


def test_what_was_hidden_in_part_is_hidden_whole() -> None:
    told = "NIK 3201••••••••0002, HP 0812-••••-••90, a••@gmail.com, rekening ••••••7890"
    finding = a_finding(message=Text(told, told))
    stage = a_stage_result(an_indicator_result(a_criterion_result(findings=(finding,))))
    public = for_the_public(an_assessment(stage))
    (shown,) = public.stages[0].indicators[0].criteria[0].findings
    assert shown.message.id == "NIK •••, HP •••, •••, rekening •••"


def test_no_link_leads_into_the_office() -> None:
    drawn = render_html(for_the_public(_private()), "id", to_workspace=None)
    assert "bukti-0001.pdf" in drawn
    assert 'href="..' not in drawn
    assert 'href="https://drive.contoh.go.id/berkas"' in drawn


def test_hiding_twice_changes_nothing() -> None:
    once = for_the_public(a_rich_assessment())
    assert for_the_public(once) == once


def _private() -> Assessment:
    said = "“KTP Kepala Dinas.pdf” memuat NIK 3171234567890123, HP 0812-3456-7890, kepala.dinas@contoh.go.id"
    criterion = a_criterion_result(
        "JEN-01",
        answer_note="catatan rahasia",
        evidence=(PATH,),
        links=("https://drive.contoh.go.id/berkas?kunci=rahasia",),
        review=a_review(by="Sekretaris PPID", why="alasan rahasia"),
        findings=(
            a_finding(message=Text(said, said), proofs=(a_proof(PATH, snippet="kutipan rahasia"),)),
        ),
    )
    return an_assessment(
        a_stage_result(an_indicator_result(criterion)),
        evidence=(an_evidence_result(PATH, title="KTP Kepala Dinas", criteria=("JEN-01",)),),
    )


def _outcomes(result: dict[str, Any]) -> list[tuple[Any, ...]]:
    return [
        (c["id"], c["outcome"], c["points"])
        for s in result["stages"]
        for i in s.get("indicators", ())
        for c in i["criteria"]
    ]
