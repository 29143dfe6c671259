"""Decrees, procedures, statements and letters of the example body."""

from collections.abc import Sequence

from reportlab.lib.units import cm
from reportlab.platypus import Paragraph, Spacer

from making.paper import (
    CENTRED,
    GOVERNMENT,
    OFFICE,
    Story,
    annex,
    clauses,
    dictums,
    heading,
    letterhead,
    paragraphs,
    section,
    signature,
    table,
)

PPID = "Kepala Dinas Komunikasi dan Informatika selaku PPID Utama Kabupaten Natuna"
SECRETARY = "Sekretaris Daerah Kabupaten Natuna"
REGENT = "Bupati Natuna"
RECALLING = (
    "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik;",
    "Peraturan Pemerintah Nomor 61 Tahun 2010 tentang Pelaksanaan Undang-Undang Nomor 14 Tahun 2008;",
    "Peraturan Komisi Informasi Nomor 1 Tahun 2021 tentang Standar Layanan Informasi Publik;",
)

DIP_HEADER = (
    "No.", "Ringkasan isi informasi", "Unit yang menguasai informasi",
    "Penanggung jawab pembuatan informasi", "Waktu dan tempat pembuatan", "Bentuk informasi",
    "Jangka waktu penyimpanan",
)  # fmt: skip
_INFORMATION = (
    ("Profil dan alamat perangkat daerah", "Sekretariat Daerah"),
    ("Ringkasan program dan kegiatan", "Badan Perencanaan"),
    ("Laporan kinerja", "Bagian Organisasi"),
    ("Laporan realisasi anggaran", "Badan Keuangan"),
    ("Neraca daerah", "Badan Keuangan"),
    ("Laporan layanan informasi publik", "Dinas Kominfo"),
    ("Daftar peraturan daerah dan peraturan bupati", "Bagian Hukum"),
    ("Tata cara memperoleh informasi publik", "Dinas Kominfo"),
    ("Tata cara pengaduan", "Inspektorat Daerah"),
    ("Rencana umum pengadaan", "Bagian Pengadaan"),
    ("Prosedur evakuasi keadaan darurat", "BPBD"),
    ("Rencana strategis perangkat daerah", "Badan Perencanaan"),
    ("Rencana kerja perangkat daerah", "Badan Perencanaan"),
    ("Perjanjian dengan pihak ketiga", "Bagian Kerja Sama"),
    ("Data inventaris barang milik daerah", "Badan Keuangan"),
    ("Agenda kerja pimpinan", "Bagian Protokol"),
)


def dip_rows(year: int) -> list[list[str]]:
    """Return the rows of the list of public information."""
    return [
        [str(n), what, unit, f"Kepala {unit}", f"{year}, Ranai", "Cetak dan elektronik", "5 tahun"]
        for n, (what, unit) in enumerate(_INFORMATION, 1)
    ]


def sk_dip(year: int, day: str, number: str) -> Story:
    about = f"Penetapan Daftar Informasi Publik {GOVERNMENT} Tahun {year}"
    return [
        *_decree(
            PPID, number, about, day=day,
            weighing=(
                "bahwa setiap badan publik wajib menyusun daftar seluruh informasi yang dikuasainya;",
                f"bahwa daftar itu perlu dimutakhirkan untuk Tahun {year} dengan persetujuan Atasan PPID;",
            ),
            decides=(
                "Menetapkan Daftar Informasi Publik sebagaimana tercantum dalam Lampiran.",
                "Daftar ini dimutakhirkan paling lambat setiap enam bulan.",
                "Keputusan ini berlaku sejak tanggal ditetapkan.",
            ),
        ),
        *annex(f"Daftar Informasi Publik Tahun {year}", number, DIP_HEADER, dip_rows(year), (5, 22, 15, 18, 14, 13, 13)),
    ]  # fmt: skip


def sk_dik(year: int, day: str, number: str, *, with_limit: bool) -> Story:
    """Return the list of exempt information; without the time limit it is incomplete."""
    header = [
        "No.",
        "Informasi",
        "Dasar hukum pengecualian",
        "Akibat bila dibuka",
        "Manfaat bila ditutup",
    ]
    rows = [
        ["1", "Data pribadi pegawai", "UU 14/2008 Pasal 17 huruf h", "Rahasia pribadi terungkap", "Data pribadi terlindungi"],
        ["2", "Rincian pengamanan server", "UU 14/2008 Pasal 17 huruf c", "Sistem mudah diserang", "Layanan tetap aman"],
        ["3", "Berkas pemeriksaan yang berjalan", "UU 14/2008 Pasal 17 huruf a", "Pemeriksaan terhambat", "Pemeriksaan selesai wajar"],
    ]  # fmt: skip
    widths = [6, 22, 26, 23, 23]
    if with_limit:
        header.append("Jangka waktu pengecualian")
        rows = [[*row, "5 tahun"] for row in rows]
        widths = [5, 19, 22, 19, 19, 16]
    return [
        *_decree(
            PPID, number, f"Daftar Informasi yang Dikecualikan {GOVERNMENT} Tahun {year}", day=day,
            weighing=("bahwa pengecualian informasi bersifat ketat dan terbatas;",
                      "bahwa pengujian konsekuensi telah dilakukan atas setiap informasi dalam daftar ini;"),
            decides=("Menetapkan informasi yang dikecualikan sebagaimana tercantum dalam Lampiran.",
                     "Lembar pengujian konsekuensi merupakan bagian dari Keputusan ini."),
        ),
        *annex("Lembar Pengujian Konsekuensi", number, header, rows, widths),
    ]  # fmt: skip


def sk_ppid(day: str, number: str, year: int) -> Story:
    rows = [
        ["1", "Atasan PPID", "Sekretaris Daerah", "Menanggapi keberatan dan membina PPID"],
        ["2", "PPID Utama", "Kepala Dinas Komunikasi dan Informatika", "Mengelola dan melayani informasi"],
        ["3", "PPID Pelaksana", "Sekretaris perangkat daerah, camat", "Menyiapkan informasi unitnya"],
        ["4", "Petugas layanan", "Pranata humas dan pranata komputer", "Melayani pemohon di meja layanan"],
    ]  # fmt: skip
    return [
        *_decree(
            REGENT, number, f"Pejabat Pengelola Informasi dan Dokumentasi {GOVERNMENT}",
            day=day, office="Sekretariat Daerah",
            weighing=(f"bahwa susunan PPID perlu disesuaikan dengan perangkat daerah Tahun {year};",
                      "bahwa pelayanan informasi memerlukan pejabat yang ditunjuk;"),
            decides=("Menunjuk Pejabat Pengelola Informasi dan Dokumentasi sebagaimana tercantum dalam Lampiran.",
                     "Uraian tugas PPID Utama dan PPID Pelaksana tercantum dalam Lampiran.",
                     "Biaya dibebankan pada APBD."),
        ),
        *annex("Susunan dan Uraian Tugas PPID", number, ("No.", "Kedudukan", "Pejabat", "Uraian tugas"), rows, (6, 22, 36, 36)),
    ]  # fmt: skip


def sk_officers(day: str, number: str, year: int) -> Story:
    return _decree(
        PPID, number, f"Penunjukan Petugas Pelayanan Informasi Publik Tahun {year}", day=day,
        weighing=("bahwa meja layanan informasi memerlukan petugas tetap;",
                  "bahwa pejabat fungsional pranata humas membantu PPID;"),
        decides=("Menunjuk dua pejabat fungsional pranata humas sebagai petugas pelayanan informasi.",
                 "Petugas melayani pemohon setiap hari kerja."),
    )  # fmt: skip


def perbup(day: str, number: str) -> Story:
    """Return a regulation: no letterhead, chapters and articles."""
    return [
        *heading("Bupati Natuna", "Provinsi Kepulauan Riau"),
        *heading("Peraturan Bupati Natuna", number=number,
                 about="Pedoman Pengelolaan Informasi dan Dokumentasi di Lingkungan Pemerintah Daerah"),
        *clauses("Menimbang", ("bahwa pengelolaan informasi memerlukan pedoman yang seragam;",
                               "bahwa pedoman lama perlu diganti;")),
        *clauses("Mengingat", RECALLING),
        *dictums(("Peraturan Bupati tentang Pedoman Pengelolaan Informasi dan Dokumentasi.",)),
        *section("BAB I – KETENTUAN UMUM", "Pasal 1. PPID adalah pejabat yang bertanggung jawab di bidang penyimpanan, pendokumentasian, penyediaan, dan pelayanan informasi."),
        *section("BAB II – KELEMBAGAAN", "Pasal 2. PPID terdiri atas PPID Utama dan PPID Pelaksana.", "Pasal 3. PPID Utama berkedudukan di Dinas Komunikasi dan Informatika."),
        *section("BAB III – PELAYANAN", "Pasal 4. Permohonan dapat diajukan langsung atau secara elektronik."),
        *signature(REGENT, day),
    ]  # fmt: skip


def pledge(year: int, day: str) -> Story:
    return [
        *letterhead(),
        *heading("Maklumat Pelayanan Informasi Publik"),
        *paragraphs(
            "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan informasi publik sesuai standar pelayanan yang telah ditetapkan.",
            "Apabila tidak menepati janji ini, kami siap menerima sanksi sesuai dengan ketentuan yang berlaku.",
            f"Maklumat ini berlaku untuk Tahun {year}.",
        ),
        *signature(PPID, day),
    ]  # fmt: skip


def procedure(name: str, number: str, day: str, steps: tuple[str, ...]) -> Story:
    """Return a standard operating procedure with its box of particulars."""
    box = [
        ["Nomor SOP", number],
        ["Tanggal pengesahan", day],
        ["Disahkan oleh", PPID],
        ["Dasar hukum", "UU 14/2008; PERKI 1/2021"],
    ]
    rows = [[str(n), step, "Petugas PPID", "1 hari"] for n, step in enumerate(steps, 1)]
    return [
        *letterhead(),
        *heading("Standar Operasional Prosedur (SOP)", name),
        *table(("Keterangan", "Isi"), box, (30, 70)),
        *table(("No.", "Kegiatan", "Pelaksana", "Waktu"), rows, (8, 52, 22, 18)),
        *signature(PPID, day, act="Disahkan di"),
    ]


def statement(title: str, *texts: str, day: str) -> Story:
    """Return a signed statement by the PPID's superior."""
    return [
        *letterhead("Sekretariat Daerah"),
        *heading("Surat Pernyataan", title),
        *paragraphs("Yang bertanda tangan di bawah ini, Sekretaris Daerah Kabupaten Natuna selaku Atasan PPID, menyatakan dengan sebenarnya:", *texts,
                    "Pernyataan ini dibuat untuk dipergunakan sebagaimana mestinya."),
        *signature(SECRETARY, day, act="Dibuat di"),
    ]  # fmt: skip


def letter(number: str, subject: str, to: str, day: str, *texts: str) -> Story:
    return [
        *letterhead(),
        *paragraphs(
            f"Nomor : {number}<br/>Sifat : Biasa<br/>Lampiran : satu berkas<br/>Hal : <b>{subject}</b>",
            f"Yth. {to}<br/>di Tempat",
        ),
        Spacer(1, 0.3 * cm),
        *paragraphs(*texts, "Atas perhatian Saudara, kami ucapkan terima kasih."),
        *signature(PPID, day, act=""),
    ]


def form(title: str, fields: tuple[str, ...]) -> Story:
    rows = [
        [str(n), field, "................................................"]
        for n, field in enumerate(fields, 1)
    ]
    return [
        *letterhead(),
        *heading(title),
        *paragraphs("No. pendaftaran (diisi petugas): ...................."),
        *table(("No.", "Isian", "Diisi pemohon"), rows, (8, 42, 50)),
        *paragraphs(
            "Ranai, ........................ &nbsp;&nbsp; Pemohon, ( ............................ )"
        ),
    ]


def _decree(
    who: str, number: str, about: str, *,
    weighing: Sequence[str], decides: Sequence[str], day: str, office: str = OFFICE,
) -> Story:  # fmt: skip
    """Return a whole decree, from the letterhead to the signature."""
    return [
        *letterhead(office),
        *heading(f"Keputusan {who}", number=number, about=about),
        Paragraph(f"{who.upper()},", CENTRED),
        *clauses("Menimbang", weighing),
        *clauses("Mengingat", RECALLING),
        *dictums(decides),
        *signature(who, day),
    ]
