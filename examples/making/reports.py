"""Reports, plans and accounts of the example body."""

from reportlab.platypus import PageBreak

from making.decrees import PPID, REGENT, SECRETARY
from making.paper import (
    GOVERNMENT,
    Story,
    chapter,
    cover,
    heading,
    letterhead,
    paragraphs,
    picture,
    section,
    signature,
    table,
)
from making.photos import landscape_photo

SERVICE_PARTS = {
    "Gambaran Umum Kebijakan Layanan Informasi Publik": "Kebijakan layanan berpedoman pada peraturan bupati dan standar layanan yang telah ditetapkan.",
    "Gambaran Umum Pelaksanaan Layanan Informasi Publik": "Layanan diberikan di meja layanan dan laman. Sarana terdiri atas satu ruang layanan, dua komputer, dan satu papan pengumuman. Anggaran layanan terserap seluruhnya.",
    "Rincian Pelayanan Informasi Publik": "Rincian jumlah permintaan, waktu, dan hasilnya disajikan pada tabel berikut.",
    "Rincian Penyelesaian Sengketa Informasi Publik": "Tidak ada keberatan maupun sengketa informasi pada tahun ini.",
    "Kendala Eksternal dan Internal": "Jarak antarpulau memperlambat pengumpulan dokumen dari kecamatan; jumlah petugas masih terbatas.",
    "Rekomendasi dan Rencana Tindak Lanjut": "Menambah petugas, memutakhirkan daftar informasi tiap enam bulan, dan membuka permohonan secara elektronik.",
}  # fmt: skip
MONTHS = ("Januari–Maret", "April–Juni", "Juli–September", "Oktober–Desember")


def service_report(year: int, day: str, parts: int = 6) -> Story:
    """Return the yearly report on information service with the first `parts` of its six parts."""
    story = cover("Laporan Tahunan", "Layanan Informasi Publik", year=f"Tahun {year}")
    for number, (title, text) in enumerate(list(SERVICE_PARTS.items())[:parts], 1):
        story += chapter(f"{number}. {title}", text)
        if title.startswith("Rincian Pelayanan"):
            story += _requests()
    return [*story, *signature(PPID, day)]


def access_summary(year: int, day: str) -> Story:
    return [
        *letterhead(),
        *heading("Ringkasan Laporan Akses Informasi Publik", f"Tahun {year}"),
        *paragraphs("Jumlah permintaan informasi, waktu yang diperlukan, jumlah yang dikabulkan dan ditolak, serta alasan penolakan."),
        *_requests(),
        *section("Alasan penolakan", "Satu permintaan ditolak karena memuat rahasia pribadi pihak lain."),
        *signature(PPID, day),
    ]  # fmt: skip


def performance_report(year: int, day: str) -> Story:
    rows = [
        ["1", "Nilai layanan informasi", "80", "74", "92,5%"],
        ["2", "Perangkat daerah dengan laman aktif", "30", "27", "90%"],
        ["3", "Permintaan informasi dijawab tepat waktu", "100%", "95%", "95%"],
    ]
    return [
        *cover("Laporan Kinerja Instansi Pemerintah", "(LKjIP)", year=f"Tahun {year}"),
        *chapter("Kata Pengantar", f"Laporan Kinerja Instansi Pemerintah Tahun {year} disusun sebagai pertanggungjawaban atas perjanjian kinerja."),
        *chapter("BAB I<br/>PENDAHULUAN", "Laporan ini menguraikan tugas, sasaran, dan isu utama. Rencana strategis 2021–2026 menjadi acuan."),
        *chapter("BAB II<br/>PERENCANAAN KINERJA", f"Perjanjian kinerja Tahun {year} memuat tiga sasaran."),
        *chapter("BAB III<br/>AKUNTABILITAS KINERJA", "Capaian kinerja setiap sasaran disajikan pada tabel berikut."),
        *table(("No.", "Indikator", "Target", "Realisasi", "Capaian"), rows, (8, 44, 16, 16, 16)),
        *chapter("BAB IV<br/>PENUTUP", "Capaian belum penuh akan ditindaklanjuti pada tahun berikutnya."),
        *signature(SECRETARY, day),
    ]  # fmt: skip


def financial_report(year: int, day: str, *, with_notes: bool) -> Story:
    """Return the audited accounts; without the notes they are incomplete."""
    story = [
        *cover("Laporan Keuangan", "Pemerintah Daerah", "(Audited)", year=f"Tahun Anggaran {year}"),
        *chapter("LAPORAN REALISASI ANGGARAN", f"Untuk tahun yang berakhir 31 Desember {year}, telah diperiksa oleh Badan Pemeriksa Keuangan."),
        *table(("Uraian", "Anggaran (Rp juta)", "Realisasi (Rp juta)", "%"),
               [["Pendapatan", "1.100.000", "1.078.000", "98,0"], ["Belanja", "1.150.000", "1.063.750", "92,5"]], (40, 22, 22, 16)),
        PageBreak(),
        *chapter("NERACA", f"Per 31 Desember {year}."),
        *table(("Uraian", "Jumlah (Rp juta)"), [["Aset", "3.200.000"], ["Kewajiban", "45.000"], ["Ekuitas", "3.155.000"]], (60, 40)),
    ]  # fmt: skip
    if with_notes:
        story += [
            PageBreak(),
            *chapter(
                "CATATAN ATAS LAPORAN KEUANGAN",
                "Kebijakan akuntansi mengikuti standar akuntansi pemerintahan berbasis akrual.",
            ),
        ]
    return [*story, *signature(REGENT, day)]


def budget(year: int, day: str) -> Story:
    rows = [
        ["2.16.02", "Pengelolaan informasi dan komunikasi publik", "420.000.000"],
        ["2.16.02.01", "Layanan informasi publik (PPID)", "185.000.000"],
        ["2.16.03", "Pengelolaan aplikasi informatika", "610.000.000"],
    ]
    return [
        *letterhead(),
        *heading("Dokumen Pelaksanaan Anggaran", "(DPA)", f"Tahun Anggaran {year}"),
        *table(("Kode", "Program dan kegiatan", "Jumlah (Rp)"), rows, (20, 55, 25)),
        *signature("Pejabat Pengelola Keuangan Daerah", day),
    ]


def strategic_plan(*, photos: int) -> Story:
    """Return the five-year plan; photos make it grow beyond what the portal takes."""
    story = [
        *cover("Rencana Strategis", "(Renstra)", "Dinas Komunikasi dan Informatika", year="Tahun 2021–2026"),
        *chapter("BAB I<br/>PENDAHULUAN", "Rencana strategis ini menjadi acuan penyusunan rencana kerja setiap tahun dan laporan kinerja."),
        *chapter("BAB II<br/>GAMBARAN PELAYANAN", "Wilayah kepulauan menuntut layanan informasi yang dapat dijangkau dari setiap kecamatan."),
        *chapter("BAB III<br/>TUJUAN DAN SASARAN", "Meningkatkan keterbukaan informasi publik sampai akhir Tahun 2026."),
    ]  # fmt: skip
    for index in range(photos):
        story += [
            PageBreak(),
            *paragraphs(f"Gambar {index + 1}. Pemandangan wilayah layanan"),
            picture(landscape_photo((1280, 900), index), quality=90),
        ]
    return [*story, *signature(PPID, "27 September 2021")]


def work_plan(year: int, day: str) -> Story:
    rows = [
        [
            "1",
            "Layanan informasi publik",
            "PPID Utama",
            "Seluruh permintaan dijawab tepat waktu",
            "185",
        ],
        ["2", "Pembinaan PPID Pelaksana", "Bidang Informasi", "30 perangkat daerah", "60"],
        ["3", "Pemeliharaan laman", "Bidang Aplikasi", "12 bulan", "110"],
    ]
    return [
        *cover("Rencana Kerja", "(Renja)", "Dinas Komunikasi dan Informatika", year=f"Tahun {year}"),
        *chapter("BAB I<br/>PENDAHULUAN", f"Rencana kerja Tahun {year} menjabarkan rencana strategis 2021–2026."),
        *chapter("BAB II<br/>EVALUASI", f"Hasil pelaksanaan rencana kerja Tahun {year - 2} menjadi bahan penyusunan."),
        *chapter("BAB III<br/>PROGRAM DAN KEGIATAN", "Program dan kegiatan disajikan pada tabel."),
        *table(("No.", "Kegiatan", "Pelaksana", "Target", "Rp juta"), rows, (7, 30, 21, 30, 12)),
        *signature(PPID, day),
    ]  # fmt: skip


def wealth_report(year: int, day: str) -> Story:
    rows = [
        ["1", "Bupati", f"{year}", "Diumumkan"],
        ["2", "Wakil Bupati", f"{year}", "Diumumkan"],
        ["3", "Sekretaris Daerah", f"{year}", "Diumumkan"],
    ]
    return [
        *letterhead("Inspektorat Daerah"),
        *heading("Pengumuman LHKPN", "Laporan Harta Kekayaan Penyelenggara Negara", f"Tahun {year}"),
        *paragraphs("Laporan berikut telah diperiksa dan diverifikasi, serta diterima kembali dari Komisi Pemberantasan Korupsi untuk diumumkan. Rincian harta tidak dimuat dalam contoh ini."),
        *table(("No.", "Jabatan", "Tahun pelaporan", "Keadaan"), rows, (8, 42, 25, 25)),
        *signature("Inspektur Daerah", day, act="Dikeluarkan di"),
    ]  # fmt: skip


def contract_summary(year: int, day: str) -> Story:
    rows = [
        ["Pekerjaan", "Pembangunan ruang layanan informasi (rekaan)"],
        ["Para pihak", "Pejabat pembuat komitmen dan penyedia"],
        ["Nilai kontrak", "Rp 198.500.000"],
        ["Jangka waktu", f"1 Juli sampai dengan 30 September {year}"],
        ["Sumber dana", f"APBD Tahun Anggaran {year}"],
    ]
    return [
        *letterhead("Bagian Pengadaan Barang dan Jasa"),
        *heading("Ringkasan Kontrak", f"Tahun Anggaran {year}"),
        *table(("Uraian", "Isi"), rows, (30, 70)),
        *signature("Pejabat Pembuat Komitmen", day, act="Dibuat di"),
    ]


def training_report(year: int, day: str) -> Story:
    return [
        *letterhead(),
        *heading("Laporan Kegiatan", "Bimbingan Teknis Pengelolaan Informasi Publik", f"Tahun {year}"),
        *paragraphs(f"Bimbingan teknis diikuti tiga puluh PPID Pelaksana {GOVERNMENT}.", "Materi: penyusunan daftar informasi publik dan pengujian konsekuensi."),
        *signature(PPID, day, act="Dibuat di"),
    ]  # fmt: skip


def _requests() -> Story:
    counts = ((12, 11, 1), (15, 15, 0), (9, 9, 0), (14, 14, 0))
    rows = [
        [months, str(all_), "6 hari kerja", str(given), str(refused)]
        for months, (all_, given, refused) in zip(MONTHS, counts, strict=True)
    ]
    return table(
        ("Triwulan", "Jumlah permintaan", "Waktu rata-rata", "Dikabulkan", "Ditolak"), rows, (26, 20, 20, 17, 17)
    )  # fmt: skip
