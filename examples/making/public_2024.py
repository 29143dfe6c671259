"""The evidence of 2024 for what the public reads and does: pages, directions, lists and reports."""

from pathlib import Path

from making import decrees, office, photos, reports
from making.paper import save_pdf

REQUESTS = (
    ("Permohonan Informasi Publik", "PEL-09 - Tata cara permohonan/Tata cara permohonan informasi.html",
     "<p>Syarat: salinan KTP atau identitas badan hukum.</p><p>Jawaban diberikan dalam 10 hari kerja.</p>"),
    ("Pengajuan Keberatan", "PEL-10 - Tata cara keberatan/Tata cara pengajuan keberatan.html",
     "<p>Alasan keberatan: permohonan ditolak, tidak dijawab, atau dijawab terlambat.</p><p>Tanggapan diberikan dalam 30 hari kerja.</p>"),
    ("Penyelesaian Sengketa Informasi", "PEL-11 - Tata cara sengketa/Tata cara penyelesaian sengketa.html",
     "<p>Permohonan diajukan kepada Komisi Informasi dalam 14 hari kerja.</p>"),
)  # fmt: skip


def make_public(folder: Path) -> None:
    _profiles(folder)
    _accounts(folder)
    _lists(folder)
    _directions(folder)
    _outreach(folder)


def _profiles(folder: Path) -> None:
    office.save_page(
        folder / "KUA-09 - Tupoksi/Tugas dan fungsi.html",
        "Tugas dan Fungsi",
        "<p>Melaksanakan urusan pemerintahan yang menjadi kewenangan daerah.</p>",
        site="Pemerintah Kabupaten Natuna",
    )
    office.save_page(
        folder / "KUA-10 - Profil pejabat/Profil pejabat.html",
        "Profil Pejabat Struktural",
        "<h2>Kepala Dinas</h2><p>Jabatan: Kepala Dinas Komunikasi dan Informatika. Pendidikan: sarjana.</p>",
        site="Pemerintah Kabupaten Natuna",
    )
    office.save_page(  # the structure is missing here too: partly
        folder / "KOM-07 - Profil PPID/Profil PPID.html",
        "Profil PPID",
        "<h2>Visi dan misi</h2><p>Layanan informasi yang cepat dan mudah.</p><h2>Tugas dan wewenang</h2><p>Mengelola informasi.</p>",
    )


def _accounts(folder: Path) -> None:
    office.save_docx(
        folder / "KUA-13 - Realisasi semester/LRA semester I 2024.docx",
        "Laporan Realisasi Anggaran",
        [
            (("Uraian", "Anggaran", "Realisasi"), [["Pendapatan", "1.000", "480"], ["Belanja", "1.100", "455"]]),
            "Angka dalam miliar rupiah, sampai dengan 30 Juni 2024.",
        ],
        subtitle="Semester I Tahun Anggaran 2024",
    )  # fmt: skip
    save_pdf(
        folder / "KUA-15 - Akses informasi/Ringkasan laporan akses 2023.pdf",
        reports.access_summary(2023, "12 Januari 2024"),
    )
    office.save_docx(
        folder / "JEN-27 - LKPJ/Ringkasan LKPJ 2023.docx",
        "Ringkasan Laporan Keterangan Pertanggungjawaban",
        ("Ringkasan ini memuat capaian urusan pemerintahan.",),
        subtitle="Bupati Natuna, Tahun Anggaran 2023",
    )


def _lists(folder: Path) -> None:
    office.save_xlsx(
        folder / "JEN-21 - Statistik/Statistik sektoral 2023.xlsx",
        "Statistik Sektoral Tahun 2023",
        ("No.", "Data", "Satuan", "Nilai"),
        [["1", "Permintaan informasi", "berkas", "40"], ["2", "Laman aktif", "laman", "27"]],
        sheet="Statistik 2023",
    )
    office.save_page(
        folder / "JEN-23 - Agenda/Agenda pimpinan.html",
        "Agenda Pimpinan Agustus 2024",
        office.page_table(("Tanggal", "Acara"), [["5 Agustus 2024", "Rapat anggaran"], ["12 Agustus 2024", "Kunjungan pulau"]]),
        site="Pemerintah Kabupaten Natuna",
    )  # fmt: skip
    office.save_docx(
        folder / "JEN-25 - Laporan pengaduan/Laporan SP4N-LAPOR 2023.docx",
        "Laporan Pengelolaan SP4N-LAPOR",
        ("Jumlah laporan: 18. Jenis: layanan dasar (11) dan sarana (7).", "Tindak lanjut: 17 selesai, 1 dalam proses."),
        subtitle="Tahun 2023",
    )  # fmt: skip
    office.save_page(  # of the year before: not met
        folder / "JEN-31 - Peserta didik/PPDB 2023.html",
        "Penerimaan Peserta Didik Baru Tahun 2023",
        "<p>Pendaftaran dibuka pada Juni 2023.</p>",
        site="Dinas Pendidikan (contoh)",
    )


def _directions(folder: Path) -> None:
    for name, place, body in REQUESTS:
        office.save_page(folder / place, f"Tata Cara {name}", body)
    office.save_page(
        folder / "PEL-12 - Biaya/Standar biaya.html",
        "Standar Biaya Perolehan Salinan Informasi",
        "<p>Salinan elektronik tidak dipungut biaya.</p>",
    )
    office.save_page(
        folder / "PEL-13 - Waktu layanan/Waktu layanan.html",
        "Waktu Layanan Informasi",
        "<p>Senin sampai Jumat, pukul 08.00–15.00.</p>",
    )
    save_pdf(
        folder / "SAR-05 - Formulir keberatan/Formulir keberatan.pdf",
        decrees.form(
            "Formulir Pernyataan Keberatan", ("Nama", "Alamat", "Alasan keberatan", "Kasus posisi")
        ),
    )
    photos.save_photo(
        folder / "SAR-10 - Stan SP4N-LAPOR/Stan SP4N-LAPOR.jpg",
        photos.desk("SP4N-LAPOR! SMS 1708"),
        taken="2024:08:12 10:20:00",
    )
    office.save_page(  # without SMS 1708: partly
        folder / "DIG-16 - SP4N-LAPOR/Kanal SP4N-LAPOR.html",
        "Kanal Pengaduan",
        "<p>Laporan disampaikan melalui SP4N-LAPOR! di lapor.go.id.</p>",
    )


def _outreach(folder: Path) -> None:
    office.save_docx(
        folder / "KOM-09 - Sosialisasi/Laporan sosialisasi 2024.docx",
        "Laporan Sosialisasi Keterbukaan Informasi Publik",
        ("Sosialisasi kepada masyarakat di empat kecamatan, Mei 2024.",),
        subtitle="Tahun 2024",
    )
    office.save_docx(
        folder / "KOM-10 - Rapat koordinasi/Notula rapat koordinasi 2024.docx",
        "Notula Rapat Koordinasi PPID",
        ("Rapat membahas pemutakhiran informasi publik bersama PPID Pelaksana.",),
        subtitle="Tahun 2024",
    )
