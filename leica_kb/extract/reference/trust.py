"""How far it is believed that a pronoun or description means what was found for it: by weights learned from readers."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.extract.phrases.arguments import governing_verb
from leica_kb.extract.phrases.nominal import noun_lemma
from leica_kb.extract.phrases.spoken import Spoken, spoken_of
from leica_kb.extract.reference.pointing import THINGS, compared

_REACH: Final = 5
"""Parsed sentences back in which something else may be meant."""
_MEANT: Final = THINGS | frozenset("company publication alliance unknown programme technology component mount".split())
"""Types of what «it», «they» and descriptions of things and firms may mean."""
_LEARNED: Final = THINGS | {"company", "unknown"}
"""Types of what was found where readers were asked; of a pack's own types the weights know nothing."""
_TRUSTED: Final = frozenset("it its they them their this that these those".split())
_POINTING: Final = frozenset("the this that these those".split())
_SUBJECTS: Final = ("nsubj", "nsubjpass")
_WEIGHTS: Final = "trust.tsv"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a mention stands: its sentence and block, what was spoken of before, and what the page is about."""

    tree: Tree
    block: int
    heard: Sequence[tuple[int, Sequence[Spoken]]]
    """Per sentence read before its block and what it speaks of, the last one last."""
    titled: str | None
    """The thing that title or heading name."""
    share: float
    """How much of what the document names of its type is what was found."""


def is_weighed(mention: Node, kind: str) -> bool:
    """Whether readers were asked of such findings: «it» for a thing or firm, «the camera»; not «he», no other type."""
    if mention.pos in ("PRON", "DET"):
        return mention.low in _TRUSTED and kind in _LEARNED
    return mention.pos == "NOUN" and kind in THINGS  # «the company» for a firm goes wrong too rarely


def traits_of(mention: Node, found: str, kind: str, where: Setting) -> frozenset[str]:
    """The traits of one mention with the entity (of a type) that was found for it."""
    before = [s for s in spoken_of(where.tree) if s.start < mention.start]
    levels = [(where.block, before), *where.heard[: -_REACH - 1 : -1]]
    named = [(i, b, s) for i, (b, spoken) in enumerate(levels) for s in spoken if s.type in _MEANT]
    own, others = list(_of_mention(mention, where.tree)), list(_of_rivals(named, found, where.titled))
    told = list(_of_found(mention, found, kind, named, where))
    word, verb, place = _word(mention), governing_verb(mention).lemma, mention.dep
    pairs = [f"{t} | {other}" for t in told for other in (f"word {word}", f"place {place}")]
    pairs.append(f"type {kind} | verb {verb}")
    if mention.dep == "poss" and mention.head is not None:
        pairs.append(f"type {kind} | owned {mention.head.lemma}")
    return frozenset((*own, *told, *others, *pairs))


def believed(traits: Iterable[str]) -> float:
    """The share of such findings that readers shared; 0 to 1, by logistic regression."""
    weights = _weights()
    return 1 / (1 + math.exp(-sum(weights.get(t, 0.0) for t in ("any", *sorted(traits)))))


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, float]:
    lines = files(__package__).joinpath(_WEIGHTS).read_text(encoding="utf-8").splitlines()
    return {trait: float(weight) for trait, weight in (line.split("\t") for line in lines)}


def _word(mention: Node) -> str:
    """The pronoun, or the determiner and noun of a description."""
    if mention.pos in ("PRON", "DET"):
        return mention.low
    marks = [d.low for d in mention.kids("det", "poss")]
    return f"{marks[0] if marks and marks[0] in _POINTING else 'my'} {noun_lemma(mention)}"


def _of_mention(mention: Node, tree: Tree) -> Iterator[str]:
    """What the mention itself tells: its word, its place, what is said of it, and nameless nouns before it."""
    verb = governing_verb(mention)
    word = _word(mention)
    said = verb.kids("acomp", "attr", "oprd", "dobj") if mention.dep in _SUBJECTS else []
    earlier = [n for n in tree.nodes if n.i < mention.i and n.mention is None and n.pos == "NOUN"]
    nameless = next((n.lemma for n in reversed(earlier) if n.dep in _SUBJECTS), "none")
    yield from (f"word {word}", f"place {mention.dep}", f"word {word} | place {mention.dep}")
    yield from (f"verb {verb.lemma}", f"clause {verb.dep}", f"tense {verb.tag}")
    yield f"above {verb.head.lemma if verb.head is not None else 'none'}"
    yield f"first {mention.i == min(n.i for n in tree.nodes)}"
    yield from (f"said {c.lemma}" for c in said)
    yield from (f"said as {c.tag}" for c in said)
    yield from (f"below {k.dep}" for c in (verb, *said) for k in c.kids("ccomp", "xcomp", "advcl"))
    yield from (f"nameless subject {nameless}", f"nouns before {min(len(earlier), 4)}")
    yield from (f"marked {d.low}" for d in mention.kids("det", "poss"))
    yield from (f"more {c.dep}" for c in mention.kids("amod", "compound", "nummod", "relcl", "prep"))
    yield f"self {any(n.low in ('i', 'we', 'you') for n in verb.kids('nsubj'))}"
    yield f"adverb {next((a.low for a in verb.kids('advmod')), 'none')}"
    if mention.dep == "poss" and mention.head is not None:
        yield f"owned {mention.head.lemma}"


_Named = Sequence[tuple[int, int, Spoken]]
"""Sentences back, block, and what was spoken of there."""


def _of_found(mention: Node, found: str, kind: str, named: _Named, where: Setting) -> Iterator[str]:
    """What tells for or against the entity that was found: how near it is, as what it was named, and how often."""
    told = [(i, b, s) for i, b, s in named if s.entity == found]
    distance = str(told[0][0]) if told else "far"
    subjects = [s.entity for i, _, s in sorted(named, key=lambda n: (n[0], -n[2].start)) if s.subject]
    order = list(dict.fromkeys(s.entity for i, _, s in sorted(named, key=lambda n: (n[0], -n[2].start))))
    titled = "none" if where.titled is None else str(found == where.titled)
    yield from (f"type {kind}", f"distance {distance}", f"titled {titled}", f"share {int(where.share * 5)}")
    yield f"rank {min(order.index(found), 4) if found in order else 'none'}"
    yield f"times {min(len(told), 4)}"
    yield f"distance {distance} | titled {titled}"
    yield f"last subject {subjects[:1] == [found]}"
    yield f"model {any(c.isdigit() for c in found)} | type {kind}"
    yield f"lens {any(mark in found for mark in ('mm', 'lens', 'f-'))}"
    if told:
        level, block, spoken = max((t for t in told if t[0] == told[0][0]), key=lambda t: t[2].start)
        yield f"subject {spoken.subject} | distance {level}"
        yield from (f"plural {spoken.plural}", f"joined {spoken.joined}", f"made {spoken.maker is not None}")
        yield f"same block {block == where.block} | distance {distance}"
    apart = {n.mention.entity for n in compared(where.tree, mention.start) if n.mention}
    below = (n for n in where.tree.nodes if n.i < mention.i and any(a.low == "than" for a in n.ancestors()))
    if found in apart | {n.mention.entity for n in below if n.mention}:
        yield "set apart"
    doers = {n.mention.entity for n in governing_verb(mention).kids(*_SUBJECTS) if n.mention}
    if found in doers and mention.dep not in _SUBJECTS:
        yield "does it"


def _of_rivals(named: _Named, found: str, titled: str | None) -> Iterator[str]:
    """What else might be meant."""
    others = {s.entity: (min(i, 3), s.type) for i, _, s in reversed(named) if s.entity != found}
    yield f"rivals {min(len(others), 5)}"
    yield from (f"rival {kind} | distance {level}" for level, kind in others.values())
    last = next((s for i, _, s in sorted(named, key=lambda n: (n[0], -n[2].start)) if s.subject), None)
    if last is not None and last.entity != found:
        yield f"rival subject {last.type}"
    if titled in others:
        yield "rival in the title"
