"""Presentations: slides in the order of the show, titles, notes, tables."""

from pathlib import Path

from emonev.evidence.limits import Limits
from emonev.evidence.readers import read_file
from emonev.evidence.reading import Line, Reading
from emonev.model.facts import Table
from tests.samples.hostile import LAUGHS, cut_short
from tests.samples.office import package, presentation_members, shape

LIMITS = Limits()


def read(path: Path) -> Reading:
    return read_file(path, "pptx", LIMITS)


def code_of(path: Path) -> str:
    problem = read(path).problem
    return problem.code if problem else ""


def test_slides_are_pages_in_the_order_of_the_show(tmp_path: Path) -> None:
    slides = [
        shape("Laporan PPID 2024", "ctrTitle", 4400) + shape("Diskominfo"),
        shape("Capaian", "title"),
    ]
    notes = {0: shape("Sampaikan dengan singkat") + shape("1", "sldNum")}
    reading = read(package(tmp_path / "x.pptx", presentation_members(slides, notes)))
    assert reading.texts == ("Laporan PPID 2024\nDiskominfo\nSampaikan dengan singkat", "Capaian")
    assert reading.lines == (
        Line(text="Laporan PPID 2024", page=1, size=44.0, style="title"),
        Line(text="Diskominfo", page=1, size=18.0),
        Line(text="Capaian", page=2, size=18.0, style="title"),
    )
    assert (reading.format, reading.page_count) == ("pptx", 2)


def test_a_table_on_a_slide_is_a_table(tmp_path: Path) -> None:
    rows = [("No", "Informasi"), ("1", "Renja"), ("2", "DPA")]
    drawn = "".join(
        "<a:tr>"
        + "".join(f"<a:tc><a:p><a:r><a:t>{cell}</a:t></a:r></a:p></a:tc>" for cell in row)
        + "</a:tr>"
        for row in rows
    )
    reading = read(package(tmp_path / "x", presentation_members([f"<a:tbl>{drawn}</a:tbl>"])))
    assert reading.tables == (Table("", ("No", "Informasi"), 2, 2, page=1, numbered=2),)
    assert reading.texts == ("No\tInformasi\n1\tRenja\n2\tDPA",)


def test_slides_of_pictures_are_a_scan(tmp_path: Path) -> None:
    picture = '<p:pic><a:ext cx="9144000" cy="5000000"/></p:pic>'
    reading = read(package(tmp_path / "x", presentation_members([picture, picture])))
    assert [note.code for note in reading.notes] == ["scan"]


def test_one_picture_among_slides_of_text_is_named_by_its_page(tmp_path: Path) -> None:
    picture = '<p:pic><a:ext cx="9144000" cy="5000000"/></p:pic>'
    text = shape("Keterbukaan informasi publik")
    reading = read(package(tmp_path / "x", presentation_members([text, picture, text])))
    assert [note.code for note in reading.notes] == ["pages-without-text"]
    assert "berkas" not in reading.notes[0].message.id
    assert ": 2;" in reading.notes[0].message.id


def test_a_show_without_anything_on_it_is_empty(tmp_path: Path) -> None:
    assert code_of(package(tmp_path / "x", presentation_members([""]))) == "empty"


def test_a_show_whose_slides_are_missing_is_damaged(tmp_path: Path) -> None:
    members = presentation_members([shape("Satu")])
    del members["ppt/slides/slide1.xml"]
    assert code_of(package(tmp_path / "x", members)) == "damaged"


def test_a_show_cut_short_is_damaged(tmp_path: Path) -> None:
    members = presentation_members([shape("Satu")])
    assert code_of(cut_short(package(tmp_path / "x", members))) == "damaged"


def test_a_declaration_in_a_slide_is_refused(tmp_path: Path) -> None:
    members = presentation_members([shape("Satu")])
    members["ppt/slides/slide1.xml"] = LAUGHS + "<x>&d;</x>"
    assert code_of(package(tmp_path / "x", members)) == "damaged"
