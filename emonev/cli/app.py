"""The commands of `emonev`, put together."""

from typing import Annotated

import typer

from emonev.cli import doctor, gap, init, plan, report, score
from emonev.cli.help import Program, example
from emonev.cli.language import LangOption, told
from emonev.cli.rubric import rubric_app

app = Program(
    name="emonev",
    help=told(
        "Penilaian mandiri keterbukaan informasi publik (e-Monev), luring: menilai folder bukti "
        "dengan rubrik, lalu menulis laporan HTML.",
        "Self-assessment of public information disclosure (e-Monev), offline: scores a folder of "
        "evidence against a rubric and writes an HTML report.",
    ),
    epilog=example("score examples/natuna --year 2024"),
)
app.command(
    "init",
    help=told("Buat ruang kerja baru.", "Make a new workspace."),
    epilog=example(
        'init natuna --body "Pemerintah Kabupaten Natuna" --category kabupaten-kota --year 2024'
    ),
)(init.init)
app.command(
    "score",
    help=told(
        "Nilai bukti satu ruang kerja dan tulis laporannya.",
        "Score a workspace's evidence and write the report.",
    ),
    epilog=example("score natuna --year 2024"),
)(score.score)
app.command(
    "report",
    help=told(
        "Gambar ulang laporan dari hasil yang tersimpan.", "Redraw the report of a saved result."
    ),
    epilog=example("report natuna/laporan/2024.json --lang en"),
)(report.report)
app.command(
    "plan",
    help=told(
        "Cari jalan termurah ke kualifikasi berikutnya, dan yang dapat menjatuhkannya.",
        "Find the cheapest way to the next band, and what could drop it.",
    ),
    epilog=example("plan natuna --target menuju-informatif --xlsx rencana.xlsx"),
)(plan.plan)
app.command(
    "gap",
    help=told(
        "Bandingkan hasil beberapa tahun: apa yang berubah dan mengapa.",
        "Compare results of several years: what changed, and why.",
    ),
    epilog=example("gap 2023 2024 --workspace natuna"),
)(gap.gap)
app.command(
    "doctor",
    help=told(
        "Periksa yang terpasang, yang kurang, dan cara melengkapinya. Kode keluar 1 bila ada yang "
        "harus diperbaiki; yang dapat dilengkapi hanya disarankan.",
        "Look at what is installed, what is missing, and how to get it. Exit code 1 where "
        "something must be mended; what could be added is only advised.",
    ),
    epilog=example("doctor natuna"),
)(doctor.doctor)
app.add_typer(
    rubric_app,
    name="rubric",
    help=told(
        "Rubrik: daftar, isi, pemeriksaan, yang baru, cakupan, impor.",
        "Rubrics: list, contents, linting, what is new, coverage, import.",
    ),
    epilog=example("rubric lint criteria/kabkota-2024.yaml"),
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from emonev import __version__

        typer.echo(f"emonev {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_print_version,
            is_eager=True,
            help=told("Cetak versi program.", "Print the program's version."),
        ),
    ] = False,
    _lang: LangOption = None,
) -> None:
    pass
