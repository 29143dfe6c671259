"""Reports before those who check web pages for a living: axe-core, html-validate, the Nu checker."""

import datetime
import json
import os
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from emonev.model.assessment import Assessment
from emonev.model.finding import Outcome
from emonev.model.pictures import Pictures
from emonev.pipeline import assess_with_pictures
from emonev.render.html import render_html
from emonev.render.json_file import to_json
from emonev.render.parts import worst_first
from emonev.render.public import for_the_public
from tests.conftest import REQUIRE_PROGRAMS, program
from tests.render.large import a_large_assessment
from tests.render.pictured import pictures_of
from tests.render.rich import a_rich_assessment
from tests.render.worst import a_worst_assessment

pytestmark = pytest.mark.browser

WEB = Path(__file__).parents[1] / "web"
EXAMPLE = Path(__file__).parents[2] / "examples" / "natuna"
WIDTHS = "320,768,1440"
LARGE = 1_000
MOST_NODES = 12_000
BUSIEST = 1  # second of the browser's own time, until a page is loaded and interactive
LARGEST = 1_500_000  # bytes

# html-validate counts the signs of a title as they are escaped (70 signs may be 350): see
# tests/web/.htmlvalidate.json.
#
# The Nu checker looks for a nonce and does not reckon hashes; test_browser.py holds that the
# policy lets the page's own style and script through, and no other.
HASHES_NOT_RECKONED = re.compile(r"Inline (style|script) violates Content Security Policy")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the reports that are looked at, by name."""
    _tool("axe-core")
    folder = tmp_path_factory.mktemp("laporan")
    rich, worst = a_rich_assessment(), a_worst_assessment()
    english = {
        "summary": render_html(rich, "en", design="summary"),
        "public": render_html(for_the_public(rich), "en", to_workspace=None),
    }
    for name, page in english.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in english} | {
        name: _written(assessment, pictures, folder / f"{name}.html")
        for name, (assessment, pictures) in {
            "example": assess_with_pictures(EXAMPLE, 2024, today=datetime.date(2024, 9, 27)),
            "rich": (rich, None),
            "worst": (worst, pictures_of(worst)),
            "large": (a_large_assessment(LARGE), None),
        }.items()
    }


@pytest.mark.parametrize("name", ["example", "worst", "summary", "public"])
def test_no_rule_of_accessibility_is_broken_in_any_light_width_or_fold(
    pages: dict[str, Path], name: str
) -> None:
    looks = _looks(pages[name], WIDTHS)
    assert len(looks) == 12
    for look in looks:
        assert look["violations"] == [], look
        assert not look["wide"], look
        assert look["asked"] == [], look


def test_a_thousand_criteria_break_no_rule_either(pages: dict[str, Path]) -> None:
    for look in _looks(pages["large"], "768"):
        assert look["violations"] == [], look
        assert not look["wide"], look
        assert look["asked"] == [], look


def test_a_thousand_criteria_are_light_to_load_and_whole_when_used(pages: dict[str, Path]) -> None:
    done = _run("node", str(WEB / "use.mjs"), _browser(), str(pages["large"]))
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert seen["nodes"] < MOST_NODES
    assert 0 < seen["busy"] < BUSIEST
    assert seen["opened"] == seen["plain"] > 0  # with the script, and without
    assert seen["listed"] == LARGE
    assert seen["cited"] == seen["citedPlain"] != ""
    assert seen["address"] == "#hasil=not-met&urut=poin"
    worst = next(c for c in worst_first(a_large_assessment(LARGE)) if c.outcome is Outcome.NOT_MET)
    assert seen["sorted"] == seen["again"] == f"k-{worst.id}"
    assert seen["shown"] == f"167 dari {LARGE} kriteria"
    assert seen["name"] == "2024.json"
    assert seen["saved"].encode() == to_json(a_large_assessment(LARGE))


def test_a_thousand_criteria_are_no_heavy_file(pages: dict[str, Path]) -> None:
    assert pages["large"].stat().st_size < LARGEST


def test_html_validate_finds_nothing(pages: dict[str, Path], tmp_path: Path) -> None:
    config, found = WEB / ".htmlvalidate.json", tmp_path / "found.json"
    script = _tool("html-validate") / "bin" / "html-validate.mjs"
    report = f"json={found}"
    _run("node", str(script), "--config", str(config), "--formatter", report, *_named(pages))
    assert [
        (Path(page["filePath"]).name, message["line"], message["ruleId"], message["message"])
        for page in json.loads(found.read_bytes())
        for message in page["messages"]
    ] == []


def test_the_nu_checker_finds_nothing(pages: dict[str, Path]) -> None:
    jar = _tool("vnu-jar") / "build" / "dist" / "vnu.jar"
    done = _run("java", "-jar", str(jar), "--format", "json", "--stdout", *_named(pages))
    found = json.loads(done.stdout)["messages"]
    assert [one for one in found if not HASHES_NOT_RECKONED.match(one["message"])] == []


def _looks(page: Path, widths: str) -> list[dict[str, Any]]:
    done = _run("node", str(WEB / "look.mjs"), _browser(), widths, str(page))
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def _browser() -> str:
    return program("chromium", "chromium-browser", "google-chrome")


def _run(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [program(name), *arguments],
        capture_output=True,
        check=False,
        timeout=900,
        text=True,
        encoding="utf-8",
    )


@cache
def _tool(name: str) -> Path:
    """Return where npm put a package; without it, skip and say so."""
    folder = WEB / "node_modules" / name
    if folder.is_dir():
        return folder
    missing = f"needs {name}: npm install --ignore-scripts in tests/web"
    if os.environ.get(REQUIRE_PROGRAMS):
        pytest.fail(missing)
    pytest.skip(missing)


def _written(assessment: Assessment, pictures: Pictures | None, path: Path) -> Path:
    path.write_text(render_html(assessment, "id", pictures=pictures), encoding="utf-8")
    return path


def _named(pages: dict[str, Path]) -> list[str]:
    return [str(path) for path in pages.values()]
