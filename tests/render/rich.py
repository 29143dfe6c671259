"""One assessment in which everything occurs that a report can show. The body is invented."""

import datetime
from collections.abc import Sequence
from fractions import Fraction

from emonev.model.assessment import Assessment, CriterionResult, SkippedResult, StageResult, Warning
from emonev.model.finding import Outcome
from emonev.model.rubric import NotApplicableRule, Staircase, Tier, Tiers
from emonev.model.text import Text
from emonev.model.workspace import Body, EnteredStage, NotApplicable
from tests.builders import (
    ONE,
    ZERO,
    a_criterion_result,
    a_finding,
    a_proof,
    a_review,
    a_rubric_used,
    a_stage_result,
    an_assessment,
    an_evidence_result,
    an_indicator_result,
)

HALF = Fraction(1, 2)
LIST = "bukti/2024/JEN-01 - daftar informasi/DIP 2024 (final).pdf"
SCAN = "bukti/2024/PEL-02/Maklumat pelayanan, pindai.pdf"
HOSTILE = "bukti/2024/<img src=x onerror=alert(1)>\u202efdp.exe"
SITE = "https://ppid.contoh.go.id/dip?tahun=2024&hal=1"


def a_rich_assessment(presentation: EnteredStage | None = None) -> Assessment:
    """Return it; while the presentation has no value its points are pending."""
    stages = (_questionnaire(), _presentation(presentation))
    return an_assessment(
        *stages,
        body=Body(
            name="Pemerintah Kabupaten Contoh", category="kabupaten-kota", province="Kepulauan Riau"
        ),
        rubric=a_rubric_used(
            sources=("PERKI 1/2021", "PERKI 1/2022"),
            note=Text("Bobot menurut tim PPID.", "Weights by the PPID team."),
        ),
        evidence=EVIDENCE,
        unassigned=("bukti/2024/foto rapat.jpg", HOSTILE),
        skipped=(
            SkippedResult(
                "bukti/2024/JEN-01/~$DIP 2024.docx",
                Text("Berkas kunci Office; tutup dokumennya.", "An Office lock file; close it."),
            ),
        ),
        warnings=(
            Warning(
                code="over-portal-limit",
                message=Text(
                    "1 berkas melebihi batas portal 2 MB; perkecil atau gunakan tautan.",
                    "1 file is over the portal's 2 MB; make it smaller or use a link.",
                ),
                proofs=(a_proof(SCAN),),
            ),
        ),
    )


def _questionnaire() -> StageResult:
    return a_stage_result(
        an_indicator_result(
            *_published(),
            id="jenis",
            weight=Fraction(60),
            title=Text("Mengumumkan informasi publik", "Publishing public information"),
        ),
        an_indicator_result(
            *_served(),
            id="pelayanan",
            weight=Fraction(40),
            title=Text("Pelayanan informasi publik", "Serving public information"),
        ),
        weight=Fraction(80),
        title=Text("Penilaian mandiri (SAQ)", "Self-assessment questionnaire"),
    )


def _presentation(entry: EnteredStage | None) -> StageResult:
    return a_stage_result(
        id="presentasi",
        title=Text("Presentasi", "Presentation"),
        weight=Fraction(20),
        entered=True,
        entry=entry,
    )


def _published() -> Sequence[CriterionResult]:
    return (
        a_criterion_result(
            "JEN-01",
            weight=Fraction(3),
            text=Text(
                "Apakah Daftar Informasi Publik ditetapkan dan diumumkan?",
                "Is the list of public information adopted and published?",
            ),
            law=("PERKI 1/2021 Pasal 15 ayat (9) huruf a", "UU 14/2008 Pasal 11"),
            accepts=Text("Keputusan PPID beserta daftarnya.", "The PPID's decree with the list."),
            years=(2024,),
            years_text=Text("tahun 2024", "of 2024"),
            scoring="share",
            claim=ONE,
            answer_note="Lihat lampiran.\nHalaman 2 memuat daftarnya.",
            evidence=(LIST,),
            links=(SITE, "javascript:alert(1)", "ftp://contoh.go.id/dip"),
            findings=(
                a_finding(
                    message=Text(
                        "Judul «Daftar Informasi Publik» ditemukan di halaman 1.",
                        "The title “Daftar Informasi Publik” stands on page 1.",
                    ),
                    label=Text("Judul dokumen", "Title of the document"),
                    proofs=(
                        a_proof(
                            LIST,
                            page=1,
                            snippet="KEPUTUSAN PPID tentang Daftar Informasi Publik Tahun 2024 …",
                            marks=((23, 46),),
                        ),
                    ),
                ),
            ),
        ),
        a_criterion_result(
            "JEN-02",
            Outcome.PARTLY,
            weight=Fraction(2),
            scoring=Staircase(steps=(HALF, ONE)),
            claim=HALF,
            share_low=HALF,
            share_high=HALF,
            evidence=(LIST,),
            remedy=Text(
                "Unggah daftar dalam bentuk tabel (XLSX atau CSV).",
                "Upload the list as a table (XLSX or CSV).",
            ),
            effort=Fraction(2),
            findings=(
                a_finding(),
                a_finding(
                    Outcome.NOT_MET,
                    kind="has-columns",
                    message=Text(
                        "Kolom «penanggung jawab» tidak ditemukan; tambahkan pada tabel.",
                        "There is no column “penanggung jawab”; add it to the table.",
                    ),
                ),
            ),
        ),
        a_criterion_result(
            "JEN-03",
            Outcome.NOT_MET,
            weight=Fraction(2),
            claim=ONE,
            text=Text(
                "Apakah laporan layanan informasi tahun sebelumnya diumumkan pada laman resmi "
                "badan publik selambat-lambatnya tiga bulan setelah tahun anggaran berakhir?",
                "Is last year's report on information services published on the official site "
                "within three months of the end of the fiscal year?",
            ),
            remedy=Text(
                "Susun laporan layanan informasi 2023 dan umumkan di laman resmi.",
                "Write the 2023 report on information services and publish it.",
            ),
            effort=ONE,
            findings=(
                a_finding(
                    Outcome.NOT_MET,
                    message=Text(
                        "Tidak ada berkas bukti; unggah laporannya.",
                        "No evidence was handed in; upload the report.",
                    ),
                ),
            ),
        ),
        a_criterion_result(
            "JEN-04",
            Outcome.NOT_APPLICABLE,
            na=NotApplicableRule(allowed=True),
            not_applicable=NotApplicable(
                reason="Tidak memiliki BUMD.", statement="bukti/2024/JEN-04/*.pdf"
            ),
            findings=(
                a_finding(
                    Outcome.NOT_APPLICABLE,
                    message=Text(
                        "Dinyatakan tidak berlaku: tidak memiliki BUMD.",
                        "Stated not to apply: no regional enterprises.",
                    ),
                ),
            ),
        ),
    )


def _served() -> Sequence[CriterionResult]:
    return (
        a_criterion_result(
            "PEL-01",
            Outcome.NEEDS_REVIEW,
            claim=ONE,
            evidence=(SCAN,),
            scoring=Tiers(
                tiers=(Tier(at_least=5, share=HALF), Tier(at_least=10, share=ONE)),
            ),
            findings=(
                a_finding(
                    Outcome.NEEDS_REVIEW,
                    kind="counted",
                    message=Text(
                        "Halaman 1–3 hasil pindai tanpa teks; periksa sendiri.",
                        "Pages 1–3 are scans without text; look at them yourself.",
                    ),
                    proofs=(a_proof(SCAN, page=2),),
                ),
            ),
            remedy=Text("Unggah dokumen asli, bukan pindai.", "Upload the original, not a scan."),
        ),
        a_criterion_result(
            "PEL-02",
            Outcome.MET,
            claim=ONE,
            supported_outcome=Outcome.NOT_MET,
            supported_low=ZERO,
            supported_high=ZERO,
            evidence=(SCAN,),
            review=a_review(until=datetime.date(2025, 12, 31)),
            review_in_force=True,
            findings=(
                a_finding(
                    Outcome.NOT_MET,
                    message=Text("Maklumat tidak ditemukan.", "The charter was not found."),
                ),
            ),
        ),
        a_criterion_result(
            "PEL-03",
            Outcome.ERROR,
            evidence=(HOSTILE,),
            review=a_review(
                decision="rejected",
                at=datetime.date(2023, 1, 5),
                until=datetime.date(2023, 12, 31),
                why="Belum ditandatangani.",
            ),
            findings=(
                a_finding(
                    Outcome.ERROR,
                    message=Text(
                        "Berkas [red]rusak[/red]; unggah ulang.",
                        "The file is broken; upload again.",
                    ),
                    proofs=(a_proof(HOSTILE, snippet="<script>alert(2)</script>"),),
                ),
            ),
        ),
    )


EVIDENCE = (
    an_evidence_result(
        LIST,
        pages=12,
        years=(2024, 2024),
        title="Daftar Informasi Publik",
        criteria=("JEN-01", "JEN-02"),
    ),
    an_evidence_result(
        SCAN,
        bytes=3_250_000,
        pages=3,
        text="none",
        criteria=("PEL-01", "PEL-02"),
        notes=(Text("Halaman 1–3 hasil pindai.", "Pages 1–3 are scans."),),
    ),
    an_evidence_result(
        HOSTILE,
        format="unknown",
        pages=None,
        text="none",
        criteria=("PEL-03",),
        problem=Text("Bukan dokumen yang dikenal.", "Not a document we know."),
        problem_code="unsupported",
    ),
    an_evidence_result("bukti/2024/foto rapat.jpg", format="jpeg", pages=None, text="none"),
)
