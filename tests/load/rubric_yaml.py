"""A small rubric without a mistake, as its author writes it, for tests to spoil."""

from pathlib import Path

from emonev.cli.complaint import fault_lines
from emonev.errors import Fault, FaultyFileError
from emonev.load import load_rubric
from emonev.load.lint import lint_rubric
from emonev.model.rubric import Rubric

SOUND = """\
schema: emonev/rubric/1
id: uji-2024
title: {id: Rubrik uji, en: Test rubric}
authority: Komisi Informasi
year: 2024
category: desa
status: internal
rounding: {places: 2, mode: half-up, band-from: rounded}
bands:
  - {id: baik, label: {id: Baik, en: Good}, from: 50}
  - {id: kurang, label: {id: Kurang, en: Poor}, from: 0}
portal: {formats: [pdf], max-bytes: 2097152, links: true}
stages:
  - id: saq
    title: {id: Kuesioner, en: Questionnaire}
    weight: 80
    indicators:
      - id: jenis
        title: {id: Jenis informasi, en: Kinds of information}
        weight: 100
        criteria:
          - id: JEN-01
            text: {id: Apakah DIP diumumkan?, en: Is the list published?}
            law: [PERKI 1/2021 Pasal 15 ayat (9) huruf a]
            accepts: {id: Keputusan, en: A decree}
            weight: 2
            years: [N]
            scoring: share
            checks:
              - {kind: exists, at-least: 1, formats: [pdf]}
              - {kind: dated-within, weight: 0.5, required: true}
            effort: 2
            remedy: {id: Tetapkan., en: Decree it.}
          - id: JEN-02
            text: {id: Apakah DIK ditetapkan?, en: Is the other list decreed?}
            accepts: {id: Keputusan, en: A decree}
            weight: 1/3
            scoring: {form: steps, steps: [0.5, 1]}
            checks:
              - {kind: exists}
              - {kind: signed}
            effort: 0.5
            remedy: {id: Uji dahulu., en: Test it first.}
          - id: JEN-03
            text: {id: Berapa laporan tersedia?, en: How many reports are there?}
            accepts: {id: Laporan, en: Reports}
            weight: 1
            scoring: {form: tiers, tiers: [{at-least: 5, share: 0.5}, {at-least: 10, share: 1}]}
            checks:
              - {kind: counted, at-least: 10}
            na: {allowed: true, needs: alasan}
            effort: 1
            remedy: {id: Lengkapi., en: Complete it.}
  - {id: presentasi, title: {id: Presentasi, en: Presentation}, weight: 20, entered: true}
"""


def spoiled(old: str, new: str) -> str:
    """Return the sound rubric with one change in it."""
    assert SOUND.count(old) == 1, f"{old!r} stands {SOUND.count(old)} times"
    return SOUND.replace(old, new)


def written(folder: Path, text: str | bytes, name: str = "uji-2024.yaml") -> Path:
    path = folder / name
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    return path


def loaded(folder: Path, text: str | bytes) -> Rubric:
    return load_rubric(written(folder, text))


def linted(folder: Path, text: str | bytes) -> str:
    """Return what the linter says of a text, as the terminal shows it, without the folder."""
    return told(lint_rubric(written(folder, text)), folder)


def refused(folder: Path, text: str | bytes) -> str:
    """Return what loading says of a text that it refuses."""
    try:
        loaded(folder, text)
    except FaultyFileError as error:
        return told(error.faults, folder)
    raise AssertionError("it was loaded")


def told(faults: tuple[Fault, ...], folder: Path) -> str:
    lines = "\n".join(fault_lines(fault, "id") for fault in faults)
    return lines.replace(f"{folder}/", "")
