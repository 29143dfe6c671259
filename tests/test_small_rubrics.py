"""The rubrics for agencies (opd-2024) and villages (desa-2024): what they promise, held by samples.

The right document earns points in its criterion and, but for a few that two criteria share, in
no other one; the table is compared whole.
"""

import datetime
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec import Struct

from emonev.checks.examples import a_case, a_document, a_title
from emonev.checks.titled import Titled
from emonev.evidence.extract import read_evidence
from emonev.evidence.inventory import take_inventory
from emonev.evidence.limits import Limits
from emonev.judge import judge
from emonev.load import load_rubric, shipped_rubrics
from emonev.load.lint import lint_rubric
from emonev.model.assessment import Assessment
from emonev.model.case import Case, Exhibit
from emonev.model.finding import Outcome
from emonev.model.rubric import Criterion, Rubric
from emonev.model.workspace import Answers, Body
from emonev.model.years import resolve_years
from emonev.pipeline import assess
from emonev.scaffold import make_workspace
from emonev.score import share_of
from tests.samples.documents import (
    Make,
    cover,
    decree,
    heading,
    page,
    pdf,
    prose,
    sheet,
    signed,
    word,
)

YEAR = 2024
TODAY = datetime.date(2024, 9, 27)
SMALL = ("opd-2024", "desa-2024")
LAW = "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik"
# Named among what a regulation recalls; no line of a budget.
RECALLED = (
    "Peraturan tentang Standar Layanan Informasi Publik Desa dan Keterbukaan Informasi Publik"
)
HEAD_OF_AGENCY = "KEPUTUSAN KEPALA DINAS KESEHATAN"
VILLAGE = "PERATURAN DESA CONTOH"
DIP_COLUMNS = ("No.", "Ringkasan isi informasi", "Unit yang menguasai", "Penanggung jawab",
               "Waktu dan tempat", "Bentuk", "Jangka waktu")  # fmt: skip


class Sample(Struct):
    """A document and the criteria in which it earns points."""

    name: str
    make: Make
    earns: str = ""


AGENCY = (
    # Plans and reports that name one another
    Sample("renstra.pdf", pdf(cover("RENCANA STRATEGIS", "DINAS KESEHATAN", "TAHUN 2021-2026"),
                              prose("Renja tahunan mengacu pada dokumen ini.")), "JEN-07"),
    Sample("renstra-lama.pdf", pdf(cover("RENCANA STRATEGIS", "DINAS KESEHATAN", "TAHUN 2016-2021"), prose())),
    Sample("renja.pdf", pdf(cover("RENCANA KERJA", "DINAS KESEHATAN", "TAHUN 2024"),
                            prose("Renja ini menjabarkan Renstra, perjanjian kinerja dan IKU.")), "JEN-08"),
    Sample("renja-lama.pdf", pdf(cover("RENCANA KERJA", "DINAS KESEHATAN", "TAHUN 2022"), prose())),
    Sample("perjanjian-kinerja.pdf", pdf(heading("PERJANJIAN KINERJA TAHUN 2024"), prose(
        "Indikator kinerja utama menjadi lampiran."), signed("8 Januari 2024")), "JEN-09"),
    Sample("lkjip.pdf", pdf(cover("LAPORAN KINERJA INSTANSI PEMERINTAH", "DINAS KESEHATAN", "TAHUN 2023"),
                            prose("Perjanjian kinerja dan rencana strategis dicapai."), signed("26 Maret 2024")), "JEN-11"),
    Sample("iku.pdf", pdf(decree(HEAD_OF_AGENCY, "9 TAHUN 2022", "INDIKATOR KINERJA UTAMA", LAW, day="4 April 2022")), "JEN-10"),
    # Money
    Sample("rka.pdf", pdf(heading("RENCANA KERJA DAN ANGGARAN", "TAHUN ANGGARAN 2024"), prose("Belanja obat.")), "JEN-12"),
    Sample("dpa.pdf", pdf(heading("DOKUMEN PELAKSANAAN ANGGARAN", "TAHUN ANGGARAN 2024"), prose(
        "Pelayanan informasi publik: Rp18 juta.")), "JEN-13 KOM-08"),
    Sample("lra.pdf", pdf(heading("LAPORAN REALISASI ANGGARAN", "TAHUN ANGGARAN 2023"), prose()), "JEN-14"),
    Sample("laporan-keuangan.pdf", pdf(cover("LAPORAN KEUANGAN", "DINAS KESEHATAN", "TAHUN ANGGARAN 2023"), prose(
        "Laporan realisasi anggaran. Neraca.", "Catatan atas laporan keuangan.")), "JEN-14 JEN-15"),
    Sample("lhkpn.pdf", pdf(heading("PENGUMUMAN HARTA KEKAYAAN", "LHKPN TAHUN 2023"), prose()), "JEN-05"),
    # Lists of information
    Sample("dip.xlsx", sheet("Daftar Informasi Publik Tahun 2024", DIP_COLUMNS, 14), "KUA-01"),
    Sample("dip-lama.xlsx", sheet("Daftar Informasi Publik Tahun 2021", DIP_COLUMNS, 14)),
    Sample("dik.pdf", pdf(heading("DAFTAR INFORMASI YANG DIKECUALIKAN TAHUN 2024"), prose(
        "Dasar hukum: Pasal 17.", "Konsekuensi bila dibuka.", "Jangka waktu: 5 tahun.")), "KUA-02"),
    Sample("program.xlsx", sheet("Program dan Kegiatan Tahun 2024", (
        "No.", "Program dan kegiatan", "Penanggung jawab", "Target", "Jadwal", "Anggaran"), 8), "JEN-06"),
    # Service
    Sample("register.xlsx", sheet("Register Permohonan Informasi Tahun 2023", (
        "No.", "Tanggal permohonan", "Nama pemohon", "Informasi yang diminta", "Tanggal jawaban", "Keputusan"), 9),
        "SAR-03"),
    Sample("formulir.docx", word("Formulir Permohonan Informasi Publik", "Nama, rincian informasi, tujuan"), "SAR-01"),
    Sample("formulir-keberatan.docx", word("Formulir Pernyataan Keberatan", "Alasan pengajuan keberatan"), "SAR-02"),
    Sample("maklumat.pdf", pdf(heading("MAKLUMAT PELAYANAN INFORMASI PUBLIK"), prose("Melayani menurut SOP."),
                               signed("2 Januari 2024")), "KOM-04"),
    Sample("laporan-layanan.pdf", pdf(cover("LAPORAN LAYANAN INFORMASI PUBLIK", "TAHUN 2023"), prose(
        "Jumlah permohonan: 12.", "Kendala: petugas sedikit.", "Rekomendasi: pelatihan.")), "KOM-05"),
    Sample("sop-permintaan.pdf", pdf(heading("STANDAR OPERASIONAL PROSEDUR", "PERMINTAAN INFORMASI PUBLIK"),
                                     prose("Dicatat dalam register dan DIP.")), "KOM-03"),
    Sample("survei.docx", word("Laporan Survei Kepuasan Masyarakat Tahun 2023", "Nilai 82."), "JEN-25"),
    Sample("sp4n.docx", word("Laporan Pengelolaan Pengaduan SP4N-LAPOR! Tahun 2024", "Lima laporan, semua selesai."), "DIG-06"),
    Sample("pengaduan.html", page("Tata Cara Pengaduan Masyarakat", "Melalui SP4N-LAPOR!, SMS 1708.",
                                  site="Dinas Kesehatan"), "JEN-22"),
    # The institution
    Sample("sk-ppid.pdf", pdf(decree(HEAD_OF_AGENCY, "12 TAHUN 2023", "PENUNJUKAN PPID PELAKSANA", LAW,
                                     day="11 Januari 2023"), prose("Uraian tugas PPID Pelaksana.")), "KOM-01"),
    Sample("sk-petugas.pdf", pdf(decree(HEAD_OF_AGENCY, "13 TAHUN 2024", "PENUNJUKAN PETUGAS PELAYANAN INFORMASI", LAW,
                                        day="12 Januari 2024")), "KOM-02"),
    Sample("tupoksi.html", page("Tugas Pokok dan Fungsi", "Melaksanakan urusan kesehatan.", site="Dinas Kesehatan"), "JEN-02"),
    Sample("undangan.pdf", pdf(heading("UNDANGAN"), prose("Rapat membahas DIP, Renja, Renstra, LKjIP dan maklumat."))),
    # Procurement
    Sample("rup.xlsx", sheet("Rencana Umum Pengadaan Tahun Anggaran 2024", ("No.", "Nama paket", "Pagu", "Metode"), 6), "PBJ-01"),
    Sample("ringkasan-kontrak.docx", word("Ringkasan Kontrak Tahun 2023", "Nilai kontrak dan pekerjaan."), "PBJ-04"),
    Sample("swakelola.pdf", pdf(heading("SURAT PERJANJIAN SWAKELOLA", "TAHUN 2024"), prose()), "PBJ-05"),
)  # fmt: skip

IN_VILLAGE = (
    # Money: the plan, its change, what came of it, and what only speaks of them
    Sample("apbdes.pdf", pdf(decree(VILLAGE, "6 TAHUN 2023", "ANGGARAN PENDAPATAN DAN BELANJA DESA TAHUN ANGGARAN 2024",
                                    LAW, day="28 Desember 2023"), prose(RECALLED, "Pendapatan desa. Belanja desa.")), "KUA-03"),
    Sample("apbdes-lama.pdf", pdf(decree(VILLAGE, "5 TAHUN 2021", "ANGGARAN PENDAPATAN DAN BELANJA DESA TAHUN ANGGARAN 2022",
                                         LAW, day="28 Desember 2021"), prose("Pendapatan dan belanja."))),
    Sample("apbnagari.pdf", pdf(cover("APB NAGARI", "TAHUN ANGGARAN 2024", issuer="NAGARI CONTOH"), prose(
        "Pendapatan dan belanja. Penyelenggaraan informasi publik desa: Rp3 juta.")), "KUA-03 KOM-03"),
    Sample("perubahan.pdf", pdf(decree(VILLAGE, "4 TAHUN 2024", "PERUBAHAN ANGGARAN PENDAPATAN DAN BELANJA DESA TAHUN "
                                       "ANGGARAN 2024", LAW, day="2 September 2024"), prose("Pendapatan, belanja.")), "KUA-04"),
    Sample("realisasi.pdf", pdf(decree(VILLAGE, "1 TAHUN 2024", "LAPORAN PERTANGGUNGJAWABAN REALISASI PELAKSANAAN ANGGARAN "
                                       "PENDAPATAN DAN BELANJA DESA TAHUN ANGGARAN 2023", LAW, day="29 Januari 2024"),
                                prose("Anggaran, realisasi, belanja.")), "KUA-05"),
    Sample("semester.pdf", pdf(heading("LAPORAN REALISASI PELAKSANAAN APBDES", "SEMESTER PERTAMA TAHUN ANGGARAN 2024"),
                               prose("Realisasi belanja sampai Juni.")), "KUA-06"),
    Sample("berita-acara-apbdes.pdf", pdf(heading("BERITA ACARA MUSYAWARAH DESA", "PEMBAHASAN APBDES TAHUN 2024"), prose(
        "Dihadiri 40 warga; daftar hadir terlampir."), signed("4 Juni 2024")), "JEN-07"),
    Sample("bumdes.docx", word("Laporan Tahunan BUM Desa Tahun 2023", "Laba dan rugi."), "JEN-09"),
    # Plans
    Sample("rpjmdes.pdf", pdf(cover("RENCANA PEMBANGUNAN JANGKA MENENGAH DESA", "TAHUN 2020-2026", issuer="DESA CONTOH"),
                              prose("RKPDes disusun setiap tahun.")), "JEN-03"),
    Sample("rpjmdes-lama.pdf", pdf(cover("RENCANA PEMBANGUNAN JANGKA MENENGAH DESA", "TAHUN 2014-2020",
                                         issuer="DESA CONTOH"), prose())),
    Sample("rkpdes.pdf", pdf(decree(VILLAGE, "3 TAHUN 2023", "RENCANA KERJA PEMERINTAH DESA TAHUN 2024", LAW,
                                    day="29 September 2023"), prose("Mengacu pada RPJMDes; dibiayai APBDes.")), "JEN-04"),
    Sample("kegiatan.xlsx", sheet("Kegiatan Desa Tahun 2024", (
        "No.", "Kegiatan", "Waktu", "Penanggung jawab", "Anggaran", "Sumber dana"), 7), "KUA-07"),
    # Reports
    Sample("lppd.pdf", pdf(cover("LAPORAN PENYELENGGARAAN PEMERINTAHAN DESA", "TAHUN 2023", issuer="DESA CONTOH"),
                           prose("APBDes dan RKPDes dilaksanakan."), signed("15 Maret 2024")), "KUA-09"),
    Sample("ilppd.docx", word("Informasi Laporan Penyelenggaraan Pemerintahan Desa Tahun 2023", "Untuk warga."), "KUA-10"),
    Sample("laporan-layanan.docx", word("Laporan Layanan Informasi Publik Desa Tahun 2023",
                                        "Jumlah permohonan: 2. Dikabulkan 2, ditolak 0."), "KOM-10"),
    # Lists
    Sample("dip.xlsx", sheet("Daftar Informasi Publik Desa Tahun 2024", (
        "No.", "Jenis informasi", "Penanggung jawab", "Tahun", "Bentuk"), 9), "JEN-01"),
    Sample("perdes.xlsx", sheet("Daftar Peraturan Desa Tahun 2024", ("No.", "Nomor", "Tentang"), 9), "JEN-06"),
    Sample("aset.xlsx", sheet("Buku Inventaris Aset Desa Tahun 2023", ("No.", "Nama barang", "Nilai"), 9), "JEN-08"),
    Sample("penerima.pdf", pdf(decree("KEPUTUSAN KEPALA DESA CONTOH", "2 TAHUN 2024", "PENETAPAN KELUARGA PENERIMA MANFAAT "
                                      "BANTUAN LANGSUNG TUNAI DANA DESA TAHUN 2024", LAW, day="15 Januari 2024")), "JEN-10"),
    Sample("register.xlsx", sheet("Buku Register Permohonan Informasi Tahun 2023", (
        "No.", "Tanggal masuk", "Nama pemohon", "Informasi yang diminta", "Tanggal dijawab", "Keterangan"), 3), "KOM-07"),
    # Service, and the institution
    Sample("sk-ppid.pdf", pdf(decree("KEPUTUSAN KEPALA DESA CONTOH", "7 TAHUN 2022", "PEMBENTUKAN PEJABAT PENGELOLA "
                                     "INFORMASI DAN DOKUMENTASI DESA", LAW, day="3 Maret 2022"), prose("Uraian tugas PPID.")), "KOM-01"),
    Sample("perdes-kip.pdf", pdf(decree(VILLAGE, "2 TAHUN 2021", "KETERBUKAAN INFORMASI PUBLIK", LAW, day="5 Mei 2021"),
                                 prose("Informasi berkala, serta merta, setiap saat. APBDes diumumkan.")), "KOM-02"),
    Sample("maklumat.docx", word("Maklumat Pelayanan Informasi Publik", "Kami sanggup melayani."), "KOM-05"),
    Sample("formulir.docx", word("Formulir Permohonan Informasi", "Nama, informasi yang diminta"), "KOM-06"),
    Sample("alur.html", page("Alur Pelayanan Informasi Publik", "10 hari kerja. Keberatan kepada kepala desa.",
                             site="Desa Contoh"), "KOM-04"),
    Sample("surat.docx", word("Persyaratan Pelayanan Surat Keterangan", "Syarat: kartu keluarga."), "JEN-13"),
    Sample("bencana.docx", word("Siaga Bencana Banjir Tahun 2024", "Bahaya banjir. Titik kumpul di balai. Hubungi 112."), "JEN-12"),
    Sample("profil.html", page("Profil Desa", "Alamat kantor desa. Visi dan misi. Tugas dan fungsi. Struktur organisasi.",
                               site="Desa Contoh"), "KUA-01"),
    Sample("undangan.pdf", pdf(heading("SURAT"), prose("Hal: rapat APBDes, RKPDes, RPJMDes, DIP dan maklumat."))),
)  # fmt: skip

SAMPLES = {"opd-2024": AGENCY, "desa-2024": IN_VILLAGE}


def path_of(name: str) -> Path:
    return next(path for path in shipped_rubrics() if path.stem == name)


@pytest.fixture(scope="module", params=SMALL)
def rubric(request: pytest.FixtureRequest) -> Rubric:
    return load_rubric(path_of(request.param))


@pytest.fixture(scope="module")
def exhibits(rubric: Rubric, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Exhibit]:
    folder = tmp_path_factory.mktemp("contoh")
    place = folder / "bukti" / str(YEAR)
    place.mkdir(parents=True)
    for sample in SAMPLES[rubric.id]:
        sample.make(place / sample.name)
    inventory = take_inventory(folder, YEAR, [], Answers(), None)
    library = read_evidence(folder, inventory, cache=None, limits=Limits())
    read = (library.exhibit(file.path, with_text=True) for file in inventory.files)
    return {Path(exhibit.evidence.path).name: exhibit for exhibit in read}


@pytest.fixture
def workspace(rubric: Rubric, tmp_path: Path) -> Path:
    folder = tmp_path / "ruang"
    body = Body(name="Badan Contoh", category=rubric.category)
    make_workspace(folder, body, rubric, YEAR, "id")
    return folder


def weights_of(rubric: Rubric) -> dict[str, int]:
    return {indicator.id: int(indicator.weight) for indicator in rubric.stages[0].indicators}


def share_in(criterion: Criterion, rubric: Rubric, exhibit: Exhibit) -> Fraction:
    """Return what one document alone earns in one criterion, with an address given for it."""
    case = Case(
        criterion=criterion.id,
        years=resolve_years(criterion.years, rubric.year),
        portal=rubric.portal,
        exhibits=(exhibit,),
    )
    return share_of(criterion, judge(criterion, case)).low


def titles_asked(rubric: Rubric) -> Iterator[tuple[str, Titled]]:
    for criterion in rubric.criteria():
        for check in criterion.checks:
            if isinstance(check, Titled):
                yield criterion.id, check


def fits(check: Titled, title: str) -> bool:
    case = a_case(a_document("contoh.pdf", title, titles=(a_title(title),)))
    return check.look_at(case.exhibits[0], case).outcome is Outcome.MET


def accept_everything(workspace: Path, rubric: Rubric) -> None:
    review = "review: {decision: accepted, by: Verifikator, at: 2024-09-20, why: Sudah diperiksa}"
    lines = ["schema: emonev/answers/1", "answers:"]
    lines += [f"  {criterion.id}: {{{review}}}" for criterion in rubric.criteria()]
    entered = [stage.id for stage in rubric.stages if stage.entered]
    if entered:
        lines += ["stages:", *(f"  {id_}: {{value: 100, by: Panitia}}" for id_ in entered)]
    (workspace / "jawaban" / f"{YEAR}.yaml").write_text("\n".join(lines), encoding="utf-8")


def assessed(workspace: Path) -> Assessment:
    return assess(workspace, YEAR, today=TODAY)


# What they promise ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", SMALL)
def test_the_rubric_has_neither_errors_nor_warnings(name: str) -> None:
    assert [f"{fault.place}: {fault.message.en}" for fault in lint_rubric(path_of(name))] == []


@pytest.mark.parametrize(("name", "least"), [("opd-2024", 60), ("desa-2024", 50)])
def test_a_small_body_is_asked_what_fits_it(name: str, least: int) -> None:
    assert len(list(load_rubric(path_of(name)).criteria())) >= least


def test_agencies_are_weighed_as_one_regency_published() -> None:
    rubric = load_rubric(path_of("opd-2024"))
    assert weights_of(rubric) == {
        "sarana": 10, "kualitas": 15, "jenis": 40, "komitmen": 15, "digitalisasi": 10, "barang-jasa": 10,
    }  # fmt: skip
    assert [stage.entered for stage in rubric.stages] == [False]


def test_the_proportions_among_the_core_questions_are_those_published() -> None:
    weights = {c.id: c.weight for c in load_rubric(path_of("opd-2024")).criteria()}
    forms, registers = weights["SAR-01"], weights["SAR-03"]
    assert (weights["SAR-02"], weights["SAR-04"]) == (forms, registers)
    assert forms / registers == Fraction(3, 2)
    assert weights["KUA-01"] / weights["KUA-02"] == Fraction(8, 7)
    assert weights["KOM-01"] / weights["KOM-03"] == Fraction(8, 7)
    assert weights["DIG-01"] == weights["DIG-02"]
    core = ("JEN-01", "JEN-07", "JEN-11", "JEN-12", "JEN-13", "JEN-14", "JEN-17", "JEN-22")
    assert len({weights[id_] for id_ in core}) == 1


def test_an_internal_assessment_says_that_it_is_one() -> None:
    rubric = load_rubric(path_of("opd-2024"))
    assert (rubric.status, rubric.authority) == ("internal", "PPID Utama")
    assert rubric.note is not None
    assert "bukan penilaian Komisi Informasi" in rubric.note.id


def test_villages_are_weighed_as_one_commission_published() -> None:
    rubric = load_rubric(path_of("desa-2024"))
    assert weights_of(rubric) == {"kualitas": 25, "jenis": 20, "komitmen": 25, "sarana-digital": 30}
    assert [int(stage.weight) for stage in rubric.stages] == [70, 30]


def test_an_article_that_was_not_looked_up_is_not_cited() -> None:
    """Of PERKI 1/2018 only article 7 letters a to e are known, and only from secondary sources."""
    cited = {law for c in load_rubric(path_of("desa-2024")).criteria() for law in c.law}
    villages = {law for law in cited if law.startswith("PERKI 1/2018")}
    assert villages <= {f"PERKI 1/2018 Pasal 7 huruf {letter}" for letter in "abcde"}
    assert not any(law.startswith("PERKI 1/2021") for law in cited)


def test_a_weight_reads_as_points_of_the_questionnaire(rubric: Rubric) -> None:
    for indicator in rubric.stages[0].indicators:
        assert sum(c.weight for c in indicator.criteria) == indicator.weight, indicator.id


def test_procurement_is_a_group_of_its_own() -> None:
    groups = {
        name: {c.id for c in load_rubric(path_of(name)).criteria() if c.group == "pengadaan"}
        for name in SMALL
    }
    assert groups == {
        "opd-2024": {f"PBJ-{number:02}" for number in range(1, 6)},
        "desa-2024": {"JEN-14"},
    }


# What comes of them -----------------------------------------------------------------------------


def test_a_workspace_without_evidence_earns_nothing(workspace: Path, rubric: Rubric) -> None:
    """What people judge later stays open; of the rest nothing is pending and nothing is given."""
    result = assessed(workspace)
    later = sum(stage.weight for stage in rubric.stages if stage.entered)
    assert result.total.exact_low == 0
    assert result.total.exact_high == later


def test_a_workspace_in_which_all_is_accepted_reaches_100(workspace: Path, rubric: Rubric) -> None:
    accept_everything(workspace, rubric)
    total = assessed(workspace).total
    assert (total.value, total.qualification.id) == ("100.00", "informatif")


def test_each_document_earns_points_where_it_belongs_and_nowhere_else(
    rubric: Rubric, exhibits: dict[str, Exhibit]
) -> None:
    found = {
        name: {c.id for c in rubric.criteria() if share_in(c, rubric, exhibit) > 0}
        for name, exhibit in exhibits.items()
    }
    assert found == {sample.name: set(sample.earns.split()) for sample in SAMPLES[rubric.id]}


# Criteria that ask of the same kind of document, and tell by its year, content or address.
FAMILIES = {
    "opd-2024": ("KUA-01 DIG-05", "JEN-12 JEN-13 KOM-08", "JEN-14 JEN-15", "KOM-01 DIG-03"),
    "desa-2024": ("KUA-03 KUA-04 KOM-03 DIG-03", "KOM-01 KOM-02 DIG-02"),
}


def test_a_title_fits_one_criterion_or_one_family(rubric: Rubric) -> None:
    asked = list(titles_asked(rubric))
    shared = {
        frozenset((id_, other))
        for id_, check in asked
        for phrase in check.any_of
        for other, another in asked
        if other != id_ and fits(another, f"{phrase.upper()} TAHUN 2024")
    }
    families = [set(family.split()) for family in FAMILIES[rubric.id]]
    assert [pair for pair in shared if not any(pair <= family for family in families)] == []


def test_what_people_must_judge_is_asked_in_a_whole_question(rubric: Rubric) -> None:
    for criterion in rubric.criteria():
        for check in criterion.checks:
            ask = getattr(check, "ask", None)
            if ask is not None:
                assert (ask.id[-1], ask.en[-1]) == ("?", "?"), criterion.id


def test_each_folder_names_what_belongs_into_it(workspace: Path) -> None:
    folders = sorted(path.name for path in (workspace / "bukti" / str(YEAR)).iterdir())
    assert [name for name in folders if len(name.partition(" - ")[2].split()) < 2] == []


def test_nobody_in_a_village_is_sent_to_words_of_larger_bodies() -> None:
    larger = ("OPD", "Renja", "Renstra", "LKjIP", "DPA ", "perangkat daerah", "SIRUP")
    for criterion in load_rubric(path_of("desa-2024")).criteria():
        for text in (criterion.text, criterion.accepts, criterion.remedy):
            assert text is not None
            assert not [word for word in larger if word in text.id], criterion.id
