"""What all tests share: golden files, and the one way to accept a change in them."""

from collections.abc import Callable
from pathlib import Path

import pytest

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
