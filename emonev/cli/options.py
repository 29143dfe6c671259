"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from emonev.cli.language import told

WorkspaceArgument = Annotated[
    Path,
    typer.Argument(
        metavar="DIR",
        readable=False,  # what may not be read is told of where it is opened
        help=told(
            "Ruang kerja: folder yang berisi emonev.yaml.",
            "Workspace: the folder that holds emonev.yaml.",
        ),
    ),
]

NoThumbnailsOption = Annotated[
    bool,
    typer.Option(
        "--no-thumbnails",
        help=told(
            "Laporan tanpa gambar kecil halaman bukti.",
            "A report without small pictures of proof pages.",
        ),
    ),
]

YearOption = Annotated[
    int | None,
    typer.Option(
        "--year",
        "-y",
        metavar="YEAR",
        help=told(
            "Tahun e-Monev; bawaan: tahun terbaru yang memiliki folder bukti.",
            "e-Monev year; default: the latest year that has an evidence folder.",
        ),
    ),
]
