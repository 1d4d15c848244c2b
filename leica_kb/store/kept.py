"""What files of claims were read as, kept by their bytes, so that the YAML of one content is parsed once.

The folder is disposable: what is damaged, foreign or of another version of this program there counts as absent.
"""

from __future__ import annotations

import hashlib
import json
import os
import zlib
from collections.abc import Container
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from leica_kb.model import Claim
from leica_kb.store.values import ClaimFile

if TYPE_CHECKING:
    from collections.abc import Iterable

_ROOMS: Final = ("errors.py", "files", "model", "store")
"""Code that decides how a file is read."""


def recall(kept: Path, digest: str, path: Path) -> ClaimFile | None:
    """The claims of a file with these bytes as they were read before; None where that is not known."""
    try:
        seal, _, body = (kept / f"{digest}.json").read_bytes().partition(b"\n")
        if seal != _seal(digest, body):
            return None
        data = json.loads(body)
        claims = tuple(Claim.from_json(claim) for claim in data["claims"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    lines = MappingProxyType(data["lines"])
    return ClaimFile(data["source"], data["text_sha256"], claims, path=path, digest=digest, lines=lines)


def remember(kept: Path, file: ClaimFile) -> None:
    """Keep what a file without faults or drafts was read as; where nothing can be written, nothing is kept."""
    if file.drafts or file.unread or not file.digest:
        return
    data = {
        "source": file.source,
        "text_sha256": file.text_sha256,
        "claims": [claim.to_json() for claim in file.claims],
        "lines": dict(file.lines),
    }
    body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    with suppress(OSError):
        kept.mkdir(parents=True, exist_ok=True)
        target = kept / f"{file.digest}.json"
        half = target.with_suffix(f".{os.getpid()}.tmp")
        half.write_bytes(_seal(file.digest, body) + b"\n" + body)
        half.replace(target)


def forget_others(kept: Path, digests: Container[str]) -> None:
    """Drop what no file of the base holds any more."""
    with suppress(OSError):
        for path in list(kept.iterdir()):
            if path.name.partition(".")[0] not in digests:
                path.unlink(missing_ok=True)


def _seal(digest: str, body: bytes) -> bytes:
    """What the body is sealed with: the code that read it, the bytes that it was read from, its own checksum."""
    return f"{_code_digest()} {digest} {zlib.crc32(body):08x}".encode()


@cache
def _code_digest() -> str:
    whole = hashlib.sha256()
    for path in sorted(_code()):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]


def _code() -> Iterable[Path]:
    package = Path(__file__).parent.parent
    for name in _ROOMS:
        place = package / name
        yield from place.glob("*.py") if place.is_dir() else (place,)
