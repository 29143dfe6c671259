"""One thing that was looked at, and how it stands."""

from typing import Literal

from msgspec import Struct

from emonev.model.text import Text

Part = Literal["program", "ocr", "machine", "workspace"]
State = Literal["good", "advice", "wrong"]


class Examined(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`good`: as it should be. `advice`: emonev works, and could do more. `wrong`: it cannot work.

    `remedy` says what to do, a line for each way or system.
    """

    part: Part
    state: State
    told: Text
    remedy: tuple[Text, ...] = ()
