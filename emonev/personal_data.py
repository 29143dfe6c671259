"""Personal data in a text: where it stands, and the text with it blacked out.

Numbers and addresses that belong to a person: NIK (and the number of a family card, built the
same way), mobile phone, private mail address, bank account, NPWP. What an office publishes of
itself is none: landlines, numbers and addresses introduced as a service's, NIP of officials,
accounts of treasuries and firms. Names, addresses and births cannot be told from a text like this.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import product

from msgspec import Struct

from emonev.model.facts import PersonalKind

# Codes of the 38 provinces (Kepmendagri 300.2.2-2138 Tahun 2025), the first two digits of a NIK.
PROVINCES = frozenset(
    [*range(11, 20), 21, *range(31, 37), *range(51, 54), *range(61, 66), *range(71, 77),
     81, 82, *range(91, 97)]
)  # fmt: skip
_LAST_REGENCY, _FIRST_CITY, _LAST_CITY = 39, 71, 79
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEMALE = 40  # is added to the day of birth
_LAST_UNTOLD = 999  # serial number in a NIK that nothing on the page says to be one
_BODIES = frozenset(["00", "01", "02", "03"])  # NPWP of treasurers and bodies, no persons
_NATIONAL = range(9, 13)  # digits of a mobile number behind +62
_ACCOUNT = range(10, 17)  # digits
_DIGITS = frozenset("0123456789")
_HIDDEN = "•"
_KEPT: dict[PersonalKind, tuple[int, int]] = {  # digits left at either end
    "nik": (4, 4), "phone": (4, 2), "bank-account": (0, 4), "npwp": (2, 3),
}  # fmt: skip
_RUN = b"0" * 10  # every number looked for has as many digits
_TO_ZERO = bytes.maketrans(b"123456789", b"000000000")
_BETWEEN = b" .-()?"  # between digits; "?" stands for what is not ASCII
_GAP = r"[ .\-\xa0\u2010-\u2013]"


class Sighting(Struct, frozen=True):
    """Personal data found: its kind, and where it stands in the text."""

    kind: PersonalKind
    start: int
    end: int


def personal_data_in(text: str) -> tuple[Sighting, ...]:
    """Return what stands in the text, in reading order; no two overlap."""
    found = _apart(_candidates(text))
    if not found:
        return ()
    kinds = {digits_of(text[one.start : one.end]): one.kind for one in found if one.kind != "email"}
    return tuple(_apart([*found, *known_in(text, kinds)]))


def known_in(text: str, kinds: Mapping[str, PersonalKind]) -> Iterator[Sighting]:
    """Yield where known numbers stand, also without the words beside them that tell what they are.

    `kinds` has them as mere digits. Numbers in neighbouring columns may look like one longer.
    """
    lengths = sorted(set(map(len, kinds)), reverse=True)
    for run in _pattern(_FIGURES).finditer(text) if kinds else ():
        places = [at for at in range(*run.span()) if text[at] in _DIGITS]
        digits = digits_of(run[0])
        for first, length in product(range(len(places)), lengths):
            kind = kinds.get(digits[first : first + length])
            if kind is None or first + length > len(places):
                continue
            start, end = places[first], places[first + length - 1] + 1
            if not _DIGITS.intersection(text[max(0, start - 1) : start] + text[end : end + 1]):
                yield Sighting(kind, start, end)


def digits_of(printed: str) -> str:
    return "".join(sign for sign in printed if sign in _DIGITS)


@lru_cache(maxsize=1)  # a page is asked for again for each snippet that is cut from it
def masked(text: str) -> str:
    """Return the text with most signs of personal data hidden: every other sign keeps its place."""
    while found := personal_data_in(text):  # what is left may, with its neighbours, look like more
        parts, at = [], 0
        for sighting in found:
            hidden = hide(sighting.kind, text[sighting.start : sighting.end])
            parts += [text[at : sighting.start], hidden]
            at = sighting.end
        text = "".join(parts) + text[at:]
    return text


def hide(kind: PersonalKind, printed: str) -> str:
    """Return "3201••••••••0001": enough to find it again, too little to use it."""
    if kind == "email":
        local, _, domain = printed.partition("@")
        return local[: len(local) > 1] + _HIDDEN * max(1, len(local) - 1) + "@" + domain
    first, last = _KEPT[kind]
    places = [at for at, character in enumerate(printed) if character in _DIGITS]
    signs = list(printed)
    for at in places[first : len(places) - last]:
        signs[at] = _HIDDEN
    return "".join(signs)


def _apart(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Return them in reading order without those that overlap an earlier or a longer one."""
    apart: list[Sighting] = []
    for sighting in sorted(sightings, key=lambda one: (one.start, -one.end)):
        if not apart or sighting.start >= apart[-1].end:
            apart.append(sighting)
    return apart


def _candidates(text: str) -> Iterator[Sighting]:
    if "@" in text:
        yield from _mail_addresses(text)
    if _has_long_number(text):
        yield from _niks(text)
        yield from _phones(text)
        yield from _tax_numbers(text)
        yield from _accounts(text)


def _has_long_number(text: str) -> bool:
    """Say whether so many digits follow each other: most pages have none, and this is quick."""
    return _RUN in text.encode("ascii", "replace").translate(_TO_ZERO, _BETWEEN)


def _niks(text: str) -> Iterator[Sighting]:
    named: bool | None = None
    for match in _pattern(_NIK).finditer(text):
        digits = digits_of(match[0])
        if not _is_nik(digits):
            continue
        if named is None:
            named = bool(_pattern(_NIK_NAMED).search(text))
        # A row of figures may by chance look like one.
        if named or (int(digits[12:]) <= _LAST_UNTOLD and not re.search(r"\s", match[0])):
            yield Sighting("nik", match.start(), match.end())


def _is_nik(digits: str) -> bool:
    province, regency, district = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    day, month, serial = int(digits[6:8]), int(digits[8:10]), int(digits[12:])
    day -= _FEMALE if day > _FEMALE else 0
    return (
        province in PROVINCES
        and (1 <= regency <= _LAST_REGENCY or _FIRST_CITY <= regency <= _LAST_CITY)
        and district > 0
        and 1 <= month <= len(_DAYS)
        and 1 <= day <= _DAYS[month - 1]
        and serial > 0
    )


def _phones(text: str) -> Iterator[Sighting]:
    for match in _pattern(_PHONE).finditer(text):
        if len(digits_of(match[1])) in _NATIONAL and not _is_of_a_service(text, match):
            yield Sighting("phone", match.start(), match.end())
    numbers = list(_pattern(_PHONE_AS_NUMBER).finditer(text)) if "\t" in text else []
    if numbers and _pattern(_PHONE_COLUMN).search(text):
        yield from (Sighting("phone", match.start(), match.end()) for match in numbers)


def _is_of_a_service(text: str, phone: re.Match[str]) -> bool:
    """Say whether the words before a number, or in brackets behind it, give it to an office."""
    before = text[max(0, phone.start() - 60) : phone.start()].rpartition("\t")[2]
    behind = text[phone.end() : phone.end() + 30].lstrip(" ")
    in_brackets = behind.partition(")")[0] if behind.startswith("(") else ""
    return bool(_pattern(_OF_A_SERVICE).search(f"{before}\n{in_brackets}"))


def _tax_numbers(text: str) -> Iterator[Sighting]:
    for match in _pattern(_NPWP).finditer(text):
        named = (
            match["printed"] or "npwp" in text[max(0, match.start() - 30) : match.start()].lower()
        )
        if named and match[0][:2] not in _BODIES:
            yield Sighting("npwp", match.start(), match.end())


def _accounts(text: str) -> Iterator[Sighting]:
    if not (_pattern(_ACCOUNT_NAMED).search(text) and _pattern(_BANK).search(text)):
        return
    listed = bool(_pattern(_ACCOUNT_COLUMN).search(text))
    for match in _pattern(_LONG_NUMBER).finditer(text):
        before = text[max(0, match.start() - 100) : match.start()]
        after = text[match.end() : match.end() + 60]
        if (
            len(digits_of(match[0])) in _ACCOUNT
            and (listed or _pattern(_ACCOUNT_NAMED).search(before))
            and _pattern(_BANK).search(before[-60:] + "\n" + after)
            and not _pattern(_AMOUNT_OR_CODE).match(match[0])
            and not _pattern(_OF_AN_INSTITUTION).search(before + "\n" + after)
        ):
            yield Sighting("bank-account", match.start(), match.end())


def _mail_addresses(text: str) -> Iterator[Sighting]:
    for match in _pattern(_PRIVATE_MAIL).finditer(text):
        local = _pattern(_LOCAL_PART).search(text, max(0, match.start() - 64), match.start())
        if local and not _pattern(_OF_AN_OFFICE).search(local[0]):
            yield Sighting("email", local.start(), match.end())


@cache
def _pattern(source: str) -> re.Pattern[str]:
    """Compile a pattern when the first text needs it: many runs never do."""
    return re.compile(source)


# Behind the first sign, so that the engine can jump to such signs before it looks around.
_ALONE = r"(?<![0-9].)(?<![0-9][.,/\-].)"
_ENDS = r"(?![0-9])(?![.,/\-][0-9])"
_NIK = (
    rf"[1-9]{_ALONE}(?:[0-9]{{15}}"
    rf"|[0-9]{{5}}({_GAP})[0-9]{{6}}\1[0-9]{{4}}"
    rf"|[0-9]({_GAP})[0-9]{{2}}\2[0-9]{{2}}\2"
    rf"(?:[0-9]{{6}}|[0-9]{{2}}\2[0-9]{{2}}\2[0-9]{{2}})\2[0-9]{{4}}"
    rf"|[0-9]{{3}}({_GAP})[0-9]{{4}}\3[0-9]{{4}}\3[0-9]{{4}}){_ENDS}"
)
_NIK_NAMED = r"(?i)\b(?:n\.?i\.?k|n?kk|e?-?ktp|kependudukan|kartu keluarga)\b"
_PHONE = (
    rf"[(+06](?<![A-Za-z].){_ALONE}(?:(?<=\()\+?62|(?<=\+)62|(?<=6)2|(?<=\()0|(?<=0))"
    rf"(?:(?<=62)\)?{_GAP}{{0,2}}\(?0?\)?)?"
    r"(8(?:1[0-9]|2[1238]|3[1-38]|5[0-9]|68|7[789]|8[0-9]|9[5-9])"
    rf"\)?(?:{_GAP}?[0-9]{{2,8}}){{1,4}}){_ENDS}"
)
# In a column of numbers a telephone has lost its zero.
_PHONE_AS_NUMBER = (
    r"8(?:1[0-9]|2[1238]|3[1-38]|5[0-9]|7[789]|8[0-9]|9[5-9])(?<![^\t\n]...)[0-9]{7,9}(?![^\t\n])"
)
_PHONE_COLUMN = (
    r"(?i)(?<![^\t\n])(?:no(?:mor)?\.? ?)?(?:hp|handphone|ponsel|wa|whatsapp|telp|telepon|kontak)"
    r"\.?(?:[ /][a-z.]+)?(?![^\t\n])"
)
_OF_A_SERVICE = (
    r"(?i)hot ?line|call ?cent|contact ?cent|pengaduan|aduan|layanan|lapor|resmi|\bppid\b|admin|"
    r"help ?desk|\bhumas\b|hubungi|konsultasi|sms ?(?:gateway|center)"
)
_NPWP = (
    rf"[0-9]{_ALONE}[0-9](?:(?P<printed>\.)[0-9]{{3}}\.[0-9]{{3}}\.[0-9]-[0-9]{{3}}\.[0-9]{{3}}"
    rf"|[0-9]{{13}}){_ENDS}"
)
_ACCOUNT_NAMED = r"(?i)\b(?:no\.? ?)?rek(?:ening)?\b"
_ACCOUNT_COLUMN = r"(?i)\b(?:no\.?|nomor)\s?rek(?:ening)?\b"
_BANK = (
    r"(?i)\b(?:bank|bca|bri|bni|btn|bsi|mandiri|bjb|cimb|danamon|permata|muamalat|bpd|bpr|"
    r"bank[a-z]+|seabank|jago)\b"
)
_LONG_NUMBER = rf"[0-9]{_ALONE}(?:{_GAP}?[0-9]){{9,17}}{_ENDS}"
_FIGURES = rf"[0-9](?:{_GAP}?[0-9]){{9,}}"
_AMOUNT_OR_CODE = r"[0-9]{1,3}(?:\.[0-9]{3})+\Z|[1-9](?:\.[0-9]{1,2}){2,}"
_OF_AN_INSTITUTION = (
    r"(?i)kas (?:umum )?(?:daerah|negara|desa)|\brku[dn]\b|kasda|bendahara|\bcv\b|\bpt\b|yayasan|"
    r"koperasi|retribusi|pajak"
)
_PRIVATE_MAIL = (
    r"@(?i:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|icloud|aol|proton(?:mail)?"
    r"|msn)\.(?i:com|co\.id|co\.uk|id|me|net)(?![A-Za-z0-9])"
)
_LOCAL_PART = r"[A-Za-z0-9._%+\-]+\Z"
_OF_AN_OFFICE = (
    r"(?i)ppid|kominfo|humas|dinas|pemkab|pemkot|pemprov|pemda|bappe?n?da|bkpsdm|bpbd|bpk[ad]d?|"
    r"inspektorat|kecamatan|kelurahan|camat|sekretariat|setda|setwan|dprd|bawaslu|puskesmas|rsud|"
    r"satpol|admin|layanan|pengaduan|aduan|lapor|call|helpdesk|arsip|perpus|pustaka|sekolah|"
    r"sm[apk]n|polres|polsek|kejari|disdik|dinkes|dishub|disnak|dispora|disperin|disdag|disbud|"
    r"dispar|distan|diskop|dinsos|dpm|dpupr|kantor|panitia|publik|official|"
    r"(?<![a-z])(?:info|kab|kota|prov|upt|uptd|dlh|bkd|kpu|sdn|mts|univ|bag|bidang|kec|kel)(?![a-z])|"
    r"(?<![a-z])desa(?!k)"
)
