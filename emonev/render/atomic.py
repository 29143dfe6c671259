"""Writing a result so that the earlier one stays whole until the new one is complete."""

import errno
import glob
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from emonev.errors import EmonevError, reason_of
from emonev.language import say
from emonev.model.text import Text

_FULL = Text(
    "{path} tidak dapat ditulis: ruang penyimpanan habis.",
    "{path} could not be written: the disk is full.",
)
_MAKE_ROOM = Text(
    "Kosongkan ruang penyimpanan, lalu ulangi. Hasil sebelumnya tidak berubah.",
    "Free some space and run it again. The earlier result is unchanged.",
)
_FORBIDDEN = Text(
    "{path} tidak dapat ditulis: akses ditolak.", "{path} could not be written: access denied."
)
_CLOSE_IT = Text(
    "Tutup berkas itu bila sedang dibuka di program lain, dan pastikan foldernya boleh ditulisi. "
    "Hasil sebelumnya tidak berubah.",
    "Close the file where another program has it open, and make sure that the folder may be "
    "written to. The earlier result is unchanged.",
)
_OTHER = Text("{path} tidak dapat ditulis: {reason}.", "{path} could not be written: {reason}.")
_CHECK_FOLDER = Text(
    "Periksa folder keluaran di emonev.yaml. Hasil sebelumnya tidak berubah.",
    "Check the output folder in emonev.yaml. The earlier result is unchanged.",
)
_TO_A_DISK = Text(
    "Salin ruang kerja ke diska yang dapat ditulisi, lalu jalankan lagi di sana.",
    "Copy the workspace to a disk that can be written to, and run it again there.",
)
_NO_FILE = Text(
    "{path} bukan berkas biasa (perangkat, pipa, atau soket); tidak ditulisi.",
    "{path} is no ordinary file (a device, pipe or socket) and is not written to.",
)
_OTHER_PLACE = Text("Pilih nama berkas lain.", "Choose the name of another file.")
_UNFINISHED = ".tmp"
_ABANDONED_AFTER = 600.0  # seconds; nobody writes a result for so long
_DISK_FULL = {28, 122}  # ENOSPC, EDQUOT; the second has no name on Windows


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path`, wholly or not at all.

    Raises EmonevError where the disk is full, the folder is read-only or the file is in use.
    """
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            # Putting a file in the place of /dev/null would break the machine.
            raise EmonevError("not-a-file", say(_NO_FILE, path=str(path)), _OTHER_PLACE)
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data)
    except OSError as error:
        raise _told(path, error) from error


def _replace(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            _sweep(path, os.fstat(file.fileno()).st_mtime)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _permit_as_usual(name)
        os.replace(name, path)  # noqa: PTH105 - pathlib's replace is this call, on a text we have
    except BaseException:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108 - as above
        raise


def _sweep(path: Path, now: float) -> None:
    """Remove what runs that were killed while they wrote this file have left behind.

    `now` is the file system's time: a server's clock may differ from ours.
    """
    for left in path.parent.glob(f".{glob.escape(path.name)}.*{_UNFINISHED}"):
        with suppress(OSError):
            state = left.lstat()
            if stat.S_ISREG(state.st_mode) and now - state.st_mtime > _ABANDONED_AFTER:
                left.unlink()


def _permit_as_usual(name: str) -> None:
    """Give the file the rights of any other: mkstemp makes files that only their owner reads."""
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, 0o666 & ~mask)  # noqa: PTH101 - as above


def _told(path: Path, error: OSError) -> EmonevError:
    if error.errno in _DISK_FULL:
        return EmonevError("disk-full", say(_FULL, path=str(path)), _MAKE_ROOM)
    if isinstance(error, PermissionError):
        return EmonevError("not-writable", say(_FORBIDDEN, path=str(path)), _CLOSE_IT)
    told = say(_OTHER, path=str(path), reason=reason_of(error))
    remedy = _TO_A_DISK if error.errno == errno.EROFS else _CHECK_FOLDER
    return EmonevError("not-written", told, remedy)
