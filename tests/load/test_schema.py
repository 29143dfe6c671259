"""What an editor accepts is what is read, and the published schemas are current."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped] # ships no types
import pytest
import yaml

from emonev.cli.rubric_text import schema_text
from emonev.load import shipped_rubrics
from emonev.load.schema import answers_schema, rubric_schema, workspace_schema
from emonev.resources import criteria_folder
from tests.load.rubric_yaml import SOUND
from tests.load.test_lint import ERRORS, WARNINGS

# What JSON Schema cannot say: sums, order, uniqueness over the file, Windows' reserved names.
BEYOND_A_SCHEMA = re.compile(
    r"\((?:duplicate-\w+|bad-id|bad-weight|bands-\w+|no-[\w-]+|entered-with-indicators|steps-count|"
    r"shares-fall|tiers-order|unknown-format|empty-check|out-of-range|merge-key)\)|“N\.\.N-2”|satu kata"
)


class Yaml12(yaml.CSafeLoader):
    """YAML as editors read it: release 1.2, where only true and false are booleans."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - PyYAML's own form


Yaml12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
Yaml12.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])
Yaml12.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile(r"^[-+]?(?:0|[1-9][0-9]*)$"), list("-+0123456789")
)
Yaml12.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+$"), list("-+0123456789")
)


def as_editors_read(text: str) -> Any:
    return yaml.load(text, Loader=Yaml12)


def faults_of(schema: dict[str, object], text: str) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema)
    return [error.message for error in validator.iter_errors(as_editors_read(text))]


@pytest.mark.parametrize("kind", ["rubric", "workspace", "answers"])
def test_the_published_schema_is_current(kind: str) -> None:
    published = (criteria_folder() / f"{kind}.schema.json").read_text("utf-8")
    assert published == schema_text(kind), f"emonev rubric schema --for {kind} --output …"


@pytest.mark.parametrize("schema", [rubric_schema(), workspace_schema(), answers_schema()])
def test_a_schema_is_one(schema: dict[str, object]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", shipped_rubrics(), ids=lambda path: path.stem)
def test_the_shipped_rubrics_fit_the_schema(path: Path) -> None:
    assert faults_of(rubric_schema(), path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", shipped_rubrics(), ids=lambda path: path.stem)
def test_the_shipped_rubrics_name_their_schema(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=rubric.schema.json"


@pytest.mark.parametrize(("old", "new", "_said"), WARNINGS.values(), ids=list(WARNINGS))
def test_what_is_read_fits_the_schema(old: str, new: str, _said: str) -> None:
    assert faults_of(rubric_schema(), SOUND.replace(old, new)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [(old, new) for old, new, said in ERRORS.values() if not BEYOND_A_SCHEMA.search(said)],
)
def test_what_the_linter_refuses_the_editor_refuses(old: str, new: str) -> None:
    assert faults_of(rubric_schema(), SOUND.replace(old, new)) != []


def test_every_key_is_explained() -> None:
    for schema in (rubric_schema(), workspace_schema(), answers_schema()):
        assert unexplained(schema) == []


def unexplained(schema: Any, path: str = "$") -> list[str]:
    if isinstance(schema, list):
        return [p for i, item in enumerate(schema) for p in unexplained(item, f"{path}[{i}]")]
    if not isinstance(schema, dict):
        return []
    found = [p for key, item in schema.items() for p in unexplained(item, f"{path}.{key}")]
    if schema.get("type") == "object" and "additionalProperties" in schema:
        for key, described in schema.get("properties", {}).items():
            if "description" not in json.dumps(described) and "const" not in described:
                found.append(f"{path}.{key}")
    return found
