"""What the entries of packs name and nobody declares, and where each entry stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from leica_kb.files import YamlDocument
from leica_kb.model import Entity, Problem, QuestionCue, Vocabulary
from leica_kb.packs.pack import FrameRule
from leica_kb.packs.problems import problem

Place = tuple[Path, int]
"""File and line."""
Places = Mapping[tuple[str, str], Place]
_NAMES = ("id", "name", "predicate", "regex")
"""Keys by which the entries of a list are known."""


def find_places(document: YamlDocument, path: Path) -> Iterator[tuple[tuple[str, str], Place]]:
    """For each entry of each section its section and name, and where it stands."""
    for section, entries in document.root.value if isinstance(document.value, dict) else ():
        nodes = entries.value if entries.id != "scalar" else ()
        for node in nodes:
            key, at = (node[0].value, node[0]) if entries.id == "mapping" else (_name_of(node), node)
            yield (section.value, str(key)), (path, at.start_mark.line + 1)


def _name_of(node: Any) -> str:
    keys = {key.value: value.value for key, value in node.value} if node.id == "mapping" else {}
    return next((str(keys[name]) for name in _NAMES if name in keys), "")


def find_unknown(
    vocabulary: Vocabulary,
    frames: Sequence[FrameRule],
    questions: Sequence[QuestionCue],
    places: Places,
    entity_types: frozenset[str],
) -> list[Problem]:
    """Types, wholes, makers, twins and predicates that the packs name and nobody declares."""
    unknown = [
        *(fault for entity in vocabulary.entities.values() for fault in _in_entity(entity, vocabulary, entity_types)),
        *_in_rules(vocabulary),
        *(
            ("frames", frame.id, f"frame {frame.id} gives an unknown predicate {frame.predicate}")
            for frame in frames
            if frame.predicate not in vocabulary.predicates
        ),
        *(
            ("questions", cue.predicate, f"a question asks for an unknown predicate {cue.predicate}")
            for cue in questions
            if cue.predicate and cue.predicate not in vocabulary.predicates
        ),
    ]
    return [problem("KB302", message, *places[section, name]) for section, name, message in unknown]


Fault = tuple[str, str, str]
"""Section, entry and what is wrong."""


def _in_entity(entity: Entity, vocabulary: Vocabulary, types: frozenset[str]) -> Iterator[Fault]:
    if types and entity.type not in types:
        yield "entities", entity.id, f"{entity.declared_by}: no entity type {entity.type}"
    for other in filter(None, (*entity.within, *entity.twins, entity.maker)):
        if other not in vocabulary.entities:
            yield "entities", entity.id, f"{entity.declared_by}: {entity.id} names an unknown entity {other}"


def _in_rules(vocabulary: Vocabulary) -> Iterator[Fault]:
    for predicate in vocabulary.predicates.values():
        if predicate.inverse and predicate.inverse not in vocabulary.predicates:
            yield "predicates", predicate.id, f"{predicate.id} is the inverse of an unknown {predicate.inverse}"
    for rule in vocabulary.rules:
        for name in (rule.predicate, rule.twins, *rule.against):
            if name not in vocabulary.predicates:
                yield "rules", rule.name, f"rule {rule.name} names an unknown predicate {name}"
