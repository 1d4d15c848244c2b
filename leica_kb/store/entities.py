"""A base's own entities: one line added to claims/entities.yaml, or taken out again, and every other byte left."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from leica_kb.errors import InputError
from leica_kb.files import inside, parse_yaml, read_file, write_atomic
from leica_kb.store.paths import CLAIMS
from leica_kb.store.quoting import quote_scalar

ENTITIES: Final = CLAIMS / "entities.yaml"
_HEAD: Final = "format: 1\nentities:\n"
_INDENTED: Final = re.compile(r"^entities:[^\n]*\n(?:\s*#[^\n]*\n|\s*\n)*( +)", re.MULTILINE)


def add_entity(root: Path, entity: str, name: str, kind: str) -> str:
    """Declare an entity at the end of the file; the text that was added, for ``drop_entity``.

    Raises InputError where the file cannot be read or takes no more lines as it is written.
    """
    path = inside(root, ENTITIES)
    old, before = _read(path)
    head = "" if old else _HEAD
    found = _INDENTED.search(old)
    fields = {"name": name, "type": kind}
    flow = ", ".join(f"{key}: {quote_scalar(value, flow=True)}" for key, value in fields.items())
    line = f"{found[1] if found else '  '}{quote_scalar(entity)}: {{{flow}}}\n"
    added = f"{head}{'' if not old or old.endswith(chr(10)) else chr(10)}{line}"
    if _entities(old + added) != {**before, entity: fields}:
        raise InputError(ENTITIES, f"takes no line at its end; write the entry by hand: {line.strip()}")
    write_atomic(path, (old + added).encode())
    return added


def drop_entity(root: Path, added: str) -> bool:
    """Take out what ``add_entity`` added; False where a person has changed it since, and it stays."""
    path = inside(root, ENTITIES)
    old, _ = _read(path)
    if not added or old.count(added) != 1:
        return False
    if old == added and added.startswith(_HEAD):
        path.unlink()
    else:
        new = old.replace(added, _HEAD if added.startswith(_HEAD) else "")
        _entities(new)
        write_atomic(path, new.encode())
    return True


def _read(path: Path) -> tuple[str, dict[str, Any]]:
    """The file's text and its entities; raises InputError where it cannot be read."""
    data = read_file(path) if path.is_file() else b""
    parse_yaml(data, ENTITIES)
    return data.decode(), _entities(data.decode())


def _entities(text: str) -> dict[str, Any]:
    value = parse_yaml(text.encode(), ENTITIES).value if text else {}
    found = value.get("entities") if isinstance(value, dict) else None
    if text and not isinstance(value, dict):
        raise InputError(ENTITIES, "not a file of entities: format: 1 and entities: are its keys", 1)
    return found if isinstance(found, dict) else {}
