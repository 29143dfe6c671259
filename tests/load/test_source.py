"""How files come in: any editor's encoding, and every way in which YAML can be broken or hostile."""

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from emonev.errors import EmonevError, FaultyFileError
from emonev.load import find_rubric, load_rubric, shipped_rubrics
from emonev.load import source as source_module
from tests.load.rubric_yaml import SOUND, linted, loaded, refused, written


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + SOUND.encode(),
        SOUND.encode("utf-16"),
        SOUND.encode("utf-16-le"),
        SOUND.encode("utf-16-be"),
        b"\xff\xfe" + SOUND.encode("utf-16-le"),
        SOUND.encode("utf-32"),
        SOUND.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + SOUND.replace("\n", "\r\n").encode(),
        SOUND.replace("\n", "\r").encode(),
        SOUND.rstrip().encode(),
        ("# é\n" + SOUND).encode(),
    ],
)
def test_it_does_not_matter_which_editor_saved_a_file(tmp_path: Path, content: bytes) -> None:
    plain = loaded(tmp_path, SOUND)
    assert loaded(tmp_path, content).stages == plain.stages


def test_a_rubric_is_known_by_the_hash_of_its_bytes(tmp_path: Path) -> None:
    content = SOUND.replace("\n", "\r\n").encode()
    rubric = loaded(tmp_path, content)
    assert rubric.sha256 == hashlib.sha256(content).hexdigest()
    assert rubric.origin == str(tmp_path / "uji-2024.yaml")


def test_places_are_the_same_with_windows_line_ends(tmp_path: Path) -> None:
    broken = SOUND.replace("status: internal", "status: entah")
    assert linted(tmp_path, broken.replace("\n", "\r\n")) == linted(tmp_path, broken)


BROKEN = {
    "a tab": (
        "a:\n\tb: 1\n",
        ("r.yaml:2:1: tab dipakai sebagai jarak di awal baris (tab)\n"
        "  Perbaikan: Ganti tab dengan spasi."),
    ),
    "a tab below a value": (
        "a: 1\n\tb: 2",
        ("r.yaml:2:1: tab dipakai sebagai jarak di awal baris (tab)\n"
        "  Perbaikan: Ganti tab dengan spasi."),
    ),
    "an at-sign": (
        "a: @x",
        ("r.yaml:1:4: nilai tidak boleh diawali tanda @ tanpa kutip (plain-start)\n"
        "  Perbaikan: Apit nilainya dengan tanda kutip."),
    ),
    "a percent sign": (
        "a: %x",
        ("r.yaml:1:4: nilai tidak boleh diawali tanda % tanpa kutip (plain-start)\n"
        "  Perbaikan: Apit nilainya dengan tanda kutip."),
    ),
    "a star and a blank": (
        "a: * x",
        ("r.yaml:1:4: nilai tidak boleh diawali tanda * tanpa kutip (plain-start)\n"
        "  Perbaikan: Apit nilainya dengan tanda kutip."),
    ),
    "a colon in a value": (
        "a: UU 14: pasal 9",
        ("r.yaml:1:9: “: ” di dalam nilai tanpa kutip, atau baris ini menjorok tanpa induk "
        "(colon-in-value)\n"
        "  Perbaikan: Apit nilai yang memuat “: ” dengan tanda kutip; bila ini kunci, sejajarkan "
        "dengan kunci setingkatnya dan pastikan baris sebelumnya memakai “kunci: nilai”."),
    ),
    "no blank after the colon": (
        "b: 2\na:1\nc: 3",
        ("r.yaml:2:1: tidak ada “: ” (titik dua dan spasi) setelah kunci (missing-colon)\n"
        "  Perbaikan: Tulis sebagai “kunci: nilai”."),
    ),
    "an open quote": (
        "a: 'x\nb: 2\n",
        ("r.yaml:1:4: tanda kutip yang dibuka di sini tidak ditutup (unclosed-quote)\n"
        "  Perbaikan: Tutup tanda kutipnya; di dalam kutip tunggal, tulis tanda petik dua kali "
        "('')."),
    ),
    "an open bracket": (
        "a: [1, 2\nb: 3",
        ("r.yaml:2:2: kurung yang dibuka di 1:4 tidak ditutup, atau kurang koma sebelum tempat ini "
        "(unclosed-bracket)\n"
        "  Perbaikan: Tutup kurungnya, pisahkan butirnya dengan koma, dan kutip nilai yang memuat "
        ", [ ] { }."),
    ),
    "a bracket open to the end": (
        "a: [",
        (
            "r.yaml:2:1: berkas berakhir sebelum kurungnya ditutup (unclosed-bracket)\n"
            "  Perbaikan: Tutup kurung yang terakhir dibuka."
        ),
    ),
    "an item forgotten": (
        "a: [1,,2]",
        (
            "r.yaml:1:7: butir kosong atau kurung tutup yang berlebih (missing-item)\n"
            "  Perbaikan: Isi atau hapus butir itu."
        ),
    ),
    "a line that is not aligned": (
        "a:\n   b: 1\n  c: 2",
        ("r.yaml:3:3: baris ini tidak sejajar dengan baris setingkatnya, atau ada sisa teks "
        "setelah kutip (bad-indentation)\n"
        "  Perbaikan: Sejajarkan dengan kunci atau “-” lain dalam kelompok yang dimulai di 1:1."),
    ),
    "a Windows path in double quotes": (
        'a: "C:\\path"',
        ("r.yaml:1:7: garis miring terbalik di dalam kutip ganda tidak dikenal (escape)\n"
        "  Perbaikan: Pakai kutip tunggal, atau tulis \\\\ untuk satu garis miring terbalik."),
    ),
    "a list beside its key": (
        "a: - b",
        ("r.yaml:1:4: “-” tidak boleh di sini (misplaced-dash)\n"
        "  Perbaikan: Tulis setiap butir daftar di barisnya sendiri, di bawah kuncinya."),
    ),
    "a reference to nothing": (
        "a: *x",
        ("r.yaml:1:4: *x menunjuk sesuatu yang tidak ada (unknown-alias)\n"
        "  Perbaikan: Bila itu teks biasa, apit dengan tanda kutip; bila rujukan, beri tanda &x "
        "di asalnya."),
    ),
    "two documents": (
        "a: 1\n---\nb: 1",
        ("r.yaml:2:1: dokumen kedua dimulai di sini (several-documents)\n"
        "  Perbaikan: Pisahkan menjadi dua berkas, atau hapus baris “---”."),
    ),
    "a tag": (
        "a: !!python/object:os.system x",
        ("r.yaml:1:4: tanda tag:yaml.org,2002:python/object:os.system tidak dipakai di sini (tag)\n"
        "  Perbaikan: Hapus tanda itu; apit teks yang diawali “!” dengan tanda kutip."),
    ),
    "nothing": ("", "r.yaml: berkas kosong (empty-file)"),
    "remarks only": ("# belum\n", "r.yaml: berkas kosong (empty-file)"),
    "a byte of Windows-1252": (
        b"a: 1\nb: caf\xe9",
        ("r.yaml:2:7: byte 0xE9 bukan teks UTF-8; mungkin maksudnya “é” (not-utf-8)\n"
        "  Perbaikan: Simpan ulang sebagai UTF-8 (Notepad: Simpan Sebagai, lalu Pengodean: "
        "UTF-8)."),
    ),
    "half a sign of UTF-16": (
        b"\xff\xfea\x00b",
        ("r.yaml: isi berkas bukan teks UTF-16 yang utuh (damaged-text)\n"
        "  Perbaikan: Simpan ulang sebagai UTF-8 (Notepad: Simpan Sebagai, lalu Pengodean: "
        "UTF-8)."),
    ),
    "a bell": (
        "a: 1\r\nb: x\x07y",
        ("r.yaml:2:5: tanda kendali U+0007 tidak boleh ada dalam teks (control-character)\n"
        "  Perbaikan: Hapus tanda yang tidak tampak itu; ketik ulang barisnya bila perlu."),
    ),
    "a circle": (
        "a: &a [*a]",
        ("r.yaml:1:4: rujukan (*) berputar ke dirinya sendiri (circular-alias)\n"
        "  Perbaikan: Tulis isinya langsung di tempat ini."),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), BROKEN.values(), ids=list(BROKEN))
def test_broken_yaml_is_told_in_words_that_mend_it(
    tmp_path: Path, content: str | bytes, expected: str
) -> None:
    assert refused(tmp_path, content).replace("uji-2024.yaml", "r.yaml") == expected


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: ["])
def test_deep_nesting_is_refused_before_it_can_kill_the_process(
    tmp_path: Path, opening: str
) -> None:
    assert "(too-deep)" in refused(tmp_path, opening * 50_000)


def test_aliases_that_explode_are_refused(tmp_path: Path) -> None:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]" for n in range(1, 12)]
    text = "l0: &l0 [x, x]\n" + "\n".join(levels)
    assert "rujukan (*) berlipat ganda sampai lebih dari 1000000 butir" in refused(tmp_path, text)


def test_a_reference_within_reason_is_followed(tmp_path: Path) -> None:
    text = SOUND.replace(
        "accepts: {id: Keputusan, en: A decree}", "accepts: &sk {id: SK, en: A}", 1
    )
    text = text.replace("accepts: {id: Keputusan, en: A decree}", "accepts: *sk", 1)
    first, second, _ = loaded(tmp_path, text).criteria()
    assert first.accepts == second.accepts


def test_a_mistake_reached_by_a_reference_is_told_once(tmp_path: Path) -> None:
    text = SOUND.replace(
        "- {kind: dated-within, weight: 0.5, required: true}", "- &c {kind: salah}"
    )
    text = text.replace("- {kind: exists}", "- *c")
    assert refused(tmp_path, text).count("unknown-kind") == 1


def test_a_file_that_no_person_wrote_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_module, "LARGEST", 1_048_576)
    assert "(too-large)" in refused(tmp_path, b"#" * 1_048_577)


def test_a_file_of_countless_items_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_module, "MOST_NODES", 1_000)
    assert "(too-large)" in refused(tmp_path, "- a\n" * 1_001)


def test_nobody_is_told_more_mistakes_than_can_be_read(tmp_path: Path) -> None:
    said = refused(tmp_path, "".join(f"k{n}: 1\n" for n in range(5_000)))
    assert said.startswith("uji-2024.yaml: lebih dari 1000 kesalahan; sisanya tidak diperiksa")
    assert said.count("(unknown-key)") == 1_000


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(EmonevError) as told:
        load_rubric(tmp_path / "tiada.yaml")
    assert told.value.slug == "file-missing"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(EmonevError) as told:
        load_rubric(tmp_path)
    assert told.value.slug == "not-a-file"


def test_a_name_that_no_system_takes_is_told(tmp_path: Path) -> None:
    with pytest.raises(EmonevError) as told:
        load_rubric(tmp_path / "a\0b")
    assert told.value.slug == "file-unreadable"


@pytest.mark.parametrize("reference", ["a\0b", "x" * 5_000, "", "..", "~"])
def test_no_reference_to_a_rubric_breaks_the_search(tmp_path: Path, reference: str) -> None:
    with pytest.raises(EmonevError) as told:
        find_rubric(reference, tmp_path)
    assert told.value.slug == "rubric-unknown"


def test_a_rubric_is_found_by_id_or_by_path(tmp_path: Path) -> None:
    own = written(tmp_path, SOUND)
    shipped = shipped_rubrics()[0]
    assert find_rubric(shipped.stem, tmp_path) == shipped
    assert find_rubric("uji-2024.yaml", tmp_path) == own
    assert find_rubric("uji-2024", tmp_path) == own
    assert find_rubric(str(own), Path("/")) == own


def test_foreign_text_cannot_drive_the_terminal(tmp_path: Path) -> None:
    said = refused(tmp_path, SOUND + '"\\e[31m\\u202E": 1\n')
    assert "kunci “[31m” tidak dikenal" in said


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_no_bytes_break_the_loader(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(FaultyFileError):
        loaded(tmp_path, content)


YAML_SIGNS = st.sampled_from([*list("ab1: -[]{},#&*!|>'\"%@`?~\n\t.=<"), "\r\n", "  ", "- ", ": "])


@settings(max_examples=500, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(YAML_SIGNS, max_size=60).map("".join))
def test_no_heap_of_yaml_signs_breaks_the_loader(tmp_path: Path, text: str) -> None:
    with pytest.raises(FaultyFileError) as told:
        loaded(tmp_path, text)
    assert all(fault.message.id and fault.message.en for fault in told.value.faults)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_spoiled_rubric_is_loaded_or_told_and_nothing_else(
    tmp_path: Path, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(SOUND) - 1))
    length = data.draw(st.integers(0, 12))
    put = data.draw(st.lists(YAML_SIGNS, max_size=6).map("".join))
    path = written(tmp_path, SOUND[:at] + put + SOUND[at + length :])
    try:
        load_rubric(path)
    except FaultyFileError as error:
        lines = path.read_text("utf-8").count("\n") + 2
        assert all(0 <= fault.line <= lines for fault in error.faults)  # noqa: PT017 - either outcome is right
