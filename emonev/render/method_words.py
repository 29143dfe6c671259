"""The words in which reports tell how a total came about, and what was not judged."""

from emonev.model.text import Text

METHOD_WORDS = {
    "arithmetic": Text("Hitungan lengkap", "The arithmetic in full"),
    "not_judged": Text("Yang tidak dinilai program", "What the program does not judge"),
    "made_with": Text("Identitas laporan", "Identity of this report"),
    "tool": Text("Program", "Program"),
    "rubric_hash": Text("SHA-256 rubrik", "SHA-256 of the rubric"),
    "schema": Text("Skema hasil", "Schema of the result"),
    "method_sum": Text(
        "Nilai indikator adalah rata-rata berbobot kriteria yang berlaku; nilai tahap rata-rata "
        "berbobot indikator; nilai akhir rata-rata berbobot tahap.",
        "An indicator's score is the weighted mean of its applicable criteria, a stage's that of "
        "its indicators, the total that of the stages.",
    ),
    "method_exact": Text(
        "Semua hitungan memakai pecahan eksak dan dibulatkan satu kali, pada nilai akhir: "
        "{places} angka desimal, {mode}.",
        "All sums are exact fractions, rounded once, at the total: {places} decimals, {mode}.",
    ),
    "method_band_rounded": Text(
        "Kualifikasi ditentukan dari nilai yang sudah dibulatkan.",
        "The qualification follows the rounded total.",
    ),
    "method_band_exact": Text(
        "Kualifikasi ditentukan dari nilai eksak sebelum dibulatkan.",
        "The qualification follows the exact total before rounding.",
    ),
    "method_parts": Text(
        "Poin yang dicetak dibulatkan sedemikian rupa sehingga jumlah bagian sama dengan jumlah "
        "keseluruhan; karena itu dua kriteria berbobot sama dapat berbeda satu angka terakhir.",
        "Printed points are rounded so that parts add up to the whole; two criteria of equal "
        "weight may therefore differ in the last digit.",
    ),
    "method_pending": Text(
        "Yang belum dapat dinilai tidak dianggap nol dan tidak dianggap terpenuhi: poinnya "
        "menunggu, dan nilai akhir menjadi rentang.",
        "What could not be judged is neither zero nor met: its points are pending, and the total "
        "becomes a range.",
    ),
    "method_na": Text(
        "Kriteria yang tidak berlaku keluar dari pembagi.",
        "Criteria that do not apply leave the denominator.",
    ),
    "method_ocr": Text(
        "{read} halaman pindaian dibaca dengan OCR ({engine}); halaman yang dibaca dengan keyakinan "
        "rendah tidak meluluskan kriteria, dan temuannya menunggu telaah.",
        "{read} scanned pages were read by OCR ({engine}); a page read with low confidence passes "
        "no criterion, and its findings await review.",
    ),
    "method_ocr_again": Text(
        "{again} halaman yang terbaca buruk atau tidak utuh dibaca lagi dengan {second}; bacaan yang "
        "lebih baik dipakai.",
        "{again} pages that were read poorly or not whole were read again by {second}; the better "
        "reading is used.",
    ),
    "method_ocr_left": Text(
        "{left} halaman pindaian belum dibaca; temuan yang bergantung padanya menunggu telaah.",
        "{left} scanned pages were not read; findings that hang on them await review.",
    ),
    "method_ocr_spare": Text(
        "{spare} halaman pindaian tidak dibaca karena tidak ada poin yang bergantung padanya.",
        "{spare} scanned pages were not read because no points hang on them.",
    ),
    "mode_half-up": Text("setengah dibulatkan ke atas", "half up"),
    "mode_half-even": Text("setengah dibulatkan ke genap", "half to even"),
    "mode_down": Text("dibulatkan ke bawah", "down"),
    "cannot_truth": Text(
        "Kebenaran dan mutu isi dokumen; program mencari judul, tahun, kata, dan susunan.",
        "Whether a document's content is true or good; the program looks for titles, years, words "
        "and structure.",
    ),
    "cannot_signature": Text(
        "Keaslian tanda tangan dan cap; tanda tangan digital diperiksa keutuhannya, tetapi "
        "penerbit sertifikatnya tidak (luring).",
        "Whether signatures and stamps are genuine; digital signatures are checked for being "
        "intact, but not with the issuers of their certificates (offline).",
    ),
    "cannot_links": Text(
        "Isi tautan; program tidak membuka internet.",
        "What stands behind links; the program does not open the internet.",
    ),
    "cannot_decide": Text(
        "Penetapan kualifikasi; itu wewenang komisi.",
        "The qualification itself; that is for the commission to decide.",
    ),
}
