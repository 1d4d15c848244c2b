"""Reading a file whole, and only if it is an ordinary file of bearable size."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from leica_kb.errors import InputError

MAX_BYTES: Final = 20_000_000


def read_file(path: Path, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of an ordinary file; raises InputError for anything else (folder, pipe, too large, not permitted)."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        raise InputError(path, _why(error)) from error
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        os.close(handle)
        raise InputError(path, "not an ordinary file; remove or rename it")
    with os.fdopen(handle, "rb") as file:
        if about.st_size > max_bytes:
            raise InputError(path, f"{about.st_size:,} bytes, more than the {max_bytes:,} that are read")
        return file.read(max_bytes + 1)


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "may not be read; give yourself the permission with: chmod u+r"
    return f"cannot be read: {error.strerror if isinstance(error, OSError) else error}"
