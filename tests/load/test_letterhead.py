import base64
from pathlib import Path

import pytest

from emonev.errors import EmonevError
from emonev.load import load_workspace
from emonev.load.letterhead import LARGEST_LOGO, load_letterhead
from emonev.model.workspace import Letterhead

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def test_emonev_yaml_may_name_a_letterhead(tmp_path: Path) -> None:
    (tmp_path / "emonev.yaml").write_text(
        "schema: emonev/workspace/1\nbody:\n  name: Contoh\n  category: kabupaten-kota\n"
        "rubrics:\n  2024: kabkota-2024\nletterhead:\n  office: PPID Utama\n  logo: logo.png\n",
        encoding="utf-8",
    )
    assert load_workspace(tmp_path).letterhead == Letterhead(office="PPID Utama", logo="logo.png")


def test_the_logo_is_kept_in_the_result(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(PNG)
    read = load_letterhead(tmp_path, Letterhead(office="PPID", logo="logo.png"))
    packed = base64.b64encode(PNG).decode()
    assert read == Letterhead(office="PPID", logo=f"data:image/png;base64,{packed}")


@pytest.mark.parametrize(
    "content",
    [b"<svg onload=alert(1)>", b"", PNG + bytes(LARGEST_LOGO)],
    ids=["svg", "empty", "big"],
)
def test_a_logo_that_may_not_be_one_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "logo.png").write_bytes(content)
    with pytest.raises(EmonevError) as caught:
        load_letterhead(tmp_path, Letterhead(logo="logo.png"))
    assert caught.value.slug == "logo"


@pytest.mark.parametrize("name", ["tidak-ada.png", "../luar.png", ".", "a\0b.png", "a" * 300])
def test_a_logo_that_is_not_there_or_lies_outside_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "dalam").mkdir()
    (tmp_path / "luar.png").write_bytes(PNG)
    with pytest.raises(EmonevError) as caught:
        load_letterhead(tmp_path / "dalam", Letterhead(logo=name))
    assert caught.value.slug == "logo"


def test_without_a_letterhead_there_is_none(tmp_path: Path) -> None:
    assert load_letterhead(tmp_path, None) is None
