"""A run under `strace`: what it executes, connects to, and writes where."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]

_WATCHED = (
    "execve,execveat,socket,connect,bind,listen,sendto,open,openat,openat2,creat,truncate,unlink,unlinkat,"
    "rename,renameat,renameat2,mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat,chmod,fchmodat,"
    "chown,lchown,fchownat,mknod,mknodat,utimensat,setxattr,mount,ptrace,kill,tgkill"
)
_CALL = re.compile(r"^(?P<pid>\d+) +(?P<name>\w+)\((?P<given>.*)\) += (?P<result>-?\d+|\?)")
_PATH = re.compile(r'(?:(?P<at>AT_FDCWD|\d+)<(?P<base>[^>]*)>, )?"(?P<path>(?:[^"\\]|\\.)*)"')
_WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
_OPENING = {"open", "openat", "openat2"}
_NETWORK = {"socket", "connect", "bind", "listen", "sendto"}
_SIGNALS = {"kill", "tgkill"}


@dataclass
class Trace:
    """What a run did to the world; paths are whole."""

    code: int
    executed: list[str] = field(default_factory=list)
    network: list[str] = field(default_factory=list)
    written: set[str] = field(default_factory=set)
    signalled: set[int] = field(default_factory=set)
    processes: set[int] = field(default_factory=set)
    refused: str = ""


def traced(strace: str, folder: Path, *options: str, log: Path) -> Trace:
    """Score a workspace under strace; `refused` says why that was not possible."""
    command = [sys.executable, "-m", "emonev", "score", str(folder), "--date", "2024-09-27"]
    ended = subprocess.run(
        [strace, "-f", "-y", "-qq", "--seccomp-bpf", "-s", "4096", "-e", f"trace={_WATCHED}",
         "-e", "signal=none", "-o", str(log), *command, *options],
        capture_output=True,
        text=True,
        errors="replace",
        timeout=300,
        check=False,
        cwd=ROOT,
        # What Python compiles it would keep beside the program.
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    trace = Trace(ended.returncode)
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines() if log.exists() else []
    if not lines:
        trace.refused = ended.stderr.strip()[-300:] or "strace saw nothing"
    for line in _joined(lines):
        _note(trace, line)
    return trace


def _joined(lines: list[str]) -> list[str]:
    """Return whole calls: one that another process interrupted stands on two lines."""
    whole: list[str] = []
    begun: dict[str, str] = {}
    for line in lines:
        pid = line.partition(" ")[0]
        if line.endswith("<unfinished ...>"):
            begun[pid] = line.removesuffix("<unfinished ...>").rstrip()
        elif "resumed>" in line and pid in begun:
            whole.append(begun.pop(pid) + line.partition("resumed>")[2])
        else:
            whole.append(line)
    return whole + [f"{line}) = ?" for line in begun.values()]


def _note(trace: Trace, line: str) -> None:
    call = _CALL.match(line)
    if call is None:
        return
    name, given = call["name"], call["given"]
    trace.processes.add(int(call["pid"]))
    if name.startswith("exec"):
        if call["result"] == "0":
            trace.executed.append(_paths(given)[0])
    elif name in _NETWORK:
        trace.network.append(line)
    elif name in _SIGNALS:
        trace.signalled.add(int(given.split(",")[0].split("<")[0]))
    elif name not in _OPENING or _WRITING.search(given.rpartition('"')[2]):
        trace.written.update(_paths(given))


def _paths(given: str) -> list[str]:
    return [
        os.path.normpath(Path(found["base"] or "/", found["path"]))
        for found in _PATH.finditer(given)
    ]
