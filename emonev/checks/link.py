"""The kind `link`: a web address was given that the public can be expected to open."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from emonev.checks import answers
from emonev.checks.addresses import doubt_of, fault_of, named
from emonev.checks.examples import Example, a_case, a_document
from emonev.language import say
from emonev.model.case import Case, Exhibit
from emonev.model.check import CollectionCheck
from emonev.model.finding import Finding, Outcome, Proof
from emonev.model.text import Text

GOOD = Text(
    "{good} tautan berbentuk benar ({first}); emonev tidak membukanya, periksa bahwa isinya sesuai.",
    "{good} link(s) are well formed ({first}); emonev did not open them, check what they show.",
)
DOUBTFUL = Text(
    "{good} tautan berbentuk benar dari {wanted} yang diminta; {doubtful} lagi perlu dibuka dan "
    "diperiksa. {reason}.",
    "{good} link(s) of {wanted} asked for are well formed; {doubtful} more must be opened and "
    "checked. {reason}.",
)
FAULTY = Text(
    "Hanya {good} dari {wanted} tautan yang dapat dipakai. {reason}.",
    "Only {good} of {wanted} link(s) can be used. {reason}.",
)
TOO_FEW = Text(
    "Hanya {good} dari {wanted} tautan yang diminta; tambahkan tautan lain.",
    "Only {good} of {wanted} link(s) asked for; add more.",
)
NO_LINK = Text(
    "Tidak ada tautan; cantumkan alamat halaman yang memuat informasi ini pada berkas jawaban.",
    "There is no link; put the address of the page with this information into the answer file.",
)


class Link(CollectionCheck, frozen=True, kw_only=True, tag="link"):
    """At least so many web addresses were given that the public can be expected to open.

    An address must be http or https, with a public host, without a user name or password, and
    under one of `domains` where the rubric names them. Shared drives, sign-in pages, shortened
    addresses and bare numbers need a person. Addresses come from the answer file and, with
    `from-documents: true`, from hyperlinks inside the evidence.

    It cannot see whether the address works: emonev never opens it here.
    """

    asks_words = False

    at_least: Annotated[
        int, Meta(ge=1, le=1_000, description="how many different addresses are asked for")
    ] = 1
    domains: Annotated[
        tuple[str, ...], Meta(description="the address must be under one of these, such as go.id")
    ] = ()
    from_documents: Annotated[
        bool, Meta(description="also take the hyperlinks inside the evidence")
    ] = False

    def look_at_all(self, case: Case) -> Finding:
        origins = self._origins(case)
        faults = {url: fault_of(url, self.domains) for url in origins}
        sound = [url for url, fault in faults.items() if fault is None]
        doubts = {url: doubt_of(url) for url in sound}
        good = [url for url, doubt in doubts.items() if doubt is None]
        if len(good) >= self.at_least:
            message = say(GOOD, good=len(good), first=answers.quoted(good[0]))
            return answers.met(self, message, *_proofs(good, origins))
        if len(sound) >= self.at_least:
            return self._doubtful(good, doubts, origins)
        return self._not_enough(sound, faults, origins)

    def _origins(self, case: Case) -> dict[str, Proof | None]:
        """Return each address once, with where it stands if that is in a document; sorted."""
        origins: dict[str, Proof | None] = {url.strip(): None for url in sorted(case.links)}
        if self.from_documents:
            files = sorted(case.exhibits, key=lambda exhibit: exhibit.evidence.path)
            for url, proof in (found for exhibit in files for found in _web_links(exhibit)):
                origins.setdefault(url, proof)
        return origins

    def _doubtful(
        self, good: list[str], doubts: dict[str, Text | None], origins: dict[str, Proof | None]
    ) -> Finding:
        reasons = {url: doubt for url, doubt in doubts.items() if doubt is not None}
        url, reason = next(iter(reasons.items()))
        message = say(
            DOUBTFUL,
            good=len(good),
            wanted=self.at_least,
            doubtful=len(reasons),
            reason=named(url, reason),
        )
        return answers.needs_review(self, message, *_proofs(list(reasons), origins))

    def _not_enough(
        self,
        sound: list[str],
        faults: dict[str, Text | None],
        origins: dict[str, Proof | None],
    ) -> Finding:
        if not faults:
            return answers.not_met(self, NO_LINK)
        said = {"good": len(sound), "wanted": self.at_least}
        reasons = {url: fault for url, fault in faults.items() if fault is not None}
        if not reasons:
            return answers.not_met(self, say(TOO_FEW, **said), *_proofs(sound, origins))
        url, reason = next(iter(reasons.items()))
        message = say(FAULTY, **said, reason=named(url, reason))
        return answers.not_met(self, message, *_proofs(list(reasons), origins))


def _web_links(exhibit: Exhibit) -> Iterator[tuple[str, Proof]]:
    """Yield the web addresses in a document; mail addresses and places within it are left out."""
    for seen in exhibit.facts.links:
        url = seen.url.strip()
        if url.casefold().startswith(("http:", "https:")):
            yield url, Proof(exhibit.evidence.path, seen.page, url[: answers.SNIPPET])


def _proofs(urls: list[str], origins: dict[str, Proof | None]) -> tuple[Proof, ...]:
    proofs = [origins[url] for url in urls]
    return tuple(proof for proof in proofs if proof is not None)[:5]


EXAMPLES = (
    Example(
        name="an address under go.id",
        check=Link(domains=("go.id",)),
        case=a_case(links=("https://ppid.contoh.go.id/informasi-berkala",)),
        outcome=Outcome.MET,
    ),
    Example(
        name="another domain than asked for",
        check=Link(domains=("go.id",)),
        case=a_case(links=("https://ppid-contoh.example.com/",)),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="an address in the body's own network",
        check=Link(),
        case=a_case(links=("http://192.168.1.10/ppid",)),
        outcome=Outcome.NOT_MET,
    ),
    Example(
        name="a shared drive may be closed to the public",
        check=Link(),
        case=a_case(links=("https://drive.google.com/drive/folders/abc",)),
        outcome=Outcome.NEEDS_REVIEW,
    ),
    Example(
        name="no address at all",
        check=Link(),
        case=a_case(a_document("dip.pdf", "Daftar Informasi Publik")),
        outcome=Outcome.NOT_MET,
    ),
)
