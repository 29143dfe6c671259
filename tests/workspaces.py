"""Small workspaces on disk: a rubric of a few criteria, and text files as evidence."""

import datetime
from pathlib import Path

from emonev.evidence.cache import open_cache
from emonev.model.assessment import Assessment, CriterionResult
from emonev.pipeline import assess

YEAR = 2024
TODAY = datetime.date(2024, 9, 27)

_WORKSPACE = """\
schema: emonev/workspace/1
body: {name: Pemerintah Kabupaten Contoh, category: kabupaten-kota}
rubrics: {2024: rubrik.yaml}
ocr: off
"""
_RUBRIC = """\
schema: emonev/rubric/1
id: contoh-2024
title: {id: Contoh, en: Example}
authority: Komisi Informasi
year: 2024
category: kabupaten-kota
status: internal
bands:
  - {id: informatif, label: {id: Informatif, en: Informative}, from: 90}
  - {id: tidak-informatif, label: {id: Tidak Informatif, en: Not Informative}, from: 0}
stages:
  - id: saq
    title: {id: SAQ, en: SAQ}
    weight: 100
    indicators:
      - id: jenis
        title: {id: Jenis informasi, en: Kinds of information}
        weight: 100
        criteria:
"""
_CRITERION = """\
          - id: {id}
            text: {{id: "Pertanyaan {id}", en: "Question {id}"}}
            weight: 1
            years: [N]
            na: {{allowed: true, needs: surat-pernyataan}}
            checks:
              - {{kind: contains, any-of: ["{phrase}"]}}
"""


def a_workspace(folder: Path, phrases: dict[str, str], files: dict[str, str]) -> Path:
    """Make a workspace whose criteria each look for a phrase; `files` are below bukti/2024."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "emonev.yaml").write_text(_WORKSPACE, encoding="utf-8")
    write_rubric(folder, phrases)
    for name, text in files.items():
        put(folder, name, text)
    return folder


def write_rubric(folder: Path, phrases: dict[str, str]) -> None:
    criteria = "".join(_CRITERION.format(id=id_, phrase=text) for id_, text in phrases.items())
    (folder / "rubrik.yaml").write_text(_RUBRIC + criteria, encoding="utf-8")


def put(folder: Path, name: str, text: str) -> None:
    path = folder / "bukti" / "2024" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def answer(folder: Path, yaml: str) -> None:
    path = folder / "jawaban" / "2024.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"schema: emonev/answers/1\n{yaml}", encoding="utf-8")


def assessed(folder: Path, today: datetime.date = TODAY) -> Assessment:
    """Assess with the workspace's own cache, as the command does."""
    with open_cache(folder) as cache:
        return assess(folder, YEAR, today=today, cache=cache)


def criterion(assessment: Assessment, id_: str) -> CriterionResult:
    return next(each for each in assessment.criteria() if each.id == id_)
