"""Which file of the base holds what: a source's claims, its last proposals, an old text."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

CLAIMS: Final = Path("claims")
BASE_FILE: Final = CLAIMS / "kb.yaml"
RESERVED: Final = ("kb", "entities")
"""Stems in claims/ that are no source."""
SCHEMAS: Final = Path(".leica_kb") / "schema"
"""Where the schemas of the base's files lie, for editors; made anew with the index."""
_LONGEST: Final = 180
_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|%]|^\.|[. ]$')


def claims_path(source: str) -> Path:
    """Where a source's claims lie, relative to the root."""
    return CLAIMS / f"{_stem(source)}.yaml"


def proposed_path(source: str) -> Path:
    """Where the last proposals for a source lie, relative to the root."""
    return CLAIMS / ".proposed" / f"{_stem(source)}.jsonl"


def text_path(sha256: str) -> Path:
    """Where an old text lies, relative to the root."""
    return Path("seeds") / ".texts" / f"{sha256}.txt.gz"


def _stem(source: str) -> str:
    """The source's id, with what no file system takes written as %XX; a very long one is cut and gets a digest."""
    if source.casefold() in RESERVED:
        return f"%{ord(source[0]):02X}{source[1:]}"
    safe = _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", source)
    if len(safe.encode()) <= _LONGEST:
        return safe
    start = safe.encode()[: _LONGEST - 17].decode(errors="ignore")
    return f"{start}-{hashlib.sha256(source.encode()).hexdigest()[:16]}"


def editor_line(path: Path, kind: str) -> str:
    """The comment that leads editors to the schema of a file that lies at a path relative to the root."""
    up = "../" * (len(path.parts) - 1)
    return f"# yaml-language-server: $schema={up}{(SCHEMAS / kind).as_posix()}.json\n"
