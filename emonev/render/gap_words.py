"""The words of the comparison of two results."""

from typing import Final

from emonev.model.comparison import Effects, Movement
from emonev.model.text import Text

TITLE = Text("Kesenjangan {years}", "Gap {years}")
KIND = Text("Perbandingan hasil", "Comparison of results")
MOVED_UP = Text("naik {points} poin", "up {points} points")
MOVED_DOWN = Text("turun {points} poin", "down {points} points")
MOVED_NOT = Text("tidak berubah", "unchanged")
BAND_SAME = Text("Kualifikasi tetap {band}.", "The band is still {band}.")
BAND_OTHER = Text("Kualifikasi {old} → {new}.", "Band {old} → {new}.")
BAND_RANGE = Text("{low} sampai {high}", "{low} to {high}")
TO_NEXT = Text(
    "Kurang {distance} poin menuju {band} ({bound}).",
    "{distance} points short of {band} ({bound}).",
)
ABOVE_BOUND = Text(
    "{distance} poin di atas batas {band} ({bound}).",
    "{distance} points above the bound of {band} ({bound}).",
)
WHY = Text("Mengapa nilai berubah, {old} → {new}", "Why the total moved, {old} → {new}")
EFFECT = Text("Penyebab", "Cause")
LOW_END = Text("Batas bawah", "Low end")
HIGH_END = Text("Batas atas", "High end")
SUM = Text("Perubahan nilai", "Change of the total")
ROUNDING = Text("Pembulatan nilai", "Rounding of the totals")
EFFECTS: Final[dict[str, tuple[Text, Text]]] = {
    "performance": (
        Text("Kinerja", "Performance"),
        Text("yang dikerjakan badan publik", "what the body did"),
    ),
    "rubric": (
        Text("Rubrik", "Rubric"),
        Text(
            "bobot dan cara menilai; kriteria baru, hilang, digabung",
            "weights and scoring; criteria that are new, gone, merged",
        ),
    ),
    "applicability": (
        Text("Keberlakuan", "Applicability"),
        Text("yang menjadi berlaku atau tidak berlaku", "what came to apply or not to apply"),
    ),
    "pending": (
        Text("Belum pasti", "Pending"),
        Text(
            "yang belum dapat dinilai di salah satu tahun",
            "what could not be judged in one of the years",
        ),
    ),
}
if tuple(EFFECTS) != Effects.__struct_fields__:
    raise TypeError("every effect has words")
START = Text("Nilai {year}", "Total {year}")
WATERFALL = Text("Dari nilai {old} ke nilai {new}", "From the total of {old} to that of {new}")
AXIS = Text("Sumbu dimulai dari {start}.", "The axis starts at {start}.")
BY_LEVEL = Text("Per tahap dan indikator", "By stage and indicator")
PART = Text("Bagian", "Part")
MOVED = Text("Selisih", "Change")
SCORES = Text(
    "Angka di kolom: poin dari nilai akhir (100). Di bawah nama bagian: nilai bagian itu sendiri "
    "(0–100) pada kedua tahun.",
    "In the columns: points of the total (100). Below a part's name: its own score (0–100) in "
    "either year.",
)
POINTS_OF_100 = Text("Poin dari nilai akhir (100)", "Points of the total (100)")
MOVEMENTS: Final[dict[Movement, Text]] = {
    "improved": Text("membaik", "improved"),
    "worsened": Text("memburuk", "worsened"),
    "unchanged": Text("tetap", "unchanged"),
    "not-judged": Text("belum dapat dibandingkan", "cannot be compared yet"),
    "became-applicable": Text("menjadi berlaku", "became applicable"),
    "became-not-applicable": Text("menjadi tidak berlaku", "became not applicable"),
    "not-applicable": Text("tidak berlaku di kedua tahun", "not applicable in both years"),
    "new": Text("baru ditanyakan", "newly asked"),
    "dropped": Text("tidak lagi ditanyakan", "no longer asked"),
}
SECTIONS: Final[dict[str, tuple[Text, Text]]] = {
    "up": (Text("Membaik", "Improved"), Text("Diurutkan menurut poin yang diperoleh oleh kinerja.", "By the points that performance brought.")),
    "down": (Text("Memburuk", "Worsened"), Text("Diurutkan menurut poin yang hilang oleh kinerja.", "By the points that performance cost.")),
    "carried": (Text("Belum ditindaklanjuti", "Carried over"), Text("Kehilangan poin di kedua tahun; yang termahal dahulu.", "Points were lost in both years; the costliest first.")),
    "new": (Text("Kewajiban baru", "New obligations"), Text("Belum ditanyakan sebelumnya, atau dahulu tidak berlaku.", "Not asked before, or not applicable then.")),
    "dropped": (Text("Tidak lagi ditanyakan atau berlaku", "No longer asked or applicable"), Text("Poinnya pindah ke kriteria lain.", "Their points went to other criteria.")),
    "not-judged": (Text("Belum dapat dibandingkan", "Cannot be compared yet"), Text("Belum dinilai di salah satu tahun; telaah dahulu.", "Not judged in one of the years; review them first.")),
}  # fmt: skip
CARRIED_SINCE = Text("Belum ditindaklanjuti sejak {year}", "Carried over since {year}")
SHORT: Final[tuple[Text, ...]] = (
    Text("Kinerja", "Perform."),
    Text("Rubrik", "Rubric"),
    Text("Berlaku", "Applies"),
    Text("Tertunda", "Pending"),
)
SINCE = Text("Belum ditindaklanjuti sejak {year}.", "Not mended since {year}.")
POINTS_THEN = Text("{before} → {after} poin", "{before} → {after} points")
OF_FULL = Text("{low} dari {full} poin", "{low} of {full} points")
LOST = Text("{points} poin hilang", "{points} points lost")
WORTH = Text("{points} poin", "{points} points")
PENDING = Text("{points} poin belum pasti", "{points} points pending")
PART_OF = Text("{id} ({outcome}): {question}", "{id} ({outcome}): {question}")
OUTCOMES_THEN = Text("{old} → {new}", "{old} → {new}")
REMEDY = Text("Tindakan: {remedy}", "To do: {remedy}")
EFFORT = Text("Perkiraan kerja: {days} hari.", "Estimated effort: {days} days.")
FORMS: Final[dict[str, Text]] = {
    "merged": Text("Digabung dari {ids}.", "Merged from {ids}."),
    "split": Text("Dipecah dari {ids}.", "Split from {ids}."),
    "regrouped": Text("Disusun ulang dari {ids}.", "Regrouped from {ids}."),
}
GONE = Text(
    "Bukti {year} yang tidak lagi diserahkan: {files}.",
    "Evidence of {year} that is no longer handed in: {files}.",
)
INSTEAD = Text("Bukti {year} sebagai gantinya: {files}.", "Evidence of {year} instead: {files}.")
KEPT = Text("Bukti yang masih sama: {files}.", "Evidence that is still the same: {files}.")
FILES = Text("Berkas", "Files")
STALE = Text("Dokumen lama diserahkan lagi", "Old documents handed in again")
STALE_ENTRY = Text(
    "{criterion}: {path} sama persis dengan bukti tahun {old}, padahal diminta bukti tahun {years}.",
    "{criterion}: {path} is the very file of {old}, though evidence of {years} is asked for.",
)
STALE_TEXT = Text(
    "{criterion}: {path} memuat teks yang sama dengan {before} tahun {old}, padahal diminta bukti tahun {years}.",
    "{criterion}: {path} holds the same text as {before} of {old}, though evidence of {years} is asked for.",
)
CONTRADICTIONS = Text("Satu berkas, hasil bertentangan", "One file with contradictory outcomes")
CONTRADICTION = Text(
    "{path} terpenuhi untuk {met}, belum terpenuhi untuk {failed}.",
    "{path} is met for {met} and not met for {failed}.",
)
TABLE = Text("Semua kriteria", "All criteria")
ALL = Text("semua", "all")
SHOW = Text("Tampilkan", "Show")
CRITERION = Text("Kriteria", "Criterion")
CHANGE = Text("Perubahan", "What happened")
MORE = Text("… dan {count} lagi.", "… and {count} more.")
REMARKS = Text("Yang perlu diketahui", "What to know")
METHOD = Text("Cara menghitung", "Method")
METHOD_LINES: Final[tuple[Text, ...]] = (
    Text(
        "Poin satu kriteria = bobotnya dari 100 × bagian yang terpenuhi. Bobot itu mengikuti rubrik dan kriteria mana yang berlaku. Jadi ada tiga faktor: rubrik, keberlakuan, dan bagian yang terpenuhi.",
        "A criterion's points = what it is worth of 100 × the share that is met. What it is worth follows from the rubric and from which criteria apply. So there are three factors: rubric, applicability and share.",
    ),
    Text(
        "Setiap faktor mendapat rata-rata dari akibat perubahannya pada keenam urutan perubahan (nilai Shapley, 1953). Bila hanya bobot dan bagian yang berubah, itu rumus Bennet (1920): kinerja = Δs × (w₀ + w₁) ÷ 2 dan rubrik = Δw × (s₀ + s₁) ÷ 2.",
        "Each factor gets the mean of what its change moves over all six orders of change (the Shapley value, 1953). Where only worth and share change that is Bennet's formula (1920): performance = Δs × (w₀ + w₁) ÷ 2 and rubric = Δw × (s₀ + s₁) ÷ 2.",
    ),
    Text(
        "Selama hasil belum pasti, bagian yang terpenuhi berupa rentang. Hanya perubahan yang pasti, bagaimanapun telaahnya nanti, disebut kinerja; sisanya belum pasti.",
        "While something is pending a share is a range. Only what certainly changed, however it is decided, is called performance; the rest is pending.",
    ),
    Text(
        "Penjumlahan dihitung dengan pecahan tepat pada setiap kriteria, indikator, tahap, dan nilai akhir; bila kedua tahun ditukar, semua tanda berbalik. Angka tercetak dibulatkan sehingga setiap baris menjumlah tepat; kolom dapat berbeda satu angka terakhir.",
        "All sums are exact fractions at every criterion, indicator, stage and the total; swapping the years flips every sign. Printed figures are rounded so that each row adds up; columns may be off by one last place.",
    ),
)  # fmt: skip
TREND = Text("Perjalanan nilai", "The totals over the years")
YEAR = Text("Tahun", "Year")
TOTAL = Text("Nilai", "Total")
BAND = Text("Kualifikasi", "Band")
STREAK = Text(
    "{band} {count} kali berturut-turut sejak {year}.",
    "{band} {count} times in a row since {year}.",
)
BETWEEN_YEARS = Text("Penyebab di antara setiap dua tahun", "Causes between each two years")
INDICATORS_BY_YEAR = Text("Nilai indikator per tahun (0–100)", "Indicator scores by year (0–100)")
