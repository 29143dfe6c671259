"""The words of the comparison of two rubrics."""

from typing import Final

from emonev.model.text import Text

TITLE = Text("Yang baru pada {year}", "What is new in {year}")
BETWEEN = Text("{newer} dibandingkan dengan {older}", "{newer} compared with {older}")
SIZE = Text(
    "{before} kriteria pada {old}, {after} kriteria pada {new}.",
    "{before} criteria in {old}, {after} criteria in {new}.",
)
POINTS = Text("Poin dari nilai akhir (100)", "Points of the total (100)")
PART = Text("Bagian", "Part")
CRITERIA = Text("Kriteria", "Criteria")
MOVED = Text("Bergeser", "Moved")
ENTERED = Text("{title} (dinilai orang)", "{title} (judged by people)")
SUM = Text("Jumlah", "Sum")
POINTS_THEN = Text("{before} → {after} poin ({moved})", "{before} → {after} points ({moved})")
POINTS_SAME = Text("{after} poin", "{after} points")
POINTS_NEW = Text("{after} poin", "{after} points")
POINTS_GONE = Text("dahulu {before} poin", "{before} points before")
FORMERLY = Text("Dahulu", "Formerly")
NOW = Text("Kini", "Now")
ACCEPTS = Text("Bukti yang diterima: {accepts}", "Accepted proof: {accepts}")
LAW = Text("Dasar hukum: {laws}.", "Legal basis: {laws}.")
RECONCILED = Text(
    "Poin {old} berjumlah {sum}, poin {new} berjumlah {sum}; semua pergeseran berjumlah 0.",
    "The points of {old} add up to {sum}, those of {new} to {sum}; all moves add up to 0.",
)
WHY_MOVED = Text(
    "Poin satu kriteria juga bergeser bila kriteria lain di indikatornya bertambah atau berkurang; "
    "itu tidak disebut perubahan bobot.",
    "A criterion's points also move when others in its indicator come or go; that is not called a "
    "change of weight.",
)
KEPT_COUNT = Text(
    "{count} kriteria tetap, {moved} di antaranya dengan poin yang bergeser.",
    "{count} criteria are kept, {moved} of them with points that moved.",
)
UNRESOLVED = Text(
    "“replaces” menyebut id yang tidak ada di {old}: {ids}.",
    "`replaces` names ids that are not in {old}: {ids}.",
)

# In the order in which they are told; a match stands in the first that fits.
SECTIONS: Final[dict[str, tuple[Text, Text]]] = {
    "new": (Text("Baru ditanyakan", "New"), Text("baru", "new")),
    "stricter": (Text("Bukti lebih ketat", "Stricter evidence"), Text("bukti lebih ketat", "stricter evidence")),
    "regrouped": (Text("Digabung atau dipecah", "Merged or split"), Text("digabung atau dipecah", "merged or split")),
    "evidence": (Text("Bukti lain", "Other evidence"), Text("bukti lain", "other evidence")),
    "looser": (Text("Bukti lebih longgar", "Looser evidence"), Text("bukti lebih longgar", "looser evidence")),
    "reweighted": (Text("Bobot berubah", "Re-weighted"), Text("bobot berubah", "re-weighted")),
    "reworded": (Text("Bunyi berubah", "Reworded"), Text("bunyi berubah", "reworded")),
    "other": (Text("Perubahan lain", "Other changes"), Text("perubahan lain", "other changes")),
    "dropped": (Text("Tidak lagi ditanyakan", "Dropped"), Text("tidak lagi ditanyakan", "dropped")),
    "kept": (Text("Tetap", "Kept"), Text("tetap", "kept")),
}  # fmt: skip
FORMS: Final[dict[str, Text]] = {
    "merged": Text("Digabung dari {count} kriteria.", "Merged from {count} criteria."),
    "split": Text("Dipecah menjadi {count} kriteria.", "Split into {count} criteria."),
    "regrouped": Text("{before} kriteria disusun ulang menjadi {count}.", "{before} criteria were regrouped into {count}."),
}  # fmt: skip
