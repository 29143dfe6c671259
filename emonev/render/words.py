"""The words of the reports, in both languages; sentences are whole templates with named values."""

from functools import cache

from emonev.model.finding import Outcome
from emonev.model.text import Language, Text
from emonev.render.method_words import METHOD_WORDS

WORDS = {
    # The head
    "report": Text("Laporan Penilaian Mandiri", "Self-Assessment Report"),
    "subject": Text("Keterbukaan Informasi Publik", "Public Information Disclosure"),
    "year": Text("Tahun", "Year"),
    "rubric": Text("Rubrik", "Rubric"),
    "authority": Text("Komisi", "Commission"),
    "status": Text("Status rubrik", "Rubric status"),
    "status_official": Text("resmi", "official"),
    "status_adapted": Text("disesuaikan", "adapted"),
    "status_internal": Text("internal", "internal"),
    "status_official_words": Text(
        "Rubrik ini menyalin instrumen resmi komisi.",
        "This rubric restates the commission's official instrument.",
    ),
    "status_adapted_words": Text(
        "Rubrik ini disesuaikan dari instrumen komisi dan bukan instrumen resmi.",
        "This rubric is adapted from the commission's instrument and is not the official one.",
    ),
    "status_internal_words": Text(
        "Rubrik ini dibuat untuk keperluan internal dan bukan instrumen komisi.",
        "This rubric was made for internal use and is not the commission's instrument.",
    ),
    "not_a_verdict": Text(
        "Laporan ini adalah penilaian mandiri, bukan penetapan komisi.",
        "This report is a self-assessment, not a decision of the commission.",
    ),
    "category": Text("Kategori", "Category"),
    "province": Text("Provinsi", "Province"),
    "assessed_on": Text("Tanggal penilaian", "Assessed on"),
    "sources": Text("Sumber rubrik", "Sources of the rubric"),
    # Finding one's way
    "to_content": Text("Langsung ke isi", "Skip to content"),
    "contents": Text("Daftar isi", "Contents"),
    "result": Text("Hasil", "Result"),
    "warnings": Text("Peringatan", "Warnings"),
    "indicators": Text("Nilai per indikator", "Scores by indicator"),
    "gaps": Text("Kesenjangan terbesar", "Largest gaps"),
    "details": Text("Rincian per kriteria", "Every criterion"),
    "evidence": Text("Daftar bukti", "Evidence list"),
    "method": Text("Cara menghitung", "Method"),
    "back_to_top": Text("Kembali ke atas", "Back to top"),
    # The result
    "total": Text("Nilai akhir", "Total"),
    "qualification": Text("Kualifikasi", "Qualification"),
    "provisional": Text("sementara", "provisional"),
    "range": Text("{low}–{high}", "{low}–{high}"),
    "between": Text("antara {low} dan {high}", "between {low} and {high}"),
    "out_of_100": Text("dari 100", "out of 100"),
    "is_certain": Text(
        "Semua kriteria sudah dinilai, sehingga nilai ini pasti menurut rubrik.",
        "Every criterion has been judged, so this total is certain under the rubric.",
    ),
    "is_pending": Text(
        "{points} poin masih menunggu telaah, sehingga nilai akhir berada {span}.",
        "{points} points still await review, so the total lies {span}.",
    ),
    "one_band": Text(
        "Kualifikasi tidak berubah, apa pun hasil telaahnya.",
        "The qualification stays the same whatever the review finds.",
    ),
    "may_reach": Text(
        "Kualifikasi masih sementara: {here}, dan dapat mencapai {best}.",
        "The qualification is provisional: {here}, and may reach {best}.",
    ),
    "above": Text(
        "Kurang {distance} poin untuk mencapai {label} (mulai {bound}).",
        "{distance} points short of {label} (from {bound}).",
    ),
    "below": Text(
        "Berada {distance} poin di atas batas bawah {label} ({bound}).",
        "{distance} points above the lower bound of {label} ({bound}).",
    ),
    "near": Text(
        "Hanya {distance} poin dari batas {label} ({bound}): satu kriteria dapat mengubah "
        "kualifikasi.",
        "Only {distance} points from the bound of {label} ({bound}): one criterion may change "
        "the qualification.",
    ),
    "scale_title": Text("Nilai pada skala kualifikasi", "The total on the scale of bands"),
    "scale_value": Text(
        "Nilai {total} termasuk kualifikasi {label}.", "A total of {total} is {label}."
    ),
    "scale_range": Text(
        "Nilai {span}, dari kualifikasi {label} sampai {best}.",
        "A total {span}, from {label} to {best}.",
    ),
    "band_span": Text("{low} sampai kurang dari {high}", "{low} to under {high}"),
    "band_top": Text("{low} sampai 100", "{low} to 100"),
    "voices": Text("Tiga suara", "Three voices"),
    "bar_words_column": Text("Bagan", "Chart"),
    "indicator": Text("Indikator", "Indicator"),
    "all_files": Text("Semua berkas", "All files"),
    "voice": Text("Menurut", "According to"),
    "claimed": Text("Klaim", "Claimed"),
    "supported": Text("Didukung bukti", "Supported by evidence"),
    "reviewed": Text("Setelah verifikasi", "After review"),
    "claimed_means": Text("jawaban badan publik", "what the body answers"),
    "supported_means": Text("temuan pada berkas bukti", "what is found in the evidence"),
    "reviewed_means": Text("keputusan pemeriksa", "what reviewers decided"),
    "no_claims": Text("belum ada jawaban", "no answers given"),
    "no_reviews": Text("belum ada verifikasi", "no reviews yet"),
    "counts": Text("Kriteria menurut hasil", "Criteria by outcome"),
    # Points
    "points": Text("Poin", "Points"),
    "score": Text("Nilai", "Score"),
    "weight": Text("Bobot", "Weight"),
    "earned": Text("Diperoleh", "Earned"),
    "lost": Text("Hilang", "Lost"),
    "pending": Text("Menunggu", "Pending"),
    "full": Text("Maksimal", "Maximum"),
    "sum": Text("Jumlah", "Sum"),
    "ratio": Text("{earned} dari {full}", "{earned} of {full}"),
    "x_of_y": Text("{earned} dari {full} poin", "{earned} of {full} points"),
    "x_of_y_pending": Text(
        "{earned} dari {full} poin, {pending} menunggu",
        "{earned} of {full} points, {pending} pending",
    ),
    "no_points": Text("tidak dihitung", "not counted"),
    "bar_words": Text(
        "diperoleh {earned}, menunggu {pending}, hilang {lost} poin",
        "earned {earned}, pending {pending}, lost {lost} points",
    ),
    "not_scored": Text("tidak ada yang berlaku", "nothing applies"),
    "entered": Text(
        "Nilai {value} diisi oleh {by} pada {at}.", "Value {value} entered by {by} on {at}."
    ),
    "entered_plain": Text("Nilai {value} diisi manual.", "Value {value} was entered by hand."),
    "not_entered": Text(
        "Tahap ini dinilai oleh orang; nilainya belum diisi di berkas jawaban.",
        "This stage is judged by people; its value is not yet in the answer file.",
    ),
    "nobody": Text("(tanpa nama)", "(no name)"),
    "no_day": Text("(tanpa tanggal)", "(no date)"),
    # Gaps
    "gaps_lead": Text(
        "Kriteria yang paling banyak menahan poin, yang terbesar lebih dahulu.",
        "The criteria that hold back most points, largest first.",
    ),
    "no_gaps": Text("Tidak ada poin yang tertahan.", "No points are held back."),
    "cost": Text("Tertahan", "Held back"),
    "cost_words": Text("{points} poin", "{points} points"),
    "gaps_left": Text(
        "{count} kriteria lain masih menahan {points} poin; lihat rincian.",
        "{count} more criteria hold back {points} points; see the details.",
    ),
    "effort_days": Text("sekitar {days} hari kerja", "about {days} working days"),
    "effort_day": Text("sekitar 1 hari kerja", "about 1 working day"),
    "see_findings": Text(
        "Lihat temuan pada rincian kriteria.", "See the findings under the criterion."
    ),
    # A criterion
    "criterion": Text("Kriteria", "Criterion"),
    "law": Text("Dasar hukum", "Legal basis"),
    "law_not_held": Text(
        "Bunyi {law} tidak dimuat dalam laporan ini.",
        "The words of {law} are not in this report.",
    ),
    "law_version": Text("Diundangkan {day}, {gazette}.", "Promulgated {day}, {gazette}."),
    "laws": Text("Peraturan yang dikutip", "Laws cited"),
    "laws_lead": Text(
        "Bunyi pasal dikutip sebagaimana diundangkan; periksa apakah sudah diubah. Tanda … menandai "
        "bagian pasal yang tidak dikutip.",
        "Articles are quoted as promulgated, in Indonesian; see whether they were amended. The sign "
        "… marks parts of an article that are not cited.",
    ),
    "years": Text("Tahun bukti", "Years of evidence"),
    "accepts": Text("Bukti yang diterima", "Accepted proof"),
    "scoring": Text("Cara menilai", "Scoring"),
    "share_redone": Text("Hitungan bagian", "Share redone"),
    "scoring_usual": Text(
        "Bila cara menilai tidak disebut, semua pemeriksaan suatu kriteria harus terpenuhi.",
        "Where no scoring is named, every check of a criterion must be met.",
    ),
    "scoring_share": Text(
        "Poin menurut bagian pemeriksaan yang terpenuhi.",
        "Points by the share of checks that are met.",
    ),
    "scoring_steps": Text(
        "Bertingkat menurut urutan pemeriksaan: {steps}.",
        "In steps, in the order of checks: {steps}.",
    ),
    "scoring_tiers": Text("Menurut jumlah: {tiers}.", "By count: {tiers}."),
    "tier": Text("mulai {count} = {share}%", "from {count} = {share}%"),
    "claim": Text("Klaim", "Claim"),
    "claim_yes": Text("ya", "yes"),
    "claim_no": Text("tidak", "no"),
    "claim_partly": Text("sebagian ({share}%)", "partly ({share}%)"),
    "answer_note": Text("Catatan badan publik", "The body's note"),
    "no_findings": Text("Tidak ada temuan.", "No findings."),
    "evidence_files": Text("Bukti", "Evidence"),
    "other_evidence": Text("Bukti lain", "Other evidence"),
    "no_evidence": Text("Tidak ada berkas bukti.", "No evidence files."),
    "links": Text("Tautan", "Links"),
    "page": Text("halaman {page}", "page {page}"),
    "not_applicable": Text("Alasan tidak berlaku", "Why it does not apply"),
    "not_applicable_words": Text(
        "{reason} (surat pernyataan: {statement})", "{reason} (statement: {statement})"
    ),
    "review": Text("Verifikasi", "Review"),
    "review_accepted": Text("diterima", "accepted"),
    "review_rejected": Text("ditolak", "rejected"),
    "review_partly": Text("diterima sebagian ({share}%)", "accepted in part ({share}%)"),
    "review_line": Text("{decision} oleh {by}, {at}", "{decision} by {by}, {at}"),
    "review_until": Text("Berlaku sampai {until}.", "Valid until {until}."),
    "review_over": Text(
        "Verifikasi ini tidak berlaku pada tanggal penilaian dan tidak dihitung.",
        "This review is not in force on the day of assessment and does not count.",
    ),
    "instead_of": Text("Hasil dari bukti: {outcome}.", "Outcome from the evidence: {outcome}."),
    "remedy": Text("Perbaikan", "Remedy"),
    "effort": Text("Perkiraan upaya", "Estimated effort"),
    "remedy_effort": Text("{remedy} Upaya: {effort}.", "{remedy} Effort: {effort}."),
    # Evidence
    "evidence_words": Text("{count} berkas, {size}", "{count} files, {size}"),
    "opened_from_criteria": Text(
        "Setiap berkas dibuka dari kriterianya.", "Each file is opened from its criterion."
    ),
    "file": Text("Berkas", "File"),
    "content": Text("Isi", "Content"),
    "text_layer": Text("teks terbaca", "text layer"),
    "text_ocr": Text("teks hasil OCR", "text by OCR"),
    "recognition": Text("Halaman pindaian", "Scanned pages"),
    "text_recognised": Text(
        "OCR {pages}, keyakinan {confidence} %", "OCR of {pages}, confidence {confidence} %"
    ),
    "text_none": Text("tanpa teks", "no text"),
    "pages": Text("{count} halaman", "{count} pages"),
    "files_shown": Text("Berkas: {count}", "Files: {count}"),
    "one_page": Text("1 halaman", "1 page"),
    "unassigned": Text("Bukti tanpa kriteria", "Evidence without a criterion"),
    "unassigned_lead": Text(
        "Berkas berikut tidak dinilai karena tidak ditempatkan pada kriteria mana pun.",
        "These files were not judged: they are not assigned to any criterion.",
    ),
    "unreadable": Text("Berkas yang tidak terbaca", "Files that could not be read"),
    "skipped": Text("Berkas yang dilewati", "Entries passed over"),
    "no_criterion": Text("tanpa kriteria", "no criterion"),
    # The search, which needs the script
    "search": Text("Cari kriteria", "Search criteria"),
    "filter_outcome": Text("Hasil", "Outcome"),
    "filter_indicator": Text("Indikator", "Indicator"),
    "all": Text("Semua", "All"),
    "expand": Text("Buka semua", "Expand all"),
    # The workbook
    "sheet_summary": Text("Ringkasan", "Summary"),
    "sheet_actions": Text("Rencana perbaikan", "Action plan"),
    "question": Text("Pertanyaan", "Question"),
    "answer": Text("Jawaban", "Answer"),
    "outcome": Text("Hasil", "Outcome"),
    "note": Text("Catatan", "Notes"),
    "person": Text("Penanggung jawab", "Person in charge"),
    "due": Text("Batas waktu", "Due date"),
    "title_of_document": Text("Judul dokumen", "Title of the document"),
    "first": Text("Yang paling menahan nilai", "What holds the score back most"),
    "before": Text("Tahun {year}", "Year {year}"),
    "before_open": Text(
        "Selisihnya belum pasti selama ada poin yang menunggu telaah.",
        "The difference is open while points await review.",
    ),
    "before_same": Text("Nilainya sama dengan tahun itu.", "The total is the same as then."),
    "before_up": Text("Naik {points} poin sejak itu.", "Up {points} points since then."),
    "before_down": Text("Turun {points} poin sejak itu.", "Down {points} points since then."),
    "sort": Text("Urutan", "Order"),
    "sort_rubric": Text("Menurut kuesioner", "As in the questionnaire"),
    "sort_cost": Text("Poin tertahan terbanyak dahulu", "Most points held back first"),
    "save_result": Text("Simpan hasil (JSON)", "Save the result (JSON)"),
    "collapse": Text("Tutup semua", "Collapse all"),
    "shown_of": Text("{shown} dari {all} kriteria", "{shown} of {all} criteria"),
    # The terminal
    "report_at": Text("Laporan: {path}", "Report: {path}"),
    "unassigned_count": Text(
        "Berkas bukti tanpa kriteria: {count}.", "Evidence files without a criterion: {count}."
    ),
    **METHOD_WORDS,
}

OUTCOMES = {
    Outcome.MET: (Text("terpenuhi", "met"), "✓", "+"),
    Outcome.PARTLY: (Text("sebagian", "partly met"), "◐", "~"),
    Outcome.NOT_MET: (Text("belum terpenuhi", "not met"), "✗", "x"),
    Outcome.NOT_APPLICABLE: (Text("tidak berlaku", "not applicable"), "–", "-"),
    Outcome.NEEDS_REVIEW: (Text("perlu telaah", "needs review"), "?", "?"),
    Outcome.ERROR: (Text("galat", "error"), "!", "!"),
}


@cache
def words_in(language: Language) -> dict[str, str]:
    """Return every word by its name, in one language."""
    return {name: text.in_language(language) for name, text in WORDS.items()}
