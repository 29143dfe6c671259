"""The words that a page may really bear, so that none of them is taken for a misreading.

Recognition mostly leaves letters that make no word ("lnformasi"); where it reads a word
("evaluasi"), that word stands there, although "evakuasi" differs from it by one letter only.
`known_words.txt` holds the words of the shipped rubrics and laws;
`python -m emonev.checks.known_words --write` renews it.
"""

import re
import sys
import textwrap
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from emonev.normalise import normalise
from emonev.resources import criteria_folder

_LIST = Path(__file__).with_suffix(".txt")
_LAWS = Path(__file__).parent.parent / "laws" / "texts"
_WORD = re.compile(r"[a-z]{3,}")
# Others that offices write, among them those one or two letters off a phrase of the rubrics.
_OTHERS = """
    di ke se no rt rw sk uu pp pt cv ii iv vi ix xi dr ir st ia km ha kg cm
    januari februari pebruari maret april mei juni juli agustus september oktober november nopember
    desember senin selasa rabu kamis jumat sabtu minggu satu dua tiga empat lima enam tujuh delapan
    sembilan sepuluh sebelas belas puluh ratus ribu juta miliar
    kelurahan kecamatan kabupaten provinsi nagari gampong sumberdaya narasumber kerjasama
    tanggungjawab penanggungjawab website statistik statistic public service online
    penerapan terapan hormat kendali pengendalian terkendali medis rekam pertanian perikanan
    kehutanan perdagangan perindustrian pariwisata perpustakaan perhubungan pemukiman permukiman
    ketenangan penerangan mengatakan dikatakan penyajian menyajikan disajikan disampaikan
    pemulihan pemilihan pemilahan pengupasan pemindahan pembantuan pendanaan penempatan penataan
    pendataan pencatatan pencapaian penganggaran penyimpanan peruntukan penurunan peningkatan
    pemasangan pemasaran pemesanan pemeriksaan penyesuaian penyusunan penyaluran penyuluhan
    pelaporan pelayaran pelatihan peralatan peralihan pengembangan pengujian pengawalan pengawasan
    menyatukan perumahan menunjukan menjelaskan kejelasan mendirikan didirikan mendapatkan menunjukkan menunjuk menindaklanjuti
    bertanggungjawab melampirkan melayani dilayani terlayani menyimpan disimpan memasang memesan
    berskala berkaca berkait berkaitan berkelas berlaku berjalan berjalur sasar pasaran pagar
    tinggal tangkal formal formasi reformasi transformasi konfirmasi konsekuen konsekuensinya
    dapat dapur rapat rapih atas atasan batasan alasan asas aset asal asli anggota anggaran
    badan bagan bagian bahan bahasa bahaya barang bidang bukti buku bulan bupati camat citra cita
    dana daya data dasar desa dinas diri dua efek etik etika gambar garis gedung guna hal hak harga
    hari hari harian hasil hukum hutang ibu ikut industri inti isi izin jalan jalur jam jasa jenis
    juga jumlah kali kantor karya kartu kas kasus kata kaji kejadian kelas keluar kendaraan
    kemampuan kemajuan kemudian kepala kepada kerja kesehatan kembali ketua kota kotak kontak
    kontrak kuasa kursus lain lalu lama langkah lapangan lapor laporan lebih lembar letak loket
    maka makam malam masa masuk masyarakat media mitra modal mulai nama narasi negara negeri nilai
    nota notaris olah operasi orang pada pajak paket pakta panitia para pasar pasal penuh peran
    perlu pertama peserta beserta pihak pilih pintu pokok rokok politik pokir potensi praktik
    prestasi pribadi proses produk proyek putusan rakyat rangka jangka rata raya rekan rencana
    ruang rumah rusak rutin sah saksi sanksi salah sama sampai saran sarana prasarana satuan sebagai
    sebelum sejak selain selama seluruh semua senyawa seri sesuai sewa siaga siang siap sidang
    sistem situs status statis struktur suara suatu sudah sumber surat survei susun syarat tahap
    tahun tamu tanah tanda tangan tata teknik teknis telah telepon temuan tempat tepat terakhir
    terbit terbuka terima terkait tetap tidak tim tindak tingkat tujuan tugas tulis turun ubah uang
    uji ulang umum umur undang unit urusan usaha usul utama utara waktu wakil wali warga wilayah
    adm apbd apbn asn bkd bkn blt blud bpk bpkp bps bsre bumd bumn cctv cpns dak dau dinkes diskominfo
    dprd ekbang esdm faq gubernur humas iku inspektorat jdih kasi kasubag kasubbag kemendagri
    kib kir klb kpk kpu lakip lhkpn lkip lkpj lppd misi mou nik nip npwp ombudsman opd pad pemda
    pkk pns polri ppid ppk pppk puskesmas rkpd rpjmd rsud rup sakip satpol sekda setda sipd sirup
    skpd sotk spbe tni tpp upt uptd visi wbk whatsapp
"""  # fmt: skip
_WIDTH = 100


@cache
def known_words() -> frozenset[str]:
    """Return the words, in normal form."""
    return frozenset((_LIST.read_text(encoding="utf-8") + _OTHERS).split())


def is_known(word: str) -> bool:
    """Say whether a page may really bear the word: one of the list, or a number."""
    return word in known_words() or 2 * sum(map(str.isdigit, word)) > len(word)


def words_of_shipped_files() -> Iterator[str]:
    """Yield every word of the shipped rubrics and laws, in normal form; some of them often."""
    for path in (*criteria_folder().glob("*.yaml"), *_LAWS.glob("*-*.txt")):
        yield from _WORD.findall(normalise(path.read_text(encoding="utf-8")))


def main(arguments: Sequence[str]) -> None:
    """Print the list, or write it."""
    words = " ".join(sorted(set(words_of_shipped_files())))
    lines = textwrap.fill(words, _WIDTH) + "\n"
    if "--write" in arguments:
        _LIST.write_text(lines, encoding="utf-8")
    else:
        sys.stdout.write(lines)


if __name__ == "__main__":
    main(sys.argv[1:])
