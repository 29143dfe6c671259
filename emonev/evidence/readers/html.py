"""Web pages (.html): the words a visitor reads, headings, tables, links and where it was saved."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from emonev.evidence.limits import Limits
from emonev.evidence.readers import problems
from emonev.evidence.readers.encoding import declared_charset, decoded
from emonev.evidence.readers.html_tables import tables_of
from emonev.evidence.readers.lines import LONGEST_URL, MOST_LINKS, link_seen, one_line
from emonev.evidence.readers.pages import Pages
from emonev.evidence.reading import Line, LineStyle, Reading
from emonev.model.facts import LinkSeen

_HEADINGS = 60
_LITTLE = 600  # characters beside a password field that make a page a login page
_NESTING = 2_000  # beyond this the parser's cost grows with the square of the depth
_MANY_TAGS = 10_000
_BLOCKS = re.compile(
    r"<(?=/?(?:p|div|li|ul|ol|dl|dt|dd|tr|table|section|article|main|h[1-6]|br|hr|blockquote|pre|"
    r"form|option|label|figure|figcaption|address|caption|details|summary|title|legend)\b)",
    re.IGNORECASE,
)
_CELLS = re.compile(r"<(?=t[dh]\b)", re.IGNORECASE)
_ITEMS = re.compile(r"(<li\b[^<>]*>)", re.IGNORECASE)
_NESTABLE = re.compile(
    r"<(/?)(?:div|span|table|b|i|u|em|strong|font|a|section|article|center|small|big|blockquote|"
    r"form|ul|ol|dl|svg|g|math|main|nav|button|label|details|fieldset)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|url:\s*(https?://\S+)", re.IGNORECASE)
_COMMENT = re.compile(r"<!--(.{0,3000}?)-->", re.DOTALL)
_LOGIN = re.compile(r"\b(?:log ?in|masuk|sign ?in|kata sandi|password)\b", re.IGNORECASE)
_WALL = re.compile(
    r"silakan (?:log ?in|masuk)|harus (?:log ?in|masuk)|sign in to (?:continue|your)|"
    r"please (?:log ?in|sign in)|login untuk melanjutkan|masuk untuk melanjutkan|"
    r"(?:anda memerlukan|you need) (?:akses|access)|minta akses|request access",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?\S*")
_UNREAD = "script, style, noscript, template, iframe, object, svg, datalist"
_MENUS = (
    "nav, [role=navigation], [role=banner], [role=contentinfo], [aria-hidden=true], "
    "[hidden], .breadcrumb, .navbar, .sidebar"
)
_FRINGES = "header, footer, aside"
_PUBLISHED = (
    'meta[property="article:published_time"]',
    'meta[itemprop="datePublished"]',
    'meta[name="dc.date" i]',
    'meta[name="date" i]',
    'meta[name="publish-date" i]',
)
_MODIFIED = (
    'meta[property="article:modified_time"]',
    'meta[property="og:updated_time"]',
    'meta[name="last-modified" i]',
)


def read(path: Path, limits: Limits) -> Reading:
    """Return the content of a saved web page."""
    with path.open("rb") as file:
        content = file.read(4 * limits.characters)
    return reading_of(decoded(content, declared_charset(content)), limits)


def reading_of(source: str, limits: Limits) -> Reading:
    """Return the content of a web page's source."""
    if _is_bottomless(source):
        return _flat_reading(source, limits)
    page = _parsed(source)
    properties = _properties(page, source)
    title = _title(page)
    links = _links(page, "frame[src], iframe[src], embed[src]")
    _drop(page, _UNREAD)
    lines = _lines(page, title)
    _drop(page, _MENUS)
    _drop_fringes(page)
    text = _text(page)
    if not text:  # some pages are nothing but menus
        page = _parsed(source)
        _drop(page, _UNREAD)
        text = _text(page)
    links |= _links(page, "a[href]")
    if not (text or title or links):
        raise problems.cannot("empty", problems.EMPTY_DOCUMENT)
    pages = Pages(limits)
    pages.add(text)
    pages.finish()
    login = _is_login(f"{title}\n{text}", asks_for_password=_asks_for_password(page))
    return Reading(
        format="html",
        texts=pages.texts,
        pages=pages.pages,
        lines=lines,
        tables=tables_of(page, limits.cells),
        links=tuple(links.values())[:MOST_LINKS],
        properties=properties,
        notes=(*pages.notes(), problems.SAVED_LOGIN_PAGE) if login else pages.notes(),
    )


def _parsed(source: str) -> LexborHTMLParser:
    """Parse with line ends before blocks and tabs before cells, so that their words stay apart.

    List items get the bullet that a browser draws.
    """
    marked = _ITEMS.sub(r"\1• ", _CELLS.sub("\t<", source))
    return LexborHTMLParser(_BLOCKS.sub("\n<", marked))


def _is_bottomless(source: str) -> bool:
    """Say whether elements are nested so deeply that parsing would not end in time."""
    if source.count("<") < _MANY_TAGS:
        return False
    depth = 0
    for found in _NESTABLE.finditer(source):
        depth = max(depth - 1, 0) if found[1] else depth + 1
        if depth > _NESTING:
            return True
    return False


def _flat_reading(source: str, limits: Limits) -> Reading:
    """Return the bare text of a page that is too deep to be understood."""
    text = _tidied(_TAG.sub(" ", _BLOCKS.sub("\n<", source)))
    if not text:
        raise problems.too_deep(_NESTING)
    pages = Pages(limits)
    pages.add(text)
    pages.finish()
    return Reading(
        format="html",
        texts=pages.texts,
        pages=pages.pages,
        notes=(*pages.notes(), problems.TRUNCATED),
    )


def _text(page: LexborHTMLParser) -> str:
    body = page.body or page.root
    return _tidied(body.text(deep=True)) if body else ""


def _tidied(text: str) -> str:
    """Return text with blanks joined, a tab between cells, and no empty lines."""
    kept = (line for line in text.split("\n") if line and not line.isspace())
    tidy = (_cells_of(line) if "\t" in line else " ".join(line.split()) for line in kept)
    return "\n".join(line for line in tidy if line != "•")


def _cells_of(line: str) -> str:
    cells = (" ".join(cell.split()) for cell in line.split("\t"))
    return "\t".join(cell for cell in cells if cell)


def _drop(page: LexborHTMLParser, selector: str) -> None:
    for node in page.css(selector):
        node.decompose()


def _drop_fringes(page: LexborHTMLParser) -> None:
    """Drop the site's header and footer; an article's own header holds its title."""
    for node in page.css(_FRINGES):
        if not _stands_in_article(node):
            node.decompose()


def _stands_in_article(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in {"article", "main"}:
            return True
        parent = parent.parent
    return False


def _title(page: LexborHTMLParser) -> str:
    node = page.css_first("head title") or page.css_first("title")
    return one_line(node.text(deep=True)) if node else ""


def _lines(page: LexborHTMLParser, title: str) -> tuple[Line, ...]:
    lines = [Line(text=title, page=1, style="html-title")] if title else []
    for node in page.css("h1, h2")[:_HEADINGS]:
        text = one_line(node.text(deep=True))
        style: LineStyle = "heading1" if node.tag == "h1" else "heading2"
        lines += [Line(text=text, page=1, style=style)] if text else []
    return tuple(lines)


def _links(page: LexborHTMLParser, selector: str) -> dict[tuple[str, str], LinkSeen]:
    """Return where the page leads, each address once for each text it stands under."""
    links: dict[tuple[str, str], LinkSeen] = {}
    for node in page.css(selector)[:MOST_LINKS]:
        attributes = node.attributes
        url = (attributes.get("href") or attributes.get("src") or "").strip()
        if not url or url.startswith("#") or url[:11].lower().startswith(("javascript:", "data:")):
            continue
        link = link_seen(url, node.text(deep=True), page=1)
        links[url, link.text] = link
    return links


def _asks_for_password(page: LexborHTMLParser) -> bool:
    return page.css_first('input[type="password" i]') is not None


def _is_login(text: str, *, asks_for_password: bool) -> bool:
    """Say whether a page says little, and that about logging in or asking for access."""
    if len(text) >= _LITTLE:
        return False
    return bool(_WALL.search(text) or (asks_for_password and _LOGIN.search(text)))


def _properties(page: LexborHTMLParser, source: str) -> dict[str, str]:
    found = {
        "url": _address(page, source),
        "created": _first_day(page, _PUBLISHED),
        "modified": _first_day(page, _MODIFIED),
    }
    if not found["created"]:
        times = [node.attributes.get("datetime") or "" for node in page.css("time[datetime]")[:1]]
        found["created"] = next((time for time in times if _DAY.fullmatch(time)), "")
    return {name: value for name, value in found.items() if value}


def _address(page: LexborHTMLParser, source: str) -> str:
    """Return the address the page was saved from, as browsers note it, or as it calls itself."""
    for comment in _COMMENT.findall(source[:8_000])[:5]:
        saved = _SAVED_FROM.search(comment)
        if saved:
            return _proper(saved[1] or saved[2])
    node = page.css_first('link[rel="canonical" i]') or page.css_first('meta[property="og:url" i]')
    return _proper(
        (node.attributes.get("href") or node.attributes.get("content") or "") if node else ""
    )


def _proper(url: str) -> str:
    try:
        return url[:LONGEST_URL] if urlsplit(url).scheme in {"http", "https"} else ""
    except ValueError:
        return ""


def _first_day(page: LexborHTMLParser, selectors: tuple[str, ...]) -> str:
    for selector in selectors:
        node = page.css_first(selector)
        value = ((node.attributes.get("content") or "") if node else "").strip()
        if _DAY.fullmatch(value):
            return value[:40]
    return ""
