"""The formula once more, in floats and plain nesting, as one would write it on a blackboard.

Nothing of `emonev.score` is used here but the shape of what goes in.
"""

from collections.abc import Iterable, Mapping

from emonev.model.rubric import Rubric
from emonev.score import Share

Weighted = tuple[float, float | None]  # weight, value 0..1 or None where nothing applies


def mean(parts: Iterable[Weighted]) -> float | None:
    counted = [(weight, value) for weight, value in parts if value is not None]
    below = sum(weight for weight, _ in counted)
    return sum(weight * value for weight, value in counted) / below if below else None


def total(
    rubric: Rubric, shares: Mapping[str, Share], entered: Mapping[str, Share], *, hopeful: bool
) -> float:
    """Return the total 0..100, with all that is pending lost or, when hopeful, earned."""

    def end(share: Share) -> float | None:
        return float(share.high if hopeful else share.low) if share.applicable else None

    unknown = 1.0 if hopeful else 0.0
    stages: list[Weighted] = []
    for stage in rubric.stages:
        if stage.entered:
            value = end(entered[stage.id]) if stage.id in entered else unknown
        else:
            value = mean(
                (
                    float(indicator.weight),
                    mean((float(c.weight), end(shares[c.id])) for c in indicator.criteria),
                )
                for indicator in stage.indicators
            )
        stages.append((float(stage.weight), value))
    whole = mean(stages)
    return 100 * (unknown if whole is None else whole)
