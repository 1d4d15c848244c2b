"""Rulings on two names: written with how the articles spell them, logged, and refused where they contradict others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path

from leica_kb.corpus import Limits
from leica_kb.errors import KbError, UnknownNameError
from leica_kb.files import lock
from leica_kb.kb.answers.naming import VERDICTS, NameEntry, RuledNames
from leica_kb.kb.naming.usage import entries_of
from leica_kb.kb.world.acts import author, change_of, stamp
from leica_kb.kb.world.identity import Disagreement, resolve, with_ruled_names
from leica_kb.kb.world.loading import World, load_world
from leica_kb.lang.edtf import is_edtf
from leica_kb.lang.tokens import fold, slug
from leica_kb.store import LogEntry, NameRuling, logged, save_rulings

Rulings = Mapping[tuple[str, str, str], NameRuling]


class NameVerdictError(KbError):
    """Not a verdict on names."""

    def __init__(self, verdict: str) -> None:
        super().__init__(f"«{verdict}» is no verdict on names; verdicts are {', '.join(VERDICTS)}")


class RenamingError(KbError):
    """A date of a renaming that is none, or stands where nothing was renamed."""


class NamesDisagreeError(KbError):
    """A ruling that would contradict others."""

    def __init__(self, found: Disagreement) -> None:
        ways = ", or ".join(f"leica-kb undo {a} {b}" for a, b in found.links)
        left, right = found.names
        super().__init__(
            f"{left} and {right} cannot be the same and different: {' = '.join(found.chain)} are ruled the same. "
            f"Take back what is wrong: {ways}, or leica-kb undo {left} {right} where these are ruled different"
        )


class NotTwoIdsError(KbError):
    """The same id twice, or one that cannot stand in the log."""


def decide_names(
    root: Path, limits: Limits, names: tuple[str, str], verdict: str, because: str, until: str | None = None
) -> RuledNames:
    """Rule whether two names mean one thing; ``until`` is when the first gave way to the second."""
    _check(verdict, until)
    now, who = datetime.now(UTC), author(root)
    with lock(root):
        world = load_world(root, limits)
        entries = entries_of(world)
        left, right = (entries[find_id(world, entries, name)] for name in names)
        _check_ids(left.id, right.id)
        ruling = replace(_ruling(left, right, verdict, until), because=because, by=who, on=f"{now:%Y-%m-%d}")
        before = {known.pair: known for known in world.name_rulings}
        after = before | {ruling.pair: ruling}
        entity = _standing(world, before, after, ruling)
        what = f"decide {' '.join(ruling.names)} {verdict}"
        with logged(root, LogEntry(who, stamp(now), what, because, change_of(before, after))):
            save_rulings(root, (*world.decisions, *after.values()))
    return RuledNames(ruling.names, verdict, entity)


def _check(verdict: str, until: str | None) -> None:
    if verdict not in VERDICTS:
        raise NameVerdictError(verdict)
    if until is not None and verdict != "same":
        raise RenamingError("--until tells when the first name gave way to the second: it goes with the verdict same")
    if until is not None and not is_edtf(until):
        raise RenamingError(f"«{until}» is no date; write 2008, 2008-10 or 2008-10-01")


def _ruling(left: NameEntry, right: NameEntry, verdict: str, until: str | None) -> NameRuling:
    """The ruling without its signature; a name that nobody declares comes with its spelling and type."""
    pair = sorted((left, right), key=lambda entry: entry.id)
    bare = [entry for entry in pair if not entry.is_declared]
    kind = next((entry.type for entry in pair if entry.type and entry not in bare), "")
    guessed = next((entry.type for entry in bare if entry.type), "")
    return NameRuling(
        names=(pair[0].id, pair[1].id),
        verdict=verdict,
        written=tuple((entry.id, entry.name) for entry in bare) if verdict == "same" else (),
        type=guessed if verdict == "same" and bare and not kind else "",
        until=((left.id, until),) if until else (),
    )


def _standing(world: World, before: Rulings, after: Rulings, ruling: NameRuling) -> str | None:
    """The id that stands for both names; raises NamesDisagreeError where the ruling brings a contradiction."""
    known = resolve(before.values(), world.pack.vocabulary).disagreements
    pack = with_ruled_names(world.pack, after.values())
    resolved = resolve(after.values(), pack.vocabulary)
    new = [found for found in resolved.disagreements if found not in known]
    if new:
        raise NamesDisagreeError(new[0])
    return resolved.identity.current(ruling.names[0]) if ruling.verdict == "same" else None


def _check_ids(left: str, right: str) -> None:
    if left == right:
        raise NotTwoIdsError(f"{left} is one name already; two are needed to rule on")
    for name in (left, right):
        if len(name.split()) != 1:
            raise NotTwoIdsError(
                f"«{name}» is no id, as it holds a space; write {slug(name)} in the claims that use it"
            )


def find_id(world: World, known: Mapping[str, NameEntry], name: str) -> str:
    """The id that a person means by an id or a name; raises UnknownNameError with what was perhaps meant."""
    if name in known:
        return name
    entities = world.pack.vocabulary.entities.values()
    called = sorted({e.id for e in entities if fold(name) in (fold(e.name), *map(fold, e.aliases))})
    if len(called) == 1:
        return called[0]
    if (plain := slug(name)) in known and not called:
        return plain
    raise UnknownNameError("name", name, called or get_close_matches(slug(name), list(known)))
