"""The only scoring policy: findings become shares, shares points, points a total and its band."""

from emonev.score.rollup import Level, Sheet, Worth, full_points, roll_up
from emonev.score.shares import Share, outcome_of, share_of
from emonev.score.totals import band_of, largest_remainder, round_exact, total_of

__all__ = [
    "Level",
    "Share",
    "Sheet",
    "Worth",
    "band_of",
    "full_points",
    "largest_remainder",
    "outcome_of",
    "roll_up",
    "round_exact",
    "share_of",
    "total_of",
]
