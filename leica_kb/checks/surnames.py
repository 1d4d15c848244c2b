"""A surname that stands alone in one place, and the people of the base who may be meant by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from leica_kb.checks.likeness import Name

SHARED: Final = "a surname that one person here has"
"""What is alike of the name and of the one person who bears it."""
_PARTICLES: Final = frozenset("von van zu zum zur de du des da del della di dos la le der den ten ter".split())
"""Small words that a surname begins with: de la Tour."""
_People = Mapping[str, Sequence[Name]]


@dataclass(frozen=True, slots=True)
class LoneSurname:
    """A surname alone, and whose it may be: one person, or several."""

    name: Name
    people: tuple[Name, ...]
    """Each person once, by id; whoever has it as a given name counts, since the name may mean them, too."""


def find_lone_surnames(names: Iterable[Name]) -> tuple[LoneSurname, ...]:
    """The names of people, or of who knows what, that are the surname of other people, by id.

    A surname that is only heard as another's (Kaufman, Kaufmann) counts where nobody has it as it is written.
    """
    given = tuple(dict.fromkeys(names))
    people = [name for name in given if name.type == "person" and len(name.core) > 1]
    written, heard = _by_surname(people, heard=False), _by_surname(people, heard=True)
    first: dict[str, list[Name]] = defaultdict(list)
    for person in people:
        first[person.core[0]].append(person)
    found: dict[str, LoneSurname] = {}
    for name in filter(_is_lone, given):
        bearers = written.get(name.joined) or heard.get("".join(name.sound), ())
        others = {one.entity: one for one in (*first[name.core[0]], *bearers) if _are_two_entries(one, name)}
        if any(bearer.entity in others for bearer in bearers):
            found.setdefault(name.entity, LoneSurname(name, tuple(others[own] for own in sorted(others))))
    return tuple(found[own] for own in sorted(found))


def _are_two_entries(one: Name, other: Name) -> bool:
    return one.entity != other.entity and not (one.declared and other.declared)


def _is_lone(name: Name) -> bool:
    """One word that may name a person, perhaps with small words or a title before it."""
    *small, last = name.core
    plain = len(last) > 2 and last.isalpha() and not name.is_acronym
    return name.type in ("person", "") and plain and not name.is_bare and _PARTICLES.issuperset(small)


def _by_surname(people: Iterable[Name], *, heard: bool) -> _People:
    """The people under each form of their surname, with and without the small words before it."""
    found: dict[str, list[Name]] = defaultdict(list)
    for person in people:
        for form in dict.fromkeys(_forms(person.sound if heard else person.core, person.core)):
            found[form].append(person)
    return found


def _forms(words: Sequence[str], core: Sequence[str]) -> Iterator[str]:
    at = len(words) - 1
    yield words[at]
    while len(words) == len(core) and at > 1 and core[at - 1] in _PARTICLES:
        at -= 1
        yield "".join(words[at:])
