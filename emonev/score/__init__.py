"""The only scoring policy: findings become shares, shares points, points a total and its band."""

from emonev.score.shares import Share, outcome_of, share_of

__all__ = ["Share", "outcome_of", "share_of"]
