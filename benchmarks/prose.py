"""Invented office Indonesian by the megabyte: the same seed, the same words."""

import random
import textwrap

_RUNNING = (
    "anggaran kegiatan pelayanan masyarakat daerah kabupaten dokumen informasi publik laporan "
    "pelaksanaan program penyelenggaraan pemerintahan rencana kerja bidang sekretariat evaluasi "
    "pembangunan ketentuan peraturan bupati tentang pengelolaan keuangan sumber daya manusia "
    "sarana prasarana jaringan sistem elektronik permohonan keberatan pemohon jangka waktu hari "
    "kerja sesuai dengan berdasarkan dalam rangka untuk meningkatkan kualitas serta menjamin "
    "ketersediaan data kepada seluruh perangkat yang telah ditetapkan oleh pejabat berwenang "
    "melalui rapat koordinasi dan hasilnya disampaikan secara berkala pada triwulan berjalan "
    "dengan capaian target indikator kinerja utama sebagaimana tercantum lampiran keputusan ini"
)
_WORDS = _RUNNING.split()
_KINDS = (
    "daftar informasi publik",
    "laporan keuangan",
    "rencana strategis",
    "rencana kerja",
    "standar operasional prosedur",
    "laporan kinerja",
    "daftar aset",
    "laporan layanan informasi",
    "maklumat pelayanan",
    "dokumen pelaksanaan anggaran",
)
_UNITS = (
    "sekretariat daerah",
    "dinas kesehatan",
    "dinas pendidikan",
    "dinas perikanan",
    "dinas sosial",
    "dinas perhubungan",
    "badan keuangan",
    "badan kepegawaian",
    "inspektorat",
    "kecamatan",
)
_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def topic(index: int) -> str:
    """Return what the criterion of that number asks for; the first hundred all differ."""
    kind, unit = _KINDS[index % 10], _UNITS[index // 10 % 10]
    return f"{kind} {unit}" + (f" {index // 100 + 1}" if index >= 100 else "")


class Prose:
    """Draws from a pool of sentences, so that a page costs microseconds."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self._sentences = [self._sentence() for _ in range(3_000)]

    def paragraph(self, sentences: int = 5) -> str:
        return " ".join(self.chance.choices(self._sentences, k=sentences))

    def paragraphs(self, characters: int) -> list[str]:
        found: list[str] = []
        while characters > 0:
            found.append(self.paragraph(self.chance.randint(3, 8)))
            characters -= len(found[-1])
        return found

    def page(self, lines: int = 40, width: int = 82) -> list[str]:
        """Return the lines of one typed page."""
        wrapped = textwrap.wrap(self.paragraph(lines), width)
        return wrapped[:lines]

    def words(self, count: int) -> str:
        return " ".join(self.chance.choices(_WORDS, k=count))

    def date(self, year: int) -> str:
        return f"{self.chance.randint(1, 28)} {self.chance.choice(_MONTHS)} {year}"

    def year(self) -> int:
        """Return the year of a document: mostly the one asked for."""
        return self.chance.choices((2024, 2023, 2021), weights=(80, 12, 8))[0]

    def _sentence(self) -> str:
        return self.words(self.chance.randint(8, 22)).capitalize() + "."
