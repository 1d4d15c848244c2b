"""Whom «the brothers», «the two men» or «the couple» means: those that were last named together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.people import KIN, PAIRS, count_of
from leica_kb.extract.phrases.spoken import Spoken

_REACH: Final = 2
"""Sentences back in which two people who are no kin were named."""

Heard = Sequence[tuple[int, Sequence[Spoken]]]
"""Per sentence read before its block and what it speaks of, the last one last."""


def people_meant(node: Node, heard: Heard) -> tuple[str, ...]:
    """Those of whom a description tells how many they are, and whether they have one surname."""
    count = 2 if node.lemma in PAIRS else count_of(node)
    for _, spoken in reversed(heard if node.lemma in KIN else heard[-_REACH:]):
        kinds = ("person", "unknown") if node.lemma in KIN else ("person",)
        people = list(dict.fromkeys(s.entity for s in spoken if s.type in kinds))
        joined = {s.entity for s in spoken if s.joined}
        kin = [p for p in people if "-" in p and any(q != p and _surname(q) == _surname(p) for q in people)]
        meant = kin if node.lemma in KIN else people
        if len(meant) > 1:
            together = len(people) == len(meant) or joined.issuperset(meant)
            single = len({_surname(p) for p in meant}) == 1 or node.lemma not in KIN
            return tuple(meant) if together and single and count in (None, len(meant)) else ()
    return ()


def _surname(person: str) -> str:
    return person.rpartition("-")[2]
