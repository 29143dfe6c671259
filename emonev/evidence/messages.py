"""What the supervisor and its workers say to each other."""

from msgspec import Struct

from emonev.evidence.limits import Limits

READY = b"ready"
Request = bytes
DEFAULT_READER = "emonev.evidence.worker:read_facts"


class Settings(Struct, frozen=True, kw_only=True):
    """How a worker is to work. `reader` is "module:function", so that it need not be pickled."""

    limits: Limits
    reader: str = DEFAULT_READER
    address_space: bool = False  # the operating system keeps the limit of memory
    forked: bool = False
    ahead: bool = False  # started before it was known what there is to read
    parent: int = 0


class Job(Struct, frozen=True, array_like=True):
    """One content to read; it is the same at each of the places.

    `task` ("module:function") asks for something other than facts: it is called with the path,
    the format, the limits and the `request`, and answers with Facts (bearing only a problem, if
    any) and a Struct of its own, which travels in the place of the text. `seconds` bound the job
    where the task needs another bound than a file's reader.
    """

    places: tuple[bytes, ...]
    format: str
    bytes: int
    modified: tuple[int, ...]
    task: str = ""
    request: Request = b""
    seconds: float = 0.0  # 0: as the limits say


class Reply(Struct, frozen=True, array_like=True):
    """What came of a job: encoded Facts, and DocumentText or what the task gave.

    `keep` is False where the result hangs on the moment and not on the content alone; after a
    `spent` reply the worker ends, because its memory is used up.
    """

    facts: bytes
    text: bytes | None = None
    keep: bool = True
    spent: bool = False
