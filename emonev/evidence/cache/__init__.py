"""The cache: what was read before, by content, in one SQLite file that may be deleted at any time.

A module for each kind of rows: `hashes` of files as long as they stay the same; `readings`, facts
and texts of a content; `remembered`, what the judge found and what proof pages look like; `pages`
that OCR has read. `store` keeps them, whatever befalls the `file`.
"""

from emonev.evidence.cache.cache import CACHE_PLACE, Cache, open_cache
from emonev.evidence.cache.hashes import Seen
from emonev.evidence.cache.pages import PageRead
from emonev.evidence.cache.readings import Content
from emonev.evidence.cache.remembered import Remembered

__all__ = ["CACHE_PLACE", "Cache", "Content", "PageRead", "Remembered", "Seen", "open_cache"]
