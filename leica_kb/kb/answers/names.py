"""How ids are called when shown: entities, predicates and sources, only those that a result speaks of."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple
from unicodedata import normalize

from leica_kb.index import metadata_from_json
from leica_kb.model import Claim, EntityValue, Metadata

if TYPE_CHECKING:
    from leica_kb.model import Document, Vocabulary

CLASS: Final = "product_class"
"""The entity type whose names stand for many things."""
_BATCH: Final = 400
_LABEL: Final = 72
"""Characters of an article's first words that stand for a missing title."""


class Source(NamedTuple):
    """An article as results show it."""

    id: str
    path: str
    sha256: str
    metadata: Metadata
    caveat: str | None = None
    """The words with which the article disclaims itself."""
    claims: int = 0
    """How many claims stand in it, rejected ones left out."""

    @property
    def label(self) -> str:
        """Its title, else its first words, else its id."""
        if self.metadata.title:
            return self.metadata.title
        opening = " ".join(" ".join(self.metadata.basis.get("title", ())).split())
        return f"{opening[:_LABEL].rsplit(' ', 1)[0]} …" if len(opening) > _LABEL else opening or self.id

    def to_json(self) -> dict[str, Any]:
        """The source as ``sources --json`` prints it."""
        known = self.metadata
        return {
            "id": self.id,
            "label": self.label,
            "title": known.title,
            "publisher": known.publisher,
            "author": known.author,
            "published": known.published,
            "language": known.language,
            "retells": list(known.retells),
            "caveat": self.caveat,
            "path": self.path,
            "sha256": self.sha256,
            "claims": self.claims,
        }


class Wording(NamedTuple):
    """How a predicate reads: its topic, and a sentence with ``{subject}`` and ``{object}``."""

    topic: str = ""
    says: str = ""


class Names(NamedTuple):
    """Display names of everything that a result speaks of; what it does not hold is shown by its id in words."""

    entities: Mapping[str, str] = MappingProxyType({})
    predicates: Mapping[str, Wording] = MappingProxyType({})
    sources: Mapping[str, Source] = MappingProxyType({})
    classes: frozenset[str] = frozenset()
    """Entities that are classes of things, and so take a verb in the plural."""
    merged: Mapping[str, str] = MappingProxyType({})
    """Ids that people ruled the same as another, with the one that stands for both."""

    def name_of(self, entity: str) -> str:
        """The entity's name, or its id in words where nobody declared it."""
        return self.entities.get(entity) or entity.replace("-", " ")

    def says(self, predicate: str) -> str:
        """The predicate's sentence, empty where the vocabulary does not hold it."""
        return self.predicates.get(predicate, Wording()).says

    def is_plural(self, entity: str) -> bool:
        """Whether the entity is a class of things."""
        return entity in self.classes

    def topic(self, predicate: str) -> str:
        """The topic of a predicate; *other* for one that the vocabulary does not hold."""
        return self.predicates.get(predicate, Wording()).topic or "other"


def load_names(connection: sqlite3.Connection, claims: Iterable[Claim]) -> Names:
    """The names of all that these claims speak of."""
    claims = tuple(claims)
    sources = load_sources(connection, {claim.source for claim in claims})
    entities = sorted({name for claim in claims for name in _mentioned(claim)} | retold_by(sources))
    predicates = sorted({claim.predicate for claim in claims})
    known = list(_select(connection, "SELECT id, name, type FROM entity WHERE id IN", entities))
    merged = list(_select(connection, "SELECT id, name, entity FROM merged WHERE id IN", entities))
    shown = {name: display for name, display, _ in (*merged, *known)}
    return Names(
        {**spelt(shown, claims), **shown},
        {
            name: Wording(topic, json.loads(data)["says"])
            for name, topic, data in _select(
                connection, "SELECT id, topic, data FROM predicate WHERE id IN", predicates
            )
        },
        {source.id: source for source in sources},
        frozenset(name for name, _, kind in known if kind == CLASS),
        {name: entity for name, _, entity in merged},
    )


def entity_names(connection: sqlite3.Connection, ids: Iterable[str]) -> Mapping[str, str]:
    """The names of these entities, those that are declared."""
    wanted = sorted(set(ids))
    merged = _select(connection, "SELECT id, name FROM merged WHERE id IN", wanted)
    return dict((*merged, *_select(connection, "SELECT id, name FROM entity WHERE id IN", wanted)))


def spelt(
    declared: Container[str], claims: Iterable[Claim], documents: Mapping[str, Document] | None = None
) -> dict[str, str]:
    """For all that claims mention and nobody declared, its spelling in a quote of its own, else in the article."""
    found: dict[str, str] = {}
    sought: dict[str, str] = {}
    for claim in claims:
        for name in _mentioned(claim):
            if name in found or name in declared:
                continue
            if match := _spelling(name).search(normalize("NFD", claim.quote)):
                found[name] = normalize("NFC", match[0])
            else:
                sought.setdefault(name, claim.source)
    articles = documents or {}
    told = {name: articles[sought[name]] for name in sorted(sought.keys() - found.keys()) if sought[name] in articles}
    return found | {name: _as_written(name, document.text) for name, document in told.items()}


def _as_written(name: str, text: str) -> str:
    """The name as the article has it; else its words one by one: «the brothers Emil and Otto Hahn»."""
    return _capitalised(name, text) or " ".join(_capitalised(word, text) or word for word in name.split("-"))


def _capitalised(name: str, text: str) -> str:
    """The words as they stand in the text with a capital in front; empty where they do not."""
    found = (match[0] for match in _spelling(name).finditer(normalize("NFD", text)))
    return next((normalize("NFC", words) for words in found if words[:1].isupper()), "")


@lru_cache(maxsize=4096)
def _spelling(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_words_of(name)}(?![\w\u0300-\u036f])", re.IGNORECASE)


def _words_of(name: str) -> str:
    return r"[^\w\n]{1,3}".join(map(_marked, name.split("-")))


def _marked(word: str) -> str:
    """The word with any marks on its letters, as a pattern of decomposed text: ids are written without them."""
    return "".join(f"{re.escape(letter)}[\u0300-\u036f]*" for letter in word)


def retold_by(sources: Iterable[Source]) -> set[str]:
    """What the articles repeat."""
    return {name for source in sources for name in source.metadata.retells}


def _mentioned(claim: Claim) -> set[str]:
    relayed = {name.removeprefix("via:") for name in claim.attribution}
    qualifying = {value for value in claim.qualifiers.values() if isinstance(value, str)}
    valued = {claim.object.entity} if isinstance(claim.object, EntityValue) else set()
    return {claim.subject} | relayed | qualifying | valued


def load_sources(connection: sqlite3.Connection, ids: Iterable[str] | None = None) -> tuple[Source, ...]:
    """The sources with these ids, or all, by id."""
    columns = "id, path, sha256, metadata, caveat"
    counted = "(SELECT count(*) FROM claim c WHERE c.source = s.id AND c.review <> 'rejected') FROM source s"
    query = f"SELECT {columns}, {counted}"
    rows = connection.execute(query) if ids is None else _select(connection, f"{query} WHERE id IN", sorted(set(ids)))
    return tuple(sorted((_source(row) for row in rows), key=lambda source: source.id))


def _source(row: tuple[Any, ...]) -> Source:
    name, path, sha256, metadata, caveat, claims = row
    return Source(name, path, sha256, metadata_from_json(json.loads(metadata)), caveat, claims)


def _select(connection: sqlite3.Connection, query: str, values: list[str]) -> Iterable[Any]:
    for at in range(0, len(values), _BATCH):
        batch = values[at : at + _BATCH]
        yield from connection.execute(f"{query} ({', '.join('?' * len(batch))})", batch)


def names_in(vocabulary: Vocabulary, documents: Mapping[str, Document]) -> Names:
    """How everything is called in a base that is loaded, whether or not claims speak of it."""
    return Names(
        {name: entity.name for name, entity in vocabulary.entities.items()},
        {name: Wording(p.topic, p.says) for name, p in vocabulary.predicates.items()},
        {d.id: Source(d.id, d.path, d.sha256, with_opening(d), d.caveat) for d in documents.values()},
        frozenset(name for name, entity in vocabulary.entities.items() if entity.type == CLASS),
    )


def with_opening(document: Document) -> Metadata:
    """What is known of the article; where it has no title, its first words stand as the basis of one."""
    metadata = document.metadata
    if metadata.title or metadata.basis.get("title"):
        return metadata
    by_rank = sorted(document.blocks, key=lambda block: (_rank(block.kind), block.start))
    if not by_rank or _rank(by_rank[0].kind) == len(_OPENINGS):
        return metadata
    words = by_rank[0].span.of(document.text).strip(_MARKUP)
    return replace(metadata, basis={**metadata.basis, "title": (words[:200],)}) if words else metadata


_MARKUP: Final = "#>*_ \t"
"""Signs around a line of Markdown that are none of its words."""


_OPENINGS: Final = (("title",), ("heading", "paragraph", "list_item", "quote"), ("comment",))
"""Kinds of blocks whose words may stand for a title, the likest first."""


def _rank(kind: str) -> int:
    return next((rank for rank, kinds in enumerate(_OPENINGS) if kind in kinds), len(_OPENINGS))
