"""Rubrics written as XCCDF benchmarks, so that OpenSCAP can score them with its default model.

Stages and indicators become nested groups, criteria become rules; all that a rule checks is
whether this is a Unix machine, straight or negated, so that it passes or fails as wanted. A rule
that is not selected leaves the denominator, as a criterion that does not apply.
"""

import subprocess
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from emonev.model.rubric import Rubric, Stage
from emonev.score import Share
from tests.conftest import program

XCCDF = "http://checklists.nist.gov/xccdf/1.2"
DEFAULT_MODEL = "urn:xccdf:scoring:default"

OVAL = """<?xml version="1.0"?>
<oval_definitions xmlns="http://oval.mitre.org/XMLSchema/oval-definitions-5"
    xmlns:oval="http://oval.mitre.org/XMLSchema/oval-common-5"
    xmlns:ind="http://oval.mitre.org/XMLSchema/oval-definitions-5#independent">
  <generator>
    <oval:schema_version>5.10</oval:schema_version>
    <oval:timestamp>2024-01-01T00:00:00</oval:timestamp>
  </generator>
  <definitions>
    <definition class="compliance" id="oval:emonev:def:1" version="1">
      <metadata><title>passes</title><description>passes</description></metadata>
      <criteria><criterion test_ref="oval:emonev:tst:1"/></criteria>
    </definition>
    <definition class="compliance" id="oval:emonev:def:2" version="1">
      <metadata><title>fails</title><description>fails</description></metadata>
      <criteria negate="true"><criterion test_ref="oval:emonev:tst:1"/></criteria>
    </definition>
  </definitions>
  <tests>
    <ind:family_test id="oval:emonev:tst:1" version="1" check="all" comment="a Unix machine">
      <ind:object object_ref="oval:emonev:obj:1"/>
      <ind:state state_ref="oval:emonev:ste:1"/>
    </ind:family_test>
  </tests>
  <objects><ind:family_object id="oval:emonev:obj:1" version="1"/></objects>
  <states>
    <ind:family_state id="oval:emonev:ste:1" version="1"><ind:family>unix</ind:family></ind:family_state>
  </states>
</oval_definitions>
"""


def oscap_score(rubric: Rubric, shares: dict[str, Share], folder: Path) -> float:
    """Return the score, 0..100, that OpenSCAP gives for criteria that are met or not."""
    oscap = program("oscap")
    (folder / "checks.xml").write_text(OVAL, encoding="utf-8")
    (folder / "benchmark.xml").write_text(_benchmark(rubric, shares), encoding="utf-8")
    command = [oscap, "xccdf", "eval", "--results", "results.xml", "benchmark.xml"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode in {0, 2}, ran.stderr  # 2: some rule failed, as wanted
    return _score(folder / "results.xml")


def _score(results: Path) -> float:
    scores = ElementTree.parse(results).iter(f"{{{XCCDF}}}score")
    (printed,) = (score.text for score in scores if score.get("system") == DEFAULT_MODEL)
    return float(printed or "nan")


def _benchmark(rubric: Rubric, shares: dict[str, Share]) -> str:
    groups = "".join(_stage(stage, shares) for stage in rubric.stages)
    return (
        f'<?xml version="1.0"?><Benchmark xmlns="{XCCDF}" id="xccdf_emonev_benchmark_rubric">'
        f'\n<status>draft</status>\n<version>1</version>\n<model system="{DEFAULT_MODEL}"/>\n'
        f"{groups}</Benchmark>\n"
    )


def _stage(stage: Stage, shares: dict[str, Share]) -> str:
    inside = "".join(
        _group(
            indicator.id,
            indicator.weight,
            "".join(_rule(c.id, c.weight, shares[c.id]) for c in indicator.criteria),
        )
        for indicator in stage.indicators
    )
    return _group(stage.id, stage.weight, inside)


def _group(name: str, weight: Fraction, inside: str) -> str:
    attributes = f"id={quoteattr(f'xccdf_emonev_group_{name}')} weight={quoteattr(_number(weight))}"
    # The line feeds matter: without them oscap 1.3 passes over the next element.
    return f"<Group {attributes}>\n<title>{name}</title>\n{inside}\n</Group>\n"


def _rule(name: str, weight: Fraction, share: Share) -> str:
    attributes = f"id={quoteattr(f'xccdf_emonev_rule_{name}')} weight={quoteattr(_number(weight))}"
    selected = "true" if share.applicable else "false"
    definition = f"oval:emonev:def:{1 if share.low == 1 else 2}"
    return (
        f'<Rule {attributes} selected="{selected}">\n<title>{name}</title>\n'
        '<check system="http://oval.mitre.org/XMLSchema/oval-definitions-5">\n'
        f'<check-content-ref href="checks.xml" name="{definition}"/>\n</check>\n</Rule>\n'
    )


def _number(weight: Fraction) -> str:
    return f"{float(weight):g}"
