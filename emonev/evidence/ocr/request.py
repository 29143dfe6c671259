"""What a worker is asked: which page to read, with what, for how long."""

from msgspec import Struct

from emonev.evidence.ocr.engine import Engine

TASK = "emonev.evidence.ocr.page:recognise_page"


class RecogniseRequest(Struct, frozen=True, kw_only=True):
    """`page` counts from 0; after `seconds` the page is given up."""

    engine: Engine
    page: int
    seconds: float = 60.0
