"""Templates compiled once for all runs: that takes as long as drawing a thousand criteria."""

from contextlib import suppress

from jinja2.bccache import Bucket, FileSystemBytecodeCache


class _Compiled(FileSystemBytecodeCache):
    """Jinja's own cache, which checks whose folder it is; a full disk only costs the gain."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def compiled_templates() -> FileSystemBytecodeCache | None:
    """Return the cache in the temporary folder, or None where that folder cannot be trusted."""
    try:
        return _Compiled()
    except (OSError, RuntimeError):
        return None
