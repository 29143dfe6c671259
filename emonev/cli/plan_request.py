"""What `emonev plan` is asked: numbers, pairs and lists as people type them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from emonev.errors import EmonevError
from emonev.language import say
from emonev.model.text import Text

if TYPE_CHECKING:
    from fractions import Fraction

    from emonev.plan import Request
    from emonev.score import Share

_NOT_DAYS = Text(
    "--budget {text}: tulis jumlah hari kerja, misalnya 10 atau 7,5.",
    "--budget {text}: write a number of working days, such as 10 or 7.5.",
)
_NOT_A_PAIR = Text(
    "{option} {text}: tulis ID=NILAI, misalnya {example}.",
    "{option} {text}: write ID=VALUE, such as {example}.",
)
_NOT_A_VALUE = Text(
    "--assume {text}: nilai tahap 0 sampai 100, misalnya presentasi=70.",
    "--assume {text}: a stage's value is from 0 to 100, such as presentasi=70.",
)
_NOT_AN_OUTCOME = Text(
    "--what-if {text}: hasilnya met, rejected, na, atau bagian 0 sampai 1 seperti 0.5.",
    "--what-if {text}: an outcome is met, rejected, na, or a share from 0 to 1 such as 0.5.",
)
_SHARES = {
    "met": "1", "terpenuhi": "1", "accepted": "1", "diterima": "1",
    "rejected": "0", "ditolak": "0", "not-met": "0", "belum": "0",
}  # fmt: skip
_EXEMPT = {"na", "not-applicable", "tidak-berlaku"}

Several = list[str] | None


def request_of(
    target: str | None,
    budget: str | None,
    assume: Several,
    keep: Several,
    skip: Several,
    what_if: Several,
    *,
    pending_met: bool,
) -> "Request":
    """Return what was asked on the command line; raises EmonevError for what cannot be meant."""
    from emonev.plan import Request

    return Request(
        target=target,
        budget=None if budget is None else _days(budget),
        keep=tuple(_split(keep)),
        skip=tuple(_split(skip)),
        assumed={stage: _value(text, whole) for stage, text, whole in _pairs(assume, "--assume")},
        supposed={id_: _outcome(text, whole) for id_, text, whole in _pairs(what_if, "--what-if")},
        pending_met=pending_met,
    )


def _split(given: Several) -> list[str]:
    return [part.strip() for text in given or () for part in text.split(",") if part.strip()]


def _pairs(given: Several, option: str) -> Iterator[tuple[str, str, str]]:
    for pair in _split(given):
        name, sign, value = pair.partition("=")
        if not (sign and name.strip() and value.strip()):
            example = "presentasi=70" if option == "--assume" else "JEN-01=met"
            told_ = say(_NOT_A_PAIR, option=option, text=pair, example=example)
            raise EmonevError("no-pair", told_)
        yield name.strip(), value.strip(), pair


def _number(text: str) -> "Fraction | None":
    from fractions import Fraction

    from emonev.model.exact import decode

    try:
        number: Fraction = decode(Fraction, text.strip())
    except ValueError:
        return None
    return number


def _days(text: str) -> "Fraction":
    days = _number(text.replace(",", "."))
    if days is None or not 0 <= days <= 1_000_000:
        raise EmonevError("budget", say(_NOT_DAYS, text=text))
    return days


def _value(text: str, whole: str) -> "Fraction":
    value = _number(text)
    if value is None or not 0 <= value <= 100:
        raise EmonevError("assume", say(_NOT_A_VALUE, text=whole))
    return value


def _outcome(text: str, whole: str) -> "Share":
    from emonev.score import Share
    from emonev.score.shares import NOT_APPLICABLE

    word = text.casefold()
    if word in _EXEMPT:
        return NOT_APPLICABLE
    share = _number(_SHARES.get(word, word))
    if share is None or not 0 <= share <= 1:
        raise EmonevError("what-if", say(_NOT_AN_OUTCOME, text=whole))
    return Share(share, share)
