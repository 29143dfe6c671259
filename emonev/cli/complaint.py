"""Errors told to a person on stderr: the place, the problem and the mend, and the exit code."""

import datetime
import re
import tempfile
import traceback

import typer

from emonev.errors import EmonevError, Fault, FaultyFileError, reason_of
from emonev.language import say
from emonev.model.text import Language, Text

WRONG_INPUT, UNEXPECTED = 2, 3

_ERROR = Text("Galat: ", "Error: ")
_WARNING = Text("Peringatan: ", "Warning: ")
_REMEDY = Text("  Perbaikan: ", "  Remedy: ")
_FAULTS = Text(
    "{file} belum dapat dipakai: {count} kesalahan.", "{file} cannot be used yet: {count} mistakes."
)
_UNEXPECTED = Text(
    "terjadi kesalahan yang tidak terduga ({kind}). Berkas bukti dan hasil sebelumnya tidak "
    "berubah. Rinciannya ada di {log}; lampirkan berkas itu saat melapor.",
    "something unexpected happened ({kind}). Evidence and earlier results are unchanged. "
    "The details are in {log}; attach that file when you report it.",
)
_FULL_OR_FORBIDDEN = Text(
    "sistem operasi menolak: {reason} ({path}).", "the operating system refused: {reason} ({path})."
)
_REFUSED = Text("sistem operasi menolak: {reason}.", "the operating system refused: {reason}.")
_INTERRUPTED = Text("Dihentikan.", "Interrupted.")
_SEE_HELP = Text("Lihat: {command} --help", "See: {command} --help")
_USAGE = {
    "NoSuchOption": Text("pilihan {name} tidak dikenal.", "there is no option {name}."),
    "MissingParameter": Text("{name} belum diisi.", "{name} is missing."),
    "BadParameter": Text("nilai {name} tidak sah.", "bad value for {name}: {detail}"),
    "BadOptionUsage": Text("pilihan {name} memerlukan nilai.", "option {name} needs a value."),
}
_NO_COMMAND = Text("tidak ada perintah {name}.", "there is no command {name}.")
_MAYBE = Text("Mungkin maksud Anda: {guess}", "Perhaps you mean: {guess}")
_UNKNOWN_COMMAND = re.compile(r"^No such command '(.*?)'\.(?: Did you mean '(.*?)')?", re.DOTALL)
_EXTRA = re.compile(r"^Got unexpected extra argument(?:\(s\)|s)? \((.*)\)$", re.DOTALL)
_TOO_MUCH = Text(
    "{words} berlebih; apit nama yang berisi spasi dengan tanda kutip.",
    "{words} is too much; put a name with spaces in quotes.",
)
_USAGE_OTHER = Text("perintah tidak dapat dipahami: {detail}", "cannot understand that: {detail}")


def complain(error: Exception, language: Language) -> int:
    """Print what went wrong and return the exit code that says so."""
    if isinstance(error, FaultyFileError):
        _tell_faults(error, language)
        return WRONG_INPUT
    if isinstance(error, EmonevError):
        _tell(error.message, error.remedy, language, error.slug)
        return WRONG_INPUT
    if hasattr(error, "format_message"):  # typer's usage errors, whichever click they come from
        return _tell_usage(error, language)
    if isinstance(error, OSError) and error.errno:
        _tell_refusal(error, language)
        return WRONG_INPUT
    log = _write_log(error)
    _tell(say(_UNEXPECTED, kind=type(error).__name__, log=log), None, language, "tak-terduga")
    return UNEXPECTED


def tell_interruption(language: Language) -> None:
    """Say that the run was ended from the keyboard."""
    typer.echo(_INTERRUPTED.in_language(language), err=True)


def fault_lines(fault: Fault, language: Language) -> str:
    """Return one fault as `file:line:column: sentence (slug)` with its remedy below."""
    warning = _WARNING.in_language(language) if fault.severity == "warning" else ""
    text = f"{fault.place}: {warning}{fault.message.in_language(language)} ({fault.slug})"
    if fault.remedy is None:
        return printable(text)
    return printable(f"{text}\n{_REMEDY.in_language(language)}{fault.remedy.in_language(language)}")


def printable(text: str) -> str:
    """Return text that cannot drive a terminal: control and direction signs become visible."""
    return "".join(c if c.isprintable() or c == "\n" else f"\\x{ord(c):02x}" for c in text)


def _tell_faults(error: FaultyFileError, language: Language) -> None:
    errors = [fault for fault in error.faults if fault.severity == "error"]
    head = say(_FAULTS, file=errors[0].file, count=len(errors))
    typer.echo(_ERROR.in_language(language) + printable(head.in_language(language)), err=True)
    for fault in error.faults:
        typer.echo(fault_lines(fault, language), err=True)


def _tell(message: Text, remedy: Text | None, language: Language, slug: str) -> None:
    sentence = _ERROR.in_language(language) + message.in_language(language)
    typer.echo(printable(f"{sentence} ({slug})"), err=True)
    if remedy is not None:
        typer.echo(
            printable(_REMEDY.in_language(language) + remedy.in_language(language)), err=True
        )


def _tell_refusal(error: OSError, language: Language) -> None:
    told = say(_REFUSED, reason=reason_of(error))
    if error.filename:
        path = printable(str(error.filename))
        told = say(_FULL_OR_FORBIDDEN, reason=reason_of(error), path=path)
    _tell(told, None, language, "sistem-operasi")


def _tell_usage(error: Exception, language: Language) -> int:
    detail = str(error.format_message())  # type: ignore[attr-defined] # asked for by the caller
    if type(error).__name__ == "NoArgsIsHelpError":
        typer.echo(detail, err=True)
        return WRONG_INPUT
    unknown = _UNKNOWN_COMMAND.match(detail)
    if unknown:
        guess = say(_MAYBE, guess=unknown[2]) if unknown[2] else None
        _tell(say(_NO_COMMAND, name=unknown[1]), guess, language, "pemakaian")
        return WRONG_INPUT
    name = getattr(error, "option_name", "") or _parameter_name(error)
    template = _USAGE.get(type(error).__name__, _USAGE_OTHER) if name else _USAGE_OTHER
    extra = _EXTRA.match(detail)
    told = say(_TOO_MUCH, words=extra[1]) if extra else say(template, name=name, detail=detail)
    _tell(told, None, language, "pemakaian")
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "emonev"
    typer.echo(say(_SEE_HELP, command=command).in_language(language), err=True)
    return WRONG_INPUT


def _parameter_name(error: Exception) -> str:
    parameter = getattr(error, "param", None)
    if parameter is None:
        return ""
    return str(getattr(parameter, "metavar", None) or "/".join(parameter.opts))


def _write_log(error: Exception) -> str:
    stamp = datetime.datetime.now(tz=datetime.UTC).strftime("%Y%m%d-%H%M%S")
    lines = "".join(traceback.format_exception(error))
    with tempfile.NamedTemporaryFile(
        "w", prefix=f"emonev-galat-{stamp}-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        log.write(lines)
    return log.name
