"""«The Nikon», where a document tells of one Nikon only: which model a maker's name with an article means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.model import Span

_ALONE: Final = frozenset({"det", "punct", "case"})
"""What may hang from a maker's name that means a model: «the bigger Nikon», «the Nikon I have» are others."""


def name_by_make(trees: Sequence[Tree], named: Iterable[Mention], title: Span) -> None:
    """Make each «the Nikon» the model that it means, once that has been named."""
    models = _only_models(title, [*named, *(n.mention for tree in trees for n in tree.nodes if n.mention is not None)])
    for node in (node for tree in trees for node in tree.nodes):
        model = models.get(node.mention.entity or "") if node.mention is not None and _is_one(node) else None
        if model is not None and node.mention is not None and model.span.start < node.start:
            node.mention = replace(model, span=node.mention.span, text=node.mention.text, parts=())


def _only_models(title: Span, named: Iterable[Mention]) -> dict[str, Mention]:
    """The first mention of each maker's model, where the document or else its title has only one of that maker."""
    made: dict[str, dict[str, Mention]] = defaultdict(dict)
    for mention in sorted((m for m in named if m.maker and m.type.startswith("product")), key=lambda m: m.span):
        made[mention.maker or ""].setdefault(mention.entity or "", mention)
    found = {maker: list(models.values()) for maker, models in made.items()}
    found = {m: _of_title(title, models) or models for m, models in found.items()}
    return {maker: m[0] for maker, m in found.items() if len(m) == 1 and m[0].type == "product"}


def _of_title(title: Span, models: Sequence[Mention]) -> list[Mention]:
    """The models that the title names, unless another has almost its name: a 35 and a 35 S."""
    titled = [m for m in models if title.holds(m.span)]
    names = [m.entity or "" for m in models]
    alike = any(a != b and a.startswith(b) for a in names for b in names if any(m.entity in (a, b) for m in titled))
    return [] if alike else titled


def _is_one(node: Node) -> bool:
    """«the Nikon», alone and in the singular."""
    name = node.mention
    whole = name is not None and name.type == "company" and node.tag == "NNP" and " " not in name.text
    marked = [d.low for d in node.kids("det")] == ["the"] and all(c.dep in _ALONE for c in node.children)
    return whole and marked and node.dep in ("nsubj", "nsubjpass", "dobj", "pobj", "attr", "poss")
