"""What a person should know about the whole before submitting, beside the single findings."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from emonev.judged import Judged
from emonev.language import decimal_text, say, size_text
from emonev.model.assessment import Bound, Recognition, Total, Warning
from emonev.model.facts import PersonalKind
from emonev.model.finding import Outcome, Proof
from emonev.model.text import Text
from emonev.personal_data import personal_data_in
from emonev.voices import Verdict, review_holds

_NO_EVIDENCE = Text(
    "Tidak ada satu pun bukti tahun {year}: folder bukti/{year} tidak ada, kosong, atau tidak "
    "dapat dibuka; periksa nama dan letaknya.",
    "There is no evidence of {year} at all: the folder bukti/{year} is missing, empty or cannot "
    "be opened; check its name and place.",
)
_CLOSED_FOLDERS = Text(
    "Folder ini tidak dapat dibuka, sehingga isinya belum dinilai: {names}. Periksa izinnya, lalu "
    "jalankan lagi.",
    "These folders could not be opened, so that what they hold is not judged: {names}. Check "
    "their permissions and run again.",
)
_UNASSIGNED = Text(
    "{count} berkas tidak terpasang pada kriteria mana pun; pindahkan ke folder kriterianya atau "
    "sebutkan di jawaban.",
    "{count} files belong to no criterion; move them into a criterion's folder or name them in "
    "the answers.",
)
_UNKNOWN_FOLDERS = Text(
    "Folder ini mirip id kriteria, tetapi tidak ada di rubrik: {names}.",
    "These folders look like criterion ids, but the rubric has none such: {names}.",
)
_UNMATCHED = Text(
    "Pola bukti di jawaban tidak menemukan berkas: {names}.",
    "Evidence patterns in the answers match no file: {names}.",
)
_UNREADABLE = Text(
    "{count} berkas tidak dapat dibaca; ganti dengan berkas yang utuh dan tanpa kata sandi.",
    "{count} files could not be read; replace them with whole ones without a password.",
)
_OVER_LIMIT = Text(
    "{count} berkas lebih besar dari batas portal {limit}; perkecil atau serahkan sebagai tautan.",
    "{count} files are larger than the portal's limit of {limit}; shrink them or hand in links.",
)
_SAME_CONTENT = Text(
    "{count} berkas berisi sama persis dengan berkas lain; periksa apakah memang disengaja.",
    "{count} files are exact copies of others; check that this is intended.",
)
_FALSE_EXTENSION = Text(
    "{count} berkas berakhiran nama yang tidak sesuai isinya; portal dapat menolaknya.",
    "{count} files have a name ending that belies their content; the portal may refuse them.",
)
_GPS = Text(
    "{count} foto menyimpan lokasi GPS; hapus data lokasinya sebelum diumumkan.",
    "{count} photos carry a GPS position; remove it before publishing.",
)
_SIGNATURES = Text(
    "{count} berkas bertanda tangan digital yang tidak utuh atau tidak dapat diperiksa; bandingkan "
    "dengan naskah aslinya. Sebabnya tercantum di daftar bukti.",
    "{count} files bear a digital signature that is not intact or cannot be examined; compare "
    "them with the originals. The list of evidence says why.",
)
_PERSONAL = Text(
    "{count} berkas memuat data pribadi ({kinds}). Sebelum diumumkan, hitamkan pada salinannya dan "
    "simpan aslinya (UU 27/2022 Pasal 4; UU 14/2008 Pasal 17 huruf h).",
    "{count} files contain personal data ({kinds}). Before publishing, black it out in a copy and "
    "keep the original (UU 27/2022 Pasal 4; UU 14/2008 Pasal 17 huruf h).",
)
_KINDS: dict[PersonalKind, Text] = {
    "nik": Text("NIK", "NIK"),
    "phone": Text("telepon seluler", "mobile phones"),
    "email": Text("surel pribadi", "private e-mail"),
    "bank-account": Text("rekening bank", "bank accounts"),
    "npwp": Text("NPWP", "NPWP"),
}
_PERSONAL_NAMES = Text(
    "{count} nama berkas memuat data pribadi; ganti namanya sebelum diunggah atau diumumkan.",
    "{count} file names contain personal data; rename them before uploading or publishing.",
)
_OCR_LEFT = Text(
    "OCR membaca {read} halaman pindaian; {left} halaman lagi belum dibaca karena waktunya habis, "
    "sehingga temuan yang bergantung padanya menunggu telaah. Jalankan lagi untuk melanjutkan, "
    "atau beri waktu lebih lama, misalnya --ocr-budget 60.",
    "OCR read {read} scanned pages; {left} more were not read because its time was over, so that "
    "findings which hang on them await review. Run again to go on, or give it more time, such as "
    "--ocr-budget 60.",
)
_OCR_NOT_YET = Text(
    "{left} halaman pindaian belum dibaca OCR karena waktunya habis, sehingga temuan yang "
    "bergantung padanya menunggu telaah. Jalankan lagi untuk melanjutkan, atau beri waktu lebih "
    "lama, misalnya --ocr-budget 60.",
    "{left} scanned pages were not read by OCR because its time was over, so that findings which "
    "hang on them await review. Run again to go on, or give it more time, such as "
    "--ocr-budget 60.",
)
_OCR_MISSING = Text(
    "{left} halaman berupa gambar belum dibaca karena OCR tidak terpasang; temuan yang bergantung "
    "padanya menunggu telaah. Jalankan `emonev doctor` untuk melihat apa yang perlu dipasang.",
    "{left} pages that are pictures were not read because no OCR is installed; findings that hang "
    "on them await review. Run `emonev doctor` to see what to install.",
)
_OCR_OFF = Text(
    "{left} halaman berupa gambar tidak dibaca karena OCR dimatikan; temuan yang bergantung "
    "padanya menunggu telaah.",
    "{left} pages that are pictures were not read because OCR is off; findings that hang on them "
    "await review.",
)
_OCR_UNANSWERED = Text(
    "Mesin OCR atau berkasnya tidak dapat dibuka untuk {count} halaman; periksa dengan `emonev "
    "doctor`, lalu jalankan lagi.",
    "The OCR engine, or the file, could not be opened for {count} pages; check with `emonev "
    "doctor`, then run again.",
)
_OCR_AGAIN = Text(
    "{left} halaman yang sudah dibaca OCR belum dilihat ulang dengan {second}, karena waktunya habis "
    "atau mesin itu tidak dapat dijalankan; jalankan lagi `emonev score`, atau periksa dengan `emonev "
    "doctor`.",
    "{left} pages that OCR has read were not yet looked at again with {second}, because its time was "
    "over or the engine could not be started; run `emonev score` again, or check with `emonev doctor`.",
)
_OCR_FAILED = Text(
    "OCR tidak berhasil membaca {count} halaman; pindai ulang, atau minta orang memeriksanya.",
    "OCR could not read {count} pages; scan them again, or let a person look at them.",
)
_BLANK = Text(
    "{count} kriteria belum dijawab: {names}. Jawaban kosong kehilangan seluruh poinnya.",
    "{count} criteria are not answered: {names}. A blank answer loses all its points.",
)
_CLAIM_ONLY = Text(
    "{count} kriteria dijawab «ya» tanpa bukti: {names}.",
    "{count} criteria are answered “yes” without evidence: {names}.",
)
_NOT_IN_FORCE = Text(
    "{count} verifikasi sudah lewat masa berlakunya, atau bertanggal sesudah penilaian ini, dan "
    "tidak dihitung: {names}.",
    "{count} reviews have run out, or bear a date after this assessment, and do not count: "
    "{names}.",
)
_NEAR = Text(
    "Nilai hanya berjarak {distance} poin dari batas {band} ({bound}); satu penolakan atau "
    "pembulatan dapat mengubah kualifikasi.",
    "The score lies only {distance} points from the bound of {band} ({bound}); one rejection or "
    "the rounding may change the qualification.",
)
_NAMES_SHOWN = 8


_AND_MORE = Text("{names}, dan {count} lagi", "{names}, and {count} more")


def warnings_of(judged: Judged, total: Total) -> tuple[Warning, ...]:
    """Return the warnings of an assessment: of the total, the answers, the files, the run."""
    return (
        *(_near(bound) for bound in total.near),
        *_of_answers(judged),
        *_of_folders(judged),
        *_of_files(judged),
        *_of_recognition(judged.recognition),
        *(Warning(code="notice", message=notice) for notice in judged.notices),
    )


def _near(bound: Bound) -> Warning:
    distance, at = decimal_text(bound.distance), decimal_text(bound.from_)
    return Warning(
        code="near-bound", message=say(_NEAR, distance=distance, band=bound.label, bound=at)
    )


def _of_answers(judged: Judged) -> Iterator[Warning]:
    if judged.answers.given:
        yield from _criteria("blank-answers", _BLANK, judged, _is_blank)
        yield from _criteria("claim-only", _CLAIM_ONLY, judged, _claims_without_evidence)
    yield from _criteria("review-not-in-force", _NOT_IN_FORCE, judged, _review_is_not_in_force)


def _of_folders(judged: Judged) -> Iterator[Warning]:
    inventory = judged.inventory
    if not inventory.files and not inventory.links:
        yield Warning(code="no-evidence", message=say(_NO_EVIDENCE, year=f"{judged.year}"))
    closed = tuple(entry.path for entry in inventory.skipped if entry.code == "unreadable")
    for code, template, names in (
        ("closed-folder", _CLOSED_FOLDERS, closed),
        ("unmatched-pattern", _UNMATCHED, inventory.unmatched),
        ("unknown-folder", _UNKNOWN_FOLDERS, inventory.unknown_folders),
    ):
        if names:
            yield Warning(code=code, message=say(template, names=_names(names)))


def _of_files(judged: Judged) -> Iterator[Warning]:
    limit = judged.rubric.portal.max_bytes
    noted: dict[str, list[str]] = defaultdict(list)
    for exhibit in judged.exhibits:
        path = exhibit.evidence.path
        for note in exhibit.facts.notes:
            noted[note.code].append(path)
        if exhibit.facts.problem:
            noted["problem"].append(path)
        if exhibit.evidence.bytes > limit and exhibit.evidence.criteria:
            noted["over-limit"].append(path)
        if not exhibit.evidence.criteria:
            noted["unassigned"].append(path)
    shown = size_text(limit)
    yield from _files("unreadable", _UNREADABLE, noted["problem"])
    yield from _files("over-portal-limit", _OVER_LIMIT, noted["over-limit"], limit=shown)
    yield from _files("false-extension", _FALSE_EXTENSION, noted["false-extension"])
    yield from _files("gps", _GPS, noted["gps"])
    doubtful = list(dict.fromkeys(noted["doubtful-signature"]))
    yield from _files("doubtful-signature", _SIGNATURES, doubtful)
    yield from _personal(judged)
    yield from _files("same-content", _SAME_CONTENT, _copies(judged))
    yield from _files("unassigned", _UNASSIGNED, noted["unassigned"])


def _of_recognition(read: Recognition | None) -> Iterator[Warning]:
    if read is None:
        return
    if read.left:
        code, template = _of_unread(read)
        yield Warning(code=code, message=say(template, read=read.read, left=read.left))
    if read.unanswered:
        told = say(_OCR_UNANSWERED, count=read.unanswered)
        yield Warning(code="ocr-unanswered", message=told)
    if read.again_left:
        told = say(_OCR_AGAIN, left=read.again_left, second=read.second)
        yield Warning(code="ocr-again-left", message=told)
    if read.failed:
        yield Warning(code="ocr-failed", message=say(_OCR_FAILED, count=read.failed))


def _of_unread(read: Recognition) -> tuple[str, Text]:
    if read.off:
        return "ocr-off", _OCR_OFF
    if not read.engine:
        return "ocr-missing", _OCR_MISSING
    return "ocr-left", _OCR_LEFT if read.read else _OCR_NOT_YET


def _personal(judged: Judged) -> Iterator[Warning]:
    holding = [exhibit for exhibit in judged.exhibits if exhibit.facts.personal]
    found = {one.kind for exhibit in holding for one in exhibit.facts.personal}
    named = [words for kind, words in _KINDS.items() if kind in found]
    kinds = Text(", ".join(kind.id for kind in named), ", ".join(kind.en for kind in named))
    yield from _files(
        "personal-data", _PERSONAL, [exhibit.evidence.path for exhibit in holding], kinds=kinds
    )
    names = [file.path for file in judged.inventory.files if personal_data_in(file.path)]
    yield from _files("personal-data-in-names", _PERSONAL_NAMES, names)


def _criteria(
    code: str, template: Text, judged: Judged, holds: Callable[[Verdict, Judged], bool]
) -> Iterator[Warning]:
    ids = [verdict.criterion.id for verdict in judged.verdicts if holds(verdict, judged)]
    if ids:
        yield Warning(code=code, message=say(template, count=len(ids), names=_names(ids)))


def _files(code: str, template: Text, paths: Sequence[str], **values: Text) -> Iterator[Warning]:
    if paths:
        yield Warning(
            code=code,
            message=say(template, count=len(paths), **values),
            proofs=tuple(Proof(path) for path in paths),
        )


def _is_blank(verdict: Verdict, _judged: Judged) -> bool:
    return verdict.answer.claim is None and verdict.answer.not_applicable is None


def _claims_without_evidence(verdict: Verdict, _judged: Judged) -> bool:
    claims = verdict.answer.claim is not None and verdict.answer.claim > 0
    handed_in = verdict.evidence or verdict.links
    return claims and not handed_in and verdict.supported_outcome is not Outcome.NOT_APPLICABLE


def _review_is_not_in_force(verdict: Verdict, judged: Judged) -> bool:
    review = verdict.answer.review
    return review is not None and not review_holds(review, judged.today)


def _copies(judged: Judged) -> list[str]:
    seen: set[str] = set()
    copies: list[str] = []
    for file in judged.inventory.files:
        if file.sha256 in seen and file.bytes:
            copies.append(file.path)
        seen.add(file.sha256)
    return copies


def _names(names: Sequence[str]) -> Text:
    shown = ", ".join(names[:_NAMES_SHOWN])
    if len(names) <= _NAMES_SHOWN:
        return Text(shown, shown)
    return say(_AND_MORE, names=shown, count=len(names) - _NAMES_SHOWN)
