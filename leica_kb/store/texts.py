"""Old texts of changed seeds, so that an edit of an article can be told from a move of its words."""

from __future__ import annotations

import gzip
import hashlib
import io
import re
import zlib
from pathlib import Path

from leica_kb.errors import InputError
from leica_kb.files import inside, read_file, write_atomic
from leica_kb.files.reading import MAX_BYTES
from leica_kb.store.paths import text_path


def save_text(root: Path, data: bytes) -> str:
    """Keep a text's bytes, unless they are kept already; their SHA-256, by which they are found again."""
    sha256 = hashlib.sha256(data).hexdigest()
    path = inside(root, text_path(sha256))
    if not path.exists():
        write_atomic(path, gzip.compress(data, mtime=0))
    return sha256


def load_text(root: Path, sha256: str) -> str | None:
    """The kept text of this digest, or None; raises InputError where the file is damaged or another's."""
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        return None
    relative = text_path(sha256)
    path = inside(root, relative)
    if not path.exists():
        return None
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(read_file(path))) as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(relative, f"damaged ({error}); restore it from git, or delete it") from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise InputError(relative, "its text is not the one that its name says; restore it from git, or delete it")
    return data.decode(errors="replace")
