"""What claims may speak of: predicates, entities with their hierarchy, and the pack's rules of inference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

Doubt = Literal[
    "joint",
    "shared",
    "tasked",
    "resold",
    "own-use",
    "agreement",
    "anew",
    "regional",
    "adapter",
    "other-chip",
    "other-model",
    "other-price",
    "some-only",
    "past",
    "any-firm",
    "any-maker",
]
"""Ways in which what stands in the text may be another thing than a predicate says."""


@dataclass(frozen=True, slots=True)
class Predicate:
    """One thing that can be said of a subject, with what makes two sayings of it incompatible."""

    id: str
    topic: str
    subject: tuple[str, ...]
    """Entity types that may stand as subject; ``any`` admits all."""
    object: tuple[str, ...]
    """Entity types, or ``text``, ``duration``, ``money``, ``date``, ``any``."""
    says: str = ""
    """A sentence with ``{subject}`` and ``{object}``."""
    state: bool = False
    """A present-tense statement of it holds around the time it is stated."""
    universal: bool = False
    """Said of all or generically, it excludes another value for a part of the class."""
    single: str | None = None
    """Where given, at most one true value at a time for one subject, within what the words say."""
    symmetric: bool = False
    inverse: str | None = None
    """Id of the predicate that says the same the other way round."""
    qualifiers: tuple[str, ...] = ()
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Canonical text values and the wordings that mean them."""
    exclusive: tuple[tuple[str, ...], ...] = ()
    """Groups of canonical values that cannot both hold of one thing."""
    doubts: tuple[Doubt, ...] = ()
    """What a reading of it has to be free of, beside what every reading has; docs/packs.md says what each means."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A company, person, place, product … with its names and what it lies inside of."""

    id: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    """Ids of the places, lines and classes that hold it; not transitive here, ask ``Vocabulary``."""
    twins: tuple[str, ...] = ()
    """Ids of products that the pack declares equivalent."""
    maker: str | None = None
    """Id of the company whose product it is."""
    demonyms: tuple[str, ...] = ()
    """Adjectives of a place: Austrian, Dutch."""
    declared_by: str = ""
    """File and line that declare it, for findings that rest on it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """An inference across predicates that the pack declares; findings that use one name it."""

    name: str
    predicate: str
    values: tuple[str, ...]
    twins: str
    against: tuple[str, ...]
    declared_by: str = ""


@dataclass(frozen=True, slots=True)
class QuestionCue:
    """How people word a question: phrases that ask for a predicate or a kind of thing, or that mean the same.

    Exactly one of ``predicate``, ``kind`` and ``same`` is given. Phrases are matched by word stems. A needed phrase
    with ``~`` in front asks for the predicate without being accounted for: the claim itself must hold it (*~titanium*).
    """

    predicate: str = ""
    """Asks for this predicate when of every group in ``needs`` one phrase occurs."""
    needs: tuple[tuple[str, ...], ...] = ()
    also: tuple[str, ...] = ()
    """Phrases that the predicate accounts for where they occur beside the needed ones."""
    counts: bool = False
    """Its claims are a full list, so that *how many* may be answered by counting them."""
    contrary: tuple[str, ...] = ()
    """Phrases by which a question for yes or no asks for the opposite: are they *different* companies?"""
    kind: str = ""
    """Entity type or value kind that the nouns in ``words`` ask for: ``place`` by *country*, *city*."""
    words: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    """Phrases that mean the same whatever is asked: *release*, *come out*, *go on sale*."""

    def to_json(self) -> dict[str, Any]:
        """The cue as plain mappings and lists; absent fields are left out."""
        pairs: dict[str, Any] = {
            "predicate": self.predicate,
            "needs": [list(group) for group in self.needs],
            "also": list(self.also),
            "counts": self.counts,
            "contrary": list(self.contrary),
            "kind": self.kind,
            "words": list(self.words),
            "same": list(self.same),
        }
        return {key: value for key, value in pairs.items() if value}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> QuestionCue:
        """The cue that a mapping of the fields stands for, as packs write it."""
        return cls(
            predicate=data.get("predicate", ""),
            needs=tuple(tuple(group) for group in data.get("needs", ())),
            also=tuple(data.get("also", ())),
            counts=bool(data.get("counts", False)),
            contrary=tuple(data.get("contrary", ())),
            kind=data.get("kind", ""),
            words=tuple(data.get("words", ())),
            same=tuple(data.get("same", ())),
        )


@dataclass(frozen=True)
class Vocabulary:
    """All predicates, entities and rules of a base, with the questions that checks and look-ups ask of them."""

    predicates: Mapping[str, Predicate]
    entities: Mapping[str, Entity]
    rules: tuple[Rule, ...] = ()

    @cached_property
    def ancestors(self) -> Mapping[str, frozenset[str]]:
        """For each entity everything that holds it, directly or through others, without itself."""
        closed: dict[str, frozenset[str]] = {}
        for entity in self.entities:
            seen: set[str] = set()
            todo = list(self.entities[entity].within)
            while todo:
                if (parent := todo.pop()) not in seen:
                    seen.add(parent)
                    todo.extend(self.entities[parent].within if parent in self.entities else ())
            closed[entity] = frozenset(seen - {entity})
        return closed

    def is_inside(self, part: str, whole: str) -> bool:
        """Whether the part is the whole or lies inside it."""
        return part == whole or whole in self.ancestors.get(part, frozenset())

    def name_of(self, entity: str) -> str:
        """The entity's display name, or its id in words where nobody declared it."""
        known = self.entities.get(entity)
        return known.name if known else entity.replace("-", " ")
