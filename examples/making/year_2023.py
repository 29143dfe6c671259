"""The evidence of 2023: little of it, part of it of the wrong year; told to improve."""

from pathlib import Path

from making import decrees, office, reports
from making.paper import save_pdf, save_scan
from making.photos import desk, save_photo


def make_2023(folder: Path) -> None:
    _reports(folder)
    _decrees(folder)
    _pages(folder)


def _reports(folder: Path) -> None:
    save_pdf(folder / "KUA-02 - LHKPN/LHKPN 2022.pdf", reports.wealth_report(2022, "30 April 2023"))
    save_pdf(
        folder / "KUA-04 - LKjIP/LKjIP 2022.pdf", reports.performance_report(2022, "28 Maret 2023")
    )
    save_pdf(folder / "KUA-07 - DPA/DPA 2023.pdf", reports.budget(2023, "5 Januari 2023"))
    save_pdf(folder / "JEN-07 - Renstra/Renstra 2021-2026.pdf", reports.strategic_plan(photos=0))
    save_pdf(folder / "JEN-08 - Renja/Renja 2023.pdf", reports.work_plan(2023, "12 Agustus 2022"))
    save_pdf(
        folder / "PEL-04 - Laporan layanan/Laporan layanan informasi 2022.pdf",
        reports.service_report(2022, "14 Juli 2023", parts=2),
    )
    save_pdf(  # the year before last: does not count
        folder / "KUA-05 - LRA/Laporan keuangan 2021.pdf",
        reports.financial_report(2021, "20 Mei 2022", with_notes=False),
    )


def _decrees(folder: Path) -> None:
    save_pdf(  # not renewed since 2021
        folder / "JEN-01 - DIP/SK DIP 2021.pdf",
        decrees.sk_dip(2021, "9 Maret 2021", "21 Tahun 2021"),
    )
    save_pdf(
        folder / "KOM-01 - SK PPID/SK PPID.pdf",
        decrees.sk_ppid("4 Februari 2022", "77 Tahun 2022", 2022),
    )
    save_pdf(
        folder / "KOM-03 - Perbup/Perbup PPID.pdf",
        decrees.perbup("15 November 2021", "41 Tahun 2021"),
    )
    save_scan(folder / "PEL-06 - Maklumat/Maklumat.pdf", decrees.pledge(2022, "3 Januari 2022"))
    save_pdf(
        folder / "PEL-07 - SOP/SOP permohonan.pdf",
        decrees.procedure(
            "Permintaan Informasi Publik",
            "067/01/SOP/2022",
            "1 Maret 2022",
            ("Menerima permintaan", "Mencatat dalam register", "Menyerahkan informasi"),
        ),
    )
    save_pdf(
        folder / "SAR-02 - Formulir/Formulir permohonan.pdf",
        decrees.form(
            "Formulir Permohonan Informasi Publik",
            ("Nama", "Alamat", "Rincian informasi", "Tujuan penggunaan"),
        ),
    )


def _pages(folder: Path) -> None:
    office.save_page(
        folder / "KUA-01 - Profil/Profil.html",
        "Profil Pemerintah Kabupaten Natuna",
        "<p>Alamat: Jalan Contoh Nomor 1, Ranai.</p><p>Halaman ini sedang disusun.</p>",
    )
    office.save_page(
        folder / "DIG-01 - Laman PPID/Laman PPID.html",
        "PPID Kabupaten Natuna",
        "<p>Selamat datang di laman PPID. Menu informasi berkala, serta merta, dan setiap saat sedang dilengkapi.</p>",
    )
    office.save_xlsx(
        folder / "JEN-03 - Produk hukum/Daftar produk hukum.xlsx",
        "Daftar Produk Hukum Tahun 2022–2023",
        ("No.", "Jenis", "Nomor", "Tahun", "Tentang"),
        [
            [str(n), "Peraturan Bupati", str(n + 3), "2023", f"Pedoman kegiatan {n} (rekaan)"]
            for n in range(1, 7)
        ],
        sheet="Produk hukum",
    )
    save_photo(
        folder / "SAR-01 - Meja layanan/Meja layanan.jpg", desk(), taken="2023:03:14 09:10:00"
    )
