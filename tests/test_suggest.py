"""Proposals for `replaces`: found where words agree, silent where they do not, never final."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from emonev.load import load_rubric, shipped_rubrics
from emonev.model.rubric import Criterion, Rubric
from emonev.model.text import Text
from emonev.render.suggestions import suggestions_text
from emonev.suggest import Suggestions, suggest
from tests.builders import a_criterion, a_rubric, a_stage, an_indicator

LAW = "UU 14/2008 Pasal 9 ayat (2) huruf c"


def asks(id_: str, question: str, *law: str, replaces: tuple[str, ...] = ()) -> Criterion:
    return a_criterion(id_, text=Text(question, "Is it?"), law=law, replaces=replaces)


def rubric(*criteria: Criterion, name: str = "lama") -> Rubric:
    return a_rubric(a_stage(an_indicator(*criteria)), id=name)


def links(found: Suggestions) -> dict[str, list[tuple[str, str]]]:
    return {
        proposal.newer.id: [(link.older.id, link.part) for link in proposal.links]
        for proposal in found.proposals
    }


OLD = rubric(
    asks("A", "Apakah laporan keuangan tahun 2022 diumumkan di laman?", LAW),
    asks("B", "Apakah formulir permohonan informasi tersedia?"),
    asks("C", "Apakah formulir keberatan tersedia?"),
    asks("D", "Apakah tata cara permohonan dan tata cara keberatan diumumkan?"),
    asks("E", "Apakah maklumat pelayanan dipasang?"),
)


def test_the_same_words_with_other_years_are_found() -> None:
    new = rubric(asks("X-1", "Apakah laporan keuangan tahun 2023 diumumkan di laman?", LAW))
    proposal = suggest(OLD, new).proposals[0]
    assert (proposal.links[0].older.id, proposal.links[0].confidence) == ("A", 100)
    assert proposal.links[0].reasons == ("text", "law")


def test_merged_and_split_questions_are_found() -> None:
    new = rubric(
        asks("M", "Apakah formulir permohonan informasi dan formulir keberatan tersedia?"),
        asks("S1", "Apakah tata cara permohonan diumumkan?"),
        asks("S2", "Apakah tata cara keberatan diumumkan?"),
    )
    assert links(suggest(OLD, new)) == {
        "M": [("B", "pair"), ("C", "merged")],
        "S1": [("D", "pair")],
        "S2": [("D", "split")],
    }


def test_what_has_no_counterpart_is_named() -> None:
    found = suggest(OLD, rubric(asks("N", "Apakah anggaran tahun berjalan ada?")))
    assert [question.id for question in found.new] == ["N"]
    assert [question.id for question in found.dropped] == ["A", "B", "C", "D", "E"]


def test_an_equal_id_alone_is_no_proof() -> None:
    assert links(suggest(OLD, rubric(asks("E", "Apakah anggaran tahun berjalan ada?")))) == {}


def test_what_is_linked_already_is_left_alone() -> None:
    new = rubric(
        asks("X", "Apakah maklumat pelayanan dipasang?"),
        asks("Y", "Apakah hal lain diumumkan?", replaces=("E",)),
    )
    found = suggest(OLD, new)
    assert links(found) == {}
    assert found.linked == 1
    assert "E" not in {question.id for question in found.dropped}


def test_proposals_are_lines_to_paste() -> None:
    new = rubric(
        asks("M", "Apakah formulir permohonan informasi dan formulir keberatan tersedia?"),
        asks("N", "Apakah anggaran tahun berjalan ada?"),
        name="baru",
    )
    old = rubric(*list(OLD.criteria())[1:3], asks("E", "Apakah maklumat pelayanan dipasang?"))
    assert (
        suggestions_text(suggest(old, new), "id")
        == """\
# Usulan “replaces” untuk baru dari lama. Periksa setiap usulan; yang benar
#   disalin ke kriterianya. Tidak ada berkas yang diubah.
# 1 kriteria dengan usulan, 0 sudah berpasangan, 1 tanpa padanan.

# M: Apakah formulir permohonan informasi dan formulir keberatan tersedia?
#     90% B (bunyi 90%): Apakah formulir permohonan informasi tersedia?
#     82% C (bunyi 82%, digabung): Apakah formulir keberatan tersedia?
replaces: [B, C]

# Baru, tanpa padanan di lama:
#   N: Apakah anggaran tahun berjalan ada?

# Dari lama, tidak dilanjutkan di baru:
#   E: Apakah maklumat pelayanan dipasang?"""
    )


def test_foreign_words_cannot_leave_their_comment() -> None:
    bad = asks("B", "Apakah formulir permohonan informasi tersedia?\nreplaces: [X]\x1b[2J")
    text = suggestions_text(suggest(OLD, rubric(bad)), "id")
    for line in text.splitlines():
        assert not line or line.startswith("# ") or re.fullmatch(r"replaces: \[[\w, -]+\]", line)
    assert "\x1b" not in text


words = st.lists(
    st.sampled_from(["laporan", "renja", "dip", "sop", "formulir", "laman", "semester"]), min_size=1
)


@given(st.lists(words, max_size=6), st.lists(words, max_size=6))
def test_every_criterion_is_told_once(old: list[list[str]], new: list[list[str]]) -> None:
    older = rubric(*(asks(f"A{n}", " ".join(w)) for n, w in enumerate(old)), asks("A", "lain"))
    newer = rubric(*(asks(f"B{n}", " ".join(w)) for n, w in enumerate(new)), asks("B", "beda"))
    found = suggest(older, newer)
    named = [p.newer.id for p in found.proposals] + [q.id for q in found.new]
    assert sorted(named) == sorted(c.id for c in newer.criteria())
    linked = {link.older.id for p in found.proposals for link in p.links}
    assert linked | {q.id for q in found.dropped} == {c.id for c in older.criteria()}
    assert not linked & {q.id for q in found.dropped}


@pytest.mark.parametrize("numbered", [False, True], ids=["same ids", "other ids"])
def test_the_links_that_people_wrote_are_found_again(numbered: bool) -> None:
    """kabkota-2023 to kabkota-2024, their `replaces` taken away: nine of ten come back."""
    older, newer = (
        load_rubric(next(path for path in shipped_rubrics() if path.stem == f"kabkota-{year}"))
        for year in (2023, 2024)
    )
    written = {(old, c.id) for c in newer.criteria() for old in c.replaces}
    names = {c.id: f"P{n}" if numbered else c.id for n, c in enumerate(newer.criteria())}
    bare = [replace(c, id=names[c.id], replaces=()) for c in newer.criteria()]
    found = suggest(older, rubric(*bare))
    proposed = {(link.older.id, p.newer.id) for p in found.proposals for link in p.links}
    right = {
        (old, new) for old, new in proposed if (old, new) in {(o, names[n]) for o, n in written}
    }
    assert len(right) >= 0.85 * len(written)
    assert len(right) >= 0.95 * len(proposed)
