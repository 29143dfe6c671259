"""A document known again by its words, however often it was saved, exported or printed to PDF."""

from collections.abc import Iterable, Sequence
from hashlib import blake2b

from emonev.model.facts import Note, Page

# A stamp of the scanning program on every page has few words; a letter of one paragraph has more.
_FEWEST = 50
_LOOKED_AT = 4_000  # characters of a page
_BYTES = 8  # enough for millions of documents, and a result holds one for each


def text_hash_of(normal: Sequence[str], pages: Iterable[Page], notes: Iterable[Note]) -> str:
    """Return a hash of the normal text, or "" where it cannot tell documents apart.

    That is so where words are too few, were not all read, or stand on a page that is a picture.
    Blanks do not count: programs part words and lines in their own ways.
    """
    if not _has_words(normal) or any(note.code == "truncated" for note in notes):
        return ""
    if any(page.source == "none" and not page.blank for page in pages):
        return ""
    digest = blake2b(digest_size=_BYTES)
    for page in normal:
        digest.update(page.replace(" ", "").encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _has_words(normal: Sequence[str]) -> bool:
    words: set[str] = set()
    for page in normal:
        words.update(page[:_LOOKED_AT].split())
        if len(words) >= _FEWEST:
            return True
    return False
