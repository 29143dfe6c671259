import json

import jsonschema  # type: ignore[import-untyped]  # ships no types
import msgspec
import pytest

from emonev.model.assessment import Assessment
from emonev.model.exact import decode
from emonev.render.json_file import assessment_schema, to_json
from emonev.resources import reports_folder
from tests.builders import an_assessment
from tests.conftest import Golden
from tests.render.rich import a_rich_assessment

ASSESSMENTS = {"rich": a_rich_assessment(), "plain": an_assessment()}


@pytest.mark.parametrize("name", ASSESSMENTS)
def test_a_saved_result_fits_the_published_schema(name: str) -> None:
    schema = json.loads((reports_folder() / "assessment.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    validator.validate(json.loads(to_json(ASSESSMENTS[name])))


def test_the_published_schema_is_current(golden: Golden) -> None:
    current = json.dumps(assessment_schema(), indent=2) + "\n"
    golden("../../reports/assessment.schema.json", current)


def test_a_float_does_not_fit_the_schema() -> None:
    result = json.loads(to_json(an_assessment()))
    result["stages"][0]["weight"] = 80.5
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(result, assessment_schema())


@pytest.mark.parametrize("name", ASSESSMENTS)
def test_writing_then_reading_gives_the_same_assessment(name: str) -> None:
    read = msgspec.json.decode(to_json(ASSESSMENTS[name]), type=Assessment, dec_hook=decode)
    assert read == ASSESSMENTS[name]


def test_the_same_assessment_gives_the_same_bytes() -> None:
    assert to_json(a_rich_assessment()) == to_json(a_rich_assessment())


def test_the_whole_result(golden: Golden) -> None:
    golden("assessment.json", to_json(a_rich_assessment()).decode())
