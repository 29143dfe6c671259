"""Why a file could not be read, and what is odd about one that could: the readers' sentences."""

from collections.abc import Sequence

from emonev.language import say
from emonev.model.facts import Note, Problem, ProblemCode
from emonev.model.text import Text


class CannotReadError(Exception):
    """Ends the reading of one file; `read_file` turns it into a Reading with this problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message.en)
        self.problem = problem


def cannot(code: ProblemCode, message: Text) -> CannotReadError:
    """Return the exception to raise where a file cannot be read on."""
    return CannotReadError(Problem(code, message))


EMPTY = Text(
    "Berkas tidak berisi apa pun; serahkan berkas yang ada isinya.",
    "The file holds nothing; hand in a file with content.",
)
EMPTY_DOCUMENT = Text(
    "Berkas dapat dibuka, tetapi tidak ada teks dan gambar di dalamnya; serahkan berkas yang ada isinya.",
    "The file opens, but there is no text and no picture in it; hand in a file with content.",
)
DAMAGED = Text(
    "Berkas rusak atau terpotong; buka dengan aplikasi asalnya, simpan ulang, lalu serahkan kembali.",
    "The file is damaged or cut short; open it in its application, save it again and hand it in anew.",
)
NO_MAIN_PART = Text(
    "Isi utama dokumen tidak ditemukan di dalam berkas; simpan ulang dari aplikasi asalnya.",
    "The main part of the document is missing from the file; save it again from its application.",
)
FORBIDDEN_DECLARATION = Text(
    "Berkas memuat deklarasi DTD yang tidak lazim dan berbahaya, sehingga tidak dibaca; "
    "simpan ulang dari aplikasi asalnya.",
    "The file carries a DTD, which is unusual and dangerous, so it was not read; "
    "save it again from its application.",
)
ENCRYPTED = Text(
    "Berkas terkunci kata sandi; hapus kata sandinya, lalu serahkan kembali.",
    "The file is locked with a password; remove the password and hand it in anew.",
)
UNREADABLE = Text(
    "Berkas tidak dapat dibuka oleh sistem operasi; periksa izin dan lokasinya.",
    "The operating system did not let the file be opened; check its permissions and place.",
)
MEMORY = Text(
    "Memori habis saat membaca berkas; bagi berkas menjadi beberapa bagian yang lebih kecil.",
    "Memory ran out while reading the file; split it into smaller parts.",
)

_TOO_MANY_BYTES = Text(
    "Berkas terlalu besar untuk dibaca (lebih dari {limit} MB); bagi atau kecilkan berkas.",
    "The file is too large to be read (over {limit} MB); split it or make it smaller.",
)
_UNPACKED = Text(
    "Isi berkas mengembang melampaui batas saat dibuka ({limit} MB atau {ratio} kali ukuran aslinya); "
    "simpan ulang dari aplikasi asalnya.",
    "What the file holds grows over the limit when unpacked ({limit} MB or {ratio} times its size); "
    "save it again from its application.",
)
_MEMBERS = Text(
    "Berkas memuat lebih dari {limit} bagian, sehingga tidak dibaca; simpan ulang dari aplikasi asalnya.",
    "The file has more than {limit} parts, so it was not read; save it again from its application.",
)
_DEPTH = Text(
    "Susunan berkas bersarang lebih dari {limit} tingkat, sehingga tidak dibaca; "
    "simpan ulang dari aplikasi asalnya.",
    "The file is nested more than {limit} levels deep, so it was not read; "
    "save it again from its application.",
)
_CELLS = Text(
    "Lembar “{sheet}” memakai sel hingga baris {rows} dan kolom {columns}, lebih dari {limit} sel; "
    "hapus sel yang tersasar jauh dari tabel, atau bagi buku kerja.",
    "The sheet “{sheet}” uses cells down to row {rows} and column {columns}, more than {limit} cells; "
    "delete cells that stand astray far from the table, or split the workbook.",
)
_PIXELS = Text(
    "Gambar berukuran {width} × {height} piksel, melebihi batas {limit} piksel; kecilkan gambar.",
    "The picture measures {width} × {height} pixels, over the limit of {limit}; make it smaller.",
)


def too_many_bytes(limit: int) -> CannotReadError:
    return cannot("too-large", say(_TOO_MANY_BYTES, limit=limit // 1024**2))


def unpacks_too_large(limit: int, ratio: int) -> CannotReadError:
    return cannot("too-large", say(_UNPACKED, limit=limit // 1024**2, ratio=ratio))


def too_many_members(limit: int) -> CannotReadError:
    return cannot("too-large", say(_MEMBERS, limit=limit))


def too_deep(limit: int) -> CannotReadError:
    return cannot("too-large", say(_DEPTH, limit=limit))


def too_many_cells(sheet: str, rows: int, columns: int, limit: int) -> CannotReadError:
    message = say(_CELLS, sheet=sheet, rows=rows, columns=columns, limit=limit)
    return cannot("too-large", message)


def too_many_pixels(width: int, height: int, limit: int) -> CannotReadError:
    return cannot("too-large", say(_PIXELS, width=width, height=height, limit=limit))


TRUNCATED = Note(
    "truncated",
    Text(
        "Berkas sangat panjang; hanya bagian awal sampai batas pembacaan yang dibaca.",
        "The file is very long; only its beginning, up to the limit, was read.",
    ),
)
SCAN = Note(
    "scan",
    Text(
        "Dokumen berisi gambar (pindaian) tanpa teks yang dapat dibaca; "
        "serahkan dokumen asli yang berteks.",
        "The document holds pictures (scans) without readable text; "
        "hand in the original with its text.",
    ),
)
MACROS = Note(
    "macros",
    Text(
        "Berkas memuat makro; makro tidak dijalankan. Simpan tanpa makro sebelum diserahkan.",
        "The file carries macros, which were not run. Save it without macros before handing it in.",
    ),
)
GPS = Note(
    "gps",
    Text(
        "Gambar menyimpan koordinat GPS tempat pengambilan; hapus bila tidak boleh terbuka.",
        "The picture stores the GPS coordinates of where it was taken; remove them if they "
        "should not be public.",
    ),
)
BLANK_PICTURE = Note(
    "blank-pages",
    Text(
        "Gambar hampir satu warna dan tampak kosong; periksa apakah berkasnya benar.",
        "The picture is nearly of one colour and looks blank; check that it is the right file.",
    ),
)
SAVED_LOGIN_PAGE = Note(
    "saved-login-page",
    Text(
        "Halaman yang tersimpan adalah halaman masuk (login) atau permintaan akses, bukan isinya; "
        "simpan ulang setelah masuk, atau tautkan halaman yang terbuka untuk umum.",
        "The saved page asks to log in or to request access and is not the content behind it; "
        "save it again after logging in, or link a page that is open to the public.",
    ),
)
ATTACHMENTS = Note(
    "attachments",
    Text(
        "Surel memuat lampiran yang tidak dibaca; serahkan lampirannya sebagai berkas tersendiri.",
        "The e-mail has attachments, which were not read; hand them in as files of their own.",
    ),
)
_PAGES_WITHOUT_TEXT = Text(
    "Halaman tanpa teks yang dapat dibaca: {pages}; halaman itu berupa gambar.",
    "Pages without readable text: {pages}; they are pictures.",
)
_HIDDEN_SHEETS = Text(
    "Buku kerja memuat lembar tersembunyi: {names}; tampilkan atau hapus sebelum diserahkan.",
    "The workbook has hidden sheets: {names}; show or delete them before handing it in.",
)


def pages_without_text(pages: Sequence[int]) -> Note:
    return Note("pages-without-text", say(_PAGES_WITHOUT_TEXT, pages=_listed(pages)))


def hidden_sheets(names: Sequence[str]) -> Note:
    return Note("hidden-sheets", say(_HIDDEN_SHEETS, names=_listed(names)))


def _listed(items: Sequence[object], most: int = 10) -> str:
    shown = ", ".join(str(item) for item in items[:most])
    return shown + (", …" if len(items) > most else "")
