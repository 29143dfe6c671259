"""`emonev rubric`: the rubrics that there are, what they ask, and whether they are sound."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from emonev.cli import rubric_coverage, rubric_diff, rubric_import, rubric_suggest
from emonev.cli.help import Program, example
from emonev.cli.language import LangOption, spoken, told
from emonev.cli.rubric_options import JsonOption, put_out

if TYPE_CHECKING:
    from emonev.errors import Fault

ERRORS, ONLY_WARNINGS = 2, 1

rubric_app = Program(
    help=told(
        "Rubrik: daftar, isi, pemeriksaan, yang baru, cakupan hukum, impor, dan skema.",
        "Rubrics: what there is and what they ask, whether they are sound, what is new, what the "
        "law asks, import from spreadsheets, and the editor's schema.",
    ),
    epilog=example("rubric show kabkota-2024"),
)

RubricArgument = Annotated[
    str,
    typer.Argument(
        metavar="ID|BERKAS",
        help=told("Id rubrik bawaan, atau berkas rubrik.", "A shipped rubric's id, or a file."),
    ),
]


@rubric_app.command(
    "list",
    help=told("Daftar rubrik bawaan.", "List the shipped rubrics."),
    epilog=example("rubric list --json"),
)
def list_rubrics(as_json: JsonOption = False, _lang: LangOption = None) -> None:
    """List the shipped rubrics."""
    from emonev.cli.rubric_text import list_json, list_text
    from emonev.load import load_rubric, shipped_rubrics

    rubrics = [load_rubric(path) for path in shipped_rubrics()]
    typer.echo(list_json(rubrics) if as_json else list_text(rubrics, spoken()))


@rubric_app.command(
    "show",
    help=told(
        "Tampilkan indikator dan kriteria sebuah rubrik beserta bobotnya.",
        "Show a rubric's indicators and criteria with their weights.",
    ),
    epilog=example("rubric show kabkota-2024"),
)
def show(rubric: RubricArgument, as_json: JsonOption = False, _lang: LangOption = None) -> None:
    """Show what a rubric asks."""
    from emonev.cli.rubric_text import rubric_json, rubric_text
    from emonev.load import find_rubric, load_rubric

    found = load_rubric(find_rubric(rubric, Path()))
    typer.echo(rubric_json(found) if as_json else rubric_text(found, spoken()))


@rubric_app.command(
    "lint",
    help=told(
        "Periksa berkas rubrik; semua kesalahan ditunjukkan sekaligus dengan tempatnya. Kode "
        "keluar: 0 bersih, 1 hanya peringatan (dengan --strict), 2 ada kesalahan.",
        "Check rubric files; every mistake is shown at once with its place. Exit code: 0 clean, "
        "1 only warnings (with --strict), 2 mistakes.",
    ),
    epilog=example("rubric lint rubrik-saya.yaml", "rubric lint my-rubric.yaml"),
)
def lint(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="BERKAS...", help=told("Berkas atau id rubrik.", "Rubric files or ids.")
        ),
    ],
    strict: Annotated[
        bool,
        typer.Option(
            "--strict",
            help=told("Peringatan juga menggagalkan.", "Warnings fail too."),
        ),
    ] = False,
    _lang: LangOption = None,
) -> None:
    """Check rubric files."""
    from emonev.cli.complaint import fault_lines
    from emonev.cli.rubric_text import lint_summary

    language = spoken()
    faults = [fault for file in files for fault in _faults_of(file)]
    for fault in faults:
        typer.echo(fault_lines(fault, language))
    errors = sum(fault.severity == "error" for fault in faults)
    warnings = len(faults) - errors
    typer.echo(lint_summary(len(files), errors, warnings, language), err=True)
    if errors:
        raise typer.Exit(ERRORS)
    if warnings and strict:
        raise typer.Exit(ONLY_WARNINGS)


@rubric_app.command(
    "schema",
    help=told(
        "Tulis JSON Schema supaya penyunting melengkapi dan memeriksa berkas YAML.",
        "Write the JSON Schema by which an editor completes and checks the YAML files.",
    ),
    epilog=example("rubric schema --output rubric.schema.json"),
)
def schema(
    kind: Annotated[
        str,
        typer.Option(
            "--for",
            metavar="rubric|workspace|answers",
            help=told("Jenis berkas yang dijelaskan.", "The kind of file that is described."),
        ),
    ] = "rubric",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="BERKAS",
            help=told(
                "Tulis ke berkas ini; bawaan: stdout.", "Write to this file; default: stdout."
            ),
        ),
    ] = None,
    _lang: LangOption = None,
) -> None:
    """Write the JSON Schema of a kind of file."""
    from emonev.cli.rubric_text import schema_text

    put_out(schema_text(kind), output)


rubric_app.command(
    "diff",
    help=told(
        "Apa yang baru pada kuesioner. Butir baru, dihapus, digabung, dipecah, bukti yang lebih "
        "ketat, dan poin yang bergeser.",
        "What is new in a questionnaire. Items added, dropped, merged, split, stricter evidence, "
        "and the points that moved.",
    ),
    epilog=example(
        "rubric diff 2023 2024 --html yang-baru.html",
        "rubric diff 2023 2024 --html what-is-new.html",
    ),
)(rubric_diff.diff)
rubric_app.command(
    "suggest",
    help=told(
        "Usulkan “replaces” untuk kuesioner baru. Dengan tingkat keyakinan dan alasannya; tidak "
        "mengubah berkas.",
        "Propose `replaces` for a new questionnaire. With confidence and reasons; changes no file.",
    ),
    epilog=example(
        "rubric suggest kabkota-2023 kuesioner-baru.yaml",
        "rubric suggest kabkota-2023 new-questionnaire.yaml",
    ),
)(rubric_suggest.suggest)
rubric_app.command(
    "import",
    help=told(
        "Buat rancangan rubrik dari lembar kerja atau CSV. Kuesioner komisi dalam .xlsx, .xls, "
        ".ods, atau .csv, beserta daftar hal yang tidak dapat dipahami dan selnya.",
        "Make a draft rubric from a spreadsheet. A commission's questionnaire as .xlsx, .xls, "
        ".ods or .csv, with a list of what could not be understood and its cells.",
    ),
    epilog=example(
        "rubric import kuesioner.xlsx -o kuesioner-2025.yaml",
        "rubric import questionnaire.xlsx -o questionnaire-2025.yaml",
    ),
)(rubric_import.import_)
rubric_app.command(
    "coverage",
    help=told(
        "Kewajiban hukum yang ditanyakan, dan yang tidak. Menurut jenis informasi, dari pasal yang "
        "dikutip kriteria.",
        "Obligations of the law that are asked for, and not. By kind of information, from the "
        "articles that criteria cite.",
    ),
    epilog=example(
        "rubric coverage kabkota-2024 --html cakupan.html",
        "rubric coverage kabkota-2024 --html coverage.html",
    ),
)(rubric_coverage.coverage)


def _faults_of(file: str) -> "tuple[Fault, ...]":
    """Return what is wrong with one file; that it is missing does not keep the others unread."""
    from emonev.errors import EmonevError, Fault
    from emonev.load import find_rubric
    from emonev.load.lint import lint_rubric

    try:
        return lint_rubric(find_rubric(file, Path()))
    except EmonevError as error:
        return (Fault(file, 0, 0, error.slug, error.message, error.remedy),)
