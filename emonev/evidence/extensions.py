"""Which endings of a file name are honest for which content, and what to say of a false one."""

from pathlib import PurePosixPath

from emonev.language import say
from emonev.model.facts import Note
from emonev.model.text import Text

# The first ending of each is the one to recommend.
HONEST: dict[str, tuple[str, ...]] = {
    "pdf": ("pdf",),
    "docx": ("docx", "docm", "dotx", "dotm"),
    "xlsx": ("xlsx", "xlsm", "xltx", "xltm", "xlsb"),
    "pptx": ("pptx", "pptm", "ppsx", "ppsm", "potx", "potm"),
    "doc": ("doc", "dot"),
    "xls": ("xls", "xlt"),
    "ppt": ("ppt", "pps", "pot"),
    "encrypted-office": ("docx", "xlsx", "pptx", "docm", "xlsm", "pptm", "doc", "xls", "ppt"),
    "odt": ("odt", "ott"),
    "ods": ("ods", "ots"),
    "odp": ("odp", "otp"),
    "rtf": ("rtf",),
    "html": ("html", "htm", "xhtml"),
    "text": ("txt", "text", "md", "csv", "tsv", "log", "url", "ini"),
    "csv": ("csv", "tsv", "txt", "tab"),
    "xml": ("xml", "xsd", "svg", "rdf", "rss", "kml", "fodt", "fods", "xhtml"),
    "json": ("json", "geojson", "txt"),
    "eml": ("eml", "mht", "mhtml", "txt"),
    "msg": ("msg",),
    "jpeg": ("jpg", "jpeg", "jpe", "jfif"),
    "png": ("png",),
    "gif": ("gif",),
    "bmp": ("bmp", "dib"),
    "tiff": ("tif", "tiff"),
    "webp": ("webp",),
    "heic": ("heic", "heif", "avif"),
    "zip": ("zip", "kmz", "epub", "jar", "apk"),
    "rar": ("rar",),
    "7z": ("7z",),
    "gzip": ("gz", "tgz"),
    "bzip2": ("bz2",),
    "xz": ("xz",),
    "tar": ("tar",),
    "video": ("mp4", "mov", "m4v", "3gp", "mkv", "webm", "avi", "wmv", "flv", "mpg", "mpeg"),
    "audio": ("mp3", "m4a", "ogg", "oga", "opus", "wav", "flac", "amr"),
}
_KNOWN = frozenset(ending for endings in HONEST.values() for ending in endings)

NAMES: dict[str, Text] = {
    "pdf": Text("dokumen PDF", "a PDF document"),
    "docx": Text("dokumen Word (DOCX)", "a Word document (DOCX)"),
    "xlsx": Text("buku kerja Excel (XLSX)", "an Excel workbook (XLSX)"),
    "pptx": Text("salindia PowerPoint (PPTX)", "PowerPoint slides (PPTX)"),
    "doc": Text("dokumen Word lama (DOC)", "an old Word document (DOC)"),
    "xls": Text("buku kerja Excel lama (XLS)", "an old Excel workbook (XLS)"),
    "ppt": Text("salindia PowerPoint lama (PPT)", "old PowerPoint slides (PPT)"),
    "encrypted-office": Text(
        "dokumen Office yang dikunci kata sandi", "an Office document locked with a password"
    ),
    "odt": Text("dokumen OpenDocument (ODT)", "an OpenDocument text (ODT)"),
    "ods": Text("lembar kerja OpenDocument (ODS)", "an OpenDocument spreadsheet (ODS)"),
    "odp": Text("salindia OpenDocument (ODP)", "OpenDocument slides (ODP)"),
    "rtf": Text("dokumen RTF", "an RTF document"),
    "html": Text("halaman web (HTML)", "a web page (HTML)"),
    "text": Text("teks biasa", "plain text"),
    "csv": Text("tabel CSV", "a CSV table"),
    "xml": Text("berkas XML", "an XML file"),
    "json": Text("berkas JSON", "a JSON file"),
    "eml": Text("surel atau halaman web tersimpan (MHTML)", "an e-mail or a saved page (MHTML)"),
    "msg": Text("surel Outlook (MSG)", "an Outlook message (MSG)"),
    "jpeg": Text("foto JPEG", "a JPEG picture"),
    "png": Text("gambar PNG", "a PNG picture"),
    "gif": Text("gambar GIF", "a GIF picture"),
    "bmp": Text("gambar BMP", "a BMP picture"),
    "tiff": Text("gambar TIFF", "a TIFF picture"),
    "webp": Text("gambar WebP", "a WebP picture"),
    "heic": Text("foto HEIC", "a HEIC picture"),
    "zip": Text("arsip ZIP", "a ZIP archive"),
    "rar": Text("arsip RAR", "a RAR archive"),
    "7z": Text("arsip 7z", "a 7z archive"),
    "gzip": Text("arsip GZIP", "a GZIP archive"),
    "bzip2": Text("arsip BZIP2", "a BZIP2 archive"),
    "xz": Text("arsip XZ", "an XZ archive"),
    "tar": Text("arsip TAR", "a TAR archive"),
    "video": Text("video", "a video"),
    "audio": Text("rekaman suara", "a sound recording"),
}

_FALSE = Text(
    "Nama berkas berakhiran .{ending}, padahal isinya {content}; ganti akhirannya menjadi .{honest}.",
    "The file's name ends in .{ending}, but it is {content}; change the ending to .{honest}.",
)


def false_extension(path: str, format: str) -> Note | None:  # noqa: A002 - the field's name
    """Return the note on a name that promises another format than the content is.

    Names without an ending, or with one that no format uses ("SK No. 12"), promise nothing.
    """
    ending = PurePosixPath(path).suffix[1:].casefold()
    honest = HONEST.get(format)
    if honest is None or ending not in _KNOWN or ending in honest:
        return None
    content = NAMES[format]
    return Note("false-extension", say(_FALSE, ending=ending, content=content, honest=honest[0]))
