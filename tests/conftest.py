"""What all tests share: golden files, and the one way to accept a change in them."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

# Set where everything is installed (.ci/run): a missing program is then a failure, not a skip.
REQUIRE_PROGRAMS = "EMONEV_REQUIRE_PROGRAMS"

# How long an example takes says how busy the machine is, and nothing about the program.
hypothesis.settings.register_profile("emonev", deadline=None)
hypothesis.settings.load_profile("emonev")

GOLDEN = Path(__file__).parent / "golden"

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept-golden",
        action="store_true",
        help="write what the tests produced into tests/golden/ (read the diff before you commit it)",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a whole output with the file of that name in tests/golden/."""
    accept = bool(request.config.getoption("--accept-golden"))

    def compare(name: str, produced: str) -> None:
        path = GOLDEN / name
        if accept:
            path.write_text(produced, encoding="utf-8", newline="\n")
        assert path.is_file(), f"no tests/golden/{name}: run pytest --accept-golden"
        expected = path.read_text(encoding="utf-8")
        assert produced == expected, f"tests/golden/{name} differs: see pytest --accept-golden"

    return compare


@pytest.fixture(scope="session", autouse=True)
def _own_key(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let the tests, and the programs they start, keep a key of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


def program(*names: str) -> str:
    """Return the path of the first of these programs; without any, skip and say so."""
    for name in names:
        if path := shutil.which(name):
            return path
    missing = f"needs one of these programs: {', '.join(names)}"
    if os.environ.get(REQUIRE_PROGRAMS):
        pytest.fail(missing)
    pytest.skip(missing)
