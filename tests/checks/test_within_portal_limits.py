"""What the portal takes, and how far over the limit a file is."""

import pytest

from emonev.checks.examples import a_case, a_document
from emonev.checks.within_portal_limits import WithinPortalLimits
from emonev.model.finding import Finding, Outcome
from emonev.model.portal import Portal

LIMIT = 2_097_152


def asked_of(*sizes: int, portal: Portal | None = None, links: tuple[str, ...] = ()) -> Finding:
    files = (a_document(f"bukti/{n}.pdf", "Isi", bytes=size) for n, size in enumerate(sizes))
    return WithinPortalLimits().look_at_all(a_case(*files, portal=portal, links=links))


def test_the_largest_file_is_named_with_its_size() -> None:
    assert asked_of(1_000, 3 * LIMIT, 2 * LIMIT).message.id == (
        "2 dari 3 berkas melebihi batas portal 2 MB; yang terbesar 6 MB (“1.pdf”). Perkecil, bagi, "
        "atau serahkan sebagai tautan."
    )


def test_rounding_does_not_hide_a_byte_too_many() -> None:
    message = asked_of(LIMIT + 1).message
    assert "batas portal 2.097.152 bita; yang terbesar 2.097.153 bita" in message.id
    assert "limit of 2,097,152 bytes; the largest has 2,097,153 bytes" in message.en


def test_a_link_is_not_advised_where_the_portal_takes_none() -> None:
    finding = asked_of(3 * LIMIT, portal=Portal(links=False), links=("https://contoh.go.id/",))
    assert finding.outcome is Outcome.NOT_MET
    assert finding.message.id.endswith("Perkecil atau bagi berkas itu.")


@pytest.mark.parametrize(("links", "outcome"), [((), Outcome.NOT_MET), (("u",), Outcome.MET)])
def test_without_files_a_link_must_be_there(links: tuple[str, ...], outcome: Outcome) -> None:
    assert asked_of(links=links).outcome is outcome


@pytest.mark.parametrize("name", ["jpeg", "JPG", " .jpg "])
def test_formats_go_by_any_of_their_names(name: str) -> None:
    photo = a_document("foto.jpg", format="jpeg")
    case = a_case(photo, portal=Portal(formats=(name,)))
    assert WithinPortalLimits().look_at_all(case).outcome is Outcome.MET
