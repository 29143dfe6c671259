"""How a check was set, as a saved result keeps it beside the finding: no more than differs."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec
from msgspec import NODEFAULT
from msgspec.structs import FieldInfo, fields, replace

from emonev.checks import KINDS
from emonev.errors import EmonevError
from emonev.model.check import Check
from emonev.model.exact import decode, encode
from emonev.model.finding import Finding

_IN_THE_FINDING = frozenset(Check.__struct_fields__)


def with_settings(findings: Sequence[Finding], checks: Sequence[Check]) -> tuple[Finding, ...]:
    """Return the findings with what their checks were set to.

    There is one for each check, in order; one that answers none (what became of the answer "not
    applicable") stands alone or last.
    """
    answered = (
        _with_settings(finding, check) for finding, check in zip(findings, checks, strict=False)
    )
    return (*answered, *findings[len(checks) :])


def settings_of(check: Check) -> dict[str, Any]:
    """Return the settings that are not the kind's defaults, by their names in the rubric."""
    given = {}
    for field in _own_fields(type(check)):
        value = getattr(check, field.name)
        if value != _default(field):
            # By way of JSON, so that a result is the same before it is saved and after.
            plain = msgspec.json.decode(msgspec.json.encode(value, enc_hook=encode))
            given[field.encode_name] = plain
    return given


def check_of(finding: Finding) -> Check | None:
    """Return the check that a saved finding answers; None where this version has no such check."""
    kind = KINDS.get(finding.kind)
    if kind is None:
        return None
    try:
        check: Check = msgspec.convert(
            {"kind": finding.kind, **finding.settings}, kind, dec_hook=decode
        )
    except (msgspec.ValidationError, EmonevError):
        return None
    return replace(check, weight=finding.weight, required=finding.required, label=finding.label)


def _with_settings(finding: Finding, check: Check) -> Finding:
    settings = settings_of(check) if finding.kind == check.__struct_config__.tag else {}
    return replace(finding, settings=settings) if settings else finding


@cache
def _own_fields(kind: type[Check]) -> tuple[FieldInfo, ...]:
    return tuple(field for field in fields(kind) if field.name not in _IN_THE_FINDING)


def _default(field: FieldInfo) -> Any:
    if field.default_factory is not NODEFAULT:
        return field.default_factory()
    return field.default
