"""The evidence of 2024 for the indicator with the greatest weight: the kinds of information."""

from pathlib import Path

from making import decrees, office, photos, reports
from making.paper import heading, save_pdf, table

CONTRACT_PAPERS = (
    "Kerangka Acuan Kerja (KAK)", "Harga Perkiraan Sendiri (HPS)", "Spesifikasi teknis",
    "Rancangan kontrak", "Lembar data kualifikasi", "Lembar data pemilihan",
    "Daftar kuantitas dan harga", "Jadwal dan lokasi pekerjaan", "Gambar rancangan",
    "Surat penawaran penyedia", "Berita acara pemberian penjelasan", "Berita acara negosiasi",
    "Berita acara penetapan penyedia", "Laporan hasil pemilihan", "SPPBJ",
)  # fmt: skip


def make_kinds(folder: Path) -> None:
    _lists(folder)
    _plans(folder)
    _kinds(folder)
    _broken_inventory(folder)
    _procurement(folder)


def _lists(folder: Path) -> None:
    number = "50 Tahun 2024"
    save_pdf(
        folder / "JEN-01 - DIP/SK DIP 2024.pdf", decrees.sk_dip(2024, "19 Februari 2024", number)
    )
    office.save_xlsx(
        folder / "JEN-01 - DIP/Lampiran DIP 2024.xlsx",
        "Daftar Informasi Publik Tahun 2024",
        decrees.DIP_HEADER,
        decrees.dip_rows(2024),
        sheet="DIP 2024",
    )
    save_pdf(  # no time limit of the exemptions: partly
        folder / "JEN-02 - DIK/SK DIK 2024.pdf",
        decrees.sk_dik(2024, "20 Februari 2024", "51 Tahun 2024", with_limit=False),
    )
    office.save_xlsx(
        folder / "JEN-03 - Produk hukum/Daftar produk hukum 2023-2024.xlsx",
        "Daftar Produk Hukum Tahun 2023–2024",
        ("No.", "Jenis", "Nomor", "Tahun", "Tentang"),
        [[str(n), "Peraturan Bupati", str(n + 3), str(2023 + n % 2), f"Pedoman kegiatan {n} (rekaan)"] for n in range(1, 15)],
        sheet="Produk hukum",
    )  # fmt: skip
    office.save_xlsx(
        folder / "JEN-10 - Setiap saat/Daftar informasi setiap saat 2024.xlsx",
        "Daftar Informasi yang Wajib Tersedia Setiap Saat Tahun 2024",
        ("No.", "Nama dokumen", "Tahun", "Penguasa informasi", "Alamat tautan"),
        [[str(n), f"Dokumen layanan {n} (rekaan)", str(2023 + n % 2), "PPID Utama", f"https://ppid.natunakab.example/dokumen/{n}"] for n in range(1, 25)],
        sheet="Setiap saat",
    )  # fmt: skip


def _plans(folder: Path) -> None:
    save_pdf(  # bigger than the portal takes
        folder / "JEN-07 - Renstra/Renstra Diskominfo 2021-2026.pdf",
        reports.strategic_plan(photos=3),
    )
    save_pdf(folder / "JEN-08 - Renja/Renja 2024.pdf", reports.work_plan(2024, "14 Agustus 2023"))


def _kinds(folder: Path) -> None:
    office.save_docx(
        folder / "JEN-04 - Perjanjian/Daftar perjanjian pihak ketiga.docx",
        "Daftar Perjanjian dengan Pihak Ketiga",
        (
            "Perjanjian kerja sama yang berlaku pada Tahun 2023–2024:",
            (
                ("No.", "Pihak", "Tentang", "Tahun"),
                [["1", "Perguruan tinggi (rekaan)", "Pendampingan literasi digital", "2023"],
                 ["2", "Penyedia jaringan (rekaan)", "Akses internet kantor camat", "2024"],
                 ["3", "Radio daerah (rekaan)", "Siaran informasi publik", "2024"]],
            ),
        ),
        subtitle="Pemerintah Kabupaten Natuna, Tahun 2024",
    )  # fmt: skip
    save_pdf(
        folder / "JEN-09 - Penelitian/Surat pernyataan tidak ada penelitian.pdf",
        decrees.statement(
            "Tidak Ada Kegiatan Penelitian",
            "bahwa pada Tahun 2023 dan Tahun 2024 tidak ada penelitian yang dilakukan atau dibiayai, sehingga daftar dan hasil penelitian nihil.",
            day="5 Agustus 2024",
        ),
    )
    office.save_page(
        folder / "JEN-11 - Serta merta/Informasi serta merta.html",
        "Informasi Serta Merta",
        "<p>Diperbarui 12 Agustus 2024.</p><h2>Bencana alam</h2><p>Potensi bahaya: gelombang tinggi. Pihak yang terkena dampak: nelayan dan penumpang kapal.</p>"
        "<h2>Evakuasi</h2><p>Prosedur dan tempat evakuasi: balai kecamatan. Cara menghindari bahaya: tunda pelayaran.</p>"
        "<h2>Bantuan</h2><p>Cara mendapatkan bantuan: hubungi pusat pengendalian.</p>",
    )
    photos.save_photo(folder / "JEN-12 - Evakuasi/Denah evakuasi.png", photos.evacuation_plan())
    office.save_page(
        folder / "JEN-13 - Pengaduan/Kanal pengaduan.html",
        "Tata Cara Pengaduan Penyalahgunaan Wewenang",
        "<p>Pengaduan dapat disampaikan melalui SP4N-LAPOR! atau sistem pelaporan pelanggaran (WBS) Inspektorat Daerah.</p>",
    )


def _broken_inventory(folder: Path) -> None:
    """A download that broke off: only the first half of the file is there."""
    path = folder / "JEN-06 - Inventaris/Daftar inventaris BMD 2023.pdf"
    save_pdf(path, [*heading("Daftar Inventaris Barang Milik Daerah", "Tahun 2023"),
                    *table(("No.", "Barang", "Jumlah"), [[str(n), f"Barang {n}", "1"] for n in range(1, 60)])])  # fmt: skip
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def _procurement(folder: Path) -> None:
    office.save_xlsx(
        folder / "PBJ-01 - RUP/RUP 2024.xlsx",
        "Rencana Umum Pengadaan (RUP) Tahun Anggaran 2024",
        ("No.", "Nama paket", "Pagu (Rp juta)", "Metode pemilihan", "Waktu pemilihan", "Sumber dana"),
        [["1", "Ruang layanan informasi (rekaan)", "200", "Pengadaan langsung", "Mei 2024", "APBD"],
         ["2", "Perangkat komputer (rekaan)", "95", "E-purchasing", "Maret 2024", "APBD"]],
        sheet="RUP",
    )  # fmt: skip
    office.save_docx(
        folder / "PBJ-02 - Dokumen pemilihan/Daftar dokumen pemilihan.docx",
        "Daftar Dokumen Tahap Pemilihan",
        [(("No.", "Nama dokumen", "Tahun"), [[str(n), name, "2023"] for n, name in enumerate(CONTRACT_PAPERS, 1)])],
        subtitle="Paket pembangunan ruang layanan informasi, Tahun Anggaran 2023",
    )  # fmt: skip
    save_pdf(  # nobody was told the password
        folder / "PBJ-03 - Dokumen pelaksanaan/Dokumen pelaksanaan kontrak.pdf",
        reports.contract_summary(2023, "10 Juli 2023"),
        password="rahasia",
    )
    save_pdf(
        folder / "PBJ-04 - Ringkasan kontrak/Ringkasan kontrak 2023.pdf",
        reports.contract_summary(2023, "10 Juli 2023"),
    )
