"""A proposed name taken into the base's own entities, and taken out again."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from leica_kb.corpus import Limits
from leica_kb.errors import KbError
from leica_kb.files import lock
from leica_kb.kb.answers.naming import Declared
from leica_kb.kb.naming.deciding import find_id
from leica_kb.kb.naming.usage import entries_of
from leica_kb.kb.world.acts import Act, author, stamp
from leica_kb.kb.world.loading import load_world
from leica_kb.model import Vocabulary
from leica_kb.store import LogEntry, add_entity, append_log, drop_entity

DECLARE: Final = "declare"
_VALUES: Final = frozenset({"text", "date", "money", "duration", "number", "any"})


class TypeNeededError(KbError):
    """A type that nothing tells, or that no pack knows."""

    def __init__(self, name: str, kind: str, known: list[str]) -> None:
        what = f"no pack of this base knows a type «{kind}»" if kind else f"nothing tells what {name} is"
        super().__init__(f"{what}; pass --type with one of {', '.join(known)}")


class DeclaredError(KbError):
    """A name that somebody has declared already."""

    def __init__(self, name: str, place: str) -> None:
        super().__init__(f"{name} is declared already, in {place}; change it there")


def declare(root: Path, limits: Limits, name: str, kind: str | None, because: str) -> Declared:
    """Take a name that claims use into claims/entities.yaml, of the type given or guessed."""
    who = author(root)
    with lock(root):
        world = load_world(root, limits)
        entries = entries_of(world)
        entry = entries[find_id(world, entries, name)]
        if entry.is_declared:
            raise DeclaredError(entry.id, entry.declared_by)
        known = entity_types(world.pack.vocabulary)
        chosen = kind or entry.type
        if chosen not in known:
            raise TypeNeededError(entry.id, chosen, known)
        added = add_entity(root, entry.id, entry.name, chosen)
        change = {f"entity {entry.id}": {"before": None, "after": added}}
        what = f"{DECLARE} {entry.id} {chosen}"
        append_log(root, LogEntry(who, stamp(datetime.now(UTC)), what, because, change))
    return Declared(entry.id, chosen)


def undeclare(root: Path, act: Act, who: str) -> Declared:
    """Take a declared name out of the base's entities. Whoever calls it holds the lock."""
    (key, change), *_ = act.entry.change.items()
    dropped = drop_entity(root, change["after"])
    taken = {key: {"before": change["after"], "after": None}} if dropped else {}
    append_log(root, LogEntry(who, stamp(datetime.now(UTC)), f"undo {act.entry.what}", "", taken))
    name, kind = act.entry.what.split()[1:]
    return Declared(name, kind, taken_back=True, changed=dropped)


def entity_types(vocabulary: Vocabulary) -> list[str]:
    """The types that the packs' predicates and entities speak of."""
    named = {kind for p in vocabulary.predicates.values() for kind in (*p.subject, *p.object)}
    return sorted((named | {entity.type for entity in vocabulary.entities.values()}) - _VALUES)
