"""Addresses in a report: relative ones into the workspace, and http(s) ones as they were given."""

import re
from urllib.parse import quote, urlsplit

from emonev.model.assessment import EvidenceResult
from emonev.model.finding import Proof
from emonev.render.criterion_shown import Piece, ProofShown
from emonev.render.shown import Link
from emonev.render.signs import visible

_NOT_ON_DISK = re.compile("[\ufffd\ud800-\udfff]")  # what stands in for bytes that are no text


class Addresses:
    """Where evidence is, seen from the report: `to_workspace` leads there ("../").

    Keeps the links it made: a file is named by its criterion, its findings and the evidence list.
    """

    def __init__(
        self, evidence: tuple[EvidenceResult, ...], to_workspace: str | None, page_words: str
    ) -> None:
        self._formats = {file.path: file.format for file in evidence}
        self._to_workspace = to_workspace
        self._page_words = page_words
        self._files: dict[str, Link] = {}

    def of_file(self, path: str, page: int | None = None) -> Link:
        """Return a link to a file, at its page where the browser can turn to it."""
        link = self._files.get(path)
        if link is None:
            link = self._files[path] = self._link(path)
        if page and link.url and self._formats.get(path) == "pdf":
            return Link(text=link.text, url=f"{link.url}#page={page}")
        return link

    def outside(self, url: str) -> Link:
        """Return a link to the internet, or bare words where it is not a plain http(s) address."""
        return Link(text=visible(url), url=url if _is_web(url) else "", outside=True)

    def by_name(self, path: str, page: int | None = None) -> Link:
        """Return the same link named without its folder, which the list of evidence shows."""
        link = self.of_file(path, page)
        name = path.rsplit("/", 1)[-1]
        return Link(text=visible(name), url=link.url) if link.url and name else link

    def of_proof(self, proof: Proof) -> ProofShown:
        """Return a proof with its link, its place and its snippet in pieces."""
        return ProofShown(
            link=self.by_name(proof.path, proof.page),
            path=visible(proof.path),
            place=self._page_words.format(page=proof.page) if proof.page else "",
            pieces=_pieces(proof),
        )

    def _link(self, path: str) -> Link:
        if self._to_workspace is None:
            return Link(text=visible(path))
        if path in self._formats and _is_safe(path):
            return Link(text=visible(path), url=self._to_workspace + quote(path))
        return self.outside(path)


def _is_safe(path: str) -> bool:
    """Return whether a path stays in the workspace and names the file on disk."""
    lost_bytes = not path.isascii() and _NOT_ON_DISK.search(path)
    return not lost_bytes and not path.startswith("/") and ".." not in path.split("/")


def _is_web(url: str) -> bool:
    if not url.isprintable() or " " in url or "\\" in url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc


def _pieces(proof: Proof) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    at = 0
    for start, end in sorted(proof.marks):
        if not at <= start < end <= len(proof.snippet):
            continue
        pieces += _piece(proof.snippet[at:start], marked=False)
        pieces += _piece(proof.snippet[start:end], marked=True)
        at = end
    return (*pieces, *_piece(proof.snippet[at:], marked=False))


def _piece(text: str, *, marked: bool) -> list[Piece]:
    return [Piece(text=visible(text), marked=marked)] if text else []
