"""The reference of all check kinds, made from the kinds themselves.

`python -m emonev.checks.reference --write` renews the marked part of `criteria/README.md`;
without `--write` it prints that part. A test holds the two together.
"""

import inspect
import re
import sys
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
from msgspec import NODEFAULT, Struct
from msgspec.inspect import Field, LiteralType, Metadata, StructType, type_info

from emonev.checks import KINDS
from emonev.checks.confidence import percentages
from emonev.checks.examples import THIS_YEAR, Example
from emonev.language import size
from emonev.model.case import Exhibit
from emonev.model.check import Check, DocumentCheck, JoinedCheck
from emonev.model.exact import to_text
from emonev.model.text import Text
from emonev.model.years import YearRule, resolve_years

BEGIN = "<!-- made by `python -m emonev.checks.reference --write`: do not edit by hand -->"
END = "<!-- end of what is made -->"
README = Path(__file__).parent.parent.parent / "criteria" / "README.md"
_PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z .-]*[A-Za-z])?")
_NOT_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "y", "n", "null"})
SHARED = frozenset(DocumentCheck.__struct_fields__)  # described once, above the kinds


def reference() -> str:
    """Return the manual of every kind with its settings and examples, as Markdown."""
    index = "\n".join(
        f"- [`{name}`](#{name}): {_first_sentence(kind)}" for name, kind in KINDS.items()
    )
    return "\n\n".join([index, *(_of_kind(name, kind) for name, kind in KINDS.items())]) + "\n"


def renewed(readme: str) -> str:
    """Return the README with the part between the marks made anew."""
    before, _, rest = readme.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{reference()}\n{END}{after}"


def examples_of(kind: type[Check]) -> tuple[Example, ...]:
    """Return the examples that stand in the kind's module."""
    found: tuple[Example, ...] = vars(sys.modules[kind.__module__])["EXAMPLES"]
    return found


def as_yaml(check: Check) -> str:
    """Return the check as a rubric's author writes it, on one line, defaults left out."""
    return _flow({"kind": check.__struct_config__.tag, **_settings(check)})


def _of_kind(name: str, kind: type[Check]) -> str:
    parts = [f"### {name}", inspect.cleandoc(kind.__doc__ or ""), _how_asked(kind)]
    settings = "\n".join(_setting_lines(kind))
    if settings:
        parts.append("| setting | if left out | meaning |\n|---|---|---|\n" + settings)
    return "\n\n".join([*parts, *map(_of_example, examples_of(kind))])


def _how_asked(kind: type[Check]) -> str:
    if issubclass(kind, DocumentCheck):
        return "Asked of one document at a time (`of: document` or `of: any`)."
    if issubclass(kind, JoinedCheck):
        return (
            "Asked as its checks are: of the document that the criterion's other checks look at "
            "(`of: document`) or of any (`of: any`), or of everything handed in."
        )
    return "Asked of everything handed in for the criterion at once."


def _setting_lines(kind: type[Check]) -> Iterator[str]:
    described = type_info(kind)
    assert isinstance(described, StructType)
    for field in described.fields:
        if field.name not in SHARED:
            yield f"| `{field.encode_name}` | {_default(field)} | {_meaning(field)} |"


def _default(field: Field) -> str:
    if field.required:
        return "must be given"
    default = field.default
    return "–" if default in (None, (), NODEFAULT) else f"`{_scalar(default)}`"


def _meaning(field: Field) -> str:
    kind, meaning = field.type, ""
    if isinstance(kind, Metadata):
        meaning, kind = str((kind.extra_json_schema or {}).get("description", "")), kind.type
    if isinstance(kind, LiteralType):
        meaning += ": " + ", ".join(f"`{value}`" for value in kind.values)
    return meaning


def _of_example(example: Example) -> str:
    finding = example.finding()
    outcome = f"**{finding.outcome}**"
    if finding.share not in {0, 1}:
        outcome += f" ({to_text(finding.share)})"
    lines = [
        f"*{example.name[0].upper()}{example.name[1:]}*",
        f"```yaml\n- {as_yaml(example.check)}\n```",
        "\n".join(f"- {line}" for line in _handed_in(example)),
        f"→ {outcome}: {finding.message.en}  \n  *{finding.message.id}*",
    ]
    return "\n\n".join(lines)


def _handed_in(example: Example) -> Iterator[str]:
    case = example.case
    if not (case.exhibits or case.links):
        yield "nothing handed in"
    for exhibit in case.exhibits:
        yield f"`{exhibit.evidence.path}`: " + "; ".join(_what_is_in(exhibit))
    for link in case.links:
        yield f"link `{link}`"
    if case.years != resolve_years((THIS_YEAR,), case.years.evaluated):
        yield "the criterion asks for other years"
    if not case.portal.links:
        yield "the portal takes no links"


def _what_is_in(exhibit: Exhibit) -> Iterator[str]:
    facts = exhibit.facts
    yield f"{exhibit.evidence.format.upper()}, {size(exhibit.evidence.bytes, 'en')}"
    if facts.problem is not None:
        yield facts.problem.code
    if facts.picture is not None:
        yield f"{facts.picture.width} × {facts.picture.height} pixels"
    elif facts.text_source == "none" and facts.problem is None:
        yield "blank" if facts.pages and facts.pages[0].blank else "scanned, no text"
    read = [page for page in facts.pages if page.source == "ocr"]
    if read:
        yield f"read by OCR with {percentages(read)}% confidence"
    for title in facts.titles:
        yield f"title by {title.basis} (strength {title.strength:g}): “{title.text}”"
    for date in facts.dates:
        yield f"date by {date.role}: “{date.printed}”"
    for table in facts.tables:
        hidden = ", hidden" if table.hidden else ""
        yield f"table {table.name}: {' · '.join(table.header)} ({table.rows} rows{hidden})"
    if facts.signatures:
        yield f"{len(facts.signatures)} signature field"
    if not (facts.titles or facts.tables) and exhibit.text is not None:
        pages = (" ".join(page.split()) or "(no text)" for page in exhibit.text.printed)
        yield "text: " + " ¶ ".join(f"“{page}”" for page in pages)


def _settings(thing: Struct) -> dict[str, Any]:
    """Return what differs from the defaults, under the names that a rubric uses."""
    described = type_info(type(thing))
    assert isinstance(described, StructType)
    given = {field.encode_name: (getattr(thing, field.name), field) for field in described.fields}
    return {name: value for name, (value, field) in given.items() if value != field.default}


def _flow(value: Any) -> str:
    """Return a value in YAML's flow style."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, Check):
        return as_yaml(value)
    if isinstance(value, tuple) and len(value) == 1 and isinstance(value[0], Check):
        return as_yaml(value[0])
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, Text):
        return _flow({"id": value.id, "en": value.en})
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, YearRule):
        return _year_rule(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Fraction):
        return to_text(value)
    if isinstance(value, str) and not _is_plain(value):
        return msgspec.json.encode(value).decode()
    return str(value)


def _is_plain(word: str) -> bool:
    """Say whether YAML reads the word as itself without quotation marks."""
    return bool(_PLAIN.fullmatch(word)) and word.casefold() not in _NOT_WORDS


def _year_rule(rule: YearRule) -> str:
    if rule.form != "years":
        return rule.form
    first, last = (_year(year, rule) for year in (rule.first, rule.last))
    return first if first == last else f"{first}..{last}"


def _year(year: int, rule: YearRule) -> str:
    if not rule.relative:
        return str(year)
    return "N" if year == 0 else f"N{year:+d}"


def _first_sentence(kind: type[Check]) -> str:
    return " ".join(inspect.cleandoc(kind.__doc__ or "").partition("\n\n")[0].split())


def main(arguments: Sequence[str], readme: Path = README) -> None:
    """Print the reference, or write it into the README."""
    if "--write" in arguments:
        readme.write_text(renewed(readme.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        sys.stdout.write(reference())


if __name__ == "__main__":
    main(sys.argv[1:])
