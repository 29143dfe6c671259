"""OCR: words from pages that are pictures, read offline by an engine installed on this machine.

`find_engine` says in the parent which engine reads, `find_second` which one looks again at what it
read; `page.recognise_page` and `second.read_again` read one page in a worker. How well the engines read, and why the defaults are what they are: docs/ocr.md.
"""

from emonev.evidence.ocr.engine import CHOICES, Engine
from emonev.evidence.ocr.find import find_engine, find_second

__all__ = ["CHOICES", "Engine", "find_engine", "find_second"]
