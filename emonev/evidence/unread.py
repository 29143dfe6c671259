"""The facts of files that gave none: not opened, changed under our hands, or lost with their reader."""

from emonev.language import say
from emonev.model.facts import Facts, Problem, ProblemCode
from emonev.model.inventory import Evidence
from emonev.model.text import Text

_UNREADABLE = Text(
    "Berkas tidak dapat dibuka atau sedang ditulis program lain; periksa izinnya, tutup program "
    "itu, lalu jalankan lagi.",
    "The file cannot be opened, or another program is writing it; check its permissions, close "
    "that program and run again.",
)
_CHANGED = Text(
    "Berkas berubah, pindah, atau terhapus saat sedang dibaca; jalankan lagi.",
    "The file changed, moved or vanished while it was read; run again.",
)
_TOO_LARGE = Text(
    "Berkas terlalu besar untuk dibaca; bagi atau kecilkan berkas.",
    "The file is too large to be read; split it or make it smaller.",
)
_TIME = Text(
    "Pembacaan berkas dihentikan setelah {seconds} detik; simpan ulang dari aplikasi asalnya, "
    "atau coba lagi dengan --no-cache.",
    "Reading the file was stopped after {seconds} seconds; save it again from its application, "
    "or try again with --no-cache.",
)
_MEMORY = Text(
    "Pembacaan berkas membutuhkan memori lebih dari {limit} MB; simpan ulang dari aplikasi "
    "asalnya, atau bagi menjadi beberapa bagian.",
    "Reading the file takes more than {limit} MB of memory; save it again from its application, "
    "or split it into parts.",
)
_CRASHED = Text(
    "Pembaca berhenti mendadak karena isi berkas ({cause}); buka berkas dengan aplikasi asalnya, "
    "simpan ulang, lalu serahkan kembali.",
    "The reader broke down over the file's content ({cause}); open the file in its application, "
    "save it again and hand it in anew.",
)


def unread(evidence: Evidence) -> Facts:
    """Return the facts of a file that the inventory could not even hash."""
    if evidence.format == "unreadable":
        return _lost(evidence.format, "unreadable", _UNREADABLE)
    return _lost(evidence.format, "too-large", _TOO_LARGE)


def changed(format_: str) -> Facts:
    return _lost(format_, "unreadable", _CHANGED)


def out_of_time(format_: str, seconds: float) -> Facts:
    return _lost(format_, "time-limit", say(_TIME, seconds=max(1, round(seconds))))


def out_of_memory(format_: str, limit: int) -> Facts:
    return _lost(format_, "memory-limit", say(_MEMORY, limit=limit // 1024**2))


def crashed(format_: str, cause: str) -> Facts:
    """`cause` is for whoever mends the reader: an exception's name, a signal, an exit code."""
    return _lost(format_, "crashed", say(_CRASHED, cause=cause))


def _lost(format_: str, code: ProblemCode, message: Text) -> Facts:
    return Facts(format=format_, problem=Problem(code, message))
