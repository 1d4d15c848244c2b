"""Values → rows: how claims, sources, names, cues and findings stand in an index."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from leica_kb.index.content import (
    SourceContent,
    entity_to_json,
    predicate_to_json,
    to_text,
)
from leica_kb.index.metadata import metadata_to_json
from leica_kb.index.words import IRREGULAR, key_of, loose_key, singular, stem, stems_of, words_of
from leica_kb.model import (
    Claim,
    Entity,
    EntityValue,
    Finding,
    Identity,
    QuestionCue,
    TextValue,
    Vocabulary,
    value_to_json,
)

CLAIM_COLUMNS = (
    *("row", "id", "source", "start", "subject", "predicate", "object", "shape", "speaker"),
    *("polarity", "modality", "review", "stated", "valid", "qualifiers", "said", "named", "data", "crc"),
)

DROPPED = frozenset({"made", "built", "derived"})
"""Words that people leave out of the name of a class of products."""


def row_number(source: str, claim: str) -> int:
    """A claim's row number, the same in every build."""
    return int.from_bytes(hashlib.sha256(f"{source}\0{claim}".encode()).digest()[:8], "big") >> 2


def claim_row(stored: Claim, vocabulary: Vocabulary, identity: Identity) -> tuple[Any, ...]:
    """The row of one claim: its columns under the ids that stand for what it speaks of, its data as it is stored."""
    data = to_text({key: value for key, value in stored.to_json().items() if value or value == 0})
    claim = identity.read(stored)
    meant = (claim,) if claim is stored else (claim, stored)
    return (
        row_number(claim.source, claim.id),
        claim.id,
        claim.source,
        claim.start,
        claim.subject,
        claim.predicate,
        claim.object.entity if isinstance(claim.object, EntityValue) else None,
        next(iter(value_to_json(claim.object))),
        claim.speaker,
        claim.polarity,
        claim.modality,
        claim.review.state,
        claim.time.stated,
        claim.time.valid,
        to_text(dict(claim.qualifiers)) if claim.qualifiers else "",
        " ".join(stems_of(claim.quote)),
        " ".join(dict.fromkeys(stem for one in meant for stem in _named(one, vocabulary))),
        data,
        zlib.crc32(data.encode()),
    )


def _named(claim: Claim, vocabulary: Vocabulary) -> Iterator[str]:
    """Stems of what the claim is said to be about, beyond its own words."""
    yield from stems_of(vocabulary.name_of(claim.subject))
    if isinstance(claim.object, EntityValue):
        yield from stems_of(vocabulary.name_of(claim.object.entity))
    elif isinstance(claim.object, TextValue):
        yield from stems_of(claim.object.text)
        predicate = vocabulary.predicates.get(claim.predicate)
        for wording in predicate.values.get(claim.object.text, ()) if predicate else ():
            yield from stems_of(wording)
    for name, value in claim.qualifiers.items():
        if name not in {"scope", "rank"}:
            yield from stems_of(str(value))


def source_row(source: SourceContent) -> tuple[Any, ...]:
    """The row of one source; its words are those by which people name it."""
    metadata = source.metadata
    words = " ".join(filter(None, (metadata.publisher, metadata.author, *metadata.retells)))
    return (
        source.id,
        source.key,
        source.path,
        source.sha256,
        to_text(metadata_to_json(metadata)),
        source.caveat,
        " ".join(dict.fromkeys(stems_of(words))),
    )


def entity_rows(vocabulary: Vocabulary) -> Iterator[tuple[Any, ...]]:
    """Rows of the entities."""
    for name in sorted(vocabulary.entities):
        entity = vocabulary.entities[name]
        yield name, entity.name, entity.type, entity.maker, to_text(entity_to_json(entity))


def names_of(entity: Entity) -> tuple[str, ...]:
    """Everything that an entity is called; its id in words, and names without *made* or *built* (Panasonic Leicas)."""
    names = (entity.name, *entity.aliases, *entity.demonyms, entity.id.replace("-", " "))
    short = (" ".join(word for word in words_of(name) if word not in DROPPED) for name in names)
    return (*names, *(name for name in short if " " in name))


def alias_rows(vocabulary: Vocabulary) -> Iterator[tuple[str, str, str, str]]:
    """Rows (key, entity, key in the singular, name as written); the first spelling of a key stays."""
    for name in sorted(vocabulary.entities):
        keys: dict[str, str] = {}
        for text in (*names_of(vocabulary.entities[name]), *_own_name(vocabulary, name)):
            keys.setdefault(key_of(text), text)
        yield from ((key, name, loose_key(words_of(text)), text) for key, text in keys.items() if key)


def _own_name(vocabulary: Vocabulary, name: str) -> tuple[str, ...]:
    """What a model is called without its maker in front: *X2* of the Leica X2."""
    entity = vocabulary.entities[name]
    maker = vocabulary.name_of(entity.maker).casefold() if entity.maker else ""
    rest = entity.name[len(maker) :].strip() if maker and entity.name.casefold().startswith(f"{maker} ") else ""
    return (rest,) if any(sign.isdigit() for sign in rest) and any(sign.isalpha() for sign in rest) else ()


def kin_rows(vocabulary: Vocabulary) -> Iterator[tuple[str, str, str]]:
    """Rows (part, whole, how) of everything that holds an entity, and of whose product it is."""
    for name in sorted(vocabulary.entities):
        yield name, name, "self"
        for whole in sorted(vocabulary.ancestors[name]):
            yield name, whole, "within"
        for twin in _twins(vocabulary, name):
            yield name, twin, "twin"
        others = vocabulary.ancestors[name] | {name}
        yield from ((name, maker, "maker") for maker in _makers(vocabulary, name) if maker not in others)


def _twins(vocabulary: Vocabulary, name: str) -> tuple[str, ...]:
    """The declared twins of an entity and what they lie in, less what holds the entity itself."""
    own = vocabulary.ancestors[name] | {name}
    twins = set(vocabulary.entities[name].twins) & vocabulary.entities.keys()
    wholes = twins.union(*(vocabulary.ancestors[twin] for twin in twins))
    return tuple(sorted(wholes - own - set(_makers(vocabulary, name))))


def _makers(vocabulary: Vocabulary, name: str) -> tuple[str, ...]:
    """Whose product an entity is: its own maker, else the makers of the lines and classes that hold it."""
    if own := vocabulary.entities[name].maker:
        return (own,)
    wholes = (vocabulary.entities.get(whole) for whole in sorted(vocabulary.ancestors[name]))
    return tuple(sorted({whole.maker for whole in wholes if whole is not None and whole.maker}))


def name_words(vocabulary: Vocabulary, cues: Iterable[QuestionCue]) -> tuple[tuple[str, str], ...]:
    """Every word of a name or a cue with its stem, irregular forms too: what a misspelt word may have meant."""
    texts = [text for entity in vocabulary.entities.values() for text in names_of(entity)]
    for cue in cues:
        texts += [*cue.also, *cue.words, *cue.same, *(phrase for group in cue.needs for phrase in group)]
    words = {word for text in texts for word in words_of(text)}
    stems = {stem(word) for word in words}
    words.update(form for form in IRREGULAR if stem(form) in stems)
    return tuple((word, stem(word)) for word in sorted(words))


def predicate_rows(vocabulary: Vocabulary) -> Iterator[tuple[str, str, str]]:
    """Rows of the predicates."""
    for name in sorted(vocabulary.predicates):
        predicate = vocabulary.predicates[name]
        yield name, predicate.topic, to_text(predicate_to_json(predicate))


def cue_row(cue: QuestionCue) -> dict[str, Any]:
    """The cue with its phrases as stems, ready to be compared with a question's."""

    def stemmed(phrases: Iterable[str]) -> list[str]:
        marks = ((phrase[: len(phrase) - len(phrase.lstrip("~"))], phrase) for phrase in phrases)
        return list(dict.fromkeys(mark + " ".join(stems_of(phrase)) for mark, phrase in marks))

    data: dict[str, Any] = {
        "predicate": cue.predicate,
        "kind": cue.kind,
        "needs": [stemmed(group) for group in cue.needs],
        "also": stemmed(cue.also),
        "words": list(dict.fromkeys(singular(word) for phrase in cue.words for word in words_of(phrase))),
        "same": stemmed(cue.same),
        "counts": cue.counts,
        "contrary": stemmed(cue.contrary),
    }
    return {key: value for key, value in data.items() if value}


def finding_rows(finding: Finding) -> tuple[tuple[Any, ...], tuple[tuple[str, str, str], ...]]:
    """The row of one finding, and its links to the claims on either side."""
    row = (finding.id, finding.kind, finding.severity, finding.decision, to_text(finding.to_json()))
    sides = (("left", finding.left), ("right", finding.right))
    return row, tuple((claim, finding.id, side) for side, claims in sides for claim in claims)
