"""Decrees, regulations and letters: the words behind TENTANG (or "Perihal:") say what they are about."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from emonev.evidence.analysis.title_words import is_loud, is_recital
from emonev.evidence.reading import Line
from emonev.normalise import normalise

_HEAD = re.compile(
    r"(?:salinan )?(?:rancangan )?(?:undangundang|peraturan|keputusan|surat keputusan|"
    r"surat edaran|instruksi|qanun|penetapan|surat perintah|maklumat)\b"
)
_NUMBER = re.compile(r"(?:nomor|no\b)")
_ABOUT = re.compile(r"tentang\b[ :]*")
_LABELLED = re.compile(
    r"(?:^(?:tentang|perihal|hal|judul|acara|agenda)"
    r"|\b(?:nama|judul) (?:sop|dokumen|kegiatan|prosedur|laporan))\s*:\s*(\S.*)",
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
_OFFICIAL_LINES = 7
_LINES = 200


class Decree(Struct, frozen=True):
    """`whole` from its kind to what it is about, `heart` only that; `line` is where it begins.

    `labelled`: found by a label ("Perihal:") rather than by the form of a decree.
    """

    whole: str
    heart: str
    line: Line
    first: int  # the places of the lines it takes
    last: int
    labelled: bool = False


def decrees_in(lines: Sequence[Line]) -> Iterator[Decree]:
    """Yield the decrees that open in these lines, and labelled subjects, in reading order."""
    lines = lines[:_LINES]
    normals = [normalise(line.text) for line in lines]
    past = 0
    for place in range(len(lines)):
        if place < past:
            continue
        decree = _decree(lines, normals, place) or _labelled(lines, place)
        if decree:
            past = decree.last + 1
            yield decree


def opens_decree(normal: str) -> bool:
    """Say whether normal text opens with a kind of decree or regulation."""
    return bool(_HEAD.match(normal))


def _decree(lines: Sequence[Line], normals: Sequence[str], place: int) -> Decree | None:
    if not _HEAD.match(normals[place]):
        return None
    about = next(
        (
            at
            for at in range(place, min(place + _HEAD_LINES, len(lines)))
            if _ABOUT.match(normals[at])
        ),
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
        last=_below(lines, normals, heart[-1][0]),
    )


def _is_head(lines: Sequence[Line], normals: Sequence[str], place: int, about: int) -> bool:
    """Say whether these lines are a head: one page, short lines, and a number among them."""
    between = range(place, about)
    return (
        bool(between)
        and _is_set_apart(lines[place])
        and _is_set_apart(lines[about])
        and lines[about].page == lines[place].page
        and all(len(normals[at]) <= 90 for at in between)
        and (
            any(_NUMBER.match(normals[at]) or " nomor " in normals[at] for at in between)
            or all(is_loud(lines[at].text) for at in between)
        )
    )


def _below(lines: Sequence[Line], normals: Sequence[str], last: int) -> int:
    """Return the last line above the recitals: the formula and the official belong to the head."""
    for at in range(last + 1, min(last + 1 + _OFFICIAL_LINES, len(lines))):
        if lines[at].page != lines[last].page:
            break
        if is_recital(normals[at]) and not normals[at].startswith("dengan rahmat"):
            return at - 1
    return last


def _is_set_apart(line: Line) -> bool:
    """Say whether a line is no piece of a sentence: in running text TENTANG is written small."""
    return line.text[:1].isupper() and (is_loud(line.text) or line.bold or line.centred)


def _heart(
    lines: Sequence[Line], normals: Sequence[str], place: int, about: int
) -> Iterator[tuple[int, str]]:
    printed = lines[about].text.strip()
    # Alone on its line, it may be spaced out: T E N T A N G.
    rest = "" if _ABOUT.fullmatch(normals[about]) else printed[len("tentang") :].strip(" :")
    if rest:
        yield about, rest
    head = " ".join(normals[place:about])
    for at in range(about + 1, min(about + 1 + _HEART_LINES, len(lines))):
        line, normal = lines[at], normals[at]
        signs = _OFFICIAL.match(normal) and (
            normal.rstrip(",") in head or line.text.rstrip().endswith(",")
        )
        if line.page != lines[about].page or _END.match(normal) or signs or _HEAD.fullmatch(normal):
            return
        yield at, line.text.strip()


def _labelled(lines: Sequence[Line], place: int) -> Decree | None:
    text = lines[place].text.strip()
    label = _LABELLED.search(text) if ":" in text else None
    if not label:
        return None
    said = label[1].strip(" .;,")
    return Decree(said, said, lines[place], place, place, labelled=True) if len(said) > 3 else None
