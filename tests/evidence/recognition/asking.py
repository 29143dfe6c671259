"""A workspace assessed with OCR, and the pages that an engine was asked for meanwhile."""

from pathlib import Path

import pytest

from emonev.evidence.cache import open_cache
from emonev.evidence.messages import Job
from emonev.evidence.recognised import RecognisedPage
from emonev.evidence.recognition import Asked, reading
from emonev.evidence.recognition.documents import Sought
from emonev.model.assessment import Assessment
from emonev.pipeline import assess
from tests.workspaces import TODAY, YEAR


def assessed(folder: Path, minutes: float = 5, engine: str = "auto") -> Assessment:
    asked = Asked(engine=engine, minutes=minutes)
    with open_cache(folder) as cache:
        return assess(folder, YEAR, today=TODAY, cache=cache, ocr=asked)


def pages_asked(monkeypatch: pytest.MonkeyPatch, of_task: str) -> list[tuple[str, int]]:
    """Return a list that fills with every page that a task is asked for, in order."""
    asked: list[tuple[str, int]] = []
    job_of = reading.Reading._job

    def listening(
        self: reading.Reading, sought: Sought, task: str, first: RecognisedPage | None = None
    ) -> Job:
        if task == of_task:
            asked.append((Path(sought.document.files[0].path).name, sought.page + 1))
        return job_of(self, sought, task, first)

    monkeypatch.setattr(reading.Reading, "_job", listening)
    return asked
