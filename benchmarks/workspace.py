"""The workspace around generated evidence: rubric, emonev.yaml and one folder per criterion."""

import shutil
from pathlib import Path

from benchmarks.prose import topic

YEAR = 2024
_HEAD = """\
schema: emonev/rubric/1
id: tolok-ukur
title: {{id: Rubrik tolok ukur, en: Benchmark rubric}}
authority: Rubrik buatan
year: {year}
category: kabupaten-kota
status: internal
bands:
  - {{id: informatif, label: {{id: Informatif, en: Informative}}, from: 90}}
  - {{id: cukup-informatif, label: {{id: Cukup Informatif, en: Fairly Informative}}, from: 60}}
  - {{id: tidak-informatif, label: {{id: Tidak Informatif, en: Not Informative}}, from: 0}}
portal: {{formats: [pdf], max-bytes: 2097152, links: true}}
stages:
  - id: saq
    title: {{id: Kuesioner, en: Questionnaire}}
    weight: 100
    indicators:
"""
_INDICATOR = """\
      - id: indikator-{number}
        title: {{id: Indikator {number}, en: Indicator {number}}}
        weight: {weight}
        criteria:
"""
_CRITERION = """\
          - id: {name}
            text: {{id: "Apakah {topic} tersedia?", en: "Is there {topic}?"}}
            weight: {weight}
            years: [N]
            scoring: share
            checks:
"""
_WORKSPACE = """\
schema: emonev/workspace/1
body: {{name: Pemerintah Kabupaten Contoh, category: kabupaten-kota, province: Provinsi Contoh}}
rubrics: {{{year}: rubrik.yaml}}
"""
BODY_CHECKS = (
    "{{kind: exists, at-least: 1}}",
    "{{kind: titled, any-of: [{topic}]}}",
    "{{kind: contains, any-of: [ditetapkan di, sekretariat daerah, jangka waktu]}}",
    "{{kind: dated-within, years: [N]}}",
)
TEXT_CHECKS = ("{{kind: contains, any-of: [{topic}]}}",)


def criterion_id(index: int) -> str:
    return f"KRI-{index + 1:04d}"


def lay_out(folder: Path, criteria: int, checks: tuple[str, ...]) -> list[Path]:
    """Empty the folder, write rubric and emonev.yaml, and return a folder per criterion."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    (folder / "rubrik.yaml").write_text(_rubric(criteria, checks), encoding="utf-8")
    (folder / "emonev.yaml").write_text(_WORKSPACE.format(year=YEAR), encoding="utf-8")
    places = [
        folder / "bukti" / str(YEAR) / f"{criterion_id(index)} - {topic(index)}"
        for index in range(criteria)
    ]
    for place in places:
        place.mkdir(parents=True)
    return places


def _rubric(criteria: int, checks: tuple[str, ...]) -> str:
    pieces = [_HEAD.format(year=YEAR)]
    in_each = max(1, -(-criteria // 6))
    for index in range(criteria):
        if index % in_each == 0:
            number = index // in_each + 1
            pieces.append(_INDICATOR.format(number=number, weight=10 * number))
        asked = topic(index)
        pieces.append(
            _CRITERION.format(name=criterion_id(index), topic=asked, weight=index % 3 + 1)
        )
        pieces += [f"              - {check.format(topic=asked)}\n" for check in checks]
    return "".join(pieces)
