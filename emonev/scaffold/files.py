"""The texts of `emonev.yaml` and `jawaban/<year>.yaml`, with comments for the people who edit them."""

import json
import re
import textwrap

from emonev.language import say
from emonev.model.rubric import Criterion, Rubric, Stage
from emonev.model.text import Language, Text
from emonev.model.workspace import Body

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 .()'-]*[A-Za-z0-9.)]")
_NO_WORDS = {"null", "true", "false", "yes", "no", "on", "off"}  # to one YAML reader or another
_RUBRICS = re.compile(
    r"^rubrics:[ \t]*(?:#[^\r\n]*)?\r?\n(?P<lines>(?:(?:[ \t]+[^\r\n]*|[ \t]*(?:#[^\r\n]*)?)\r?\n)*)",
    re.MULTILINE,
)
_ENTRY = re.compile(r"^(?P<indent> +)(?P<year>[0-9]{4}):[ \t]+\S")

_WORKSPACE = Text(
    """\
# Ruang kerja emonev. Baris yang diawali # hanya keterangan.
schema: emonev/workspace/1

# Badan publik yang dinilai.
body:
  name: {name}
  category: {category}
  province: {province}

# Rubrik untuk setiap tahun e-Monev: id dari "emonev rubric list", atau nama berkas.
rubrics:
  {year}: {reference}

# Folder laporan, dan bahasa laporan (id atau en).
output: laporan
language: {language}

# Halaman pindaian dibaca dengan OCR (auto, off, tesseract, atau rapidocr), paling lama sekian menit
# sekali jalan.
ocr: auto
ocr-budget: 5
""",
    """\
# A workspace of emonev. Lines that begin with # are remarks only.
schema: emonev/workspace/1

# The public body that is assessed.
body:
  name: {name}
  category: {category}
  province: {province}

# The rubric for each e-Monev year: an id of "emonev rubric list", or a file's name.
rubrics:
  {year}: {reference}

# The folder for reports, and their language (id or en).
output: laporan
language: {language}

# Scanned pages are read by OCR (auto, off, tesseract or rapidocr), for so many minutes a run at most.
ocr: auto
ocr-budget: 5
""",
)

_ANSWERS = Text(
    """\
# Jawaban e-Monev {year}. Baris yang diawali # hanya keterangan; belum ada yang dijawab.
# Di bawah setiap kriteria dapat ditulis, masing-masing pada barisnya sendiri:
#
#   JEN-01:
#     claim: ya                      # ya, tidak, atau bagian seperti 0.75
#     note: Catatan yang dicetak dalam laporan.
#     links: [https://contoh.go.id/dokumen]
#     evidence: [bukti/{year}/Satu berkas untuk beberapa kriteria.pdf]
#     not-applicable: {{reason: Alasannya, statement: bukti/{year}/Surat pernyataan.pdf}}
#     review:                        # putusan orang; mengalahkan hasil pemeriksaan
#       decision: accepted           # accepted, rejected, atau partly (dengan share: 0.5)
#       by: Nama dan jabatan
#       at: 27 September {year}
#       why: Alasan putusan
schema: emonev/answers/1

answers:
""",
    """\
# Answers for e-Monev {year}. Lines that begin with # are remarks; nothing is answered yet.
# Below every criterion you may write, each on a line of its own:
#
#   JEN-01:
#     claim: ya                      # ya, tidak, or a share such as 0.75
#     note: A note that the report prints.
#     links: [https://example.go.id/document]
#     evidence: [bukti/{year}/One file for several criteria.pdf]
#     not-applicable: {{reason: The reason, statement: bukti/{year}/Statement.pdf}}
#     review:                        # a person's decision; it wins over the findings
#       decision: accepted           # accepted, rejected, or partly (with share: 0.5)
#       by: Name and office
#       at: 27 September {year}
#       why: Reason of the decision
schema: emonev/answers/1

answers:
""",
)
_STAGES = Text(
    """
# Nilai tahap yang diisi orang (0 sampai 100). Hapus tanda # dan isi setelah nilainya diketahui:
# stages:
""",
    """
# Values of stages that people judge (0 to 100). Remove the # and fill in once they are known:
# stages:
""",
)
_STAGE = Text(
    """\
#   {id}:                # {title}
#     value: 80
#     by: Nama dan jabatan
#     at: 27 September {year}
#     why: Asal nilai itu
""",
    """\
#   {id}:                # {title}
#     value: 80
#     by: Name and office
#     at: 27 September {year}
#     why: Where the value comes from
""",
)


def workspace_text(body: Body, reference: str, year: int, language: Language) -> str:
    """Return a new `emonev.yaml`."""
    filled = say(
        _WORKSPACE,
        name=quoted(body.name),
        category=quoted(body.category),
        province=quoted(body.province),
        reference=quoted(reference),
        year=f"{year}",
        language=language,
    )
    return filled.in_language(language)


def answers_text(rubric: Rubric, year: int, language: Language) -> str:
    """Return an answer file with every criterion in it and nothing answered."""
    parts = [say(_ANSWERS, year=f"{year}").in_language(language)]
    parts += [_unanswered(criterion, language) for criterion in rubric.criteria()]
    entered = [stage for stage in rubric.stages if stage.entered]
    if entered:
        parts.append(_STAGES.in_language(language))
        parts += [_not_entered(stage, year, language) for stage in entered]
    return "".join(parts)


def with_rubric(text: str, year: int, reference: str) -> str | None:
    """Return an `emonev.yaml` with one more rubric, all else untouched; None where it is unsure.

    Sure means: a block `rubrics:` whose lines are all `<year>: <reference>`, alike indented.
    """
    block = _RUBRICS.search(text)
    lines = block["lines"].splitlines(keepends=True) if block else []
    filled = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    entries = [_ENTRY.match(line) for line in filled]
    indents = {entry["indent"] if entry else "" for entry in entries}
    if block is None or len(indents) != 1 or "" in indents:
        return None
    last = len(lines) - 1 - next(i for i, line in enumerate(reversed(lines)) if line in filled)
    at = block.start("lines") + sum(map(len, lines[: last + 1]))
    ending = "\r\n" if lines[last].endswith("\r\n") else "\n"
    return f"{text[:at]}{indents.pop()}{year}: {quoted(reference)}{ending}{text[at:]}"


def quoted(words: str) -> str:
    """Return words as YAML that every reader takes for the same words."""
    plain = _PLAIN.fullmatch(words) and words.lower() not in _NO_WORDS
    return words if plain else json.dumps(words, ensure_ascii=False)


def _unanswered(criterion: Criterion, language: Language) -> str:
    question = " ".join(criterion.text.in_language(language).split())
    remark = textwrap.fill(
        question, 96, initial_indent="  # ", subsequent_indent="  # ",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
    return f"{remark}\n  {_key(criterion.id)}:\n"


def _not_entered(stage: Stage, year: int, language: Language) -> str:
    title = " ".join(stage.title.in_language(language).split())
    return say(_STAGE, id=_key(stage.id), title=title, year=f"{year}").in_language(language)


def _key(id_: str) -> str:
    """Return an id as a key: a rubric's ids are plain words, but null would be no word."""
    return json.dumps(id_) if id_.lower() in _NO_WORDS else id_
