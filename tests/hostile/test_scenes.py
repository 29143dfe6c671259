"""Each scene of the table is played once: the run ends, says what happened, and loses no more."""

import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="made of what Linux allows")

if sys.platform == "linux":
    from tests.hostile.make import sound
    from tests.hostile.playing import scored
    from tests.hostile.scenes import SCENES, Scene

    @pytest.fixture(scope="module")
    def untouched(tmp_path_factory: pytest.TempPathFactory) -> Any:
        folder = tmp_path_factory.mktemp("utuh")
        sound(folder)
        return _judged(scored(folder).result)

    @pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
    def test_a_run_outlives_it(tmp_path: Path, scene: Scene, untouched: Any) -> None:
        folder = tmp_path / "ruang"
        scene.play(folder, sound(folder))
        ended = scored(folder, "--only", "JEN-01")
        assert ended.result == untouched

    def _judged(result: Any) -> Any:
        """Return what was found on the criterion whose evidence nobody touched."""
        (indicator,) = result["stages"][0]["indicators"]
        return [criterion for criterion in indicator["criteria"] if criterion["id"] == "JEN-01"]
