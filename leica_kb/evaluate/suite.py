"""The construction suite on disk: short texts, each tagged with its construction and what a reader takes from it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from leica_kb.errors import InputError
from leica_kb.evaluate.expected import Expected, parse_expected
from leica_kb.files import YamlDocument, parse_yaml, read_file

KEYS: Final = frozenset({"id", "construction", "text", "pack", "claims", "may"})
HELD_OUT: Final = 3
"""One item in so many is held out."""


@dataclass(frozen=True, slots=True)
class Item:
    """One text of the suite."""

    id: str
    construction: str
    text: str
    claims: tuple[Expected, ...] = ()
    """What must be found; none: silence is expected."""
    may: tuple[Expected, ...] = ()
    """What is right but not asked for; it counts neither way."""
    pack: str = "leica"
    """The domain pack that reads it."""

    @property
    def held_out(self) -> bool:
        """Whether the item is kept from whoever makes the rules: decided by its id alone, so that it never changes."""
        return int(hashlib.sha256(self.id.encode()).hexdigest(), 16) % HELD_OUT == 0


def load_constructions(path: Path) -> tuple[Item, ...]:
    """The suite of a file; raises InputError with the line of the first thing that is wrong."""
    document = parse_yaml(read_file(path), path)
    data = document.value
    if not isinstance(data, dict) or not isinstance(data.get("items"), list):
        raise InputError(path, "a suite begins with «items:» and lists them", 1)
    items = tuple(_item(path, document, index, entry) for index, entry in enumerate(data["items"]))
    seen: set[str] = set()
    for index, item in enumerate(items):
        if item.id in seen:
            raise InputError(
                path, f"a second item {item.id!r}; give it an id of its own", document.line("items", index)
            )
        seen.add(item.id)
    return items


def _item(path: Path, document: YamlDocument, index: int, data: object) -> Item:
    line = document.line("items", index)
    if not isinstance(data, dict) or not {"id", "construction", "text"} <= data.keys() <= KEYS:
        raise InputError(path, "an item has id, construction and text, and may have pack, claims and may", line)
    return Item(
        id=str(data["id"]),
        construction=str(data["construction"]),
        text=str(data["text"]),
        claims=_patterns(path, document, index, data, "claims"),
        may=_patterns(path, document, index, data, "may"),
        pack=str(data.get("pack", "leica")),
    )


def _patterns(
    path: Path, document: YamlDocument, index: int, data: Mapping[str, Any], key: str
) -> tuple[Expected, ...]:
    found = []
    for n, entry in enumerate(data.get(key) or ()):
        try:
            found.append(parse_expected(entry, partial=key == "may"))
        except (ValueError, AttributeError, TypeError) as error:
            raise InputError(path, f"{data['id']}: {error}", document.line("items", index, key, n)) from error
    return tuple(found)
