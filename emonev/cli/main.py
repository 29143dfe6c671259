"""The `emonev` program: the one place where errors become words and exit codes.

Exit codes: 0 done, 1 done but below what was asked, 2 wrong usage or input, 3 unexpected error,
130 interrupted.

The commands are imported late: Ctrl-C while they load is answered here too.
"""

import atexit
import os
import signal
import sys
from contextlib import suppress
from typing import NoReturn

from emonev.cli.streams import finish_streams, prepare_streams

INTERRUPTED = 130


def main() -> None:
    """Run the program and end the process with its exit code."""
    prepare_streams()
    code = run()
    # What was asked for is done: Ctrl-C now would only print a traceback over it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end(_with_all_said(code))


def run(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code; every error ends as a sentence on stderr."""
    try:
        code = _run(arguments)
    except KeyboardInterrupt:
        code = INTERRUPTED
    if code == INTERRUPTED:  # also what typer makes of Ctrl-C within a command
        from emonev.cli.complaint import tell_interruption
        from emonev.cli.language import spoken

        tell_interruption(spoken(arguments))
    return code


def _run(arguments: list[str] | None) -> int:
    try:
        if arguments is None:  # the process's own command
            from emonev.cli.again import listen, say_again

            if (code := say_again(sys.argv[1:])) is not None:
                return code
            listen(sys.argv[1:])
        from emonev.cli.app import app

        result = app(args=arguments, standalone_mode=False, prog_name="emonev")
    except Exception as error:  # noqa: BLE001 - the one wide net of the program (style.md 4.30)
        return _complain(error, arguments)
    return result if isinstance(result, int) else 0


def _end(code: int) -> NoReturn:
    """End the process at once: the system takes back memory faster than Python frees objects."""
    atexit._run_exitfuncs()  # noqa: SLF001 - what libraries left to be done; nothing public does
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(code)


def _complain(error: Exception, arguments: list[str] | None) -> int:
    from emonev.cli.complaint import complain
    from emonev.cli.language import spoken

    return complain(error, spoken(arguments))


def _with_all_said(code: int) -> int:
    failed = finish_streams()
    return _complain(failed, None) if failed and code in {0, 1} else code


if __name__ == "__main__":
    main()
