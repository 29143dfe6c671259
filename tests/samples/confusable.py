"""The samples of the confusion table: what each document is worth, and the traps among them."""

from msgspec import Struct

from tests.samples.documents import (
    Make,
    cover,
    decree,
    heading,
    letterhead,
    page,
    pdf,
    prose,
    sheet,
    signed,
    word,
)

LAW = "Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik"
DIP_COLUMNS = ("No.", "Ringkasan isi informasi", "Unit yang menguasai", "Penanggung jawab",
               "Waktu dan tempat", "Bentuk", "Jangka waktu")  # fmt: skip

OBJECTIONS = (
    "No.",
    "Tanggal",
    "Nama pemohon",
    "Alasan pengajuan keberatan",
    "Keputusan atasan PPID",
)


class Sample(Struct):
    """A document, the criteria in which it earns points, and those it fits by its title alone.

    `untitled` are those of the first in which its title plays no part.
    """

    name: str
    make: Make
    earns: str = ""
    titled_only: str = ""
    untitled: str = ""


SAMPLES = (
    # Lists of information, and what only speaks of them
    Sample(
        "sk-dip.pdf",
        pdf(decree("KEPUTUSAN KEPALA DINAS KOMUNIKASI DAN INFORMATIKA", "50 TAHUN 2024",
                   "PENETAPAN DAFTAR INFORMASI PUBLIK TAHUN 2024", LAW, day="19 Februari 2024")),
        earns="JEN-01 DIG-03",
        titled_only="JEN-10",
    ),
    Sample(
        "sk-dip-lama.pdf",
        pdf(decree("KEPUTUSAN KEPALA DINAS KOMUNIKASI DAN INFORMATIKA", "21 TAHUN 2021",
                   "PENETAPAN DAFTAR INFORMASI PUBLIK TAHUN 2021", LAW, day="9 Maret 2021")),
        titled_only="JEN-01 DIG-03 JEN-10",
    ),
    Sample(
        "sk-dik.pdf",
        pdf(decree("KEPUTUSAN KEPALA DINAS KOMUNIKASI DAN INFORMATIKA", "51 TAHUN 2024",
                   "PENETAPAN DAFTAR INFORMASI YANG DIKECUALIKAN TAHUN 2024", LAW, day="20 Februari 2024"),
            prose("Dasar hukum: Pasal 17.", "Konsekuensi bila dibuka.", "Jangka waktu pengecualian.")),
        earns="JEN-02 DIG-07",
    ),
    Sample("dip.html", page("Daftar Informasi Publik Tahun 2024", "Diperbarui 2 Mei 2024."),
           earns="DIG-03 JEN-01", titled_only="JEN-10"),
    Sample("setiap-saat.xlsx", sheet("Daftar Informasi Setiap Saat Tahun 2024",
                                     ("No.", "Nama dokumen", "Tahun"), 24), earns="JEN-10"),
    Sample("undangan-dip.pdf", pdf(letterhead(), prose(
        "Hal: Undangan rapat penyusunan Daftar Informasi Publik", "Kami mengundang Saudara.",
        "Rapat membahas DIP dan DIK tahun 2024."))),
    # Plans and reports that name one another
    Sample("renstra.pdf", pdf(cover("RENCANA STRATEGIS", "TAHUN 2021-2026"), prose(
        "Renja tahunan mengacu pada dokumen ini.")), earns="JEN-07"),
    Sample("renja.pdf", pdf(cover("RENCANA KERJA", "TAHUN 2024"), prose(
        "Renja ini menjabarkan Rencana Strategis (Renstra) 2021-2026 dan laporan kinerja.")),
        earns="JEN-08"),
    Sample("renja-berkop.pdf", pdf(cover("RENCANA KERJA", "DINAS KOMUNIKASI DAN INFORMATIKA", "TAHUN 2024"),
                                   letterhead(), prose("Rencana strategis menjadi acuan.")),
           earns="JEN-08"),
    Sample("renja-lama.pdf", pdf(cover("RENCANA KERJA", "TAHUN 2022"), prose()), titled_only="JEN-08"),
    Sample("lkjip.pdf", pdf(cover("LAPORAN KINERJA INSTANSI PEMERINTAH", "ATAS RENCANA KERJA", "TAHUN 2023"),
                            prose("Rencana kerja dan renstra dilaksanakan."), signed("26 Maret 2024")),
           earns="KUA-04"),
    Sample("evaluasi-renja.pdf", pdf(cover("LAPORAN EVALUASI", "RENCANA KERJA", "TAHUN 2024"), prose())),
    Sample("sk-tim-renstra.pdf", pdf(decree(
        "KEPUTUSAN BUPATI CONTOH", "7 TAHUN 2024", "TIM PENYUSUN RENCANA STRATEGIS", LAW, day="3 Juni 2024"))),
    Sample("lkpj.docx", word("Laporan Keterangan Pertanggungjawaban Tahun 2023"), earns="JEN-27"),
    # Money
    Sample("dpa.pdf", pdf(heading("DOKUMEN PELAKSANAAN ANGGARAN", "TAHUN ANGGARAN 2024"),
                          prose("Layanan informasi publik: Rp185 juta.")), earns="KUA-07 KOM-04",
           titled_only="KOM-08"),
    Sample("rka.pdf", pdf(heading("RENCANA KERJA DAN ANGGARAN", "TAHUN ANGGARAN 2024"),
                          prose("Belanja jalan.")), earns="KUA-12", titled_only="KOM-04 KOM-08"),
    Sample("laporan-keuangan.pdf", pdf(cover("LAPORAN KEUANGAN", "TAHUN ANGGARAN 2023", "(AUDITED)"), prose(
        "Telah diaudit. Laporan realisasi anggaran dan neraca.", "Catatan atas laporan keuangan.")),
        earns="KUA-05"),
    Sample("semester.pdf", pdf(heading("LAPORAN REALISASI ANGGARAN", "SEMESTER I TAHUN ANGGARAN 2024"),
                               prose("Sampai dengan 30 Juni 2024.")), earns="KUA-13", titled_only="KUA-05"),
    Sample("lhkpn.pdf", pdf(heading("PENGUMUMAN HARTA KEKAYAAN", "LHKPN TAHUN 2023"), prose()), earns="KUA-02"),
    # Service
    Sample("laporan-layanan.pdf", pdf(cover("LAPORAN TAHUNAN", "LAYANAN INFORMASI PUBLIK", "TAHUN 2023"),
                                      prose("Rincian layanan informasi.", "DIP, SOP dan maklumat ada.")),
           earns="PEL-04"),
    Sample("pengantar-laporan.pdf", pdf(letterhead(), prose(
        "Kepada Ketua Komisi Informasi", "Bersama ini disampaikan Laporan Layanan Informasi Publik."),
        signed("26 Februari 2024")), earns="PEL-05"),
    Sample("register.xlsx", sheet("Register Permohonan Informasi Tahun 2023", (
        "No.", "Tanggal permohonan", "Nama pemohon", "Informasi yang diminta", "Keputusan"), 9),
        earns="PEL-01", titled_only="PEL-03"),
    Sample("register-keberatan.xlsx", sheet("Register Keberatan Tahun 2023", OBJECTIONS, 3), earns="PEL-02"),
    Sample("buku-keberatan.docx", word("Buku Register Keberatan Tahun 2023", table=(
        ("No.", "Tgl", "Nama", "Alamat", "Informasi yang diminta", "Alasan keberatan", "Keputusan", "Tanggal tanggapan"),
        ("1", "3 Mei 2023", "–", "–", "DPA", "huruf c", "Dikabulkan", "9 Mei 2023"))), earns="PEL-02"),
    Sample("register-keberatan-lama.xlsx", sheet("Register Keberatan Tahun 2021", OBJECTIONS, 3), titled_only="PEL-02"),
    Sample("register-keberatan-kurang.xlsx", sheet("Register Keberatan Tahun 2023", OBJECTIONS[:3], 3),
           titled_only="PEL-02"),
    Sample("rekap-layanan.xlsx", sheet("Rekapitulasi Layanan Tahun 2023", OBJECTIONS, 3)),
    Sample("nihil-keberatan.pdf", pdf(heading("SURAT PERNYATAAN"), prose(
        "Dengan ini menyatakan bahwa selama tahun 2023 tidak terdapat keberatan atas layanan informasi."),
        signed("3 Januari 2024")), earns="PEL-02", untitled="PEL-02"),
    Sample("nihil-sengketa.pdf", pdf(heading("SURAT PERNYATAAN"), prose(
        "Dengan ini menyatakan bahwa selama tahun 2023 tidak terdapat sengketa informasi."), signed("3 Januari 2024"))),
    Sample("keberatan-isian.pdf", pdf(heading("FORMULIR KEBERATAN"), prose(
        "Nomor register 3. Tanggal 4 Mei 2023. Nama pemohon. Alasan pengajuan keberatan. Tanggapan."),
        signed("4 Mei 2023")), earns="SAR-05"),
    Sample("maklumat.pdf", pdf(heading("MAKLUMAT PELAYANAN"), prose("Melayani menurut SOP."),
                               signed("2 Januari 2024")), earns="PEL-06"),
    Sample("sop-dip.docx", word("Standar Operasional Prosedur Penetapan Daftar Informasi Publik",
                                "DIP ditetapkan setiap tahun."), earns="PEL-07"),
    Sample("sop-permintaan.pdf", pdf(heading("STANDAR OPERASIONAL PROSEDUR", "PERMINTAAN INFORMASI PUBLIK"),
                                     prose("Dicatat dalam register dan DIP.")), earns="PEL-07"),
    Sample("survei.docx", word("Laporan Survei Kepuasan Masyarakat Tahun 2023", "Nilai 82."), earns="PEL-08"),
    Sample("biaya.pdf", pdf(decree("KEPUTUSAN SEKRETARIS DAERAH", "41 TAHUN 2024", "STANDAR BIAYA PEROLEHAN INFORMASI",
                                   LAW, day="4 Maret 2024")), earns="PEL-12"),
    Sample("keberatan.html", page("Tata Cara Pengajuan Keberatan", "Alasan keberatan. 30 hari kerja."),
           earns="PEL-10 DIG-01"),
    Sample("formulir.docx", word("Formulir Permohonan Informasi Publik", "Nama, alamat, rincian informasi, tujuan"),
           earns="SAR-02"),
    # The institution
    Sample("sk-ppid.pdf", pdf(decree(
        "KEPUTUSAN BUPATI CONTOH", "12 TAHUN 2024", "PENETAPAN PEJABAT PENGELOLA INFORMASI DAN DOKUMENTASI",
        LAW, day="11 Januari 2024"), prose("PPID Pelaksana. Uraian tugas.")), earns="KOM-01",
        titled_only="KOM-13"),
    Sample("perbup.pdf", pdf(decree(
        "PERATURAN BUPATI CONTOH", "41 TAHUN 2021", "PEDOMAN PENGELOLAAN INFORMASI DAN DOKUMENTASI", LAW,
        day="15 November 2021")), earns="KOM-03"),
    Sample("peraturan-ki.pdf", pdf(decree(
        "PERATURAN KOMISI INFORMASI", "1 TAHUN 2021", "STANDAR LAYANAN INFORMASI PUBLIK", LAW, day="25 Juni 2021"),
        prose("Daftar Informasi Publik, maklumat, SOP, PPID, renstra, rencana kerja."))),
    Sample("undang-undang.pdf", pdf(decree(
        "UNDANG-UNDANG REPUBLIK INDONESIA", "14 TAHUN 2008", "KETERBUKAAN INFORMASI PUBLIK", day="30 April 2008")),
        titled_only="KOM-03"),
    Sample("profil-ppid.html", page("Profil PPID", "Visi dan misi. Tugas dan fungsi. Struktur organisasi."),
           earns="KOM-07 DIG-01"),
    Sample("notula-lain.docx", word("Notula Rapat Kinerja Tahun 2024", "Membahas capaian triwulan."),
           titled_only="JEN-17 KOM-10"),
    # Kinds of information, and procurement
    Sample("produk-hukum.xlsx", sheet("Daftar Produk Hukum Tahun 2024", ("No.", "Jenis", "Tentang"), 22),
           earns="JEN-03"),
    Sample("risalah.docx", word("Risalah Rapat Pembahasan Tahun 2024", "Rancangan Peraturan Bupati dibahas."),
           earns="JEN-17", titled_only="KOM-10"),
    Sample("siaran.html", page("Siaran Pers 5 Agustus 2024", "Bupati membuka rapat.", site="Kabupaten Contoh"),
           earns="JEN-26"),
    Sample("rup.xlsx", sheet("Rencana Umum Pengadaan Tahun Anggaran 2024", ("No.", "Nama paket", "Pagu", "Metode"), 6),
           earns="PBJ-01"),
    Sample("ringkasan-kontrak.docx", word("Ringkasan Kontrak Tahun 2023", "Nilai kontrak dan pekerjaan."),
           earns="PBJ-04"),
    Sample("serah-terima.pdf", pdf(heading("BERITA ACARA SERAH TERIMA PEKERJAAN", "TAHUN 2023"),
                                   prose("Pekerjaan menurut kontrak.")), earns="PBJ-10"),
    Sample("swakelola.pdf", pdf(heading("SURAT PERJANJIAN SWAKELOLA", "TAHUN 2024"), prose()), earns="PBJ-05"),
)  # fmt: skip
