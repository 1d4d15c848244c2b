"""Mounts that are told without a name of their own: «in PL and LPL mounts», «for Canon RF and Nikon Z»."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.nominal import conjuncts
from leica_kb.lang.tokens import slug
from leica_kb.model import Span, Vocabulary

_SHORT: Final = re.compile(r"[A-Z]{1,3}\d{0,2}")


def mounts_of(node: Node, mounts: Mapping[str, str]) -> list[tuple[Span, str]]:
    """Where a node tells of mounts, and which: a plural by the letters before it, a system by its maker and letters."""
    if node.mention is None and node.lemma in ("mount", "bayonet"):
        before = [n for c in node.kids("compound", "nmod", "amod") for n in conjuncts(c) if n.i < node.i]
        before += [node.head] if node.dep == "conj" and node.head is not None else []  # «in PL and LPL mounts»
        letters = [n for n in before if _SHORT.fullmatch(n.text)]
        named = ((n.span, slug(f"{n.text} mount")) for n in letters)
        return [(span, mounts.get(identity, identity)) for span, identity in named]
    name = node.mention
    if name is None or name.type not in ("product", "product_line") or not _SYSTEM.fullmatch(name.text):
        return []
    if node.kids("det", "poss"):  # «for my Canon RF»: a camera
        return []
    entity = mounts.get(slug(f"{name.text} mount"))
    return [(name.span, entity)] if entity is not None else []


_SYSTEM: Final = re.compile(r"[A-Z]\w+ [A-Z]{1,3}")


def mounts_by_name(vocabulary: Vocabulary) -> dict[str, str]:
    """The declared mounts by the slug of each of their names."""
    mounts = {i: e for i, e in vocabulary.entities.items() if e.type == "mount"}
    return {slug(name): i for i, e in mounts.items() for name in (e.name, *e.aliases)}
