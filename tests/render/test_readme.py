import re

from emonev.render.view import View
from emonev.resources import reports_folder


def test_designers_are_told_of_every_field_of_the_view() -> None:
    told = (reports_folder() / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`view\.(\w+)`", told)) == set(View.__struct_fields__)
