"""Clause frames: a trigger, and who does what to what, where and when; active, passive and nominal in one form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.extract.phrases.arguments import (
    agents_of,
    governing_verb,
    hyphened_to,
    is_passive,
    objects_of,
    prepositional_of,
    subject_of,
)
from leica_kb.extract.phrases.holders import havers_of, holders_of, owners_of
from leica_kb.extract.phrases.nominal import conjuncts, noun_lemma, prepositional

FrameKind = Literal["verb", "noun", "adjective", "name", "key"]


@dataclass(frozen=True, slots=True)
class Frame:
    """One statement's skeleton: the trigger word and its participants by role.

    Roles of verbs: ``agent``, ``patient``, ``is`` (complement), ``receiver`` (given
    what is done) and each preposition by its word. Roles of nouns: ``is``
    (what is said to be it), ``whose`` (possessor), ``of`` (possessor, of-phrase or modifier), ``haver`` (who has it),
    and each preposition.
    """

    trigger: Node
    lemma: str
    kind: FrameKind
    roles: Mapping[str, tuple[Node, ...]]
    clause: Node
    """The verb (or fragment head) that governs the statement: its negation and mood are the statement's."""
    dropped: str | None = None
    """The role that the sentence leaves to its context: «Opened a factory in Portugal»."""
    particle: str = ""
    turned_by: tuple[Node, ...] = ()
    """What turns it round for these participants: «except», «does not»; empty where nothing does."""
    place: int | None = None
    """Which of several in a row it speaks of, where their order is that of their ranks."""

    def role(self, name: str) -> tuple[Node, ...]:
        """The participants in a role, empty where there is none."""
        return self.roles.get(name, ())


def build_frames(tree: Tree, words: frozenset[str] | None = None) -> Iterator[Frame]:
    """Every frame of a sentence: one for each verb, noun and predicative adjective.

    With ``words`` those frames are left out whose trigger has none of them in its lemma.
    """
    for node in tree.nodes:
        if words is not None and node.mention is None and not _may_trigger(node, words):
            continue
        if node.dep == "amod" and _is_in_a(node) and not hyphened_to(node):
            continue
        if node.mention is not None and node.mention.is_name and (node.pos == "PROPN" or node.mention.parts):
            yield from name_frames(node)
        elif node.mention is not None and node.mention.type == "rank" and (noun := _ellipted(node, tree)):
            yield noun_frame(node, lemma=noun)
        elif (node.pos in ("VERB", "AUX") and node.dep not in ("aux", "auxpass")) or (
            node.tag in ("VBN", "VBD", "VBG") and node.dep in ("amod", "acl", "ROOT", "conj", "relcl")
        ):
            yield verb_frame(node)
        elif node.pos in ("NOUN", "PROPN"):
            yield noun_frame(node)
        elif node.pos == "ADJ" and node.dep in ("acomp", "ROOT", "conj", "amod", "oprd", "attr"):
            yield adjective_frame(node)


def _is_in_a(node: Node) -> bool:
    """«a made-up name»: whether it stands between an indefinite article and its noun."""
    return node.head is not None and any(d.low in ("a", "an") for d in node.head.kids("det"))


def _may_trigger(node: Node, words: frozenset[str]) -> bool:
    """Whether the lemma of a frame may have one of the words in it, whatever its form; never no where it has."""
    low = node.low
    return node.lemma in words or low in words or low[:-1] in words or "-" in low or "." in low or "maker" in low


def verb_frame(verb: Node) -> Frame:
    """The frame of a verb or participle."""
    roles: dict[str, tuple[Node, ...]] = {}
    passive = is_passive(verb)
    subjects, objects = subject_of(verb), objects_of(verb)
    if passive:
        roles["patient"] = tuple(subjects)
        roles["agent"] = tuple(agents_of(verb))
        if objects:
            roles["is"] = tuple(objects)
    else:
        roles["agent"], roles["patient"] = tuple(subjects), tuple(objects)
    complements = [n for c in verb.kids("attr", "acomp", "oprd") for n in conjuncts(c)]
    if complements:
        roles["is"] = (*roles.get("is", ()), *complements)
    compared = [p for o in objects for n in (o, *o.kids("amod")) for p in n.kids("prep") if p.low == "than"]
    if compared:  # «earns more there than in any other country»
        roles["than"] = (*roles.get("than", ()), *(n for p in compared for n in prepositional_of(p)))
    roles["receiver"] = tuple(n for d in verb.kids("dative") if d.pos not in ("ADP", "PART") for n in conjuncts(d))
    _add_prepositions(verb, roles)
    roles["dative"] = tuple(n for n in verb.kids("dative") if n.pos == "PRON")
    roles["purpose"] = tuple(c for c in verb.kids("xcomp", "advcl", "csubj") if c.tag in ("VB", "VBG") or _is_aim(c))
    adverbs = tuple(verb.kids("advmod", "npadvmod", "nmod", "compound"))
    adverbs += tuple(c for p in verb.kids("prep") for c in (p, *p.kids("advmod")) if c.low in ("together", "along"))
    if adverbs:
        roles["adverb"] = adverbs
    dropped = None
    if not subjects and _may_drop(verb):
        active = verb.tag == "VBZ" or (bool(objects) and not verb.kids("agent"))
        dropped = "agent" if active else "patient"
        if active and passive:
            roles["agent"], roles["patient"] = (), tuple(objects)
    particle = " ".join(c.low for c in verb.children if c.dep == "prt" or (c.dep == "advmod" and c.low == "together"))
    return Frame(verb, verb.lemma, "verb", {k: v for k, v in roles.items() if v}, verb, dropped, particle)


def _is_aim(clause: Node) -> bool:
    """«sent to Jena to be inspected»: an infinitive of the passive."""
    return clause.tag == "VBN" and any(a.low == "to" for a in clause.kids("aux"))


def _may_drop(verb: Node) -> bool:
    """«Made in Japan, inspected in Wetzlar.»: a clause of its own, or one beside such a clause."""
    own = verb.dep in ("ROOT", "conj", "parataxis") and verb.tag in ("VBN", "VBD", "VBZ")
    above = verb.head
    beside = verb.dep in ("advcl", "dep", "acl") and above is not None and verb.tag == "VBN"
    beside = beside and above is not None and above.tag in ("VBN", "VBZ")
    return own or (beside and verb.head is not None and verb.head.dep == "ROOT" and not subject_of(verb.head))


def _related(node: Node, verb: Node) -> Node:
    """«a town in which it is made»: behind a preposition, too, the relative word is what its clause hangs from."""
    return verb.head if verb.dep == "relcl" and verb.head is not None and node.low in ("which", "whom") else node


def _add_prepositions(node: Node, roles: dict[str, tuple[Node, ...]]) -> None:
    """Each preposition's phrases; a verb without its own shares those of the verb coordinated after it."""
    sources = [node]
    later = [c for c in node.kids("conj") if c.pos == node.pos and not c.kids("nsubj", "nsubjpass", "aux", "auxpass")]
    if not node.kids("prep", "agent", "dobj") and later and node.pos == "VERB":
        sources.append(later[0])
    for source in sources:
        joined = [c for c in source.kids("conj") if c.tag == "IN"]  # «made by A, and in B»
        outer = [*source.kids("prep", "dative"), *joined, *(p for a in source.kids("advmod") for p in a.kids("prep"))]
        outer = [p for p in outer if not _is_anothers(p, source)]
        for prep in (p for first in outer for p in conjuncts(first)):
            dated = (prep,) if prep.mention is not None and prep.mention.type == "date" else ()  # «since 1998», as one
            if targets := dated or prepositional_of(prep):
                roles[prep.low] = (*roles.get(prep.low, ()), *(_related(n, node) for n in targets))
    if node.dep == "relcl" and node.head is not None and any(c.low == "where" for c in node.kids("advmod")):
        roles["in"] = (*roles.get("in", ()), node.head)
    for place in (*_said_to_be_where(node), *_where_the_agent_is(node)):
        roles["in"] = (*roles.get("in", ()), place)
    for prep in _shared_time(node):
        roles[prep.low] = (*roles.get(prep.low, ()), *prepositional_of(prep))


def _is_anothers(prep: Node, verb: Node) -> bool:
    """«was shown in 1955 at a price of $9, the Nova in 1957 at $8»: behind another name a phrase is that one's."""
    others = [c for c in verb.kids("parataxis") if c.mention and c.mention.is_name and c.mention.type != "place"]
    return any(verb.i < c.i < prep.i for c in others)


def _said_to_be_where(verb: Node) -> list[Node]:
    """«Japan is where it is made»: the place that a copula says the clause to be of."""
    copula = verb.head
    if verb.dep not in ("advcl", "ccomp", "attr") or copula is None or copula.lemma != "be":
        return []
    where = any(c.low == "where" for c in verb.kids("advmod"))
    return [n for s in copula.kids("nsubj") if s.i < verb.i for n in conjuncts(s)] if where else []


def _where_the_agent_is(verb: Node) -> Iterator[Node]:
    """«was made by Cosina in Nakano»: the place behind a name that did it is that of the deed."""
    agents = agents_of(verb) if verb.kids("agent") else []
    if len(agents) == 1 and agents[0].mention is not None and agents[0].mention.is_name:
        yield from (n for n in prepositional(agents[0], "in", "at") if n.mention and n.mention.type == "place")


def _shared_time(verb: Node) -> list[Node]:
    """«In 1999 A bought B and C founded D»: a time in front of coordinated clauses is that of each without its own."""
    first = verb.head
    if verb.dep != "conj" or first is None or first.pos != "VERB" or not verb.kids("nsubj", "nsubjpass"):
        return []
    subjects = first.kids("nsubj", "nsubjpass")
    told = any(n.mention and n.mention.type in ("date", "duration") for n in verb.subtree())
    if told or not subjects or any(c.low in _LATER for c in verb.kids("advmod", "prep")):
        return []
    fronted = [p for p in first.kids("prep") if p.i < subjects[0].i]
    return [p for p in fronted if any(n.mention and n.mention.type == "date" for n in p.subtree())]


_LATER: Final = frozenset(
    "later then afterwards subsequently now today before earlier after following since until".split()
)


def _ellipted(node: Node, tree: Tree) -> str | None:
    """«and its second-largest is China»: the noun that an earlier rank in the sentence stands with."""
    if node.dep in ("amod", "advmod", "nummod", "compound", "nmod", "quantmod"):
        return None
    for other in reversed(tree.nodes[: node.i]):
        if other.pos == "NOUN" and any(c.mention and c.mention.type == "rank" for c in other.children):
            return noun_lemma(other)
    return None


_PARTICIPLES: Final = {"made": "make", "built": "build", "produced": "produce", "manufactured": "manufacture",
                       "designed": "design", "assembled": "assemble"}  # fmt: skip


def name_frames(node: Node) -> Iterator[Frame]:
    """The frames of a name: what stands beside it, and who made what it names («Panasonic-built cameras»)."""
    mention = node.mention
    if mention is None:
        return
    yield noun_frame(node, kind="name", lemma=mention.type)
    last = mention.text.split()[-1].lower()
    if mention.type == "alliance":
        yield noun_frame(node, lemma=last)
    words = re.split(r"[\s-]", mention.text.lower())
    participle = next((w for w in words if w in _PARTICIPLES), None)
    if participle and len(mention.parts) == 2:
        part = mention.parts[0]
        role = "agent" if part.type == "company" else "in"
        yield Frame(node, _PARTICIPLES[participle], "verb", {"patient": (node,), role: (_inner(node, part),)}, node)


def _inner(node: Node, part: Mention) -> Node:
    """A name inside a longer one as a node of its own."""
    return Node(node.i, part.text, part.text.lower(), "PROPN", "NNP", "part", part.span.start, part.span.end, part)


def makers_of(node: Node) -> list[Node]:
    """«Zeiss» of «Zeiss lenses», «a Zeiss Tessar»: the firm in whose name a thing's own begins."""
    mention = node.mention
    if mention is None:
        return []
    whose = [p for p in mention.parts if p.type == "company"][:1]
    if not whose and mention.maker is not None:
        whose = [replace(mention, type="company", entity=mention.maker, name="", maker=None, parts=())]
    return [_inner(node, part) for part in whose]


def wholes_in(node: Node) -> list[Node]:
    """«the Nova 2» of «the Nova 2’s lens», read as one name: the product that the thing is a part of."""
    parts = node.mention.parts if node.mention is not None and node.mention.type == "product_class" else ()
    owned = any(mark in node.text for mark in ("'s ", "’s "))
    return [_inner(node, part) for part in parts if part.type == "product" and owned]


def noun_frame(noun: Node, *, kind: FrameKind = "noun", lemma: str | None = None) -> Frame:
    """The frame of a noun: the maker of X, X's factory in Y, owner Z."""
    roles: dict[str, tuple[Node, ...]] = {}
    sharers = [noun] if kind == "name" else _sharers(noun)
    owners = [n for s in sharers for p in s.kids("poss") for n in owners_of(p)]
    of = [n for s in sharers for n in prepositional(s, "of")]
    modifiers = [c for c in _premodifiers(noun) if c.mention] + _before_office(noun)
    roles["whose"] = tuple(owners)
    roles["of"] = tuple(dict.fromkeys((*owners, *of, *modifiers)))
    own = {"with", *(p.low for p in noun.kids("prep"))}  # «a body with a lens, but no finder»
    for source in sharers:
        for prep in (p for first in source.kids("prep") for p in conjuncts(first)):
            if prep.low != "of" and (source is noun or prep.low not in own):
                roles[prep.low] = (*roles.get(prep.low, ()), *prepositional_of(prep))
    verb = governing_verb(noun)
    if verb.dep == "relcl" and verb.head is not None and any(c.low == "where" for c in verb.kids("advmod")):
        roles["where"] = (verb.head,)
    roles["is"] = tuple(dict.fromkeys(holders_of(noun)))
    roles["haver"] = tuple(dict.fromkeys(havers_of(noun)))
    roles["modifier"] = (*_premodifiers(noun), *_origin_before(noun))
    roles["beside"] = tuple(noun.kids("appos", "npadvmod"))
    return Frame(noun, lemma or noun_lemma(noun), kind, {k: v for k, v in roles.items() if v}, governing_verb(noun))


def _before_office(noun: Node) -> list[Node]:
    """«Oracle CEO Larry Ellison»: the name before an office that stands before its holder."""
    head = noun.head
    if noun.dep not in ("compound", "nmod", "amod") or head is None or not (head.mention and head.mention.is_name):
        return []
    return [
        c for c in head.kids("compound", "nmod", "poss", "amod") if c.i < noun.i and c.mention and c.mention.is_name
    ]


def _origin_before(noun: Node) -> list[Node]:
    """«the Swiss watchmaker Nordal» with both hung from the name: where the firm is from tells of its noun, too."""
    name = noun.head
    if noun.dep not in ("compound", "nmod") or name is None or name.mention is None or not name.mention.is_name:
        return []
    before = [c for c in name.kids("amod", "compound", "nmod") if c.i < noun.i and c.mention]
    return [c for c in before if c.mention and c.mention.type in ("demonym", "place")]


def _premodifiers(noun: Node) -> Iterator[Node]:
    for child in noun.kids("amod", "compound", "nmod", "nummod", "advmod", "npadvmod"):
        yield from _premodifiers(child)
        yield child


def _sharers(noun: Node) -> list[Node]:
    """The noun and those coordinated with it whose phrases it shares: founder and CEO of X, not of X and CEO of Y."""
    shared = [noun]
    node = noun
    own = any(p.low in ("of", "at") for p in noun.kids("prep"))
    while not own and node.dep == "conj" and node.head is not None and node.head.pos in ("NOUN", "PROPN"):
        node = node.head
        if not (node.mention and node.mention.is_name):
            shared.append(node)
    if not noun.kids("prep"):
        named = noun.mention is not None and noun.mention.is_name  # «Ada Moor and her team at Orlik»
        others = (c for c in noun.kids("conj") if not ((c.mention and c.mention.is_name) or _is_of_its_own(noun, c)))
        shared.extend(c for c in others if not (named and c.kids("det", "poss")))
    return shared


def _is_of_its_own(first: Node, noun: Node) -> bool:
    """«a store owner and later the editor of X»: a noun that says already of what, beside another with its article."""
    told = any(c.pos == "NOUN" and c.mention is None for c in first.kids("compound"))
    return told and bool(noun.kids("det"))


def adjective_frame(adjective: Node) -> Frame:
    """The frame of a predicative or attributive adjective: similar to X, available from Y."""
    roles: dict[str, tuple[Node, ...]] = {}
    head = adjective.head
    if adjective.dep == "amod" and head is not None:
        roles["is"] = (head,)
    elif head is not None and head.pos in ("VERB", "AUX"):
        roles["is"] = tuple(subject_of(head))
    elif adjective.dep == "ROOT":
        roles["is"] = tuple(subject_of(adjective))
    _add_prepositions(adjective, roles)
    roles["by"] = (*roles.get("by", ()), *agents_of(adjective))  # «is handmade by Orlik»
    roles["adverb"] = tuple(adjective.kids("advmod", "npadvmod"))
    return Frame(
        adjective, adjective.low, "adjective", {k: v for k, v in roles.items() if v}, governing_verb(adjective)
    )
