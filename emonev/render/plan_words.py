"""The words of the plan."""

from typing import Final

from emonev.model.text import Text

TITLE_TARGET = Text("Rencana mencapai {label}", "A plan to reach {label}")
TITLE_BUDGET = Text("Rencana untuk {days} hari kerja", "A plan for {days} working days")
TITLE_NONE = Text("Rencana kerja", "Plan of work")
BODY = Text("{body} · {year}", "{body} · {year}")
FROM_RESULT = Text(
    "{rubric}; dihitung dari hasil penilaian tanggal {date}.",
    "{rubric}; made from the assessment of {date}.",
)

# What the plan comes to.
REACHED = Text(
    "{steps} langkah, {days} hari kerja: nilai naik dari {start} menjadi {end} dan mencapai {label} "
    "(mulai {bound}). Tidak ada cara dengan hari kerja lebih sedikit.",
    "{steps} steps, {days} working days: the total rises from {start} to {end} and reaches {label} "
    "(from {bound}). No other way takes fewer days.",
)
ALREADY = Text(
    "Nilai {start} sudah {here}; tidak ada yang perlu dikerjakan untuk mencapai {label}.",
    "A total of {start} is {here} already; nothing is needed to reach {label}.",
)
TOO_FAR = Text(
    "{label} (mulai {bound}) tidak dapat dicapai: bila semua yang boleh dikerjakan selesai, "
    "nilainya {most}. Rencana ini mengejar poin terbanyak.",
    "{label} (from {bound}) cannot be reached: with everything done that may be done, the total "
    "is {most}. This plan goes for the most points.",
)
OVER_BUDGET = Text(
    "{label} (mulai {bound}) tidak dapat dicapai dalam {budget} hari kerja. Rencana ini mengejar "
    "poin terbanyak dalam hari yang ada.",
    "{label} (from {bound}) cannot be reached in {budget} working days. This plan goes for the "
    "most points in the days there are.",
)
MOST = Text(
    "{steps} langkah, {days} hari kerja: nilai naik dari {start} menjadi {end} ({label}). Tidak "
    "ada pilihan lain yang memberi poin lebih banyak.",
    "{steps} steps, {days} working days: the total rises from {start} to {end} ({label}). No "
    "other choice brings more points.",
)
BEST = Text(
    "Nilai {start} sudah {here}, kualifikasi tertinggi. Pakai --budget untuk merencanakan poin "
    "tambahan.",
    "A total of {start} is {here}, the best band. Use --budget to plan for more points.",
)
BESIDES = Text(
    "{steps} langkah ({days} hari kerja) ditetapkan atau tidak memerlukan hari kerja; dengannya "
    "nilai menjadi {end}.",
    "{steps} steps ({days} working days) are kept or take no time; with them the total is {end}.",
)
NOTHING = Text(
    "Tidak ada langkah yang dapat direncanakan.", "There is no step that could be planned."
)

# What was taken as given.
GIVENS = Text("Yang diandaikan", "Taken as given")
SUPPOSED = Text("Seandainya {id} {outcome}.", "Suppose {id} is {outcome}.")
MET, NOT_MET = Text("terpenuhi", "met"), Text("ditolak", "rejected")
EXEMPT = Text("tidak berlaku", "not applicable")
PARTLY = Text("bernilai {share}", "worth {share}")
MOVED = Text(
    "Dengan pengandaian itu nilai {saved} ({before}) menjadi {start} ({after}).",
    "With that, the total of {saved} ({before}) becomes {start} ({after}).",
)
ASSUMED = Text(
    "Tahap {title} dianggap bernilai {value}.", "The stage {title} is assumed to get {value}."
)
ASSUMED_OVER = Text(
    "Tahap {title} dianggap bernilai {value}, bukan {was} seperti tercatat.",
    "The stage {title} is assumed to get {value}, not {was} as recorded.",
)
PENDING_MET = Text(
    "Semua kriteria yang menunggu telaah dianggap terpenuhi.",
    "Every criterion that awaits review is taken as met.",
)
KEPT = Text("Pasti dikerjakan: {ids}.", "Certain to be done: {ids}.")
SKIPPED = Text("Tidak dikerjakan: {ids}.", "Not to be done: {ids}.")

# The steps.
STEPS = Text("Urutan kerja", "Order of work")
NUMBER = Text("No", "No")
CRITERION = Text("Kriteria", "Criterion")
QUESTION = Text("Pertanyaan", "Question")
REMEDY = Text("Yang dikerjakan", "What to do")
DAYS = Text("Hari", "Days")
POINTS = Text("Poin", "Points")
PER_DAY = Text("Poin/hari", "Points/day")
TOTAL = Text("Nilai", "Total")
BAND = Text("Kualifikasi", "Band")
SHARE = Text("Terpenuhi", "Met")
NOTES = Text("Keterangan", "Remarks")
PERSON = Text("Penanggung jawab", "Person")
DUE = Text("Tenggat", "Due date")
NOTE = Text("Catatan", "Note")
START = Text("Nilai awal", "Start")
SUM = Text("Jumlah", "Sum")
CROSSES = Text("Masuk {label}", "Enters {label}")
CLIMB = Text(
    "Nilai setelah setiap langkah: dari {start} menjadi {end} dalam {days} hari kerja.",
    "The total after each step: from {start} to {end} in {days} working days.",
)
AT_ONCE = Text("seketika", "at once")
PARTIAL = Text(
    "cukup sampai {share} dari bobotnya; penuhnya {full}",
    "up to {share} of its weight is enough; in full {full}",
)
MEND = Text("yang dipenuhi: {checks}", "to be met: {checks}")
EFFORT_UNKNOWN = Text(
    "rubrik tidak memberi perkiraan; dihitung 1 hari",
    "the rubric gives no effort; counted as 1 day",
)
WAS_PENDING = Text(
    "menunggu telaah; bila telaah menerimanya, langkah ini tidak perlu",
    "awaits review; if the review accepts it, this step is not needed",
)
IS_KEPT = Text("ditetapkan", "kept")

# Reviews.
REVIEWS = Text("Selesaikan telaah dahulu", "Finish the reviews first")
REVIEWS_WORDS = Text(
    "{count} kriteria menunggu telaah, bernilai {points} poin. Rencana ini tidak menghitungnya: "
    "yang belum diketahui bukan terpenuhi.",
    "{count} criteria worth {points} points await review. The plan does not count on them: "
    "unknown is not met.",
)
IF_CONFIRMED = Text(
    "Bila semua telaah menerimanya: {steps} langkah, {days} hari kerja, nilai {end} ({label}).",
    "If every review accepts them: {steps} steps, {days} working days, a total of {end} ({label}).",
)
PENDING_STAGE = Text(
    "Tahap {title} belum bernilai dan dihitung 0. Andaikan dengan --assume.",
    "The stage {title} has no value yet and counts as 0. Suppose one with --assume.",
)
STAGE_NEEDED = Text(
    "{label} dapat dicapai bila tahap {title} bernilai paling sedikit {value} dan semua yang boleh "
    "dikerjakan selesai.",
    "{label} can be reached if the stage {title} gets at least {value} and everything is done that "
    "may be done.",
)

# Robustness.
NOW = Text("Ketahanan nilai awal", "What the present total bears")
AFTER = Text("Ketahanan nilai sesudah rencana", "What the total after the plan bears")
MARGIN = Text(
    "{total} ({label}) berada {margin} poin di atas batasnya.",
    "{total} ({label}) lies {margin} points above its bound.",
)
LOWEST = Text(
    "{total} ({label}) adalah kualifikasi terendah; tidak dapat turun lagi.",
    "{total} ({label}) is the lowest band; it cannot drop.",
)
SINGLES = Text(
    "{count} kriteria masing-masing sudah cukup untuk menurunkannya bila ditolak verifikator:",
    "{count} criteria each drop it alone if a verifier rejects them:",
)
NO_SINGLE = Text(
    "Tidak ada satu kriteria pun yang penolakannya saja menurunkannya.",
    "No single rejection drops it.",
)
FEWEST = Text(
    "Paling sedikit {count} penolakan menurunkannya, misalnya {ids}: nilai menjadi {left} ({below}).",
    "At least {count} rejections drop it, such as {ids}: the total is then {left} ({below}).",
)
NEVER = Text("Penolakan sebanyak apa pun tidak menurunkannya.", "No number of rejections drops it.")
LOSS = Text("{points} poin, nilai menjadi {total} ({label})", "{points} points, leaving {total} ({label})")  # fmt: skip

# How it was worked out.
METHOD = Text("Cara menghitung", "Method")
METHOD_LINES: Final[tuple[Text, ...]] = (
    Text(
        "Pilihan ini yang terbaik dari semua pilihan, dihitung persis (bukan perkiraan); langkah "
        "dengan poin per hari terbanyak tidak selalu termasuk.",
        "This choice is the best of all choices, worked out exactly; the steps with the most "
        "points per day are not always among them.",
    ),
    Text(
        "Hari kerja diambil dari rubrik dan berlaku untuk seluruh kekurangan satu kriteria. "
        "Langkah sebagian memerlukan bagian yang sebanding, dibulatkan ke atas ke seperempat hari.",
        "Working days are the rubric's and hold for all that a criterion lacks. A partial gain "
        "takes its part of them, rounded up to a quarter of a day.",
    ),
    Text(
        "Setiap nilai dihitung dengan bobot, pembulatan dan batas kualifikasi rubrik. Verifikator "
        "dapat menilai lain.",
        "Every total follows the rubric's weights, rounding and bounds. A verifier may judge "
        "otherwise.",
    ),
)
