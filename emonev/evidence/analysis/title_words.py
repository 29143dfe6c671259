"""What the lines of Indonesian public documents are: kinds of document, chapters, letterheads."""

import re

# Words that open the title of a document of public administration, in normal text.
_KINDS = (
    "agenda|alur|bagan|berita acara|catatan|daftar|dokumen|dokumentasi|"
    "evaluasi|formulir|ikhtisar|indeks|indikator|instruksi|iku|jadwal|kajian|"
    "kalender|kamus|katalog|kerangka acuan|kode etik|laporan|lakip|lkip|lkjip|lembar|"
    "lampiran|maklumat|mekanisme|naskah|neraca|nota|notula|notulen|notulensi|pakta|panduan|pedoman|"
    "pengumuman|penetapan|peraturan|keputusan|surat|undangundang|qanun|perjanjian|peta|petunjuk|"
    "piagam|profil|prosedur|prosiding|rancangan|realisasi|rekap|rekapitulasi|rencana|"
    "renstra|renja|rkpd|rpjmd|rka|dpa|ringkasan|risalah|siaran pers|sk|sop|standar|"
    "struktur|survei|survey|tanya jawab|tata cara|tata tertib|tugas|undangan"
)
_KIND = re.compile(rf"(?:salinan )?(?:{_KINDS})\b")
_CHAPTER = re.compile(
    r"(?:(?:bab|bagian|pasal|paragraf|halaman|hal) ?[\divxlc.]+\b.*"
    r"|(?:[a-z]|[ivx]+|\d{1,2})(?:[.)]\d{0,2})+ ?(?=\D).*"
    r"|(?:kata pengantar|kata sambutan|sambutan|daftar (?:isi|gambar|tabel|grafik|lampiran|pustaka|bagan)"
    r"|pendahuluan|latar belakang|dasar hukum|maksud dan tujuan|maksud|tujuan|ruang lingkup"
    r"|penutup|kesimpulan|saran|simpulan|lampiran(?: lampiran)?|lampiran [ivx\d]+|judul|cover|logo"
    r"|ketentuan umum|abstrak|gambaran umum|sistematika penulisan|isi|memutuskan|tentang|nomor"
    r"|no [a-z].*|dan|selaku|menimbang|mengingat|menetapkan|memperhatikan|salinan|sekian|terima kasih)[ .:]*)"
)
_ISSUER = re.compile(
    r"(?:pemerintah (?:daerah |kabupaten|kota|provinsi|propinsi|republik)|pemerintah\b.{0,30}$"
    r"|dinas |badan (?!publik)|kementerian |kantor |sekretariat |inspektorat|kecamatan |kelurahan |"
    r"desa |rumah sakit|rsud|puskesmas|bupati\b|wali ?kota\b|gubernur\b|presiden\b|republik indonesia|"
    r"kabupaten |kota |provinsi |direktorat |komisi informasi|universitas |politeknik |sekolah |"
    r"lembaga |pejabat pengelola informasi|ppid\b|unit |bagian |bidang |uptd? |kepala |balai |"
    r"tim penyusun|oleh\b)"
)
_ADDRESS = re.compile(
    r"\b(?:jl\.|jalan |jln|alamat|telp|telepon|tlp|fax|faks|faksimil|kode ?pos|website|laman|"
    r"situs|surel|e-?mail|www\.|https?:)|@[\w.-]+\.",
    re.IGNORECASE,
)
_LEADERS = (".....", ". . . . ", "……", "_____")
_RECITAL = re.compile(
    r"(?:menimbang|mengingat|memperhatikan|menetapkan|memutuskan|dengan rahmat|bismillah|"
    r"dengan persetujuan)\b"
)
_HONOUR = re.compile(r"(?:Drs?a?|Ir|Prof|H|Hj)\.")
_RANK_OR_DEGREE = re.compile(
    r"\bNIP\b|\bPembina\b|\bPenata\b|,\s*(?:S\.? ?[A-Z]|M\.? ?[A-Z]|SE|SH|MM)"
)
_RANK_MARKS = (",", "NIP", "Pembina", "Penata")  # without one of them the pattern is not tried
_PAGE_NUMBER = re.compile(
    r"(?:hal(?:aman)?\.? ?)?[-–| ]*(?:\d{1,4}|[ivxlc]{1,6})(?: ?[|/-] ?\d{0,4})?[-–| ]*"
)
_ABOVE_NUMBERS = 24  # characters; longer lines are looked at no further
_SITE = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+", re.IGNORECASE)
_EMPTY_PROPERTY = re.compile(
    r"^(?:microsoft (?:word|excel|powerpoint)|powerpoint presentation|slide \d|untitled|tanpa judul|"
    r"document\d*$|dokumen\d*$|presentation\d*$|book\d*$|cover|print|scan|full page)"
    r"|\.(?:docx?|rtf|xlsx?|pptx?|pdf|pub|cdr|indd|tmp|jpe?g)\b",
    re.IGNORECASE,
)


def names_a_kind(normal: str) -> bool:
    """Say whether normal text opens with a word for a kind of document."""
    return bool(_KIND.match(normal))


def is_chapter(normal: str) -> bool:
    """Say whether normal text is a heading inside a document and no title of one."""
    return bool(_CHAPTER.fullmatch(normal))


def is_issuer(normal: str) -> bool:
    """Say whether normal text names a body rather than a document."""
    return bool(_ISSUER.match(normal))


def is_address(text: str) -> bool:
    """Say whether a line belongs to the address in a letterhead."""
    return bool(_ADDRESS.search(text))


def is_contents_line(text: str) -> bool:
    """Say whether a line stands in a table of contents."""
    return any(leader in text for leader in _LEADERS)


def is_recital(normal: str) -> bool:
    """Say whether normal text opens what stands in a decree below its title."""
    return bool(_RECITAL.match(normal))


def is_noise(text: str) -> bool:
    """Say whether a line is a page number, a web address, a signer, or has hardly a letter."""
    if len(text) < _ABOVE_NUMBERS:
        bare = text.strip()
        if sum(map(str.isalpha, bare)) < 3 or _PAGE_NUMBER.fullmatch(bare.lower()):
            return True
    return bool(_SITE.fullmatch(text.strip())) or _names_signer(text)


def _names_signer(text: str) -> bool:
    if _HONOUR.match(text):
        return True
    return any(mark in text for mark in _RANK_MARKS) and bool(_RANK_OR_DEGREE.search(text))


def is_loud(text: str) -> bool:
    """Say whether a line is set in capitals."""
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return upper > 0 and upper >= 4 * lower


def is_empty_property(title: str) -> bool:
    """Say whether a document property is what a program put there: a file's name, a slide's."""
    return bool(_EMPTY_PROPERTY.search(title))
