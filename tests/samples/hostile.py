"""Ways to break a file, or to break a reader with one."""

from pathlib import Path

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)


def outside_entity(target: Path) -> str:
    """Return a DTD that would put a local file's content where &rahasia; stands."""
    return f'<!DOCTYPE x [<!ENTITY rahasia SYSTEM "{target.as_uri()}">]>'


def cut_short(path: Path, share: float = 0.6) -> Path:
    """Keep only the beginning of a file."""
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])
    return path


def spoil(path: Path, at: float = 0.3, count: int = 40) -> Path:
    """Overwrite some bytes in the middle of a file."""
    content = bytearray(path.read_bytes())
    start = int(len(content) * at)
    content[start : start + count] = b"\xaa" * count
    path.write_bytes(content)
    return path
