"""One page of a PDF: its text as printed, and whether that text or a picture is the page."""

import ctypes
import re

import pypdfium2_raw as pdfium  # type: ignore[import-untyped] # ships no type information
from msgspec import Struct

from emonev.evidence.ocr.rubbish import is_rubbish
from emonev.evidence.readers.pdf_document import Handle, plain_text
from emonev.model.facts import LinkSeen, Page

_LARGE = 0.3  # share of the page
_WHOLE = 0.7
_SOME = 0.1
_SPARSE = 400  # characters; below, all objects of a page are looked at for pictures
_STAMP = 40  # characters on a picture that are a page number or a scanner's mark, and no text
_OBJECTS = 400
_ENDS = 3  # on pages full of text: objects looked at from either end
_OBJECTS_IN_FORM, _DEPTH = 40, 2
_LINKS_ON_PAGE = 200
_SAMPLES = 12
_GARBLED = 0.3
_SAMPLE, _ENOUGH_LETTERS, _FEWEST_VOWELS = 3_000, 300, 0.2
_NO_LETTERS = bytes(
    code for code in range(256) if not (chr(code).isascii() and chr(code).isalpha())
)
_CONSONANTS = bytes(code for code in range(256) if chr(code) not in "aeiouAEIOU")
# What symbol fonts leave in the private area, as the signs that stand on the page.
_SIGNS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0FB: "✗", 0xF0A8: "◻", 0xF06F: "□",
    0xF0FE: "☑", 0xF0A3: "≤", 0xF0B3: "≥", 0xF076: "❖", 0xF0E0: "→", 0xF0B0: "°", 0xF02D: "-",
}  # fmt: skip
_PRIVATE = re.compile("[\ue000-\uefff\uf100-\uf8ff]")
_ODD = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\uf000-\uf0ff\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # make text read backwards
_LINE_END_HYPHEN = "\ufffe"  # pdfium's mark for a hyphen at the end of a line, and the line's end


class PageSeen(Struct, frozen=True, kw_only=True):
    """A page with what only the notes need to know of it.

    `raw` is the text as pdfium counts it, for places in it; `hidden`: the text lies unseen on, or
    under, a picture of the page; `turned`: the text does not stand upright when shown.
    """

    page: Page
    text: str = ""
    raw: str = ""
    links: tuple[LinkSeen, ...] = ()
    hidden: bool = False
    turned: bool = False
    garbled: bool = False
    broken: bool = False


def see_page(document: Handle, page: Handle, text_page: Handle, index: int) -> PageSeen:
    """Return what stands on a loaded page; `page` is None where it could not be loaded."""
    if not page:
        return PageSeen(page=Page(0, "none"), broken=True)
    raw = raw_text(text_page)
    text = as_printed(raw)
    characters = len(text) - text.count(" ") - text.count("\n")
    area, on_top = _pictures(page, characters)
    has_picture = area >= _LARGE
    has_text = characters >= (_STAMP if area >= _SOME else 1)
    rotation = pdfium.FPDFPage_GetRotation(page) * 90
    garbled = characters > _STAMP and _is_garbled(text_page, text, len(raw))
    return PageSeen(
        page=Page(
            characters=characters,
            source="layer" if has_text else "none",
            rotation=rotation,
            has_picture=has_picture,
            blank=not characters and not area and _is_empty(page),
            rubbish=has_text and (garbled or (has_picture and is_rubbish(text))),
        ),
        text=text,
        raw=raw,
        links=_links(document, page, index + 1),
        hidden=has_picture and has_text and (on_top or _is_unseen(text_page)),
        turned=bool(characters) and _is_turned(text_page, len(raw), rotation),
        garbled=garbled,
    )


def raw_text(text_page: Handle) -> str:
    """Return the page's text exactly as pdfium gives it."""
    count = pdfium.FPDFText_CountChars(text_page) if text_page else 0
    if count <= 0:
        return ""
    # An array of ctypes is a type of its own for each length, and takes longer to make than to fill.
    buffer = bytearray(2 * (count + 1))
    start = ctypes.byref(ctypes.c_ushort.from_buffer(buffer))
    written = pdfium.FPDFText_GetText(text_page, 0, count, start)
    return str(memoryview(buffer)[: 2 * max(0, written - 1)], "utf-16-le", "replace")


def as_printed(raw: str) -> str:
    """Return the text with plain line ends, signs for symbol fonts and no control characters."""
    text = raw.replace("\r\n", "\n")
    # Whatever is odd cannot be printed; asking for that is much quicker than any pattern.
    return text if text.replace("\n", "").isprintable() else _ODD.sub(_sign_for, text)


def _sign_for(odd: re.Match[str]) -> str:
    character = odd[0]
    if character == _LINE_END_HYPHEN:
        return "-\n"
    if character in "\t\xa0":
        return " "
    if character in "\r\x0b\x0c\x85":
        return "\n"
    if character in _TURNING:
        return ""
    return _SIGNS.get(ord(character), "•" if "\uf000" <= character <= "\uf0ff" else "\ufffd")


def _pictures(page: Handle, characters: int) -> tuple[float, bool]:
    """Return the share of the page under pictures, and whether the topmost thing hides the rest."""
    count = pdfium.FPDFPage_CountObjects(page)
    if count <= 0:
        return 0.0, False
    whole = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
    if characters < _SPARSE:
        places = list(range(min(count, _OBJECTS)))
    else:
        places = sorted({*range(min(count, _ENDS)), *range(max(0, count - _ENDS), count)})
    objects = [pdfium.FPDFPage_GetObject(page, place) for place in places]
    areas = [_picture_area(thing, _DEPTH) for thing in objects]
    share = sum(areas) / whole if whole > 0 else 0.0
    return share, _covers(objects[-1], areas[-1], whole)


def _picture_area(thing: Handle, depth: int) -> float:
    kind = pdfium.FPDFPageObj_GetType(thing)
    if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
        return _area(thing)
    if kind == pdfium.FPDF_PAGEOBJ_FORM and depth:
        count = min(pdfium.FPDFFormObj_CountObjects(thing), _OBJECTS_IN_FORM)
        inside = (pdfium.FPDFFormObj_GetObject(thing, place) for place in range(max(0, count)))
        # Places inside a form are in its own space: only the form itself has a size on the page.
        return _area(thing) if any(_picture_area(each, depth - 1) for each in inside) else 0.0
    return 0.0


def _area(thing: Handle) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
        return 0.0
    return max(0.0, right.value - left.value) * max(0.0, top.value - bottom.value)


def _covers(thing: Handle, area: float, whole: float) -> bool:
    """Say whether a picture hides what was drawn before it; a frame with holes does not."""
    return area >= _WHOLE * whole and not pdfium.FPDFPageObj_HasTransparency(thing)


def _is_unseen(text_page: Handle) -> bool:
    thing = pdfium.FPDFText_GetTextObject(text_page, 0)
    mode = pdfium.FPDFTextObj_GetTextRenderMode(thing) if thing else None
    return bool(mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE)


def _is_empty(page: Handle) -> bool:
    """Say whether nothing at all is drawn: spaces count as nothing, a stamp as something."""
    if pdfium.FPDFPage_GetAnnotCount(page) > 0:
        return False
    count = pdfium.FPDFPage_CountObjects(page)
    if count > _OBJECTS:
        return False
    things = (pdfium.FPDFPage_GetObject(page, place) for place in range(max(0, count)))
    kinds = {pdfium.FPDFPageObj_GetType(thing) for thing in things}
    return kinds <= {pdfium.FPDF_PAGEOBJ_TEXT}


def _links(document: Handle, page: Handle, number: int) -> tuple[LinkSeen, ...]:
    if pdfium.FPDFPage_GetAnnotCount(page) <= 0:  # links are annotations, and few pages have any
        return ()
    position, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    found: dict[str, LinkSeen] = {}
    for _ in range(_LINKS_ON_PAGE):
        if not pdfium.FPDFLink_Enumerate(page, position, link):
            break
        action = pdfium.FPDFLink_GetAction(link)
        url = plain_text(pdfium.FPDFAction_GetURIPath, document, action) if action else ""
        if url:
            found[url] = LinkSeen(url=url, page=number)
    return tuple(found.values())


def _is_turned(text_page: Handle, count: int, rotation: int) -> bool:
    """Say whether the text stands sideways or upside down on the page as it is shown."""
    matrix = pdfium.FS_MATRIX()
    upright = 0
    for place in {0, count // 2, count - 1}:
        if not pdfium.FPDFText_GetMatrix(text_page, place, matrix):
            return False
        along, across = matrix.a, matrix.b
        for _ in range(rotation // 90):  # the page is shown turned clockwise
            along, across = across, -along
        upright += along >= abs(across)
    return not upright


def _is_garbled(text_page: Handle, text: str, count: int) -> bool:
    """Say whether characters of the page have no meaning: the font tells no Unicode."""
    lost = 0 if text.isascii() else text.count("\ufffd") + len(_PRIVATE.findall(text))
    if lost > _GARBLED * len(text) or _is_gibberish(text):
        return True
    step = max(1, count // _SAMPLES)
    wrong = sum(
        pdfium.FPDFText_HasUnicodeMapError(text_page, place) == 1 for place in range(0, count, step)
    )
    return bool(wrong > _GARBLED * _SAMPLES)


def _is_gibberish(text: str) -> bool:
    """Say whether Latin letters make no words: a font that gives "3HPHULQWDK" for "Pemerintah".

    Of Indonesian letters well over a third are vowels, of English ones too.
    """
    letters = text[:_SAMPLE].encode("ascii", "ignore").translate(None, _NO_LETTERS)
    if len(letters) < _ENOUGH_LETTERS:
        return False
    return len(letters.translate(None, _CONSONANTS)) < _FEWEST_VOWELS * len(letters)
