"""E-mails (.eml) and web pages saved whole (.mht, .mhtml), which are e-mails in form."""

import email
import email.policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from msgspec.structs import replace

from emonev.evidence.limits import Limits
from emonev.evidence.readers import html, problems
from emonev.evidence.readers.encoding import declared_charset, decoded
from emonev.evidence.readers.lines import one_line
from emonev.evidence.readers.pages import Pages
from emonev.evidence.reading import Line, Reading
from emonev.model.facts import Note


def read(path: Path, limits: Limits) -> Reading:
    """Return the text of an e-mail or saved page; attachments are noted and not read."""
    with path.open("rb") as file:
        content = file.read(limits.unpacked_bytes)
    try:
        message = email.message_from_bytes(content, policy=email.policy.default)
        reading = _reading(message, limits)
        properties = {**reading.properties, **_properties(message)}
        notes = (*reading.notes, *_notes(message))
        subject = _header(message, "Subject")
    except (
        ValueError,
        LookupError,
        RecursionError,
        IndexError,
        AttributeError,
        TypeError,
    ) as error:
        # What the standard library's parser is known to raise on headers made to break it.
        raise problems.cannot("damaged", problems.DAMAGED) from error
    title = [Line(text=subject, page=1, style="title")] if subject and not reading.lines else []
    return replace(
        reading,
        format="eml",
        lines=(*title, *reading.lines),
        properties=properties,
        notes=notes,
    )


def _reading(message: EmailMessage, limits: Limits) -> Reading:
    body = message.get_body(("html", "plain"))
    if body is None:
        raise problems.cannot("empty", problems.EMPTY_DOCUMENT)
    content = body.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else b""
    charset = body.get_content_charset() or declared_charset(raw)
    text = decoded(raw, charset)[: limits.characters + 1]
    if body.get_content_type() == "text/html":
        return html.reading_of(text, limits)
    pages = Pages(limits)
    pages.add(text.strip())
    pages.finish()
    if not pages.has_content:
        raise problems.cannot("empty", problems.EMPTY_DOCUMENT)
    return Reading(format="eml", texts=pages.texts, pages=pages.pages, notes=pages.notes())


def _properties(message: EmailMessage) -> dict[str, str]:
    found = {"url": _header(message, "Snapshot-Content-Location"), "created": _sent(message)}
    return {name: value for name, value in found.items() if value}


def _sent(message: EmailMessage) -> str:
    try:
        return parsedate_to_datetime(_header(message, "Date")).isoformat()
    except (ValueError, TypeError, OverflowError):
        return ""


def _header(message: EmailMessage, name: str) -> str:
    text = one_line(str(message.get(name, "")))
    return text.encode("utf-8", "replace").decode("utf-8")  # undecodable bytes are surrogates here


def _notes(message: EmailMessage) -> tuple[Note, ...]:
    attached = any(part.get_content_disposition() == "attachment" for part in message.walk())
    return (problems.ATTACHMENTS,) if attached else ()
