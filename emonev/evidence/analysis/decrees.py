"""Decrees, regulations and letters: the words behind TENTANG (or "Perihal:") say what they are about."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from emonev.evidence.reading import Line
from emonev.normalise import normalise

_HEAD = re.compile(
    r"(?:salinan )?(?:rancangan )?(?:undangundang|peraturan|keputusan|surat keputusan|"
    r"surat edaran|instruksi|qanun|penetapan|surat perintah|maklumat)\b"
)
_NUMBER = re.compile(r"(?:nomor|no\b)")
_ABOUT = re.compile(r"tentang\b[ :]*")
_LABELLED = re.compile(
    r"(tentang|perihal|hal|judul|nama (?:sop|dokumen|kegiatan|prosedur)|judul (?:sop|dokumen|laporan)|"
    r"acara|agenda)\s*:\s*(\S.*)",
    re.IGNORECASE,
)
_END = re.compile(
    r"dengan rahmat|menimbang|mengingat|bismillah|memutuskan|dan$|nomor\b|tanggal\b|atas nama\b"
)
_OFFICIAL = re.compile(
    r"(?:bupati|wali ?kota|gubernur|menteri|presiden|kepala|sekretaris|direktur|ketua|camat|lurah|"
    r"rektor|pejabat|komisi|jaksa|hakim|panglima|atasan)\b"
)
_HEAD_LINES = 12  # between the first line of the head and TENTANG
_HEART_LINES = 10
_LINES = 200


class Decree(Struct, frozen=True):
    """`whole` from its kind to what it is about, `heart` only that; `line` is where it begins.

    `labelled`: found by a label ("Perihal:") rather than by the form of a decree.
    """

    whole: str
    heart: str
    line: Line
    last: int  # index of the last line it takes
    first: int = 0
    labelled: bool = False


def decrees_in(lines: Sequence[Line]) -> Iterator[Decree]:
    """Yield the decrees that open in these lines, and labelled subjects, in reading order."""
    lines = lines[:_LINES]
    normals = [normalise(line.text) for line in lines]
    past = 0
    for place, line in enumerate(lines):
        if place < past:
            continue
        decree = _decree(lines, normals, place) or _labelled(lines, normals, place)
        if decree:
            past = decree.last + 1
            yield decree
        elif is_end(normals[place]) and line.page == lines[0].page:
            continue


def is_end(normal: str) -> bool:
    """Say whether the recitals begin here."""
    return bool(_END.match(normal))


def _decree(lines: Sequence[Line], normals: Sequence[str], place: int) -> Decree | None:
    if not _HEAD.match(normals[place]):
        return None
    about = next(
        (at for at in range(place, min(place + _HEAD_LINES, len(lines))) if _ABOUT.match(normals[at])),
        None,
    )
    if about is None or not _is_head(lines, normals, place, about):
        return None
    heart = list(_heart(lines, normals, place, about))
    if not heart:
        return None
    words = [line.text.strip() for line in lines[place:about]]
    said = " ".join(text for _, text in heart).strip(" .:;,")
    return Decree(
        whole=" ".join([*words, "TENTANG", said]),
        heart=said,
        line=lines[place],
        first=place,
        last=heart[-1][0],
    )


def _is_head(lines: Sequence[Line], normals: Sequence[str], place: int, about: int) -> bool:
    """Say whether these lines are a head: one page, short lines, and a number among them."""
    between = range(place, about)
    return (
        bool(between)
        and all(lines[at].page == lines[place].page for at in range(place, about + 1))
        and all(len(normals[at]) <= 90 for at in between)
        and (
            any(_NUMBER.match(normals[at]) or " nomor " in normals[at] for at in between)
            or all(lines[at].text.isupper() for at in between)
        )
    )


def _heart(
    lines: Sequence[Line], normals: Sequence[str], place: int, about: int
) -> Iterator[tuple[int, str]]:
    behind = _ABOUT.match(normals[about])
    rest = lines[about].text.strip()[len("tentang") :].strip(" :") if behind else ""
    if rest:
        yield about, rest
    head = " ".join(normals[place:about])
    for at in range(about + 1, min(about + 1 + _HEART_LINES, len(lines))):
        line, normal = lines[at], normals[at]
        signs = _OFFICIAL.match(normal) and (
            normal.rstrip(",") in head or line.text.rstrip().endswith(",")
        )
        if line.page != lines[about].page or is_end(normal) or signs or _HEAD.fullmatch(normal):
            return
        yield at, line.text.strip()


def _labelled(lines: Sequence[Line], normals: Sequence[str], place: int) -> Decree | None:
    label = _LABELLED.match(lines[place].text.strip())
    if not label:
        return None
    said = label[2].strip(" .;,")
    return Decree(said, said, lines[place], place, place, labelled=True) if len(said) > 3 else None
