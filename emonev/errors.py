"""Errors that are answered with a sentence: the place, the problem and the mend."""

import errno

from msgspec import Struct

from emonev.model.text import Text

_REASONS = {
    errno.EACCES: Text("akses ditolak", "access denied"),
    errno.EPERM: Text("akses ditolak", "access denied"),
    errno.EROFS: Text("media hanya dapat dibaca", "the medium is read-only"),
    errno.ENOSPC: Text("ruang penyimpanan habis", "the disk is full"),
    errno.EDQUOT: Text("jatah ruang penyimpanan habis", "the disk quota is used up"),
    errno.EISDIR: Text("itu sebuah folder", "it is a folder"),
    errno.ENOTDIR: Text(
        "sebagian jalurnya adalah berkas, bukan folder", "part of the path is a file, not a folder"
    ),
    errno.ENOENT: Text("tidak ada", "there is no such file or folder"),
    errno.EEXIST: Text("nama itu sudah terpakai", "the name is taken"),
    errno.ENAMETOOLONG: Text("nama atau jalurnya terlalu panjang", "the name or path is too long"),
    errno.ELOOP: Text("tautannya berputar", "its links go round in a circle"),
    errno.EIO: Text("media rusak atau terlepas", "the medium is damaged or was removed"),
    errno.EMFILE: Text("terlalu banyak berkas terbuka", "too many files are open"),
    errno.ENFILE: Text("terlalu banyak berkas terbuka", "too many files are open"),
    errno.ENOMEM: Text("memori habis", "out of memory"),
    errno.EAGAIN: Text("terlalu banyak proses berjalan", "too many processes are running"),
}


def reason_of(error: OSError) -> Text:
    """Return why the operating system refused, in words; its own where we have none."""
    words = error.strerror or type(error).__name__
    return _REASONS.get(error.errno or 0, Text(words, words))


class Fault(Struct, frozen=True, order=True):
    """One mistake in a file that a person wrote. `line` and `column` count from 1; 0 = whole file.

    `slug` is stable and searchable; `severity` "warning" does not keep a file from being used.
    """

    file: str
    line: int
    column: int
    slug: str
    message: Text
    remedy: Text | None = None
    severity: str = "error"

    @property
    def place(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


class EmonevError(Exception):
    """An expected error: shown without a traceback, exit code 2."""

    def __init__(self, slug: str, message: Text, remedy: Text | None = None) -> None:
        super().__init__(message.en)
        self.slug, self.message, self.remedy = slug, message, remedy


class FaultyFileError(EmonevError):
    """A file with mistakes, all of them at once; nothing of it was used."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        first = faults[0]
        super().__init__(first.slug, first.message, first.remedy)
        self.faults = faults
