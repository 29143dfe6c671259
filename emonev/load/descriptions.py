"""What every key of the YAML files means, as an editor shows it to their authors."""

from emonev.model.check import Check
from emonev.model.portal import Portal
from emonev.model.rubric import (
    Band,
    Criterion,
    Indicator,
    NotApplicableRule,
    Rounding,
    Rubric,
    Stage,
    Staircase,
    Tier,
    Tiers,
)
from emonev.model.text import Text
from emonev.model.workspace import (
    Answer,
    Answers,
    Body,
    EnteredStage,
    Letterhead,
    NotApplicable,
    Review,
    Workspace,
)

DESCRIPTIONS: dict[type, dict[str, str]] = {
    Rubric: {
        "id": "Name of the rubric, the same as the file's name without its ending.",
        "title": "Title as reports print it.",
        "authority": "The commission whose questionnaire this is.",
        "year": "The e-Monev year, called N in `years`.",
        "category": "Category of public body, such as kabupaten-kota.",
        "status": "official: as published; adapted: built after published ones; internal: our own.",
        "sources": "Instruments that the rubric follows.",
        "note": "What a reader of every report should know about this rubric.",
        "rounding": "How a total becomes a printed number.",
        "bands": "Qualifications with their lower bounds, highest first, down to 0.",
        "portal": "What the commission's portal takes.",
        "stages": "Weighted parts of the total.",
    },
    Rounding: {
        "places": "Decimal places of a printed total (0 to 6).",
        "mode": "half-up is what a person does by hand.",
        "band-from": "Whether the rounded or the exact total decides the qualification.",
    },
    Band: {
        "id": "Short name, used in commands.",
        "label": "Name as reports print it.",
        "from": "Lower bound, 0 to 100; the band reaches up to the next one.",
    },
    Portal: {
        "formats": "File formats that the portal takes.",
        "max-bytes": "Largest file in bytes (2 MB are 2097152).",
        "links": "Whether a link may stand in for a file.",
    },
    Stage: {
        "id": "Short name, used in answer files.",
        "title": "Title as reports print it.",
        "weight": "Weight among the stages; usually they add up to 100.",
        "indicators": "Groups of criteria; none where a person enters the value.",
        "entered": "true: a person types the value (0 to 100) into the answer file.",
    },
    Indicator: {
        "id": "Short name.",
        "title": "Title as reports print it.",
        "weight": "Weight among the stage's indicators; usually they add up to 100.",
        "criteria": "The obligations that are judged.",
    },
    Criterion: {
        "id": "Stable name; the evidence folder begins with it.",
        "text": "The question of the questionnaire.",
        "weight": "Weight among the indicator's criteria.",
        "checks": "Questions that the program puts to the evidence.",
        "law": "What obliges the body, such as PERKI 1/2021 Pasal 15 ayat (9) huruf a.",
        "accepts": "What counts as proof, for people.",
        "remedy": "What to do where it is missing, for people.",
        "years": "Which years evidence may be of: N, N-1, N-2..N, 2023, latest, period.",
        "scoring": "all: every check must be met; share: by weight of checks; or steps, or tiers.",
        "na": "Whether a body may say that this does not apply to it.",
        "effort": "Working days that mending takes, for the plan.",
        "replaces": "Ids of last year's rubric that this criterion continues.",
        "group": "Heading under which reports list it.",
    },
    NotApplicableRule: {
        "allowed": "Whether a body may say so.",
        "needs": "What it must give: surat-pernyataan (a signed statement) or alasan (a reason).",
    },
    Staircase: {"steps": "Share earned once the first 1, 2, … checks are met, in order."},
    Tiers: {"tiers": "Counts and the shares they earn, smallest first."},
    Tier: {
        "at-least": "From this count on.",
        "share": "Share of the criterion's weight, 0 to 1.",
    },
    Check: {
        "weight": "Weight among the checks of a criterion scored by share.",
        "label": "What is asked, in a few words, for the report.",
        "of": "document: all checks must look at the same document; any: any file may answer.",
        "required": "true: if this is not met, nothing of the criterion is earned (`share`).",
    },
    Text: {"id": "Indonesian.", "en": "English."},
    Workspace: {
        "body": "The public body that is assessed.",
        "rubrics": "For each e-Monev year a shipped rubric's id, or a path relative to this file.",
        "output": "Folder for reports, relative to this file.",
        "language": "Language of reports.",
        "letterhead": "The office whose name and logo stand at the head of reports.",
        "ocr": "What reads pages that are pictures: `auto` (the best engine installed), `off` or an engine.",
        "ocr-budget": "For how many minutes OCR may read in one run; the next run goes on.",
    },
    Letterhead: {
        "office": "Name of the office, as it stands at the head of reports.",
        "logo": "A PNG or JPEG of up to 256 KB, as a path relative to this file.",
    },
    Body: {
        "name": "Full name of the body.",
        "category": "Its category, as rubrics name it.",
        "province": "Its province.",
    },
    Answers: {
        "answers": "What the body says, by the criterion's id.",
        "stages": "Values of stages that people judge, by the stage's id.",
    },
    Answer: {
        "claim": "ya, tidak, or the share that the body claims (0.75 or 3/4).",
        "note": "A note that the report prints.",
        "links": "Links handed in as evidence.",
        "evidence": "More files, as paths or patterns relative to the workspace.",
        "not-applicable": "The statement that this does not apply to the body.",
        "review": "What a person decided; it wins over what the program found.",
    },
    NotApplicable: {
        "reason": "Why it does not apply.",
        "statement": "The signed statement, as a path relative to the workspace.",
    },
    Review: {
        "decision": "accepted, rejected, or partly (with a share).",
        "share": "Share that is granted, 0 to 1; only with partly.",
        "by": "Who decided.",
        "at": "Day of the decision.",
        "why": "Reason, as the report prints it.",
        "until": "Last day on which the decision holds.",
    },
    EnteredStage: {
        "value": "The value, 0 to 100.",
        "by": "Who entered it.",
        "at": "Day of the value.",
        "why": "Where the value comes from.",
    },
}
