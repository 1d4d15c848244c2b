"""What commands on names answer: names that nobody declared, look-alikes with their evidence, and rulings."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from leica_kb.kb.answers.names import Names
from leica_kb.model import Problem
from leica_kb.store import RULED, NameRuling

VERDICTS = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True)
class Use:
    """A claim that uses a name."""

    claim: str
    source: str
    quote: str


@dataclass(frozen=True, slots=True)
class NameEntry:
    """An id with its name and how the claims use it."""

    id: str
    name: str
    type: str
    """What it is, a guess where nobody declared it; empty where nothing tells."""
    declared_by: str
    """File and line that declare it; empty where none does."""
    claims: int
    sources: tuple[str, ...]
    uses: tuple[Use, ...]
    """The first few claims that use it, of as many articles as there are."""

    @property
    def is_declared(self) -> bool:
        """Whether a pack or the base declares it, not only a ruling."""
        return bool(self.declared_by) and not self.declared_by.startswith(RULED.as_posix())

    def to_json(self) -> dict[str, Any]:
        """The name as ``names --json`` prints it."""
        return {**asdict(self), "sources": list(self.sources), "uses": [asdict(use) for use in self.uses]}


@dataclass(frozen=True, slots=True)
class Stated:
    """The words of an article, or a claim, that call two names one."""

    source: str
    quote: str
    older: str | None = None
    date: str | None = None
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two ids that may be one thing; nothing but a suggestion until a person rules."""

    left: NameEntry
    right: NameEntry
    kind: str
    """``stated``, or a kind of likeness."""
    why: str
    stated: Stated | None = None

    def to_json(self) -> dict[str, Any]:
        """The suggestion as ``names --json`` prints it."""
        return {
            "names": [self.left.id, self.right.id],
            "kind": self.kind,
            "why": self.why,
            "stated": asdict(self.stated) if self.stated else None,
            "left": self.left.to_json(),
            "right": self.right.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A surname that stands alone and that several people have; which of them is meant a person says."""

    name: NameEntry
    people: tuple[NameEntry, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The name's own id and those of the people."""
        return tuple(entry.id for entry in (self.name, *self.people))

    def to_json(self) -> dict[str, Any]:
        """The name as ``names --json`` prints it."""
        return {"name": self.name.to_json(), "people": [person.to_json() for person in self.people]}


@dataclass(frozen=True, slots=True)
class NameList:
    """Everything about names that waits for a person, and what people ruled."""

    suggestions: tuple[Suggestion, ...]
    ambiguous: tuple[Ambiguous, ...]
    proposals: tuple[NameEntry, ...]
    """Names that claims use and nobody declared, the most used first."""
    rulings: tuple[NameRuling, ...]
    names: Names
    problems: tuple[Problem, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """What ``names --json`` prints."""
        return {
            "suggestions": [found.to_json() for found in self.suggestions],
            "ambiguous": [found.to_json() for found in self.ambiguous],
            "proposals": [found.to_json() for found in self.proposals],
            "rulings": [{"names": list(ruling.names), **ruling.to_json()} for ruling in self.rulings],
        }


@dataclass(frozen=True, slots=True)
class RuledNames:
    """What a ruling on names, or taking one back, wrote."""

    names: tuple[str, str]
    verdict: str | None
    """None where a ruling was taken back."""
    entity: str | None = None
    """The id that stands for both now, where they are the same."""
    changed: bool = True
    """False where the ruling was changed by hand since, and was left."""

    def to_json(self) -> dict[str, Any]:
        """The ruling as ``decide --json`` and ``undo --json`` print it."""
        return {**asdict(self), "names": list(self.names)}


@dataclass(frozen=True, slots=True)
class Declared:
    """A name that the base declares now, or no longer."""

    id: str
    type: str
    taken_back: bool = False
    changed: bool = True
    """False where the entry was changed by hand since, and was left."""

    def to_json(self) -> dict[str, Any]:
        """What ``declare --json`` and ``undo --json`` print."""
        return asdict(self)
