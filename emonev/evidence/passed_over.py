"""Which directory entries are no evidence, and what is said of each."""

from collections.abc import Callable

from emonev.model.inventory import NOTE_NAME, Skipped
from emonev.model.text import Text

_SYSTEM_NAMES = frozenset(
    {
        "thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", ".spotlight-v100", ".trashes",
        ".fseventsd", "__macosx", "@eadir", "$recycle.bin", "system volume information", "icon\r",
    }
)  # fmt: skip
_DOWNLOADS = (".crdownload", ".part", ".partial", ".download", ".tmp", ".temp", ".opdownload")

REASONS: dict[str, Text] = {
    "office-lock": Text(
        "Berkas kunci sementara dari aplikasi perkantoran; tutup dokumennya, bukan bukti.",
        "A temporary lock file of an office application, not evidence; close the document.",
    ),
    "system-file": Text(
        "Berkas bawaan sistem operasi; bukan bukti.",
        "A file of the operating system; not evidence.",
    ),
    "note": Text("Catatan petunjuk dari emonev; bukan bukti.", "emonev's own note; not evidence."),
    "partial-download": Text(
        "Berkas sementara atau unduhan yang belum selesai; selesaikan unduhannya bila ini bukti.",
        "A temporary file or an unfinished download; finish the download if it is evidence.",
    ),
    "hidden": Text(
        "Berkas atau folder tersembunyi; tampilkan (ganti namanya) bila ini bukti.",
        "A hidden file or folder; unhide (rename) it if it is evidence.",
    ),
    "not-a-file": Text(
        "Bukan berkas biasa (pipa, soket, atau perangkat); tidak dibaca.",
        "Not an ordinary file (a pipe, socket or device); not read.",
    ),
    "link-outside": Text(
        "Tautan yang menunjuk ke luar folder bukti tidak diikuti; salin berkasnya ke sini.",
        "A link that leads out of the evidence folder is not followed; copy the file here.",
    ),
    "link-broken": Text(
        "Tautan yang tidak menunjuk ke berkas mana pun; salin berkasnya ke sini.",
        "A link that leads to no file; copy the file here.",
    ),
    "link-loop": Text(
        "Tautan folder yang berputar kembali atau bertingkat tidak diikuti; isinya sudah didaftar "
        "di tempat asalnya.",
        "A link to a folder that leads back, or stands behind another link, is not followed; what "
        "it holds is listed where it really is.",
    ),
    "unreadable": Text(
        "Sistem operasi tidak mengizinkan folder ini dibuka; periksa izinnya, lalu jalankan lagi.",
        "The operating system did not let this folder be opened; check its permissions, run again.",
    ),
    "pattern-outside": Text(
        "Pola bukti di berkas jawaban menunjuk ke luar ruang kerja; tulis letak yang relatif "
        "terhadap folder emonev.yaml, tanpa “..”.",
        "A pattern of evidence in the answers leads out of the workspace; write a path relative "
        'to the folder of emonev.yaml, without "..".',
    ),
}


def passed_over(path: str, code: str) -> Skipped:
    """Return the record of an entry that is no evidence."""
    return Skipped(path, code, REASONS[code])


def code_of_name(name: str) -> str:
    """Return why an entry of this name is passed over; "" where it is not."""
    folded = name.casefold()
    return next((code for code, fits in _RULES if fits(folded)), "")


def _is_office_lock(name: str) -> bool:
    return name.startswith("~$") or (name.startswith(".~lock.") and name.endswith("#"))


def _is_system_file(name: str) -> bool:
    return name in _SYSTEM_NAMES or name.startswith("._")


# In this order: a name that fits two rules gets the code that says most.
_RULES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("note", lambda name: name == NOTE_NAME.casefold()),
    ("office-lock", _is_office_lock),
    ("system-file", _is_system_file),
    ("partial-download", lambda name: name.endswith(_DOWNLOADS)),
    ("hidden", lambda name: name.startswith(".")),
)
