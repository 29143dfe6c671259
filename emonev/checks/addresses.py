"""What a web address itself tells, without opening it: whether the public can be expected to."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from emonev.checks.answers import quoted
from emonev.language import say
from emonev.model.text import Text

if TYPE_CHECKING:
    from urllib.parse import SplitResult

NOT_AN_ADDRESS = Text("bukan alamat web yang utuh", "not a whole web address")
NOT_WEB = Text(
    "bukan alamat http atau https; salin alamatnya dari peramban",
    "not an http or https address; copy it from the browser",
)
WITH_PASSWORD = Text(
    "memuat nama pengguna atau kata sandi; hapus dan ganti kata sandi itu",
    "holds a user name or password; remove it and change that password",
)
NOT_PUBLIC = Text(
    "hanya berlaku di jaringan sendiri; pakai alamat yang dapat dibuka umum",
    "works only in a local network; use an address that the public can open",
)
OTHER_DOMAIN = Text(
    "bukan di bawah {domains}; pakai situs resmi badan publik",
    "not under {domains}; use the body's official site",
)
DRIVE = Text(
    "penyimpanan bersama; pastikan terbuka untuk umum tanpa masuk akun",
    "shared storage; make sure that it is open to the public without signing in",
)
LOGIN = Text(
    "halaman masuk; pakai alamat yang terbuka tanpa kata sandi",
    "a sign-in page; use an address that opens without a password",
)
SHORTENED = Text(
    "alamat dipendekkan, tujuannya tidak terlihat; pakai alamat lengkapnya",
    "shortened, so where it leads cannot be seen; use the whole address",
)
NUMBERS_ONLY = Text(
    "berupa angka dan bukan nama situs; periksa apakah itu situs resmi",
    "made of numbers instead of a site's name; check that it is the official site",
)
ODD_LETTERS = Text(
    "nama situsnya memakai huruf yang tidak lazim; periksa apakah itu situs resmi",
    "its site name uses unusual letters; check that it is the official site",
)

_DRIVES = (
    "drive.google.com", "docs.google.com", "photos.app.goo.gl", "photos.google.com", "dropbox.com",
    "onedrive.live.com", "1drv.ms", "sharepoint.com", "box.com", "mega.nz", "icloud.com",
    "mediafire.com", "wetransfer.com", "we.tl", "terabox.com", "pcloud.com",
)  # fmt: skip
_SHORTENERS = (
    "bit.ly", "s.id", "tinyurl.com", "goo.gl", "t.co", "cutt.ly", "rebrand.ly", "is.gd", "v.gd",
    "ow.ly", "shorturl.at", "rb.gy", "linktr.ee", "t.ly", "heylink.me", "lynk.id",
)  # fmt: skip
_SIGN_IN_HOSTS = ("accounts.google.com", "login.microsoftonline.com", "mail.google.com")
_SIGN_IN_WORDS = frozenset(
    {"login", "signin", "sign-in", "logon", "masuk", "auth", "wp-login", "wp-admin", "sso", "admin"}
)
_LOCAL_NAMES = (".local", ".localhost", ".lan", ".internal", ".intranet", ".home", ".test",
                ".invalid", ".corp")  # fmt: skip
_LABEL = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_NUMERIC_HOST = re.compile(r"(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+))*")


def fault_of(url: str, domains: Sequence[str]) -> Text | None:
    """Return what makes the address useless as evidence, or None."""
    parts = _parts(url)
    if parts is None:
        return NOT_AN_ADDRESS
    if parts.scheme not in {"http", "https"}:
        return NOT_WEB
    if parts.username is not None or parts.password is not None:
        return WITH_PASSWORD
    return _fault_of_host(_host(parts), domains)


def doubt_of(url: str) -> Text | None:
    """Return why a person should open the address, or None. For addresses without a fault."""
    parts = _parts(url)
    if parts is None:
        return NOT_AN_ADDRESS
    host = _host(parts)
    if _is_under(host, _SHORTENERS):
        return SHORTENED
    if _is_under(host, _SIGN_IN_HOSTS) or _asks_to_sign_in(parts):
        return LOGIN
    if _is_under(host, _DRIVES):
        return DRIVE
    if _is_numeric(host):
        return NUMBERS_ONLY
    # Letters of another script can imitate a known name ("kominfo" with a Cyrillic "о").
    return ODD_LETTERS if "xn--" in host or not host.isascii() else None


def named(url: str, reason: Text) -> Text:
    """Return the address and what was said of it: “http://…”: …."""
    return say(Text("{url}: {reason}", "{url}: {reason}"), url=quoted(url), reason=reason)


def _parts(url: str) -> "SplitResult | None":
    # Imported only here and below: with ipaddress behind it, it costs more than all kinds together.
    from urllib.parse import urlsplit

    if any(c.isspace() or not c.isprintable() for c in url.strip()):
        return None
    try:
        parts = urlsplit(url.strip())
        _ = parts.port  # raises for a port that is no number
    except ValueError:
        return None
    if not parts.scheme or (parts.scheme in {"http", "https"} and not parts.hostname):
        return None
    return parts


def _fault_of_host(host: str, domains: Sequence[str]) -> Text | None:
    if _is_local(host):
        return NOT_PUBLIC
    if not (_is_numeric(host) or _is_domain(host)):
        return NOT_AN_ADDRESS
    if domains and not _is_under(host, domains):
        return say(OTHER_DOMAIN, domains=", ".join(domains))
    return None


def _host(parts: "SplitResult") -> str:
    return (parts.hostname or "").rstrip(".").casefold()


def _is_local(host: str) -> bool:
    """Say whether only a local network knows the host: localhost, bare names, private numbers."""
    if host == "localhost" or host.endswith(_LOCAL_NAMES):
        return True
    if _is_numeric(host):
        return not _is_public_number(host)
    return "." not in host


def _is_numeric(host: str) -> bool:
    return ":" in host or _NUMERIC_HOST.fullmatch(host) is not None


def _is_public_number(host: str) -> bool:
    import ipaddress

    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return False  # "0x7f000001" and the like hide a local address


def _is_domain(host: str) -> bool:
    try:
        ascii_host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return False
    labels = ascii_host.split(".")
    return len(ascii_host) <= 253 and len(labels) > 1 and all(map(_LABEL.fullmatch, labels))


def _is_under(host: str, domains: Sequence[str]) -> bool:
    tidy = [domain.strip().casefold().lstrip("*.") for domain in domains]
    return any(host == domain or host.endswith("." + domain) for domain in tidy)


def _asks_to_sign_in(parts: "SplitResult") -> bool:
    from urllib.parse import parse_qsl

    names = [name.partition(".")[0] for name in parts.path.casefold().split("/")]
    values = [value.casefold() for _, value in parse_qsl(parts.query[:2_000], max_num_fields=50)]
    return not _SIGN_IN_WORDS.isdisjoint(names + values)
