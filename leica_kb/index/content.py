"""What an index is made of: plain values that the caller hands over, and the digests that tell two contents apart."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from leica_kb.index.freshness import InputFile
from leica_kb.model import Identity, Metadata, Vocabulary

if TYPE_CHECKING:
    from leica_kb.model import Claim, Entity, Finding, Predicate, QuestionCue, Verification

NO_METADATA: Final = Metadata()


@dataclass(frozen=True, slots=True)
class SourceContent:
    """One source with its claims."""

    id: str
    key: str
    """Digest of everything that this value was made from; two contents with one key are the same content."""
    path: str = ""
    """The article's file, relative to the base's root, with forward slashes."""
    sha256: str = ""
    metadata: Metadata = NO_METADATA
    caveat: str | None = None
    """The words with which the article disclaims itself."""
    claims: tuple[Claim, ...] | None = ()
    """None: as the index holds them already under the same key, so that nobody need parse them again."""


@dataclass(frozen=True, slots=True)
class IndexContent:
    """Everything that an index holds; the index is a pure function of it."""

    sources: tuple[SourceContent, ...]
    vocabulary: Vocabulary
    cues: tuple[QuestionCue, ...] = ()
    findings: tuple[Finding, ...] = ()
    verifications: tuple[Verification, ...] = ()
    inputs: tuple[InputFile, ...] = field(default=())
    identity: Identity = field(default_factory=Identity)
    """Which ids people ruled to be one; the vocabulary holds only those that stand for others."""
    undeclared: tuple[Entity, ...] = ()
    """Entities that only the claims know; what the vocabulary declares wins over them."""
    witnesses: Mapping[str, str] = field(default_factory=dict)
    """For each source the independent origin that it is; a source that is not named is its own."""

    @property
    def known(self) -> Vocabulary:
        """The vocabulary with everything that has a name here."""
        others = {entity.id: entity for entity in self.undeclared}
        return Vocabulary(self.vocabulary.predicates, {**others, **self.vocabulary.entities}, self.vocabulary.rules)


def to_text(data: Any) -> str:
    """Compact JSON with sorted keys: one text for one value."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(data: Any) -> str:
    """SHA-256 of a JSON value."""
    return hashlib.sha256(to_text(data).encode()).hexdigest()


def vocabulary_digest(content: IndexContent) -> str:
    """The digest of declared names, predicates and cues: where it changes, every row is written anew."""
    vocabulary = content.vocabulary
    return digest_of(
        [
            [entity_to_json(vocabulary.entities[name]) for name in sorted(vocabulary.entities)],
            [predicate_to_json(vocabulary.predicates[name]) for name in sorted(vocabulary.predicates)],
            [cue.to_json() for cue in content.cues],
            [list(row) for row in merged_rows(content.identity)],
        ]
    )


def merged_rows(identity: Identity) -> tuple[tuple[str, str, str, str | None], ...]:
    """Rows (id, the id that stands for it, its name, until when it was called so)."""
    return tuple((m.id, m.entity, m.name, m.until) for m in identity.merged.values())


def names_digest(content: IndexContent) -> str:
    """The digest of the names that only the claims know: where it changes, all rows of names are written anew."""
    return digest_of([entity_to_json(entity) for entity in sorted(content.undeclared, key=lambda known: known.id)])


def entity_to_json(entity: Entity) -> dict[str, Any]:
    """An entity as plain mappings and lists."""
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "within": list(entity.within),
        "twins": list(entity.twins),
        "maker": entity.maker,
        "demonyms": list(entity.demonyms),
        "declared_by": entity.declared_by,
    }


def predicate_to_json(predicate: Predicate) -> dict[str, Any]:
    """A predicate as plain mappings and lists."""
    return {
        "id": predicate.id,
        "topic": predicate.topic,
        "subject": list(predicate.subject),
        "object": list(predicate.object),
        "says": predicate.says,
        "state": predicate.state,
        "universal": predicate.universal,
        "single": predicate.single,
        "symmetric": predicate.symmetric,
        "inverse": predicate.inverse,
        "qualifiers": list(predicate.qualifiers),
        "values": {value: list(words) for value, words in predicate.values.items()},
        "exclusive": [list(group) for group in predicate.exclusive],
    }
