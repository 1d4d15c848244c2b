"""What one statement tells of its unlisted names: only a person holds an office, only a firm is founded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from leica_kb.extract.names.unlisted import is_organisation
from leica_kb.extract.parsing.parser import Tree
from leica_kb.extract.reference.pointing import THINGS
from leica_kb.extract.reference.things import acts_anywhere
from leica_kb.extract.statements.mapping import Statement
from leica_kb.lang.given_names import GIVEN_NAMES

_TOLD: Final = frozenset({"person", "company"})
"""Types that a sentence tells of a name by what it says of it."""


def learn_thing(statement: Statement, trees: Sequence[Tree]) -> None:
    """«The Nova was made in Porto. It costs …»: what is said of things only tells that the name is a thing's."""
    filler, types = statement.subject, frozenset(statement.predicate.subject)
    mention = filler.node.mention if filler.how == "name" and filler.node is not None else None
    if mention is None or mention.known or mention.type == "product" or filler.type != "product" or not types <= THINGS:
        return
    if not acts_anywhere(mention.entity or "", trees):
        _retype(mention.entity, "product", trees)


def learn_types(statement: Statement, trees: Sequence[Tree]) -> None:
    """Type an unlisted name, wherever the document has it, by what only one type of thing does."""
    predicate = statement.predicate
    for filler, types in ((statement.subject, predicate.subject), (statement.object, predicate.object)):
        mention = filler.node.mention if filler.how == "name" and filler.node is not None else None
        if mention is None or mention.known or len(types) > 1 or types[0] not in _TOLD or mention.type == types[0]:
            continue
        if mention.type == "person" and mention.name.split(maxsplit=1)[0].lower() in GIVEN_NAMES:
            continue
        if types[0] == "person" and is_organisation(mention.text):  # «Nordal Group, a partner of Vela»
            continue
        _retype(mention.entity, types[0], trees)


def _retype(entity: str | None, kind: str, trees: Sequence[Tree]) -> None:
    for node in (n for tree in trees for n in tree.nodes):
        if node.mention is not None and node.mention.entity == entity:
            node.mention = replace(node.mention, type=kind)
