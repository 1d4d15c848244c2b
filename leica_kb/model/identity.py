"""Which ids mean one thing by people's rulings, and how a claim reads when each thing has one id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from leica_kb.model.claim import Claim, EntityValue, Value

RELAYED = "via:"


@dataclass(frozen=True, slots=True)
class MergedName:
    """An id that people ruled the same as another, which stands for both."""

    id: str
    entity: str
    """The id that stands for it."""
    name: str
    """How it is written."""
    until: str | None = None
    """EDTF date at which the name was given up, where it is known."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What people ruled on names, resolved: merged ids with what they mean, and pairs that stay two."""

    merged: Mapping[str, MergedName] = field(default_factory=dict)
    different: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Ids that people ruled to be others, both directions, as they stand for their groups."""

    def current(self, entity: str) -> str:
        """The id that stands for an entity: another one's, or its own."""
        known = self.merged.get(entity)
        return known.entity if known else entity

    def read(self, claim: Claim) -> Claim:
        """The claim with the ids that stand for what it speaks of; the object keeps its own where it is the subject.

        Nothing that is stored is ever replaced by it: files keep the ids that their articles were read with.
        """
        if not self.merged:
            return claim
        subject, value = self.current(claim.subject), claim.object
        found = replace(
            claim,
            subject=subject,
            object=self._object(subject, value),
            attribution=tuple(self.voice(name) for name in claim.attribution),
            qualifiers={k: self.current(v) if isinstance(v, str) else v for k, v in claim.qualifiers.items()},
        )
        return claim if found == claim else found

    def ties_names(self, claim: Claim) -> bool:
        """Whether the claim only says that two merged ids are one, so that nothing can contradict it."""
        if not isinstance(claim.object, EntityValue) or claim.object.entity == claim.subject:
            return False
        return self.current(claim.subject) == self.current(claim.object.entity)

    def voice(self, name: str) -> str:
        """A speaker or relay under the id that stands for it."""
        bare = name.removeprefix(RELAYED)
        return name[: len(name) - len(bare)] + self.current(bare)

    def _object(self, subject: str, value: Value) -> Value:
        if not isinstance(value, EntityValue) or self.current(value.entity) == subject:
            return value
        return EntityValue(self.current(value.entity))
