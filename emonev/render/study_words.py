"""The words of a study: a result beside those of reference bodies."""

from typing import Final

from emonev.model.text import Text

TITLE = Text("Studi banding {year}", "Study of peers {year}")
KIND = Text("Studi banding", "Study of peers")
BESIDE = Text("{ours} di samping {others}", "{ours} beside {others}")
AVERAGE = Text("Rata-rata pembanding", "Mean of the references")
REFERENCES = Text("Nilai", "Totals")
BODY = Text("Badan publik", "Body")
TOTAL = Text("Nilai", "Total")
BAND = Text("Kualifikasi", "Band")
DISTANCE = Text("Jarak nilai dan penyebabnya", "Distance of the totals, and its causes")
SUM = Text("Jarak nilai", "Distance of the totals")
LOSING = Text(
    "Yang diperoleh pembanding dan hilang pada kita: {count} kriteria, {points} poin.",
    "What the references earn and we lose: {count} criteria, {points} points.",
)
WINNING = Text("Yang kita kerjakan lebih baik", "What we do better")
NOTHING = Text("Tidak ada.", "Nothing.")
SHOWN = Text("Bukti di {body}: {files}", "Evidence of {body}: {files}")
SHOWN_NOTHING = Text("Buktinya tidak tercatat dalam hasil.", "The result names no evidence.")
AHEAD = Text("Lebih baik: {bodies}.", "Ahead: {bodies}.")
BEHIND = Text("Di belakang kita: {bodies}.", "Behind us: {bodies}.")
REMEDY = Text("Tindakan: {remedy}", "To do: {remedy}")
WORTH = Text("{points} poin", "{points} points")
REMARKS = Text("Yang perlu diketahui", "What to know")
METHOD = Text("Cara menghitung", "Method")
METHOD_LINES: Final[tuple[Text, ...]] = (
    Text(
        "Setiap pembanding dibandingkan dengan hasil kita seperti dua tahun: hanya perbedaan kinerja yang pasti dihitung di sini, bukan perbedaan bobot atau pertanyaan. Dengan beberapa pembanding, setiap angka adalah rata-ratanya.",
        "Each reference is compared with our result like two years: only what certainly differs in performance counts here, not other weights or questions. With several references every figure is their mean.",
    ),
)  # fmt: skip
# Working days up to which an effort belongs to a group, and the group's name.
EFFORTS: Final[tuple[tuple[int, str, Text], ...]] = (
    (1, "day", Text("Dapat selesai dalam satu hari", "Done within a day")),
    (5, "week", Text("Dapat selesai dalam seminggu", "Done within a week")),
)
LONGER = Text("Lebih dari seminggu", "More than a week")
NOT_KNOWN = Text("Perkiraan kerja belum ada", "Effort not stated")
