"""The machine: its cores and memory, and whether a reader starts and reads in its own process."""

import contextlib
import os
import platform
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from emonev.doctor.examined import Examined
from emonev.evidence.cache_key import key_place, own_key
from emonev.evidence.limits import Limits
from emonev.evidence.messages import Job
from emonev.evidence.workers import Workers
from emonev.language import decimal, say
from emonev.model.facts import Facts
from emonev.model.text import Text

_SYSTEM = Text(
    "{system}; {cores} inti, memori {memory} GB", "{system}; {cores} cores, {memory} GB of memory"
)
_LITTLE = Text(
    "Memori yang bebas tinggal {memory} GB; berkas besar dapat gagal dibaca",
    "Only {memory} GB of memory are free; large files may fail to be read",
)
_CLOSE_PROGRAMS = Text(
    "Tutup program lain, lalu jalankan lagi.", "Close other programs and run again."
)
_READS = Text(
    "Pembaca berkas berjalan di proses tersendiri", "Files are read in a process of their own"
)
_DOES_NOT_READ = Text(
    "Proses pembaca berkas tidak dapat dijalankan ({cause})",
    "The process that reads files cannot be started ({cause})",
)
_ALLOW = Text(
    "Izinkan Python menjalankan proses lain pada antivirus atau kebijakan komputer ini, lalu pasang "
    "ulang: pip install --force-reinstall emonev",
    "Let the antivirus or the policy of this machine allow Python to start processes, then install "
    "again: pip install --force-reinstall emonev",
)
_NO_KEY = Text(
    "Kunci tembolok tidak dapat disimpan di {place}; setiap kali semua bukti dibaca dari awal",
    "The cache's key cannot be kept at {place}; each time all evidence is read from the start",
)
_FREE_HOME = Text("Beri izin tulis pada folder itu.", "Let that folder be written to.")
_LEAST = 1_536 * 1024**2  # what one reader may take
_GIGABYTE = 1024**3
_SECONDS = 30.0


def on_machine() -> Iterator[Examined]:
    """Yield how much there is to work with, and whether files can be read at all."""
    # Imported here: it takes a while, and only this looks at the whole machine.
    import psutil  # type: ignore[import-untyped]  # it ships no types

    memory = psutil.virtual_memory()
    told = say(
        _SYSTEM,
        system=f"{platform.system()} {platform.release()}",
        cores=os.cpu_count() or 1,
        memory=_gigabytes(memory.total),
    )
    yield Examined(part="machine", state="good", told=told)
    if memory.available < _LEAST:
        little = say(_LITTLE, memory=_gigabytes(memory.available))
        yield Examined(part="machine", state="advice", told=little, remedy=(_CLOSE_PROGRAMS,))
    yield _reader()
    yield from _key()


def _gigabytes(count: int) -> Text:
    number = f"{count / _GIGABYTE:.1f}"
    return Text(decimal(number, "id"), decimal(number, "en"))


def _reader() -> Examined:
    cause = _what_fails()
    if not cause:
        return Examined(part="machine", state="good", told=_READS)
    told = say(_DOES_NOT_READ, cause=cause)
    return Examined(part="machine", state="wrong", told=told, remedy=(_ALLOW,))


def _what_fails() -> str:
    """Read a file as evidence is read; return what kept it from being read."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "emonev.txt")
        place.write_text("emonev", encoding="utf-8")
        job = Job((os.fsencode(place),), "text", place.stat().st_size, (0,))
        try:
            with Workers(Limits(seconds=_SECONDS)) as workers:
                ((_, reply),) = workers.read([job])
        except OSError as error:
            return type(error).__name__
    problem = msgspec.msgpack.decode(reply.facts, type=Facts).problem
    return problem.code if problem else ""


def _key() -> Iterator[Examined]:
    with contextlib.suppress(OSError):
        own_key()
        return
    told = say(_NO_KEY, place=str(key_place()))
    yield Examined(part="machine", state="advice", told=told, remedy=(_FREE_HOME,))
