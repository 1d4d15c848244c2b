"""Beginning a base: the two folders and the mark."""

from __future__ import annotations

from pathlib import Path

from leica_kb.errors import InputError, UnknownNameError
from leica_kb.files import write_atomic
from leica_kb.packs import pack_names
from leica_kb.store import FORMAT


def begin_base(folder: Path, pack: str) -> None:
    """Make the folder a base that is read with the pack; raises where it is one already, or the pack is not known."""
    mark = folder / "claims" / "kb.yaml"
    if mark.exists():
        raise InputError(mark, "a base has begun here already; to read its articles: leica-kb report")
    if pack not in pack_names() and not (Path(pack) / "pack.yaml").is_file():
        raise UnknownNameError("pack", pack, pack_names())
    for name in ("seeds", "claims"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    write_atomic(mark, f"format: {FORMAT}\npacks: [{pack}]\n".encode())
