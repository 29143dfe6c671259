import pytest

from emonev.render.links import Addresses
from tests.builders import a_proof, an_evidence_result


def _where(*paths: str, format: str = "pdf") -> Addresses:  # noqa: A002 - the field's name
    files = tuple(an_evidence_result(path, format=format) for path in paths)
    return Addresses(files, "../", "halaman {page}")


def test_a_pdf_opens_at_its_page() -> None:
    link = _where("bukti/2024/a b.pdf").of_file("bukti/2024/a b.pdf", 3)
    assert link.url == "../bukti/2024/a%20b.pdf#page=3"


def test_other_formats_open_at_their_beginning() -> None:
    assert _where("a.docx", format="docx").of_file("a.docx", 3).url == "../a.docx"


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ('bukti/"><script>.pdf', "../bukti/%22%3E%3Cscript%3E.pdf"),
        ("bukti/50% #1?.pdf", "../bukti/50%25%20%231%3F.pdf"),
        ("bukti/日本.pdf", "../bukti/%E6%97%A5%E6%9C%AC.pdf"),
        ("javascript:alert(1)", "../javascript%3Aalert%281%29"),
    ],
)
def test_file_names_cannot_leave_their_address(path: str, url: str) -> None:
    assert _where(path).of_file(path).url == url


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "../../rahasia.pdf", "bukti/\ufffd.pdf", "bukti/\udcff"]
)
def test_a_path_that_leads_nowhere_safe_is_only_words(path: str) -> None:
    assert _where(path).of_file(path).url == ""


def test_a_path_that_is_not_in_the_inventory_is_only_words() -> None:
    assert _where().of_file("bukti/lain.pdf").url == ""


@pytest.mark.parametrize(
    "url", ["https://ppid.contoh.go.id/dip?a=1&b=2", "http://contoh.go.id:8080/"]
)
def test_a_web_address_is_a_link(url: str) -> None:
    assert _where().outside(url).url == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "https://ppid.go.id@jahat.example/",
        "https:\\\\jahat.example",
        "https://",
        "https://a\u202eb.example/",
        "http://[::1",
        "ftp://contoh.go.id/",
        "//contoh.go.id",
        " https://contoh.go.id",
    ],
)
def test_any_other_address_is_only_words(url: str) -> None:
    assert _where().outside(url).url == ""


def test_a_snippet_is_cut_at_its_marks() -> None:
    proof = a_proof("a.pdf", page=2, snippet="satu dua tiga", marks=((5, 8),))
    shown = _where("a.pdf").of_proof(proof)
    assert [(piece.text, piece.marked) for piece in shown.pieces] == [
        ("satu ", False),
        ("dua", True),
        (" tiga", False),
    ]
    assert shown.place == "halaman 2"


@pytest.mark.parametrize("marks", [((8, 5),), ((0, 99),), ((-3, 2),), ((5, 8), (6, 9))])
def test_marks_that_make_no_sense_lose_no_text(marks: tuple[tuple[int, int], ...]) -> None:
    shown = _where("a.pdf").of_proof(a_proof("a.pdf", snippet="satu dua tiga", marks=marks))
    assert "".join(piece.text for piece in shown.pieces) == "satu dua tiga"
