"""What to do next: the least effort that reaches a band, or the most points for some days of work."""

from emonev.plan.make import make_plan
from emonev.plan.request import Request

__all__ = ["Request", "make_plan"]
