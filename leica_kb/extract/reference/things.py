"""Which unlisted names the whole document shows to be things': by whose they are, and what they are said to be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from leica_kb.extract.candidates.topics import GOODS
from leica_kb.extract.names.unlisted import is_model_like, is_organisation
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.extract.phrases.arguments import is_passive, objects_of
from leica_kb.extract.phrases.holders import holders_of
from leica_kb.extract.statements.filling import Filling
from leica_kb.lang.cues import OFFICES

_VAGUE: Final = frozenset("model body version device gear equipment product optic prime".split())
"""Nouns of these classes that persons, firms and materials are said to be, too."""
_NOUNS: Final = frozenset({"camera", "phone", "lens", "watch", "pen"})
"""Nouns that names of things end in: «the Galaxy Camera»."""
_TOLD: Final = frozenset("new first last latest next second third previous current original own early late old".split())
"""Adjectives behind «Nordal’s» that tell things apart, and neither people nor towns."""
_DONE: Final = frozenset("announce release launch introduce unveil discontinue sell ship produce manufacture".split())
"""What is done to things, and not to people and firms."""
_THINGS_DO: Final = frozenset(
    "have cost weigh sell come feature offer use take get go include measure run work look appear arrive become remain "
    "make contain combine beat follow replace fit carry provide weigh boast lack start shoot debut hit".split()
)
"""What things are said to do."""
_PERSONAL: Final = frozenset("say design join found believe tell explain write think invent argue know work".split())
"""What people do, and things do not."""
_MADE: Final = frozenset("make build manufacture assemble produce".split())


def find_things(trees: Sequence[Tree], filling: Filling) -> frozenset[str]:
    """The entities of unlisted names that the document tells to be things, and nowhere to be firms or people."""
    if not filling.pack.categories:
        return frozenset()
    told: Counter[str] = Counter()
    doers: set[str] = set()
    for node in (node for tree in trees for node in tree.nodes):
        if _is_kind(node, filling):
            told.update({h.mention.entity or "": 2 for h in _named_as(node) if h.mention})
        if node.mention is not None and _is_open(node.mention):
            told[node.mention.entity or ""] += _weight(node, node.mention) + _has_what_things_have(node, filling)
            if _is_doer(node):
                doers.add(node.mention.entity or "")
    return frozenset(entity for entity, weight in told.items() if weight > 1 and entity and entity not in doers)


def acts_anywhere(entity: str, trees: Sequence[Tree]) -> bool:
    """Whether the document has a name do what firms and persons do."""
    named = (n for tree in trees for n in tree.nodes if n.mention is not None and n.mention.entity == entity)
    return any(map(_is_doer, named))


def as_things(mentions: Iterable[Mention], things: Collection[str]) -> tuple[Mention, ...]:
    """The mentions, those retyped that name things."""
    return tuple(m if m.known or m.entity not in things else replace(m, type="product") for m in mentions)


def retype(trees: Sequence[Tree], things: Collection[str]) -> None:
    """Make the trees' names of things products."""
    for node in (node for tree in trees for node in tree.nodes):
        if node.mention is not None and not node.mention.known and node.mention.entity in things:
            node.mention, node.pos = replace(node.mention, type="product"), "PROPN"


def _is_open(name: Mention) -> bool:
    """Whether a name's type is a guess that what is said of it may overrule."""
    if not name.is_name or name.known or name.type in ("alliance", "publication"):
        return False
    words = name.text.split()
    if len(words) > 1 and words[-1].lower() in _NOUNS:
        return True
    person = name.type == "person" and len(words) > 1 and not is_model_like(name.text)
    return not (person or is_organisation(name.text) or words[0].lower() in OFFICES)


def _is_kind(noun: Node, filling: Filling) -> bool:
    """Whether a common noun in the singular tells that what bears the name is a thing."""
    plain = noun.tag == "NN" and noun.lemma not in _VAGUE
    return plain and noun.mention is None and bool(filling.noun_classes(noun).intersection(GOODS))


def _named_as(kind: Node) -> Iterator[Node]:
    """«Praktina, the system camera», «its first camera, the Diana», «a camera called Holga»: the names of the kind."""
    for name in (n for h in holders_of(kind) for n in _called(h)):
        article = any(d.low in ("a", "an") for d in name.kids("det"))
        if name.mention is not None and _is_open(name.mention) and not article and not _is_cut(name):
            yield name


def _called(holder: Node) -> list[Node]:
    """«The first model, the Diana, was a box camera»: the name beside what is said to be a camera, else that itself."""
    beside = [n for n in holder.kids("appos") if n.mention is not None] if holder.mention is None else []
    return beside or [holder]


def _has_what_things_have(name: Node, filling: Filling) -> int:
    """«the folding Diana», «Nordal's Diana has a leaf shutter»: how much its build or its parts tell."""
    article = any(d.low == "the" for d in name.kids("det"))
    if article and any("trait" in filling.noun_classes(c) for c in name.kids("amod")):
        return 2
    verb = name.head
    owned = any(p.mention and p.mention.type == "company" for p in name.kids("poss"))
    if not owned or name.dep != "nsubj" or verb is None or verb.lemma != "have":
        return 0
    parts = [o for o in verb.kids("dobj") if "feature" in filling.noun_classes(o) and o.kids("compound")]
    return int(bool(parts) and not any(c.lemma in _PERSONAL for c in verb.kids("conj")))


def _is_cut(name: Node) -> bool:
    """«Nova Conversion Kit», of which «Kit» alone was met: capitals right before a name are more of it."""
    return any(c.text[:1].isupper() and not c.mention for c in name.kids("compound", "nmod", "amod") if c.i < name.i)


def _weight(name: Node, mention: Mention) -> int:
    """How much a mention tells for a thing: 2 is enough, 1 needs more."""
    if _is_cut(name):
        return 0
    makers = [p for p in name.kids("poss") if p.mention and p.mention.type == "company"]
    last = mention.text.rsplit(maxsplit=1)[-1].lower()
    if makers:
        sure = any(c.low in _TOLD or (c.mention and c.mention.type == "rank") for c in name.kids("amod"))
        sure = sure or is_model_like(mention.text) or last in _NOUNS
        plain = all(in_dictionary(w) for w in mention.text.split()) or mention.type not in ("unknown", "product")
        return (2 if sure or not (plain or _acts(name)) else 1) + _is_done_to(name)
    return 2 * _has_maker(name) + _is_done_to(name) + 2 * (is_model_like(mention.text) and _is_made(name))


def _has_maker(name: Node) -> bool:
    """«Vesta's maker», «the inventor of Vesta»: whether the name is what somebody makes."""
    noun = name.head
    if noun is not None and name.dep == "pobj" and noun.low == "of":
        return noun.head is not None and noun.head.lemma == "inventor"
    return noun is not None and name.dep == "poss" and noun.lemma in ("maker", "manufacturer", "designer", "inventor")


def _is_made(name: Node) -> bool:
    """«Vesta B, made by Nordal»: whether a participle says who made it, or where."""
    verbs = [v for v in name.kids("acl") if v.lemma in _MADE and v.tag == "VBN"]
    return any(p.low in ("by", "in") for v in verbs for p in v.kids("agent", "prep"))


def _acts(name: Node) -> bool:
    """«Nordal's Adam liked it»: whether the name does something that things rarely do."""
    verb = name.head
    return verb is not None and name.dep == "nsubj" and verb.pos == "VERB" and verb.lemma not in _THINGS_DO


def _is_done_to(name: Node) -> int:
    """«was announced», «released the Nova»: whether the clause does to the name what is done to things."""
    verb = name.head
    if verb is None or verb.lemma not in _DONE:
        return 0
    return int((name.dep == "nsubjpass" and is_passive(verb)) or (name.dep == "dobj" and name in objects_of(verb)))


def _is_doer(name: Node) -> bool:
    """«by Nordal», «Nordal’s», «Nordal said»: whether the name is that of a firm or a person here."""
    verb = name.head
    if (name.dep == "poss" and not _has_maker(name)) or (
        verb is not None and verb.low in ("by", "from") and name.dep == "pobj"
    ):
        return True
    if verb is None or name.dep != "nsubj":
        return False
    return verb.lemma in _PERSONAL or (verb.lemma in _MADE | _DONE and bool(verb.kids("dobj")))
