"""One broken rubric for every rule, and the whole of what its author is told."""

import re
from pathlib import Path

import pytest

from emonev.errors import FaultyFileError
from emonev.load import load_rubric, shipped_rubrics
from emonev.load.lint import lint_rubric
from tests.load.rubric_yaml import SOUND, linted, loaded, spoiled, written

LEFT_OPEN = re.compile(r"\{\w*\}")  # a name in a template that nobody filled in
GUESS = "  Perbaikan: Mungkin maksudnya “{}”?"

ERRORS = {
    "a typing mistake in a key is guessed": (
        "{kind: exists, at-least: 1,",
        "{kind: exists, at_leest: 1,",
        "uji-2024.yaml:30:32: kunci “at_leest” tidak dikenal (unknown-key)\n"
        + GUESS.format("at-least"),
    ),
    "a key nobody knows": (
        "authority: Komisi Informasi",
        "authority: Komisi Informasi\nzzz: 1",
        ("uji-2024.yaml:5:1: kunci “zzz” tidak dikenal (unknown-key)\n"
        "  Perbaikan: Yang dikenal: note, sources."),
    ),
    "a missing key": (
        "            weight: 2\n",
        "",
        ("uji-2024.yaml:22:13: kunci “weight” belum ada di sini (missing-key)\n"
        "  Perbaikan: Tambahkan “weight: …”."),
    ),
    "a required key mistyped is not also missing": (
        "            weight: 2\n",
        "            wieght: 2\n",
        "uji-2024.yaml:26:13: kunci “wieght” tidak dikenal (unknown-key)\n"
        + GUESS.format("weight"),
    ),
    "a key twice": (
        "            weight: 2\n",
        "            weight: 2\n            weight: 3\n",
        ("uji-2024.yaml:27:13: kunci “weight” sudah ada di 26:13 (duplicate-key)\n"
        "  Perbaikan: Sisakan satu saja."),
    ),
    "a number in words": (
        "weight: 80",
        "weight: banyak",
        ("uji-2024.yaml:16:13: “weight” harus berisi angka seperti 2, 0.5, atau 1/3, bukan "
        "“banyak” (wrong-type)"),
    ),
    "a decimal comma": (
        "effort: 0.5",
        "effort: 0,5",
        "uji-2024.yaml:42:21: “effort” harus berisi angka seperti 2, 0.5, atau 1/3, bukan “0,5” "
        "(wrong-type)\n" + GUESS.format("0.5"),
    ),
    "a percentage": (
        "weight: 80",
        "weight: 80%",
        "uji-2024.yaml:16:13: “weight” harus berisi angka seperti 2, 0.5, atau 1/3, bukan “80%” "
        "(wrong-type)\n" + GUESS.format("80"),
    ),
    "a list where a group is wanted": (
        "rounding: {places: 2, mode: half-up, band-from: rounded}",
        "rounding: [2]",
        ("uji-2024.yaml:8:11: “rounding” harus berisi kelompok “kunci: nilai”, bukan daftar "
        "(wrong-type)"),
    ),
    "a key without a value": (
        "category: desa",
        "category:",
        "uji-2024.yaml:6:10: “category” harus berisi teks, bukan kosong (empty-value)",
    ),
    "yes is no boolean": (
        "entered: true",
        "entered: yes",
        "uji-2024.yaml:54:86: “entered” harus berisi true atau false, bukan “yes” (wrong-type)",
    ),
    "a word that is none of the choices": (
        "status: internal",
        "status: offical",
        "uji-2024.yaml:7:9: “offical” bukan nilai yang sah untuk “status” (not-one-of)\n"
        + GUESS.format("official"),
    ),
    "another release of the form": (
        "emonev/rubric/1",
        "emonev/rubric/2",
        "uji-2024.yaml:1:9: “emonev/rubric/2” bukan nilai yang sah untuk “schema” (not-one-of)\n"
        + GUESS.format("emonev/rubric/1"),
    ),
    "an unknown kind of check": (
        "{kind: dated-within, weight: 0.5, required: true}",
        "{kind: date-within}",
        "uji-2024.yaml:31:24: jenis pemeriksaan “date-within” tidak dikenal (unknown-kind)\n"
        + GUESS.format("dated-within"),
    ),
    "a check without a kind": (
        "{kind: dated-within, weight: 0.5, required: true}",
        "{years: [N]}",
        ("uji-2024.yaml:31:17: kunci “kind” belum ada di sini (missing-key)\n"
        "  Perbaikan: Tambahkan “kind: …”."),
    ),
    "a check's number out of its bounds": (
        "{kind: exists, at-least: 1,",
        "{kind: exists, at-least: 0,",
        "uji-2024.yaml:30:42: “at-least” harus paling sedikit 1, bukan 0 (out-of-range)",
    ),
    "a list that must not be empty": (
        "{kind: dated-within, weight: 0.5, required: true}",
        "{kind: titled, any-of: []}",
        "uji-2024.yaml:31:40: isi “any-of” harus paling sedikit 1 (out-of-range)",
    ),
    "a check that asks nothing": (
        "{kind: dated-within, weight: 0.5, required: true}",
        "{kind: contains}",
        ("uji-2024.yaml:31:17: `contains` memerlukan any-of atau all-of; tuliskan kata yang "
        "dicari (empty-check)"),
    ),
    "a year that is none": (
        "years: [N]",
        "years: [N+1]",
        ("uji-2024.yaml:27:21: “years” harus berisi tahun seperti N, N-1, N-2..N, 2023, latest, "
        "atau period, bukan “N+1” (wrong-type)"),
    ),
    "years in the wrong order": (
        "years: [N]",
        "years: [N..N-2]",
        ("uji-2024.yaml:27:21: “years” harus berisi tahun seperti N, N-1, N-2..N, 2023, latest, "
        "atau period, bukan “N..N-2” (wrong-type)"),
    ),
    "years missing where a check needs them": (
        "            years: [N]\n",
        "",
        ("uji-2024.yaml:30:17: “dated-within” memerlukan tahun, tetapi kriteria “JEN-01” tidak "
        "menyebutnya (no-years)\n  Perbaikan: Tambahkan “years: [N]”."),
    ),
    "the same id twice, in another case": (
        "id: JEN-02",
        "id: jen-01",
        ("uji-2024.yaml:34:17: id “jen-01” sudah dipakai di baris 22 (duplicate-id)\n"
        "  Perbaikan: Beri id lain; besar-kecil huruf tidak membedakan nama folder."),
    ),
    "an id that Windows reserves": (
        "id: JEN-02",
        "id: NUL",
        ("uji-2024.yaml:34:17: id “NUL” tidak dapat menjadi nama folder (bad-id)\n"
        "  Perbaikan: Pakai huruf A–Z, angka, titik, - dan _, paling panjang 40 tanda; bukan "
        "nama cadangan Windows (CON, NUL, …)."),
    ),
    "an id that climbs out of its folder": (
        "id: JEN-02",
        "id: ../JEN",
        ("uji-2024.yaml:34:17: id “../JEN” tidak dapat menjadi nama folder (bad-id)\n"
        "  Perbaikan: Pakai huruf A–Z, angka, titik, - dan _, paling panjang 40 tanda; bukan "
        "nama cadangan Windows (CON, NUL, …)."),
    ),
    "a weight of nothing": (
        "weight: 2\n",
        "weight: 0\n",
        "uji-2024.yaml:26:21: bobot harus lebih dari 0, bukan 0 (bad-weight)",
    ),
    "a check's weight below nothing": (
        "weight: 0.5, required",
        "weight: -0.5, required",
        "uji-2024.yaml:31:46: bobot harus lebih dari 0, bukan -0.5 (bad-weight)",
    ),
    "a year of another century": (
        "year: 2024",
        "year: 24",
        "uji-2024.yaml:5:7: “year” harus antara 2010 dan 2100, bukan 24 (out-of-range)",
    ),
    "too many decimal places": (
        "places: 2",
        "places: 9",
        "uji-2024.yaml:8:20: “places” harus antara 0 dan 6, bukan 9 (out-of-range)",
    ),
    "bands with a hole below": (
        "from: 0}",
        "from: 10}",
        ("uji-2024.yaml:11:55: kualifikasi terendah mulai dari 10; nilai di bawahnya tidak "
        "berkualifikasi (bands-hole)\n  Perbaikan: Tambahkan kualifikasi dengan “from: 0”."),
    ),
    "bands out of order": (
        "from: 50}",
        "from: 0}",
        ("uji-2024.yaml:11:55: batas 0 tidak lebih rendah daripada 0 di atasnya (bands-order)\n"
        "  Perbaikan: Urutkan dari batas tertinggi; setiap batas hanya sekali."),
    ),
    "a band above 100": (
        "from: 50}",
        "from: 101}",
        "uji-2024.yaml:10:51: “from” harus antara 0 dan 100, bukan 101 (out-of-range)",
    ),
    "a stage neither judged nor entered": (
        ", entered: true",
        "",
        ("uji-2024.yaml:54:5: tahap “presentasi” tidak memiliki indikator dan tidak diisi orang "
        "(no-indicators)\n  Perbaikan: Tambahkan “indicators”, atau “entered: true” bila "
        "nilainya diketik orang."),
    ),
    "a stage both judged and entered": (
        "    weight: 80\n",
        "    weight: 80\n    entered: true\n",
        ("uji-2024.yaml:17:14: tahap “saq” diisi orang (entered: true), jadi tidak boleh "
        "memiliki indikator (entered-with-indicators)\n"
        "  Perbaikan: Hapus “entered: true” atau hapus “indicators”."),
    ),
    "no checks": (
        ("            checks:\n              - {kind: exists, at-least: 1, formats: [pdf]}\n"
        "              - {kind: dated-within, weight: 0.5, required: true}\n"),
        "            checks: []\n",
        ("uji-2024.yaml:29:21: “checks” masih kosong (no-checks)\n"
        "  Perbaikan: Isi paling sedikit satu butir."),
    ),
    "fewer steps than checks": (
        "steps: [0.5, 1]",
        "steps: [1]",
        ("uji-2024.yaml:38:43: ada 1 langkah untuk 2 pemeriksaan (steps-count)\n"
        "  Perbaikan: Tulis satu bagian untuk setiap pemeriksaan."),
    ),
    "steps that fall": (
        "steps: [0.5, 1]",
        "steps: [1, 0.5]",
        ("uji-2024.yaml:38:47: 0.5 lebih rendah daripada 1 sebelumnya (shares-fall)\n"
        "  Perbaikan: Urutkan bagian dari yang terkecil."),
    ),
    "a share over the whole": (
        "steps: [0.5, 1]",
        "steps: [0.5, 2]",
        "uji-2024.yaml:38:49: “steps” harus antara 0 dan 1, bukan 2 (out-of-range)",
    ),
    "tiers out of order": (
        "{at-least: 10, share: 1}",
        "{at-least: 5, share: 1}",
        ("uji-2024.yaml:48:82: jumlah 5 tidak lebih besar daripada 5 sebelumnya (tiers-order)\n"
        "  Perbaikan: Urutkan dari jumlah terkecil."),
    ),
    "tiers with nothing counted": (
        "{kind: counted, at-least: 10}",
        "{kind: exists, at-least: 10}",
        ("uji-2024.yaml:50:15: penilaian menurut jumlah, tetapi tidak ada pemeriksaan yang "
        "menghitung (no-counting-check)\n  Perbaikan: Tambahkan pemeriksaan: counted."),
    ),
    "a form of scoring that there is not": (
        "scoring: {form: steps,",
        "scoring: {form: step,",
        "uji-2024.yaml:38:29: “step” bukan nilai yang sah untuk “form” (not-one-of)\n"
        + GUESS.format("steps"),
    ),
    "a format that there is not": (
        "portal: {formats: [pdf]",
        "portal: {formats: [pdff]",
        "uji-2024.yaml:12:20: format “pdff” tidak dikenal (unknown-format)\n"
        + GUESS.format("pdf"),
    ),
    "a list where words are wanted": (
        "title: {id: Rubrik uji, en: Test rubric}",
        "title: [Rubrik uji]",
        (
            "uji-2024.yaml:3:8: “title” harus berisi teks, atau pasangan {id: …, en: …}, bukan "
            "daftar (wrong-type)"
        ),
    ),
    "a list where one word is wanted": (
        "status: internal",
        "status: [internal]",
        "uji-2024.yaml:7:9: “status” harus berisi teks, bukan daftar (wrong-type)",
    ),
    "a word where a list of groups is wanted": (
        "              - {kind: counted, at-least: 10}\n",
        "              counted\n",
        (
            "uji-2024.yaml:50:15: “checks” harus berisi daftar, bukan “counted” (wrong-type)"
        ),
    ),
    "a word where a check is wanted": (
        "{kind: counted, at-least: 10}",
        "counted",
        (
            "uji-2024.yaml:50:17: “checks” harus berisi kelompok “kunci: nilai”, bukan "
            "“counted” (wrong-type)"
        ),
    ),
    "tiers without a form": (
        "{form: tiers, tiers:",
        "{tiers:",
        (
            "uji-2024.yaml:48:22: kunci “form” belum ada di sini (missing-key)\n"
            "  Perbaikan: Tambahkan “form: …”."
        ),
    ),
    "a list as a key": (
        "authority: Komisi Informasi",
        "authority: Komisi Informasi\n[a]: b",
        "uji-2024.yaml:5:1: kunci harus berupa satu kata (unknown-key)",
    ),
    "no tiers": (
        "[{at-least: 5, share: 0.5}, {at-least: 10, share: 1}]",
        "[]",
        (
            "uji-2024.yaml:48:43: “tiers” masih kosong (no-tiers)\n"
            "  Perbaikan: Isi paling sedikit satu butir."
        ),
    ),
    "no bands": (
        (
            "\n  - {id: baik, label: {id: Baik, en: Good}, from: 50}"
            "\n  - {id: kurang, label: {id: Kurang, en: Poor}, from: 0}"
        ),
        " []",
        (
            "uji-2024.yaml:9:8: belum ada kualifikasi di “bands” (no-bands)\n"
            "  Perbaikan: Tambahkan kualifikasi dengan “from: 0”."
        ),
    ),
    "merging": (
        "na: {allowed: true,",
        "na: {<<: {allowed: true},",
        ("uji-2024.yaml:51:18: gabungan “<<” tidak dipakai di sini (merge-key)\n"
        "  Perbaikan: Tulis kunci-kuncinya langsung."),
    ),
}  # fmt: skip

WARNINGS = {
    "weights of stages that do not add up": (
        "weight: 80",
        "weight: 70",
        ("uji-2024.yaml:13:1: Peringatan: bobot tahap berjumlah 90, bukan 100; bobot akan "
        "disesuaikan sebanding (weights-sum)\n"
        "  Perbaikan: Periksa salah ketik; bila memang demikian di instrumen, biarkan."),
    ),
    "weights of indicators that do not add up, exactly": (
        "weight: 100",
        "weight: 99.99",
        ("uji-2024.yaml:17:5: Peringatan: bobot indikator pada tahap “saq” berjumlah 99.99, "
        "bukan 100; bobot akan disesuaikan sebanding (weights-sum)\n"
        "  Perbaikan: Periksa salah ketik; bila memang demikian di instrumen, biarkan."),
    ),
    "the same question twice": (
        "{id: Apakah DIK ditetapkan?,",
        "{id: apakah  DIP diumumkan?,",
        ("uji-2024.yaml:35:19: Peringatan: pertanyaan ini sama dengan pertanyaan “JEN-01” "
        "di baris 23 (duplicate-question)\n"
        "  Perbaikan: Hapus salah satunya, atau perjelas bedanya."),
    ),
    "a text in Indonesian only": (
        "title: {id: Rubrik uji, en: Test rubric}",
        "title: Rubrik uji",
        ("uji-2024.yaml:3:8: Peringatan: teks ini belum ada dalam bahasa Inggris (no-english)\n"
        "  Perbaikan: Tulis sebagai {id: …, en: …}."),
    ),
    "a pair without its English half": (
        "title: {id: Rubrik uji, en: Test rubric}",
        "title: {id: Rubrik uji}",
        ("uji-2024.yaml:3:13: Peringatan: teks ini belum ada dalam bahasa Inggris (no-english)\n"
        "  Perbaikan: Tulis sebagai {id: …, en: …}."),
    ),
    "nothing said about the mend": (
        "            effort: 2\n            remedy: {id: Tetapkan., en: Decree it.}\n",
        "            remedy:\n",
        ("uji-2024.yaml:22:13: Peringatan: kriteria “JEN-01” belum menyebut remedy, effort "
        "(not-said)\n"
        "  Perbaikan: Tambahkan supaya laporan dapat menyebut apa yang harus dilakukan."),
    ),
    "a law cited in another form": (
        "[PERKI 1/2021 Pasal 15 ayat (9) huruf a]",
        "[PERKI 1/2021 Pasal 15 ayat 9]",
        ("uji-2024.yaml:24:19: Peringatan: kutipan “PERKI 1/2021 Pasal 15 ayat 9” tidak dalam "
        "bentuk baku (law-form)\n  Perbaikan: Tulis seperti “PERKI 1/2021 Pasal 15 ayat (9) "
        "huruf a” atau “UU 14/2008 Pasal 9”."),
    ),
    "full points out of reach": (
        "steps: [0.5, 1]",
        "steps: [0.5, 0.75]",
        ("uji-2024.yaml:38:22: Peringatan: nilai penuh tidak dapat dicapai: bagian tertinggi "
        "0.75 (not-full)\n  Perbaikan: Biasanya bagian terakhir adalah 1."),
    ),
    "settings without an effect": (
        "{kind: signed}",
        "{kind: signed, required: true, weight: 2}",
        (
            "uji-2024.yaml:41:32: Peringatan: “required” tidak berpengaruh: kriteria “JEN-02” "
            "tidak dinilai dengan “scoring: share” (no-effect)\n"
            "  Perbaikan: Hapus, atau tulis “scoring: share”.\n"
            "uji-2024.yaml:41:48: Peringatan: “weight” tidak berpengaruh: kriteria “JEN-02” "
            "tidak dinilai dengan “scoring: share” (no-effect)\n"
            "  Perbaikan: Hapus, atau tulis “scoring: share”."
        ),
    ),
    "an id that begins another": (
        "id: JEN-03",
        "id: JEN-01.3",
        ("uji-2024.yaml:44:17: Peringatan: folder “JEN-01.3” dapat tertukar dengan kriteria "
        "“JEN-01” (id-prefix)\n  Perbaikan: Beri id yang tidak mengawali id lain."),
    ),
    "replaces that cannot be looked up": (
        "            effort: 2\n",
        "            effort: 2\n            replaces: [JEN-09]\n",
        ("uji-2024.yaml:33:23: Peringatan: “replaces” belum diperiksa: rubrik desa tahun 2023 "
        "tidak ditemukan (replaces-unchecked)\n"
        "  Perbaikan: Letakkan rubrik tahun itu di folder yang sama."),
    ),
}  # fmt: skip


def test_a_sound_rubric_has_nothing_said_about_it(tmp_path: Path) -> None:
    assert linted(tmp_path, SOUND) == ""


@pytest.mark.parametrize(("old", "new", "expected"), ERRORS.values(), ids=list(ERRORS))
def test_a_mistake_is_told_with_its_place_and_mend(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    assert linted(tmp_path, spoiled(old, new)) == expected


@pytest.mark.parametrize(("old", "new", "_expected"), ERRORS.values(), ids=list(ERRORS))
def test_nothing_is_loaded_with_a_mistake(
    tmp_path: Path, old: str, new: str, _expected: str
) -> None:
    with pytest.raises(FaultyFileError):
        loaded(tmp_path, spoiled(old, new))


@pytest.mark.parametrize(("old", "new", "expected"), WARNINGS.values(), ids=list(WARNINGS))
def test_a_doubt_is_a_warning(tmp_path: Path, old: str, new: str, expected: str) -> None:
    assert linted(tmp_path, spoiled(old, new)) == expected


@pytest.mark.parametrize(("old", "new", "_expected"), WARNINGS.values(), ids=list(WARNINGS))
def test_a_doubt_does_not_keep_a_rubric_from_being_used(
    tmp_path: Path, old: str, new: str, _expected: str
) -> None:
    assert loaded(tmp_path, spoiled(old, new)).id == "uji-2024"


def test_replaces_is_looked_up_in_last_years_rubric(tmp_path: Path) -> None:
    written(tmp_path, SOUND.replace("2024", "2023"), "uji-2023.yaml")
    text = spoiled("effort: 2\n", "effort: 2\n            replaces: [JEN-02, JEN-0]\n")
    assert linted(tmp_path, text) == (
        "uji-2024.yaml:33:32: Peringatan: “JEN-0” tidak ada di rubrik tahun 2023 (uji-2023.yaml) "
        "(replaces-nowhere)\n" + GUESS.format("JEN-03")
    )


def test_a_file_that_is_no_yaml_is_told_and_not_raised(tmp_path: Path) -> None:
    assert "(unclosed-bracket)" in linted(tmp_path, "a: [")


def test_a_broken_rubric_of_last_year_is_linted_on_its_own(tmp_path: Path) -> None:
    written(tmp_path, "a: [", "uji-2023.yaml")
    text = spoiled("effort: 2\n", "effort: 2\n            replaces: [JEN-02]\n")
    assert "(replaces-unchecked)" in linted(tmp_path, text)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = (
        SOUND.replace("status: internal", "status: entah")
        .replace("weight: 1/3", "weight: tiga")
        .replace("id: JEN-03", "id: JEN-02")
        .replace("{kind: dated-within, weight: 0.5, required: true}", "{kind: dated-wihtin}")
        .replace("from: 0}", "from: 5}")
    )
    slugs = [fault.slug for fault in lint_rubric(written(tmp_path, text))]
    assert slugs == ["not-one-of", "bands-hole", "unknown-kind", "wrong-type", "duplicate-id"]


def test_a_value_that_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    assert linted(tmp_path, spoiled("id: JEN-02", "id: []")).count("\n") == 0


@pytest.mark.parametrize("path", shipped_rubrics(), ids=lambda path: path.stem)
def test_the_shipped_rubrics_are_clean(path: Path) -> None:
    assert lint_rubric(path) == ()


@pytest.mark.parametrize("path", shipped_rubrics(), ids=lambda path: path.stem)
def test_a_shipped_rubric_is_named_by_its_id(path: Path) -> None:
    assert load_rubric(path).id == path.stem


def test_every_message_is_whole_in_both_languages(tmp_path: Path) -> None:
    for old, new, _ in [*ERRORS.values(), *WARNINGS.values()]:
        for fault in lint_rubric(written(tmp_path, spoiled(old, new))):
            for text in filter(None, (fault.message, fault.remedy)):
                assert text.id != text.en
                assert not LEFT_OPEN.search(text.id + text.en)
