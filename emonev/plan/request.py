"""What was asked for, made whole: patterns become ids, and what the result does not know is told."""

from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase
from fractions import Fraction

from msgspec import Struct

from emonev.errors import EmonevError
from emonev.language import say
from emonev.model.assessment import Assessment, StageResult
from emonev.model.rubric import Band
from emonev.model.text import Text
from emonev.score import Share

_NO_CRITERION = Text(
    "tidak ada kriteria yang cocok dengan {pattern}.", "no criterion matches {pattern}."
)
_SEE_IDS = Text(
    "Lihat id-nya di laporan, atau dengan `emonev rubric show`.",
    "See the ids in the report, or with `emonev rubric show`.",
)
_NO_STAGE = Text(
    "tidak ada tahap {id} yang nilainya diisi orang.",
    "there is no stage {id} whose value is entered by people.",
)
_STAGES = Text("Tahap seperti itu: {ids}.", "Such stages: {ids}.")
_NO_STAGES = Text("Rubrik ini tidak memiliki tahap seperti itu.", "This rubric has no such stage.")
_NO_BAND = Text("tidak ada kualifikasi {id}.", "there is no band {id}.")
_BANDS = Text("Pilih salah satu: {ids}.", "Choose one of: {ids}.")
_BOTH = Text("{ids} disebut di --keep dan juga di --skip.", "{ids} stand in --keep and in --skip.")
_CHOOSE = Text("Sebutkan di salah satu saja.", "Name them in one only.")


class Request(Struct, frozen=True, kw_only=True):
    """What to aim at and what to take as given; ids may be patterns ("JEN-*").

    `supposed` are outcomes of criteria, `assumed` values (0..100) of entered stages.
    `pending_met` counts everything that awaits review as met.
    """

    target: str | None = None
    budget: Fraction | None = None
    keep: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    supposed: Mapping[str, Share] = {}
    assumed: Mapping[str, Fraction] = {}
    pending_met: bool = False


def resolved(request: Request, assessment: Assessment) -> Request:
    """Return the request with ids as the result has them; raises where something is unknown."""
    known = [criterion.id for criterion in assessment.criteria()]
    keep, skip = _all(request.keep, known), _all(request.skip, known)
    both = [id_ for id_ in keep if id_ in set(skip)]
    if both:
        raise EmonevError("keep-and-skip", say(_BOTH, ids=", ".join(both)), _CHOOSE)
    return Request(
        target=None if request.target is None else target_of(request.target, assessment).id,
        budget=request.budget,
        keep=keep,
        skip=skip,
        supposed={
            id_: share
            for pattern, share in request.supposed.items()
            for id_ in _matching(pattern, known)
        },
        assumed={_stage(name, assessment).id: value for name, value in request.assumed.items()},
        pending_met=request.pending_met,
    )


def target_of(name: str, assessment: Assessment) -> Band:
    """Return the band of that id or label, in either language."""
    bands, wanted = assessment.rubric.bands, _folded(name)
    for band in bands:
        if wanted in {_folded(band.id), _folded(band.label.id), _folded(band.label.en)}:
            return band
    ids = ", ".join(band.id for band in bands)
    raise EmonevError("no-band", say(_NO_BAND, id=name), say(_BANDS, ids=ids))


def _all(patterns: Iterable[str], known: list[str]) -> tuple[str, ...]:
    found = {id_ for pattern in patterns for id_ in _matching(pattern, known)}
    return tuple(id_ for id_ in known if id_ in found)


def _matching(pattern: str, known: list[str]) -> list[str]:
    found = [id_ for id_ in known if fnmatchcase(id_.upper(), pattern.upper())]
    if not found:
        raise EmonevError("tanpa-kriteria", say(_NO_CRITERION, pattern=pattern), _SEE_IDS)
    return found


def _stage(name: str, assessment: Assessment) -> StageResult:
    entered = [stage for stage in assessment.stages if stage.entered]
    for stage in entered:
        if _folded(stage.id) == _folded(name):
            return stage
    ids = ", ".join(stage.id for stage in entered)
    mend = say(_STAGES, ids=ids) if entered else _NO_STAGES
    raise EmonevError("no-stage", say(_NO_STAGE, id=name), mend)


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())
