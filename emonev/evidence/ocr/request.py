"""What a worker is asked: which page to read, with what, for how long."""

from msgspec import Struct

from emonev.evidence.ocr.engine import Engine
from emonev.evidence.recognised import RecognisedPage

TASK = "emonev.evidence.ocr.page:recognise_page"
SECOND_TASK = "emonev.evidence.ocr.second:read_again"


class RecogniseRequest(Struct, frozen=True, kw_only=True):
    """`page` counts from 0; after `seconds` the page is given up.

    `first`: what another engine read there, where it read anything.
    """

    engine: Engine
    page: int
    seconds: float = 60.0
    first: RecognisedPage | None = None
