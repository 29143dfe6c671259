"""Pages drawn for the tests, and read by a worker as `emonev score` has them read."""

import os
import random
import unicodedata
from pathlib import Path

import msgspec
from PIL import Image, ImageDraw, ImageFont
from rapidfuzz.distance import Levenshtein

from emonev.evidence.containment import Supervisor
from emonev.evidence.limits import Limits
from emonev.evidence.messages import Job
from emonev.evidence.ocr import Engine
from emonev.evidence.ocr.request import TASK, RecogniseRequest
from emonev.evidence.recognised import RecognisedPage
from emonev.model.facts import Facts, Problem

A4 = (1654, 2339)  # 200 dpi
DECREE = """PEMERINTAH KABUPATEN NATUNA
DINAS KOMUNIKASI DAN INFORMATIKA

KEPUTUSAN KEPALA DINAS
NOMOR 27 TAHUN 2024
TENTANG
PENETAPAN DAFTAR INFORMASI PUBLIK

Menimbang: bahwa untuk melaksanakan keterbukaan informasi
perlu ditetapkan daftar informasi publik setiap tahun;
bahwa daftar tersebut telah dibahas bersama seluruh bidang
dan disetujui oleh atasan pejabat pengelola informasi;

Memutuskan: menetapkan daftar informasi publik tahun 2024
sebagaimana tercantum dalam lampiran keputusan ini.
Keputusan ini berlaku sejak tanggal ditetapkan.

Ditetapkan di Ranai pada tanggal 27 September 2024"""

SECONDS = Limits(seconds=120)


def sheet(text: str = DECREE, size: tuple[int, int] = A4, points: float = 13) -> Image.Image:
    """Return a page of type, as a clean scan at 200 dpi shows it."""
    page = Image.new("L", size, 255)
    draw = ImageDraw.Draw(page)
    pixels = points * 200 / 72
    font = ImageFont.load_default(pixels)
    for number, line in enumerate(text.splitlines()):
        draw.text((0.1 * size[0], 0.08 * size[1] + number * 1.7 * pixels), line, font=font, fill=25)
    return page


def grainy(page: Image.Image) -> Image.Image:
    random.seed(1)
    return Image.blend(page, Image.effect_noise(page.size, 60), 0.2)


def saved(folder: Path, page: Image.Image, kind: str = "png", name: str = "pindaian") -> Path:
    path = folder / f"{name}.{kind}"
    page.save(path, resolution=200.0) if kind == "pdf" else page.save(path)
    return path


def job(path: Path, engine: Engine, *, page: int = 0, seconds: float = 60.0) -> Job:
    state = path.stat()
    return Job(
        (os.fsencode(path),),
        {"jpg": "jpeg", "tif": "tiff"}.get(path.suffix[1:], path.suffix[1:]),
        state.st_size,
        (state.st_mtime_ns,),
        TASK,
        msgspec.msgpack.encode(RecogniseRequest(engine=engine, page=page, seconds=seconds)),
    )


def read(*jobs: Job, limits: Limits = SECONDS) -> list[RecognisedPage | Problem]:
    """Return what a worker makes of each page."""
    with Supervisor(limits, workers=1) as supervisor:
        replies = dict(supervisor.read(jobs))
    answers: list[RecognisedPage | Problem] = []
    for number in range(len(jobs)):
        facts = msgspec.msgpack.decode(replies[number].facts, type=Facts)
        text = replies[number].text
        if facts.problem is not None:
            assert text is None
            answers.append(facts.problem)
        else:
            assert text is not None
            answers.append(msgspec.msgpack.decode(text, type=RecognisedPage))
    return answers


def read_one(
    path: Path, engine: Engine, *, page: int = 0, limits: Limits = SECONDS
) -> RecognisedPage:
    (answer,) = read(job(path, engine, page=page), limits=limits)
    assert isinstance(answer, RecognisedPage), answer
    return answer


def error(page: RecognisedPage, known: str = DECREE) -> float:
    """Return the share of characters read wrongly, white space apart."""
    one, other = (
        "".join(unicodedata.normalize("NFKC", text).split()) for text in (known, page.text)
    )
    return Levenshtein.distance(one, other) / len(one)
