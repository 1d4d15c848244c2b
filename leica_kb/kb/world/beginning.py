"""Beginning a base: the two folders and the mark."""

from __future__ import annotations

import os
from pathlib import Path

from leica_kb.errors import InputError
from leica_kb.files import write_atomic
from leica_kb.kb.world.loading import load_pack
from leica_kb.kb.world.schemas import save_schemas
from leica_kb.packs import pack_folder, pack_names
from leica_kb.store import BASE_FILE, FORMAT, editor_line, quote_scalar


def begin_base(folder: Path, pack: str) -> None:
    """Make the folder a base that is read with the pack; raises where it is one already, or the pack is not known."""
    mark = folder / "claims" / "kb.yaml"
    if mark.exists():
        raise InputError(mark, "a base has begun here already; to read its articles: leica-kb report")
    own = pack_folder(pack, Path()).resolve() if pack not in pack_names() else None
    for name in ("seeds", "claims"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    packs = f"packs: [{_written(own, folder) if own else pack}]"
    write_atomic(mark, f"{editor_line(BASE_FILE, 'kb')}format: {FORMAT}\n{packs}\n".encode())
    save_schemas(folder, load_pack(folder)[0].vocabulary)


def _written(own: Path, folder: Path) -> str:
    """A pack's folder as the base names it: from the base, so that both can be moved together."""
    return quote_scalar(os.path.relpath(own, folder.resolve()), flow=True)
