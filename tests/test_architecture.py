"""The floors of docs/design.md, the homes of third-party packages, and what a start may load."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "emonev"

# A room may import from lower floors and from itself; rooms of one floor do not know each other.
FLOORS = (
    {"model"},
    {"personal_data"},
    {"normalise", "language", "errors", "resources"},
    {"laws", "crosswalk", "signing"},
    {"checks"},
    {"score"},
    {"rubric_change"},
    {"coverage", "suggest", "compare", "plan"},
    {"judge"},
    {"voices"},
    {"judged", "discreet"},
    {"warn"},
    {"stakes", "assemble", "evidence", "load", "render", "scaffold"},
    {"hearing"},
    {"verdicts"},
    {"pipeline", "doctor"},
    {"cli"},
)
FLOOR_OF = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}

# Where a third-party package may be imported; everything else is at home nowhere.
HOMES = {
    "msgspec": {"*"},
    "typer": {"cli"},
    "rich": {"render", "cli"},
    "yaml": {"load"},
    "jinja2": {"render"},
    "markupsafe": {"render"},
    "xlsxwriter": {"render"},
    "rapidfuzz": {"checks", "load", "suggest"},
    "pypdfium2": {"evidence"},
    "pypdfium2_raw": {"evidence"},  # the same package: its bindings, without its own layer
    "python_calamine": {"evidence"},
    "selectolax": {"evidence"},
    "PIL": {"evidence"},
    "charset_normalizer": {"evidence"},
    "psutil": {"evidence", "doctor"},
    "asn1crypto": {"evidence"},
    "cryptography": {"evidence"},
    "rapidocr": {"evidence"},  # with the extra `ocr`
    "numpy": {"evidence"},  # comes with rapidocr
}

MODULES = sorted(PACKAGE.rglob("*.py"))


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(path: Path) -> list[str]:
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found += (
                [f"emonev.{alias.name}" for alias in node.names]
                if node.module == "emonev"
                else [node.module or ""]
            )
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_room_imports_only_from_floors_below(path: Path) -> None:
    room = room_of(path)
    if room in {"__init__", "__main__"}:
        return
    for name in imports_of(path):
        if not name.startswith("emonev."):
            continue
        other = name.split(".")[1]
        if other in {room, "__version__"}:
            continue
        assert FLOOR_OF[other] < FLOOR_OF[room], f"{path.name} imports {name} from above"


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_third_party_packages_stay_in_their_homes(path: Path) -> None:
    for name in imports_of(path):
        package = name.split(".")[0]
        if package == "emonev" or package in sys.stdlib_module_names:
            continue
        homes = HOMES[package]
        assert "*" in homes or room_of(path) in homes, f"{path}: {package} is not at home here"


def test_every_room_has_a_floor() -> None:
    rooms = {room_of(path) for path in MODULES} - {"__init__", "__main__"}
    assert rooms == set(FLOOR_OF)


def test_no_module_is_longer_than_can_be_held_in_the_head() -> None:
    long = {
        str(path.relative_to(PACKAGE)): lines
        for path in MODULES
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert long == {}


def test_starting_the_program_loads_nothing_heavy() -> None:
    script = (
        "import sys, emonev.cli.main; "
        "heavy = {'yaml', 'jinja2', 'PIL', 'pypdfium2', 'pypdfium2_raw', 'selectolax', 'python_calamine', 'psutil', "
        "'sqlite3', 'xlsxwriter', 'rapidfuzz', 'charset_normalizer', 'multiprocessing', 'asn1crypto', 'cryptography'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout
    assert loaded.strip() == "[]"
