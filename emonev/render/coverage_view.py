"""Coverage prepared for people: shares printed, what is not asked for in front."""

from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct

from emonev.coverage import Coverage, KindCovered, ObligationAsked
from emonev.language import Value, number, say
from emonev.model.text import Language, Text
from emonev.render.signs import visible

_TITLE = Text("Cakupan kewajiban", "Obligations covered")
_SUMMARY = Text(
    "{asked} dari {all} kewajiban ditanyakan ({share}%), {partly} sebagian, {none} tidak.",
    "{asked} of {all} obligations are asked for ({share}%), {partly} in part, {none} not.",
)
_SIZE = Text(
    "Kewajiban kategori “{category}” menurut {laws}.",
    "Obligations of the category “{category}” under {laws}.",
)
_HEADS = (
    Text("Jenis", "Kind"),
    Text("Kewajiban", "Owed"),
    Text("Ditanya", "Asked"),
    Text("Sebagian", "In part"),
    Text("Tidak", "Not"),
    Text("Cakupan", "Share"),
)
_STATES = {
    "asked": Text("ditanyakan", "asked for"),
    "partly": Text("sebagian", "in part"),
    "not-asked": Text("tidak ditanyakan", "not asked for"),
}
_USUAL = Text("Bukti yang lazim: {evidence}", "Usual evidence (in Indonesian): {evidence}")
_PLACE = Text("Pasal", "Place")
_DUTY = Text("Kewajiban", "Obligation")
_BY = Text("Kriteria", "Criteria")
_STATE = Text("Keadaan", "State")
_MISSING = Text("Yang tidak ditanyakan", "Not asked for")
_ALL_ASKED = Text("Semua kewajiban ditanyakan.", "Every obligation is asked for.")
_RULE = Text(
    "Satu kewajiban ditanyakan bila sebuah kriteria mengutip pasalnya atau ketentuan yang "
    "memuatnya (ayat mencakup semua hurufnya); sebagian bila hanya bagian di dalamnya yang dikutip. "
    "Kutipan tidak membuktikan bahwa seluruh isinya benar-benar ditanyakan.",
    "An obligation is asked for where a criterion cites its place or the provision that holds it "
    "(an ayat covers all its letters); in part where only something within it is cited. A "
    "citation does not prove that all of it is really asked for.",
)
_TWICE = Text(
    "Kewajiban yang sama dapat berdiri pada dua peraturan; kutip keduanya bila memang sama.",
    "The same duty may stand in two laws; cite both where it is the same.",
)
_VILLAGES = Text(
    "Layanan informasi desa diatur PERKI 1/2018, yang tidak termasuk ketiga peraturan ini; "
    "cakupan di sini hanya menurut kewajiban umum badan publik.",
    "Villages follow PERKI 1/2018, which is not among these three laws; coverage here is of the "
    "general duties of public bodies only.",
)
_ELSEWHERE = Text(
    "{count} kriteria tidak mengutip ketiga peraturan itu: {ids}.",
    "{count} criteria cite none of the three laws: {ids}.",
)


class KindRow(Struct, frozen=True, kw_only=True, gc=False):
    """One kind of information: six cells as printed, and the share as a number for drawing."""

    title: str
    cells: tuple[str, ...]
    width: str


class DutyRow(Struct, frozen=True, kw_only=True, gc=False):
    """One obligation: `state` for styles, `word` for people; `hint` where it is not asked for."""

    citation: str
    gist: str
    deadline: str
    state: str
    word: str
    by: str
    hint: str


class DutySection(Struct, frozen=True, kw_only=True, gc=False):
    """The obligations of one kind."""

    id: str
    heading: str
    summary: str
    duties: tuple[DutyRow, ...]


class CoverageView(Struct, frozen=True, kw_only=True, gc=False):
    """Coverage, ready to be drawn in one language."""

    language: Language
    title: str
    between: str
    size: str
    summary: str
    heads: tuple[str, ...]
    kinds: tuple[KindRow, ...]
    total: KindRow
    sections: tuple[DutySection, ...]
    columns: tuple[str, ...]
    missing: str
    nothing_missing: str
    remarks: tuple[str, ...]


def prepare_coverage(coverage: Coverage, language: Language) -> CoverageView:
    """Return coverage in one language."""
    return _Prepared(coverage, language).view()


class _Prepared:
    def __init__(self, coverage: Coverage, language: Language) -> None:
        self.coverage, self.language = coverage, language

    def view(self) -> CoverageView:
        coverage, total = self.coverage, self.coverage.total
        return CoverageView(
            language=self.language,
            title=self.told(_TITLE),
            between=self.printed(coverage.title),
            size=self.told(_SIZE, category=coverage.category, laws=", ".join(coverage.laws)),
            summary=self.told(_SUMMARY, **_numbers(total)),
            heads=tuple(map(self.told, _HEADS)),
            kinds=tuple(map(self.kind, coverage.kinds)),
            total=self.kind(total),
            sections=tuple(map(self.section, coverage.kinds)),
            columns=tuple(map(self.told, (_PLACE, _DUTY, _STATE, _BY))),
            missing=self.told(_MISSING),
            nothing_missing=self.told(_ALL_ASKED) if total.asked == total.obligations else "",
            remarks=tuple(self.remarks()),
        )

    def told(self, template: Text, **values: Value) -> str:
        return self.printed(say(template, **values))

    def printed(self, text: Text) -> str:
        return visible(text.in_language(self.language))

    def remarks(self) -> list[str]:
        told = [self.told(_RULE), self.told(_TWICE)]
        if self.coverage.category == "desa":
            told.insert(0, self.told(_VILLAGES))
        elsewhere = self.coverage.elsewhere
        if elsewhere:
            told.append(self.told(_ELSEWHERE, count=len(elsewhere), ids=", ".join(elsewhere)))
        return told

    def kind(self, covered: KindCovered) -> KindRow:
        counts = (covered.obligations, covered.asked, covered.partly, covered.not_asked)
        share = f"{number(100 * covered.share, self.language, 1)}%"
        return KindRow(
            title=self.printed(covered.title),
            cells=(*map(str, counts), share),
            width=number(100 * covered.share, "en"),
        )

    def section(self, covered: KindCovered) -> DutySection:
        found = [each for each in self.coverage.obligations if each.kind == covered.kind]
        return DutySection(
            id=covered.kind,
            heading=self.printed(covered.title),
            summary=self.told(_SUMMARY, **_numbers(covered)),
            duties=self.duties(found),
        )

    def hint(self, each: ObligationAsked) -> str:
        if each.state == "asked" or not each.evidence:
            return ""
        return self.told(_USUAL, evidence=each.evidence)

    def duties(self, found: Sequence[ObligationAsked]) -> tuple[DutyRow, ...]:
        return tuple(
            DutyRow(
                citation=each.citation,
                gist=self.printed(each.gist),
                deadline=self.printed(each.deadline) if each.deadline else "",
                state=each.state,
                word=self.told(_STATES[each.state]),
                by=visible(", ".join(dict.fromkeys(cited.criterion for cited in each.by))),
                hint=self.hint(each),
            )
            for each in found
        )


def _numbers(covered: KindCovered) -> dict[str, Value]:
    # One decimal, as in the tables beside it.
    tenths = Fraction(int(covered.share * 1000 + Fraction(1, 2)), 10)
    return {
        "asked": covered.asked,
        "all": covered.obligations,
        "partly": covered.partly,
        "none": covered.not_asked,
        "share": tenths,
    }
