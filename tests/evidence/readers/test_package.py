"""The container around office files: what it unpacks, and what it refuses."""

import zipfile
from pathlib import Path

import pytest

from emonev.evidence.limits import Limits
from emonev.evidence.readers.elements import Elements, attribute, whole
from emonev.evidence.readers.package import Package
from emonev.evidence.readers.problems import CannotReadError
from tests.samples.office import package

LIMITS = Limits()


class Heard(Elements):
    ignored = frozenset({"diam"})

    def __init__(self) -> None:
        super().__init__(depth=20)
        self.text = ""
        self.attributes: list[str] = []
        self.opened["a"] = lambda found: self.attributes.append(attribute(found, "nilai"))

    def characters(self, text: str) -> None:
        self.text += text


def refusal(path: Path, member: str = "a.xml", limits: Limits = LIMITS) -> str:
    with pytest.raises(CannotReadError) as caught, Package(path, limits) as opened:
        opened.parse(member, Heard())
    return caught.value.problem.code


def test_text_and_attributes_arrive_whatever_their_prefix(tmp_path: Path) -> None:
    path = package(tmp_path / "x", {"a.xml": '<x:a x:nilai="7" xmlns:x="u">satu<b>dua</b></x:a>'})
    heard = Heard()
    with Package(path, LIMITS) as opened:
        opened.parse("a.xml", heard)
    assert (heard.text, heard.attributes) == ("satudua", ["7"])


def test_an_ignored_element_is_passed_by_with_all_that_is_in_it(tmp_path: Path) -> None:
    path = package(tmp_path / "x", {"a.xml": "<a>satu<diam>x<diam>y</diam>z</diam>dua</a>"})
    heard = Heard()
    with Package(path, LIMITS) as opened:
        opened.parse("a.xml", heard)
    assert heard.text == "satudua"


def test_a_bomb_stops_at_the_ratio(tmp_path: Path) -> None:
    path = package(tmp_path / "x", {"a.xml": b"<a>" + b" " * 20_000_000})
    assert refusal(path) == "too-large"


def test_many_members_together_stop_at_the_limit_of_unpacked_bytes(tmp_path: Path) -> None:
    members = {f"{n}.xml": "<a>" + "x" * 900_000 + "</a>" for n in range(5)}
    path = package(tmp_path / "x", members)
    with Package(path, Limits(unpacked_bytes=2_000_000)) as opened:
        opened.parse("0.xml", Heard())
        opened.parse("1.xml", Heard())
        with pytest.raises(CannotReadError) as caught:
            opened.parse("2.xml", Heard())
    assert caught.value.problem.code == "too-large"


def test_a_bomb_that_lies_about_its_size_is_counted_as_it_unpacks(tmp_path: Path) -> None:
    path = package(tmp_path / "x", {"a.xml": b"<a>" + b" " * 20_000_000})
    true, false = (20_000_003).to_bytes(4, "little"), (100).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(true, false))
    assert refusal(path) in {"too-large", "damaged"}


def test_too_many_members_are_refused_before_any_is_read(tmp_path: Path) -> None:
    path = package(tmp_path / "x", {f"{n}.xml": "<a/>" for n in range(30)})
    assert refusal(path, "1.xml", Limits(members=20)) == "too-large"


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    path = package(tmp_path / "x", {"a.xml": "<a>" * 100_000 + "</a>" * 100_000})
    assert refusal(path) == "too-large"


@pytest.mark.parametrize(
    "xml",
    [
        "<a><b></a>",
        "",
        "bukan xml",
        '<?xml version="1.0" encoding="tidak-ada"?><a/>',
        "<a>\x00</a>",
    ],
)
def test_what_is_no_xml_is_damaged(tmp_path: Path, xml: str) -> None:
    assert refusal(package(tmp_path / "x", {"a.xml": xml})) == "damaged"


def test_a_document_type_is_refused_even_an_innocent_one(tmp_path: Path) -> None:
    assert refusal(package(tmp_path / "x", {"a.xml": "<!DOCTYPE a><a/>"})) == "damaged"


def test_a_wrong_checksum_is_damage(tmp_path: Path) -> None:
    path = package(tmp_path / "x", {"a.xml": "<a>satu</a>"})
    content = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        checksum = archive.getinfo("a.xml").CRC.to_bytes(4, "little")
    path.write_bytes(content.replace(checksum, b"\0\0\0\0"))
    assert refusal(path) == "damaged"


def test_a_member_with_a_password_says_so(tmp_path: Path) -> None:
    path = package(tmp_path / "x", {"a.xml": "<a/>"})
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert refusal(path) == "encrypted"


def test_exotic_compression_is_refused_because_it_may_take_all_memory(tmp_path: Path) -> None:
    path = tmp_path / "x"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.xml", "<a/>")
    assert refusal(path) == "damaged"


def test_a_target_that_leaves_the_package_names_no_member(tmp_path: Path) -> None:
    rels = (
        '<Relationships><Relationship Id="r1" Type="u/officeDocument" '
        'Target="../../../../etc/hostname"/></Relationships>'
    )
    path = package(tmp_path / "x", {"_rels/.rels": rels})
    with pytest.raises(CannotReadError) as caught, Package(path, LIMITS) as opened:
        opened.main_part()
    assert caught.value.problem.code == "damaged"


@pytest.mark.parametrize(
    ("text", "number"), [("7", 7), ("-7", -7), ("", 0), ("7.5", 0), ("9" * 99, 0)]
)
def test_claimed_numbers_are_small_whole_numbers_or_nothing(text: str, number: int) -> None:
    assert whole(text) == number
