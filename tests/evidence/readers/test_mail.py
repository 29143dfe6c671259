"""E-mails and pages saved whole."""

from pathlib import Path

import pytest

from emonev.evidence.limits import Limits
from emonev.evidence.readers import read_file
from emonev.evidence.reading import Line, Reading

LIMITS = Limits()
SAVED = """From: <Saved by Blink>
Snapshot-Content-Location: https://ppid.contoh.go.id/dip
Subject: DIP
Date: Fri, 27 Sep 2024 10:00:00 +0700
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="B"

--B
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<title>Daftar Informasi Publik</title><p>Tahun =E2=80=9C2024=E2=80=9D</p>
--B
Content-Type: image/png
Content-Location: https://ppid.contoh.go.id/x.png

x
--B--
"""
LETTER = """From: ppid@contoh.go.id
Subject: =?utf-8?q?Tanda_terima_permohonan?=
Content-Type: multipart/mixed; boundary="B"

--B
Content-Type: text/plain; charset=utf-8

Permohonan telah diterima.
--B
Content-Type: application/pdf
Content-Disposition: attachment; filename="tanda-terima.pdf"

x
--B--
"""


def read(folder: Path, content: bytes) -> Reading:
    path = folder / "x.mht"
    path.write_bytes(content)
    return read_file(path, "eml", LIMITS)


def test_a_page_saved_whole_is_read_as_a_page(tmp_path: Path) -> None:
    reading = read(tmp_path, SAVED.replace("\n", "\r\n").encode())
    assert reading.texts == ("Tahun “2024”",)
    assert reading.lines == (Line(text="Daftar Informasi Publik", page=1, style="html-title"),)
    assert reading.properties == {
        "url": "https://ppid.contoh.go.id/dip",
        "created": "2024-09-27T10:00:00+07:00",
    }


def test_a_letter_has_its_subject_as_title_and_its_attachments_noted(tmp_path: Path) -> None:
    reading = read(tmp_path, LETTER.encode())
    assert reading.texts == ("Permohonan telah diterima.",)
    assert reading.lines == (Line(text="Tanda terima permohonan", page=1, style="title"),)
    assert [note.code for note in reading.notes] == ["attachments"]


@pytest.mark.parametrize(
    "content",
    [
        b"Subject: x\r\n\r\n",
        b"From: \xff\xfe\r\nSubject: =?x?q?\xff?=\r\nDate: 99\r\n\r\nisi",
        b"Content-Type: multipart/mixed; boundary=B\r\n\r\n" + b"--B\r\n" * 2_000,
        b"Content-Type: text/plain; charset=hex\r\n\r\nisi",
        b"Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n====",
    ],
)
def test_a_broken_mail_ends_in_words_that_can_be_stored(tmp_path: Path, content: bytes) -> None:
    reading = read(tmp_path, content)
    repr(reading).encode("utf-8")
    assert reading.problem is None or reading.problem.code in {"empty", "damaged"}
