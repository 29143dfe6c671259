"""Saved results come back as they went, or are told to be none."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from emonev.errors import EmonevError
from emonev.load import assessment as assessment_module
from emonev.load import load_assessment
from emonev.model.exact import encode
from emonev.render.json_file import to_json
from tests.builders import (
    a_criterion_result,
    a_finding,
    a_proof,
    a_stage_result,
    an_assessment,
    an_indicator_result,
)
from tests.conftest import GOLDEN

Spoil = Callable[[Any], None]


def saved(folder: Path, content: bytes) -> Path:
    path = folder / "2024.json"
    path.write_bytes(content)
    return path


def refused(folder: Path, content: bytes) -> str:
    with pytest.raises(EmonevError) as error:
        load_assessment(saved(folder, content))
    assert error.value.message.id
    assert error.value.remedy is not None
    return error.value.slug


def test_a_saved_result_is_read_back(tmp_path: Path) -> None:
    assessment = an_assessment()
    assert load_assessment(saved(tmp_path, to_json(assessment))) == assessment


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assessment = an_assessment()
    assert load_assessment(saved(tmp_path, b"\xef\xbb\xbf" + to_json(assessment))) == assessment


@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_half_a_file_is_damaged(tmp_path: Path, part: float) -> None:
    content = to_json(an_assessment())
    assert refused(tmp_path, content[: int(len(content) * part)]) == "result-damaged"


@pytest.mark.parametrize("content", [b"", b"[]", b"\xff\xfe", b"[" * 100_000, b'{"schema": 1}'])
def test_what_is_no_result_is_told(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, content) == "result-damaged"


@pytest.mark.parametrize("content", [b"{}", b'{"schema": "emonev/assessment/2"}'])
def test_another_kind_of_file_is_told(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, content) == "result-schema"


@pytest.mark.parametrize("number", ["1e999999999", "0.1.2", "1/0", "٣", "9" * 5_000])
def test_a_number_that_is_none_is_told_where_it_stands(tmp_path: Path, number: str) -> None:
    content = to_json(an_assessment()).decode()
    before, _, after = content.partition('"exact-low": "')
    spoiled = f'{before}"exact-low": "{number}{after[after.index(chr(34)) :]}'
    with pytest.raises(EmonevError) as error:
        load_assessment(saved(tmp_path, spoiled.encode()))
    assert "$.total.exact-low" in error.value.message.id


def test_a_missing_result_is_told(tmp_path: Path) -> None:
    with pytest.raises(EmonevError) as error:
        load_assessment(tmp_path / "2024.json")
    assert error.value.slug == "result-missing"


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assessment_module, "LARGEST", 1_048_576)
    assert refused(tmp_path, b" " * 1_048_577) == "result-too-large"


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (lambda r: r["total"].update(low="38.42x"), "total"),
        (lambda r: r["supported"].update(high="9" * 5_000), "supported"),
        (lambda r: r["total"]["above"].update({"from": "1/3"}), "total.kurang-informatif"),
        (lambda r: r["rubric"]["rounding"].update(places=400), "rubric.rounding.places"),
        (lambda r: r["rubric"]["rounding"].update(places=-1), "rubric.rounding.places"),
        (lambda r: r.update({"assessed-on": "kemarin"}), "assessed-on"),
        (lambda r: r["stages"][0]["points"].update(earned="439208192231179800"), "saq"),
        (lambda r: r["stages"][0]["points"].update(lost="-1"), "saq"),
        (lambda r: r["stages"][0]["indicators"][0].update(full="101"), "jenis"),
        (lambda r: r["stages"][0]["indicators"][0].update(full="1/2"), "jenis"),
        (lambda r: r["total"].update(low="99.00"), "total"),
        (lambda r: r["supported"].update(low="-3.00"), "supported"),
        (lambda r: r["total"].update({"exact-high": "9223372036854775708"}), "total"),
    ],
)
def test_figures_that_cannot_be_are_told(tmp_path: Path, spoil: Spoil, place: str) -> None:
    result = json.loads((GOLDEN / "assessment.json").read_bytes())
    spoil(result)
    with pytest.raises(EmonevError) as error:
        load_assessment(saved(tmp_path, json.dumps(result).encode()))
    assert error.value.slug == "result-damaged"
    assert f" {place}: " in error.value.message.en


def test_a_bare_result_lacks_only_the_words_of_its_findings(tmp_path: Path) -> None:
    spoken = a_finding(proofs=(a_proof(),), settings={"at-least": 3}, required=True)
    criterion = a_criterion_result(findings=(spoken,))
    assessment = an_assessment(a_stage_result(an_indicator_result(criterion)))
    bare = load_assessment(saved(tmp_path, to_json(assessment)), bare=True)
    told = msgspec.to_builtins(assessment, enc_hook=encode)
    for one in told["stages"][0]["indicators"][0]["criteria"][0]["findings"]:
        del one["message"], one["proofs"]
    assert told == msgspec.to_builtins(bare, enc_hook=encode)


def test_a_bare_result_is_checked_as_a_whole_one_is(tmp_path: Path) -> None:
    content = to_json(an_assessment())
    with pytest.raises(EmonevError):
        load_assessment(saved(tmp_path, content[: len(content) // 2]), bare=True)
