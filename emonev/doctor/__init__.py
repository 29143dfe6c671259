"""What is installed, what is missing, and what to do about it: the machine looked over for emonev."""

from pathlib import Path

from emonev.doctor.engines import on_engines
from emonev.doctor.examined import Examined
from emonev.doctor.machine import on_machine
from emonev.doctor.program import on_program
from emonev.doctor.workspace import on_workspace

__all__ = ["Examined", "examine"]


def examine(folder: Path) -> tuple[Examined, ...]:
    """Return everything that was looked at, in the order in which a person should read it."""
    return (*on_program(), *on_engines(), *on_machine(), *on_workspace(folder))
