"""What a reader must know about two results before believing their comparison."""

from collections.abc import Iterable, Iterator

from emonev.language import say
from emonev.model.assessment import Assessment
from emonev.model.comparison import CriteriaComparison, Remark
from emonev.model.rubric import Rounding
from emonev.model.text import Text

_BODY = Text("Badan publiknya berbeda: {old} dan {new}.", "The bodies differ: {old} and {new}.")
_CATEGORY = Text(
    "Kategori badannya berbeda: {old} dan {new}.", "The bodies' categories differ: {old} and {new}."
)
_SAME_YEAR = Text(
    "Kedua hasil untuk tahun {year}: selisihnya penilaian ulang, bukan kemajuan dari tahun ke "
    "tahun.",
    "Both results are for {year}: the difference is a re-scoring, not progress over the years.",
)
_ROUNDING = Text(
    "Aturan pembulatan berbeda: {old} dan {new}. Selisih nilai tercetak memuat pembulatan itu.",
    "The rounding rules differ: {old} and {new}. The difference of the printed totals holds that "
    "rounding.",
)
_RULE = Text("{places} angka desimal, {mode}", "{places} decimals, {mode}")
_MODES = {
    "half-up": Text("setengah ke atas", "half up"),
    "half-even": Text("setengah ke genap", "half to even"),
    "down": Text("dipotong ke bawah", "cut off"),
}
_BANDS = Text(
    "Batas kualifikasi berbeda antara kedua tahun; nilai yang sama dapat berarti kualifikasi lain.",
    "The bounds of the bands differ between the years; one total can mean two bands.",
)
_STAGES_NEW = Text("Tahap yang baru dinilai: {titles}.", "Stages that are newly judged: {titles}.")
_STAGES_GONE = Text(
    "Tahap yang tidak lagi dinilai: {titles}.", "Stages that are no longer judged: {titles}."
)
_PENDING = Text(
    "Nilai {year} masih berupa rentang {low}–{high}; yang dijelaskan di sini batas bawahnya.",
    "The total of {year} is still a range {low}–{high}; its low end is what is explained here.",
)
_TOOL = Text(
    "Kedua hasil dibuat oleh versi program yang berbeda ({old} dan {new}); nilai ulang keduanya "
    "agar pemeriksaannya sama.",
    "The results were made by different versions of the program ({old} and {new}); score both "
    "again to check them alike.",
)
_NO_CRITERIA = Text(
    "Hasil {year} hanya memuat nilai per tahap; perubahannya tidak dapat dirinci per kriteria.",
    "The result of {year} holds totals of stages only; its change has no details by criterion.",
)
_UNRESOLVED = Text(
    "“replaces” menyebut id yang tidak ada di rubrik sebelumnya: {ids}.",
    "`replaces` names ids that are not in the earlier rubric: {ids}.",
)
_DEMANDS = Text(
    "Pada {ids} bukti yang diminta juga berubah: sebagian dari yang membaik atau memburuk di sana "
    "dapat berasal dari permintaan itu, bukan dari badan publik.",
    "For {ids} the evidence asked for changed as well: some of what improved or worsened there may "
    "come from that and not from the body.",
)
_AND_MORE = Text("{ids} dan {count} kriteria lain", "{ids} and {count} other criteria")
_NAMED = 8  # criteria that a remark names
_OTHER_RUBRICS = Text(
    "Rubriknya berbeda walau tahunnya sama; kriteria dicocokkan menurut id saja.",
    "The rubrics differ though their year is the same; criteria are matched by id alone.",
)


def remarks_on(
    old: Assessment,
    new: Assessment,
    criteria: Iterable[CriteriaComparison],
    unresolved: tuple[str, ...],
) -> Iterator[Remark]:
    """Yield all that makes the two results less comparable than they look."""
    yield from _of_bodies(old, new)
    yield from _of_rules(old, new)
    yield from _of_stages(old, new)
    for one in (old, new):
        if one.total.low != one.total.high:
            low, high = (_decimal(value) for value in (one.total.low, one.total.high))
            told = say(_PENDING, year=f"{one.year}", low=low, high=high)
            yield Remark("pending", told)
        if not any(stage.indicators for stage in one.stages):
            yield Remark("no-criteria", say(_NO_CRITERIA, year=f"{one.year}"))
    yield from _of_demands(criteria)
    if old.tool.version != new.tool.version:
        yield Remark("tool", say(_TOOL, old=old.tool.version, new=new.tool.version))
    if unresolved:
        yield Remark("unresolved", say(_UNRESOLVED, ids=", ".join(unresolved)))


def _of_bodies(old: Assessment, new: Assessment) -> Iterator[Remark]:
    if old.body.name != new.body.name:
        yield Remark("body", say(_BODY, old=old.body.name, new=new.body.name))
    elif old.year == new.year:
        yield Remark("same-year", say(_SAME_YEAR, year=f"{new.year}"))
    if old.body.category != new.body.category:
        yield Remark("category", say(_CATEGORY, old=old.body.category, new=new.body.category))


def _of_rules(old: Assessment, new: Assessment) -> Iterator[Remark]:
    if old.rubric.rounding != new.rubric.rounding:
        told = say(_ROUNDING, old=_rule(old.rubric.rounding), new=_rule(new.rubric.rounding))
        yield Remark("rounding", told)
    bounds = [[(band.id, band.from_) for band in one.rubric.bands] for one in (old, new)]
    if bounds[0] != bounds[1]:
        yield Remark("bands", _BANDS)
    if old.rubric.id != new.rubric.id and old.rubric.year == new.rubric.year:
        yield Remark("other-rubrics", _OTHER_RUBRICS)


def _of_stages(old: Assessment, new: Assessment) -> Iterator[Remark]:
    for code, template, these, those in (
        ("stages-new", _STAGES_NEW, new, old),
        ("stages-gone", _STAGES_GONE, old, new),
    ):
        known = {stage.id for stage in those.stages}
        titles = [stage.title for stage in these.stages if stage.id not in known]
        if titles:
            listed = Text("; ".join(t.id for t in titles), "; ".join(t.en for t in titles))
            yield Remark(code, say(template, titles=listed))


def _of_demands(criteria: Iterable[CriteriaComparison]) -> Iterator[Remark]:
    """Say where a harder demand may be why something worsened, or an easier one why it improved."""
    why = {"worsened": {"stricter", "evidence"}, "improved": {"looser", "evidence"}}
    ids = [
        match.newer[0].id
        for match in criteria
        if not why.get(match.movement, set()).isdisjoint(match.codes)
    ]
    if ids:
        named, others = ", ".join(ids[:_NAMED]), len(ids) - _NAMED
        listed = say(_AND_MORE, ids=named, count=others) if others > 0 else Text(named, named)
        yield Remark("demands", say(_DEMANDS, ids=listed))


def _rule(rounding: Rounding) -> Text:
    return say(_RULE, places=rounding.places, mode=_MODES[rounding.mode])


def _decimal(value: str) -> Text:
    return Text(value.replace(".", ","), value)
