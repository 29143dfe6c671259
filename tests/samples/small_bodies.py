"""Made documents of an agency and of a village, with the criteria in which each earns points."""

from msgspec import Struct

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
    Sample("tanpa-biaya.pdf", pdf(heading("SURAT PERNYATAAN"), prose(
        "Salinan informasi publik diberikan tanpa dipungut biaya."), signed("2 Januari 2024")), "KOM-11"),
    Sample("nihil.pdf", pdf(heading("SURAT PERNYATAAN"), prose(
        "Selama tahun 2023 tidak terdapat keberatan atas layanan informasi."), signed("2 Januari 2024"))),
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
