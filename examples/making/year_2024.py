"""The evidence of 2024: much better than the year before, with every kind of fault left in it."""

from pathlib import Path

from making import decrees, office, photos, reports
from making.kinds_2024 import make_kinds
from making.paper import MARK, save_blank, save_pdf, save_scan
from making.public_2024 import make_public

SOPS = {
    "Pengumuman Informasi Publik": ("Menyusun bahan", "Menyetujui", "Mengumumkan di laman"),
    "Permintaan Informasi Publik": ("Menerima permintaan", "Mencatat dalam register", "Menyerahkan informasi"),
    "Pengajuan Keberatan": ("Menerima keberatan", "Mencatat", "Menyampaikan tanggapan Atasan PPID"),
    "Penetapan dan Pemutakhiran Daftar Informasi Publik": ("Menghimpun usulan", "Membahas", "Menetapkan"),
}  # fmt: skip


def make_2024(folder: Path) -> None:
    _quality(folder)
    make_kinds(folder)
    make_public(folder)
    _service(folder)
    _procedures(folder)
    _commitment(folder)
    _premises(folder)
    _digital(folder)
    _oddities(folder)


def _quality(folder: Path) -> None:
    office.save_page(  # the structure is missing: partly
        folder / "KUA-01 - Profil/Profil Pemerintah Kabupaten Natuna.html",
        "Profil Pemerintah Kabupaten Natuna",
        "<h2>Kedudukan dan alamat</h2><p>Alamat: Jalan Contoh Nomor 1, Ranai, Kepulauan Riau.</p>"
        "<h2>Tugas dan fungsi</h2><p>Menyelenggarakan urusan pemerintahan daerah.</p>",
    )
    save_pdf(folder / "KUA-02 - LHKPN/LHKPN 2023.pdf", reports.wealth_report(2023, "29 April 2024"))
    office.save_xlsx(
        folder / "KUA-03 - Program/Program dan kegiatan 2024.xlsx",
        "Daftar Program dan Kegiatan Tahun 2024",
        ("No.", "Nama program dan kegiatan", "Penanggung jawab", "Target", "Jadwal", "Anggaran (Rp juta)", "Sumber dana"),
        [
            ["1", "Layanan informasi publik", "PPID Utama", "100% tepat waktu", "Januari–Desember", "185", "APBD"],
            ["2", "Pembinaan PPID Pelaksana", "Bidang Informasi", "30 perangkat daerah", "Maret–Oktober", "60", "APBD"],
            ["3", "Pemeliharaan laman", "Bidang Aplikasi", "12 bulan", "Januari–Desember", "110", "APBD"],
            ["4", "Jaringan antarpulau", "Bidang Infrastruktur", "4 kecamatan", "April–November", "610", "APBD"],
        ],
        sheet="Program 2024",
        notes=[["konsep", "angka belum final"]],
    )  # fmt: skip
    save_pdf(
        folder / "KUA-04 - LKjIP/LKjIP 2023.pdf", reports.performance_report(2023, "26 Maret 2024")
    )
    save_pdf(  # without the notes to the accounts: partly
        folder / "KUA-05 - Laporan keuangan/Laporan keuangan 2023 audited.pdf",
        reports.financial_report(2023, "27 Mei 2024", with_notes=False),
    )
    save_pdf(  # last year's budget: not met
        folder / "KUA-07 - DPA/DPA 2023.pdf", reports.budget(2023, "5 Januari 2023")
    )


def _service(folder: Path) -> None:
    office.save_xlsx(
        folder / "PEL-01 - Register permohonan/Register permohonan 2023.xlsx",
        "Register Permohonan Informasi Publik Tahun 2023",
        ("No. pendaftaran", "Tanggal permohonan", "Nama pemohon (disamarkan)", "Informasi yang diminta", "Tujuan", "Keputusan", "Tanggal jawaban"),
        [[f"{n:03}/PPID/2023", f"{1 + n % 27}/{1 + n % 12}/2023", f"Pemohon {n}", "Data kegiatan (rekaan)", "Penelitian", "Dikabulkan" if n != 7 else "Ditolak", f"{2 + n % 27}/{1 + n % 12}/2023"] for n in range(1, 21)],
        sheet="Register 2023",
    )  # fmt: skip
    save_pdf(
        folder / "PEL-02 - Register keberatan/Surat pernyataan nihil keberatan.pdf",
        decrees.statement(
            "Nihil Keberatan Informasi Publik",
            "bahwa selama Tahun 2023 tidak ada keberatan atas layanan informasi publik yang diterima (nihil).",
            day="8 Januari 2024",
        ),
    )
    save_pdf(
        folder / "PEL-04 - Laporan layanan/Laporan layanan informasi publik 2023.pdf",
        reports.service_report(2023, "22 Februari 2024"),
    )
    save_pdf(
        folder / "PEL-05 - Penyampaian/Surat penyampaian laporan ke Komisi Informasi.pdf",
        decrees.letter("480/112/DISKOMINFO/II/2024", "Penyampaian Laporan Layanan Informasi Publik Tahun 2023", "Ketua Komisi Informasi Provinsi Kepulauan Riau", "26 Februari 2024",
                       "Bersama ini kami sampaikan Laporan Layanan Informasi Publik Tahun 2023 Pemerintah Kabupaten Natuna."),
    )  # fmt: skip
    save_scan(  # no text layer: readable only with OCR
        folder / "PEL-06 - Maklumat/Maklumat pelayanan (pindaian).pdf",
        decrees.pledge(2024, "2 Januari 2024"),
    )
    save_blank(folder / "PEL-08 - Survei/Survei kepuasan 2023.pdf")  # an empty sheet was scanned


def _procedures(folder: Path) -> None:
    """Five of seven procedures; one of them as a Word document."""
    for number, (name, steps) in enumerate(SOPS.items(), 1):
        save_pdf(
            folder / f"PEL-07 - SOP/SOP {number} {name}.pdf",
            decrees.procedure(name, f"067/{number:02}/SOP/2024", "1 Maret 2024", steps),
        )
    office.save_docx(
        folder / "PEL-07 - SOP/SOP 5 Pengujian konsekuensi.docx",
        "SOP Pengujian Konsekuensi",
        (
            "Nomor SOP: 067/05/SOP/2024",
            "# Langkah",
            "1. Menerima usulan pengecualian",
            "2. Menguji konsekuensi",
            "3. Menetapkan",
        ),
        signed=("Disahkan di Ranai", "pada tanggal 1 Maret 2024", decrees.PPID),
    )


def _commitment(folder: Path) -> None:
    save_pdf(
        folder / "KOM-01 - SK PPID/SK PPID 2024.pdf",
        decrees.sk_ppid("11 Januari 2024", "12 Tahun 2024", 2024),
    )
    save_scan(
        folder / "KOM-02 - SK petugas/SK petugas layanan (pindaian).pdf",
        decrees.sk_officers("15 Januari 2024", "9 Tahun 2024", 2024),
    )
    save_pdf(
        folder / "KOM-03 - Perbup/Perbup PPID.pdf",
        decrees.perbup("15 November 2021", "41 Tahun 2021"),
    )
    save_pdf(
        folder / "KOM-04 - Anggaran/DPA layanan informasi 2024.pdf",
        reports.budget(2024, "4 Januari 2024"),
    )
    office.save_docx(  # a Word document that calls itself a PDF
        folder / "KOM-05 - Monev internal/Laporan monev PPID Pelaksana 2024.pdf",
        "Laporan Monitoring dan Evaluasi PPID Pelaksana",
        (
            "# Pelaksanaan",
            "Monitoring dan evaluasi atas layanan PPID Pelaksana dilakukan pada Juni 2024.",
            "# Hasil",
            "Dua puluh dari tiga puluh perangkat daerah memutakhirkan informasi berkala.",
        ),
        subtitle="Tahun 2024",
        signed=("Ranai, 28 Juni 2024", decrees.PPID),
    )
    save_pdf(  # three years old: not met
        folder / "KOM-06 - Peningkatan kapasitas/Laporan bimtek 2021.pdf",
        reports.training_report(2021, "7 Oktober 2021"),
    )


def _premises(folder: Path) -> None:
    photos.save_photo(
        folder / "SAR-01 - Meja layanan/Meja layanan 1.jpg",
        photos.desk(),
        taken="2024:08:12 09:30:00",
        gps=True,
    )
    photos.save_photo(
        folder / "SAR-01 - Meja layanan/Meja layanan 2.jpg",
        photos.desk("RUANG LAYANAN PPID"),
        taken="2024:08:12 09:34:00",
    )
    office.save_docx(
        folder / "SAR-02 - Formulir/Formulir permohonan.docx",
        "Formulir Permohonan Informasi Publik",
        [(("Isian", "Diisi pemohon"), [["Nama pemohon", "…"], ["Alamat", "…"], ["Rincian informasi", "…"], ["Tujuan penggunaan", "…"]])],
    )  # fmt: skip
    photos.save_photo(
        folder / "SAR-03 - Papan pengumuman/Papan pengumuman.png", photos.notice_board()
    )
    photos.save_photo(
        folder / "SAR-04 - Disabilitas/Jalur kursi roda.jpg",
        photos.ramp(),
        taken="2024:08:12 10:05:00",
    )


def _digital(folder: Path) -> None:
    office.save_page(
        folder / "DIG-01 - Laman PPID/Laman PPID.html",
        "PPID Kabupaten Natuna",
        "<p>Diperbarui 2 September 2024.</p><ul><li>Informasi berkala</li><li>Informasi serta merta</li><li>Informasi setiap saat</li><li>Permohonan informasi</li></ul>",
    )
    office.save_page(
        folder / "DIG-03 - DIP daring/Daftar informasi publik daring.html",
        "Daftar Informasi Publik Tahun 2024",
        office.page_table(decrees.DIP_HEADER, decrees.dip_rows(2024)),
    )
    office.save_docx(
        folder / "DIG-05 - Inovasi/Inovasi layanan informasi.docx",
        "Inovasi Layanan Informasi Publik",
        ("Nama inovasi: Perahu Informasi (rekaan), Tahun 2024", "# Latar belakang", "Banyak warga tinggal di pulau yang jauh dari ibu kota kabupaten.", "# Manfaat", "Petugas membawa layanan permohonan ke pulau sesuai jadwal."),
    )  # fmt: skip


def _oddities(folder: Path) -> None:
    """What lies about in real folders: a lock file, and a paper that belongs to nothing."""
    (folder / "KUA-03 - Program/~$Program dan kegiatan 2024.xlsx").write_bytes(
        b"\x06CONTOH" + b" " * 48 + b"\x06\x00C\x00O\x00N\x00T\x00O\x00H\x00".ljust(108, b" ")
    )
    office.save_docx(
        folder / "Notula rapat persiapan.docx",
        "Notula Rapat Persiapan",
        ("Rapat persiapan pengisian kuesioner, 6 Agustus 2024.", f"{MARK}."),
    )
