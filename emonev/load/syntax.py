"""What the YAML parser says when it cannot go on, told in words that help to mend the file."""

from typing import NamedTuple

import yaml

from emonev.errors import FaultyFileError
from emonev.language import say
from emonev.load.characters import Place
from emonev.load.faults import Faults, Mark
from emonev.model.text import Text


class _Explanation(NamedTuple):
    slug: str
    message: Text
    remedy: Text


_TAB = _Explanation(
    "tab",
    Text("tab dipakai sebagai jarak di awal baris", "a tab is used as space at the line's start"),
    Text("Ganti tab dengan spasi.", "Replace the tab by blanks."),
)
_START = _Explanation(
    "plain-start",
    Text(
        "nilai tidak boleh diawali tanda {sign} tanpa kutip",
        "a value must not begin with {sign} without quotes",
    ),
    Text("Apit nilainya dengan tanda kutip.", "Put the value in quotes."),
)
_COLON_IN_VALUE = _Explanation(
    "colon-in-value",
    Text(
        "“: ” di dalam nilai tanpa kutip, atau baris ini menjorok tanpa induk",
        "“: ” inside an unquoted value, or this line is indented under nothing",
    ),
    Text(
        "Apit nilai yang memuat “: ” dengan tanda kutip; bila ini kunci, sejajarkan dengan "
        "kunci setingkatnya dan pastikan baris sebelumnya memakai “kunci: nilai”.",
        "Put a value that holds “: ” in quotes; if this is a key, align it with its siblings and "
        "see that the line before reads “key: value”.",
    ),
)
_NO_COLON = _Explanation(
    "missing-colon",
    Text(
        "tidak ada “: ” (titik dua dan spasi) setelah kunci",
        "there is no “: ” (colon and blank) after the key",
    ),
    Text("Tulis sebagai “kunci: nilai”.", "Write it as “key: value”."),
)
_QUOTE = _Explanation(
    "unclosed-quote",
    Text("tanda kutip yang dibuka di sini tidak ditutup", "the quote opened here is not closed"),
    Text(
        "Tutup tanda kutipnya; di dalam kutip tunggal, tulis tanda petik dua kali ('').",
        "Close it; inside single quotes write an apostrophe twice ('').",
    ),
)
_BRACKET = _Explanation(
    "unclosed-bracket",
    Text(
        "kurung yang dibuka di {place} tidak ditutup, atau kurang koma sebelum tempat ini",
        "the bracket opened at {place} is not closed, or a comma is missing before this place",
    ),
    Text(
        "Tutup kurungnya, pisahkan butirnya dengan koma, dan kutip nilai yang memuat , [ ] {{ }}.",
        "Close it, separate its items by commas, and quote values that hold , [ ] {{ }}.",
    ),
)
_INDENT = _Explanation(
    "bad-indentation",
    Text(
        "baris ini tidak sejajar dengan baris setingkatnya, atau ada sisa teks setelah kutip",
        "this line is not aligned with its siblings, or there is text after a closing quote",
    ),
    Text(
        "Sejajarkan dengan kunci atau “-” lain dalam kelompok yang dimulai di {place}.",
        "Align it with the other keys or “-” of the group that begins at {place}.",
    ),
)
_ESCAPE = _Explanation(
    "escape",
    Text(
        "garis miring terbalik di dalam kutip ganda tidak dikenal",
        "unknown backslash sequence inside double quotes",
    ),
    Text(
        "Pakai kutip tunggal, atau tulis \\\\ untuk satu garis miring terbalik.",
        "Use single quotes, or write \\\\ for one backslash.",
    ),
)
_DASH = _Explanation(
    "misplaced-dash",
    Text("“-” tidak boleh di sini", "“-” must not stand here"),
    Text(
        "Tulis setiap butir daftar di barisnya sendiri, di bawah kuncinya.",
        "Write every item of a list on a line of its own, below its key.",
    ),
)
_ALIAS = _Explanation(
    "unknown-alias",
    Text("*{name} menunjuk sesuatu yang tidak ada", "*{name} refers to nothing"),
    Text(
        "Bila itu teks biasa, apit dengan tanda kutip; bila rujukan, beri tanda &{name} di asalnya.",
        "If it is plain text, put it in quotes; if a reference, mark its origin with &{name}.",
    ),
)
_DOCUMENTS = _Explanation(
    "several-documents",
    Text("dokumen kedua dimulai di sini", "a second document begins here"),
    Text(
        "Pisahkan menjadi dua berkas, atau hapus baris “---”.",
        "Split the file in two, or delete the line “---”.",
    ),
)
_BLOCK = _Explanation(
    "block-text",
    Text("teks setelah | atau > tidak sah", "the text after | or > is not valid"),
    Text(
        "Mulai teksnya di baris berikut, menjorok dengan spasi.",
        "Begin the text on the next line, indented with blanks.",
    ),
)
_ITEM = _Explanation(
    "missing-item",
    Text("butir kosong atau kurung tutup yang berlebih", "an empty item or a bracket too many"),
    Text("Isi atau hapus butir itu.", "Fill the item in or delete it."),
)
_OPEN_TO_THE_END = _Explanation(
    "unclosed-bracket",
    Text("berkas berakhir sebelum kurungnya ditutup", "the file ends before its bracket is closed"),
    Text("Tutup kurung yang terakhir dibuka.", "Close the bracket that was opened last."),
)
_ANCHOR = _Explanation(
    "anchor-twice",
    Text("tanda & yang sama dipakai dua kali", "the same & mark is used twice"),
    Text("Beri nama lain kepada salah satunya.", "Give one of them another name."),
)
_OTHER = _Explanation(
    "yaml",
    Text("susunan YAML tidak sah ({problem})", "this is not valid YAML ({problem})"),
    Text("Periksa baris ini dan baris sebelumnya.", "Check this line and the one before it."),
)

# The parser's own words -> what to say. libyaml's wording has not changed since 2016.
_EXPLANATIONS = {
    "found character that cannot start any token": _START,
    "found a tab character that violates indentation": _TAB,
    "found a tab character where an indentation space is expected": _TAB,
    "mapping values are not allowed in this context": _COLON_IN_VALUE,
    "mapping keys are not allowed in this context": _START,
    "could not find expected ':'": _NO_COLON,
    "found unexpected end of stream": _QUOTE,
    "found unexpected document indicator": _QUOTE,
    "found unknown escape character": _ESCAPE,
    "did not find expected hexdecimal number": _ESCAPE,
    "block sequence entries are not allowed in this context": _DASH,
    "did not find expected ',' or ']'": _BRACKET,
    "did not find expected ',' or '}'": _BRACKET,
    "did not find expected key": _INDENT,
    "did not find expected '-' indicator": _INDENT,
    "did not find expected node content": _ITEM,
    "did not find expected alphabetic or numeric character": _START,
    "did not find expected comment or line break": _BLOCK,
    "found unknown directive name": _START,
    "found undefined alias": _ALIAS,
    "but found another document": _DOCUMENTS,
    "second occurrence": _ANCHOR,
}
_AT_ITS_OPENING = {_QUOTE.slug, _NO_COLON.slug, "plain-start"}


def explained(error: yaml.MarkedYAMLError, text: str, faults: Faults) -> FaultyFileError:
    """Return the parser's error as a fault, at the place where a person would mend it."""
    problem = str(error.problem)
    explanation = _EXPLANATIONS.get(problem, _OTHER)
    mark: Mark = error.problem_mark or error.context_mark or Place(0, 0)
    if explanation is _START and _sign(text, mark) == "\t":
        explanation = _TAB
    if explanation is _ITEM and _is_end(text, mark):
        explanation = _OPEN_TO_THE_END
    if explanation.slug in _AT_ITS_OPENING and error.context_mark:
        mark = error.context_mark if _opens(error) else mark
    filled = {
        "sign": _sign(text, mark),
        "name": _word(text, mark),
        "place": _place(error.context_mark),
        "problem": problem,
    }
    message, remedy = (say(part, **filled) for part in (explanation.message, explanation.remedy))
    return faults.give_up(explanation.slug, mark, message, remedy)


def _opens(error: yaml.MarkedYAMLError) -> bool:
    """Tell whether the construct's beginning is the better place to point at than its end."""
    return str(error.context) != "while scanning for the next token"


def _line(text: str, mark: Mark) -> str:
    lines = text.splitlines()
    return lines[mark.line] if mark.line < len(lines) else ""


def _is_end(text: str, mark: Mark) -> bool:
    rest = "\n".join(text.splitlines()[mark.line :])
    return not rest[mark.column :].strip()


def _sign(text: str, mark: Mark) -> str:
    return _line(text, mark)[mark.column : mark.column + 1]


def _word(text: str, mark: Mark) -> str:
    rest = _line(text, mark)[mark.column :].lstrip("*&").split()
    return rest[0][:40] if rest else ""


def _place(mark: Mark | None) -> str:
    return f"{mark.line + 1}:{mark.column + 1}" if mark else ""
