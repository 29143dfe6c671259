"""The plan, prepared: every number printed, every sentence whole, in one language."""

import datetime
from collections.abc import Iterator
from fractions import Fraction

from emonev.language import Value, decimal, number, say
from emonev.model.assessment import Qualification, Total
from emonev.model.plan import Plan, Step, Supposed
from emonev.model.text import Language, Text
from emonev.render import plan_words as words
from emonev.render.plan_climb import climb_of
from emonev.render.plan_robust import robust_shown
from emonev.render.plan_shown import PendingRow, PlanView, StepRow, Sum
from emonev.render.plan_speech import PLACES, Speech
from emonev.render.signs import visible, visible_lines
from emonev.score import round_exact


def prepare_plan(plan: Plan, language: Language) -> PlanView:
    """Return the plan in one language."""
    return _Prepared(plan, language).view()


class _Prepared(Speech):
    def __init__(self, plan: Plan, language: Language) -> None:
        super().__init__(language)
        self.plan = plan
        self.places = max(PLACES, plan.rubric.rounding.places)

    def view(self) -> PlanView:
        plan = self.plan
        return PlanView(
            language=self.language,
            title=self.title(),
            between=self.told(words.BODY, body=plan.body.name, year=f"{plan.year}"),
            size=self.told(words.FROM_RESULT, rubric=plan.rubric.title, date=self.date()),
            summary=tuple(self.summary()),
            givens=tuple(self.givens()),
            steps=tuple(self.steps()),
            sum=Sum(
                days=number(plan.effort, self.language),
                gain=self.points(self.rounded(plan.end) - self.rounded(plan.start)),
                start=decimal(plan.start.low, self.language),
                end=decimal(plan.end.low, self.language),
            ),
            climb=climb_of(plan, self.language) if len(plan.steps) > 1 and plan.effort else None,
            reviews=tuple(self.reviews()),
            pending=tuple(
                PendingRow(
                    id=visible(one.id),
                    question=self.shown(one.text),
                    points=self.points(one.points),
                )
                for one in plan.pending
            ),
            robust=tuple(robust_shown(plan, self.language)),
            method=tuple(self.shown(line) for line in words.METHOD_LINES),
            said={
                name.lower(): self.shown(text)
                for name, text in vars(words).items()
                if isinstance(text, Text)
            },
        )

    def date(self) -> Text:
        day = self.plan.assessed_on
        try:
            return say(Text("{day}", "{day}"), day=datetime.date.fromisoformat(day))
        except ValueError:  # a result written by hand: show what it says
            return Text(day, day)

    def rounded(self, total: Total) -> Fraction:
        return self.at_places(total.exact_low)

    def at_places(self, value: Fraction) -> Fraction:
        """Round a total for differences: as printed, or finer where the rubric prints less."""
        rounding = self.plan.rubric.rounding
        if rounding.places >= PLACES:
            return Fraction(round_exact(value, rounding))
        return Fraction(number(value, "en", self.places).replace(",", ""))

    # What it comes to ------------------------------------------------------------------------

    def title(self) -> str:
        plan = self.plan
        if plan.target is not None:
            return self.told(words.TITLE_TARGET, label=plan.target.label)
        if plan.budget is not None:
            return self.told(words.TITLE_BUDGET, days=plan.budget)
        return self.told(words.TITLE_NONE)

    def summary(self) -> Iterator[str]:
        plan, values = self.plan, self.values()
        if plan.aim == "none" or self.is_there_already():
            yield self.told(words.BEST if plan.aim == "none" else words.ALREADY, **values)
            if plan.steps:
                yield self.told(words.BESIDES, **values)
        elif plan.reached:
            yield self.told(words.REACHED, **values)
        else:
            if plan.target is not None:
                yield self.told(self.why_not(), **values)
            yield self.told(words.MOST if plan.steps else words.NOTHING, **values)

    def is_there_already(self) -> bool:
        plan = self.plan
        bands = [band.id for band in plan.rubric.bands]
        return plan.target is not None and bands.index(plan.start.qualification.id) <= bands.index(
            plan.target.id
        )

    def values(self) -> dict[str, Value]:
        plan = self.plan
        target = plan.target
        end = plan.end.qualification.label
        return {
            "steps": len(plan.steps),
            "days": plan.effort,
            "start": self.total(plan.start),
            "end": self.total(plan.end),
            "most": self.total(plan.most),
            "here": plan.start.qualification.label,
            "label": target.label if target is not None and plan.reached else end,
            "bound": Text(*(decimal(target.from_, each) for each in ("id", "en")))
            if target
            else "",
            "budget": plan.budget if plan.budget is not None else "",
        }

    def why_not(self) -> Text:
        """Return why the target is not reached, with its own name in it already."""
        plan = self.plan
        bands = [band.id for band in plan.rubric.bands]
        target = plan.target
        if target is None:
            return words.NOTHING
        can = bands.index(plan.most.qualification.id) <= bands.index(target.id)
        template = words.OVER_BUDGET if can else words.TOO_FAR
        return Text(
            template.id.replace("{label}", target.label.id.replace("{", "{{").replace("}", "}}")),
            template.en.replace("{label}", target.label.en.replace("{", "{{").replace("}", "}}")),
        )

    def givens(self) -> Iterator[str]:
        plan = self.plan
        for one in plan.supposed:
            yield self.told(words.SUPPOSED, id=one.id, outcome=_outcome(one))
        for stage in plan.assumed:
            template = words.ASSUMED if stage.was is None else words.ASSUMED_OVER
            yield self.told(
                template, title=stage.title, value=stage.value, was=stage.was or Fraction(0)
            )
        if plan.pending_met:
            yield self.told(words.PENDING_MET)
        if plan.supposed or plan.assumed or plan.pending_met:
            yield self.told(
                words.MOVED,
                saved=self.total(plan.saved),
                before=plan.saved.qualification.label,
                start=self.total(plan.start),
                after=plan.start.qualification.label,
            )
        for template, ids in ((words.KEPT, plan.kept), (words.SKIPPED, plan.skipped)):
            if ids:
                yield self.told(template, ids=", ".join(ids))

    # Steps -----------------------------------------------------------------------------------

    def steps(self) -> Iterator[StepRow]:
        before = self.rounded(self.plan.start)
        for rank, step in enumerate(self.plan.steps, 1):
            after = self.at_places(step.exact_total)
            yield self.step(rank, step, after - before)
            before = after

    def step(self, rank: int, step: Step, gain: Fraction) -> StepRow:
        return StepRow(
            rank=rank,
            id=visible(step.id),
            question=self.shown(step.text),
            remedy=visible_lines(step.remedy.in_language(self.language)) if step.remedy else "",
            share=f"{self.percent(step.from_share)} → {self.percent(step.to_share)}",
            days=number(step.effort, self.language),
            gain=self.points(gain),
            per_day=self.shown(words.AT_ONCE)
            if step.per_day is None
            else self.points(step.per_day),
            total=decimal(step.total, self.language),
            band=self.shown(step.qualification.label),
            crosses=self.crossing(step.crosses),
            notes=tuple(self.notes(step)),
            law=visible("; ".join(step.law)),
            exact=(step.effort, gain, Fraction(step.total)),
        )

    def crossing(self, band: Qualification | None) -> str:
        return "" if band is None else self.told(words.CROSSES, label=band.label)

    def notes(self, step: Step) -> Iterator[str]:
        if step.to_share < step.full_share:
            yield self.told(
                words.PARTIAL,
                share=self.percent(step.to_share),
                full=self.percent(step.full_share),
            )
        if step.mend:
            named = (name.in_language(self.language) for name in step.mend)
            yield self.told(words.MEND, checks="; ".join(named))
        for says, note in (
            (step.pending, words.WAS_PENDING),
            (step.effort_unknown, words.EFFORT_UNKNOWN),
            (step.kept, words.IS_KEPT),
        ):
            if says:
                yield self.told(note)

    # Reviews ---------------------------------------------------------------------------------

    def reviews(self) -> Iterator[str]:
        plan = self.plan
        if plan.pending:
            points = sum((one.points for one in plan.pending), Fraction(0))
            yield self.told(
                words.REVIEWS_WORDS, count=len(plan.pending), points=self.points(points)
            )
        if plan.if_confirmed is not None:
            other = plan.if_confirmed
            yield self.told(
                words.IF_CONFIRMED,
                steps=other.steps,
                days=other.effort,
                end=self.total(other.total),
                label=other.total.qualification.label,
            )
        for title in plan.pending_stages:
            yield self.told(words.PENDING_STAGE, title=title)
        if plan.needed is not None and plan.target is not None:
            stage, label = plan.needed, plan.target.label
            yield self.told(words.STAGE_NEEDED, label=label, title=stage.title, value=stage.value)


def _outcome(one: Supposed) -> Text:
    if one.share is None:
        return words.EXEMPT
    if one.share in {Fraction(0), Fraction(1)}:
        return words.MET if one.share else words.NOT_MET
    return say(words.PARTLY, share=one.share)
