"""How a check was set, as a saved result keeps it beside the finding: no more than differs."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Literal

import msgspec
from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo, fields, replace

from emonev.checks import KINDS
from emonev.checks.any_of import AnyOf
from emonev.errors import EmonevError
from emonev.model.check import Check, JoinedCheck
from emonev.model.exact import decode, encode
from emonev.model.finding import Finding

# What the finding holds itself, and what is written check by check.
_APART = frozenset({*Check.__struct_fields__, "alternatives"})


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
            given[field.encode_name] = _plain(value)
    if isinstance(check, AnyOf):
        given["alternatives"] = [[*map(_written, checks)] for checks in check.alternatives]
    return given


def check_of(finding: Finding) -> Check | None:
    """Return the check that a saved finding answers; None where this version has no such check."""
    try:
        check = _check({"kind": finding.kind, **finding.settings})
    except (msgspec.ValidationError, EmonevError):
        return None
    return replace(check, weight=finding.weight, required=finding.required, label=finding.label)


def _with_settings(finding: Finding, check: Check) -> Finding:
    settings = settings_of(check) if finding.kind == check.__struct_config__.tag else {}
    return replace(finding, settings=settings) if settings else finding


def _plain(value: Any) -> Any:
    """Return a value as it is once the result was saved and read, by way of JSON."""
    return msgspec.json.decode(msgspec.json.encode(value, enc_hook=encode))


def _written(check: Check) -> dict[str, Any]:
    """Return a check of an alternative; weight and `required` mean nothing there."""
    label = {} if check.label is None else {"label": _plain(check.label)}
    return {"kind": check.__struct_config__.tag, **settings_of(check), **label}


class _SavedAnyOf(Struct, forbid_unknown_fields=True):
    kind: str
    alternatives: tuple[tuple[dict[str, Any], ...], ...]
    of: Literal["document", "any"] = "document"


def _check(saved: dict[str, Any]) -> Check:
    """Return the check of a saved one; raises where this version has no such check."""
    if saved["kind"] != "any-of":
        return _plain_check(saved)
    whole = msgspec.convert(saved, _SavedAnyOf)
    alternatives = tuple(tuple(map(_plain_check, checks)) for checks in whole.alternatives)
    if not (alternatives and all(alternatives)):
        raise msgspec.ValidationError("an alternative without a check")
    return AnyOf(alternatives=alternatives, of=whole.of)


def _plain_check(saved: dict[str, Any]) -> Check:
    kind = KINDS.get(str(saved.get("kind")))
    if kind is None or issubclass(kind, JoinedCheck):
        raise msgspec.ValidationError("no such check here")
    return msgspec.convert(saved, kind, dec_hook=decode)


@cache
def _own_fields(kind: type[Check]) -> tuple[FieldInfo, ...]:
    return tuple(field for field in fields(kind) if field.name not in _APART)


def _default(field: FieldInfo) -> Any:
    if field.default_factory is not NODEFAULT:
        return field.default_factory()
    return field.default
