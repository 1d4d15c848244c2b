"""What a sentence says by leaving it out: a clause copied with the words replaced that its remnant sets beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from leica_kb.extract.frames.frame import Frame, build_frames
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.extract.phrases.negation import deniers
from leica_kb.extract.phrases.nominal import conjuncts
from leica_kb.extract.repairs.glosses import STANDING
from leica_kb.extract.repairs.rows import things_of
from leica_kb.lang.cues import OWNERS
from leica_kb.lang.given_names import GIVEN_NAMES

_JOINTS: Final = frozenset({",", ";", "and", "while", "whereas", "but"})
_GAPPABLE: Final = frozenset("in at on by for from with since under to until of".split())
_REPEATED: Final = frozenset("nsubj nsubjpass aux auxpass neg prt dobj attr acomp oprd agent xcomp ccomp mark".split())
"""What a gapped clause shares with its model; other phrases were said of the model only."""


_MEASURES: Final = frozenset({"money", "quantity", "duration"})
"""What a verb may have beside it without a preposition: «costs 400 euros, the Z9 600»."""


@dataclass(frozen=True, slots=True)
class Remnant:
    """What a clause without its verb leaves: the verb that it goes without, and which words stand for which."""

    verb: Node
    replaced: Mapping[Node, Node]
    """Word of the model → the word that stands in its place."""
    is_gap: bool = True
    """Whether the verb itself is left out; an auxiliary that stands for it repeats all the rest."""
    turned_by: tuple[Node, ...] = ()
    """The words by which it is the other way round: «Canon makes its own; Leica does not»; empty where it is not."""


def find_remnants(tree: Tree) -> tuple[Remnant, ...]:
    """Every clause that the sentence leaves to be filled in; what remains of it no longer hangs from its neighbour."""
    found = (*_gapped(tree), *_serial(tree), *_rejoined(tree), *_judged_too(tree), *_echoed(tree))
    for remnant in found:
        if remnant.is_gap and remnant.replaced:
            _set_apart(remnant)
    return found


def _set_apart(remnant: Remnant) -> None:
    """Take the remnant's words out of the phrases of its neighbour, where the parser hangs them."""
    own = sorted(remnant.replaced.values(), key=lambda n: n.i)
    for word in own:
        phrase = word.head if word.dep == "pobj" and word.head is not None and word.head.i > own[0].i - 2 else word
        for node in (phrase, word):
            if node.head is not None and (node.dep == "appos" or node.head not in (*own, phrase)):
                for other in [c for c in node.kids("conj") if c.pos == "ADP" and not _below(c, own)]:
                    other.attach(remnant.verb, "prep")  # «in A from 1936, in B from 1959 and finally in C»
                node.attach(remnant.verb, "parataxis")


def _below(node: Node, words: Sequence[Node]) -> bool:
    return any(n in words for n in node.subtree())


def elided_frames(tree: Tree, remnants: Sequence[Remnant]) -> Iterator[Frame]:
    """The frames of every clause that the sentence leaves to be filled in."""
    for remnant in remnants:
        copied = _copy(remnant)
        for frame in build_frames(Tree(tuple(sorted(copied.values(), key=lambda n: n.i)), tree.span)):
            new = [copied[n] for n in remnant.replaced if n in copied]
            told = any(n in new for role in frame.roles.values() for top in role for n in (top, *top.subtree()))
            doing = frame.kind == "noun" and frame.trigger.head is copied[remnant.verb]  # «Production began in Cork»
            if told or (doing and frame.trigger.dep in ("nsubj", "nsubjpass")):
                yield replace(frame, turned_by=remnant.turned_by)


def _copy(remnant: Remnant) -> dict[Node, Node]:
    """The model's clause with the words replaced: each node of the model → its copy."""
    verb = remnant.verb
    top = replace(verb, children=[])
    copied = {verb: top}
    owner = next((new for old, new in remnant.replaced.items() if old.dep in ("nsubj", "nsubjpass")), None)
    for child in verb.children:
        kept = child.dep in _REPEATED or not remnant.is_gap or any(n in remnant.replaced for n in child.subtree())
        if kept and child.dep not in ("conj", "cc", "punct", "parataxis", "advcl"):
            _copy_below(child, top, remnant, owner, copied)
    return copied


def _copy_below(node: Node, head: Node, remnant: Remnant, owner: Node | None, copied: dict[Node, Node]) -> None:
    source = remnant.replaced.get(node, node)
    if owner is not None and node.dep == "poss" and node.low in OWNERS:
        source = owner
    copy = replace(source, i=node.i, dep=node.dep, head=head, children=[])
    head.children.append(copy)
    copied[node] = copy
    held = [c for c in node.children if source is not node and any(n in remnant.replaced for n in c.subtree())]
    for child in held:
        _copy_below(child, copy, remnant, owner, copied)
    for child in source.children:
        if child not in remnant.replaced.values() and (source is node or _is_own(child)):
            _copy_below(child, copy, remnant, None if source is owner else owner, copied)


def _is_own(child: Node) -> bool:
    """Whether what hangs from a remnant's word belongs to its phrase: its article, its adjective."""
    return child.dep in ("det", "amod", "compound", "nmod", "nummod", "case")


def _gapped(tree: Tree) -> Iterator[Remnant]:
    """«the Q2 came out in 2019, the M11 in 2022»: a name behind a joint, then phrases like those of the clause."""
    for verb in (n for n in tree.nodes if _heads_clause(n)):
        anchor = next((a for s in verb.kids("nsubj", "nsubjpass") if s.i < verb.i for a in _named_in(s)), None)
        if anchor is None:
            continue
        for name in tree.nodes[verb.i + 1 :]:
            own = _own_kind(name, anchor, tree)
            if (own or _opens(name, anchor, tree)) and not _verbs_between(verb, name, tree):
                names, at = _names_from(name, tree)
                if found := _parallels(verb, name, at, tree.nodes):
                    name.mention = own or name.mention
                    yield from (Remnant(verb, {anchor: n, **found}) for n in names)


def _own_kind(name: Node, anchor: Node, tree: Tree) -> Mention | None:
    """«Minolta's cameras were made in Sakai, Mamiya's in Saku»: what the firm's genitive alone stands for."""
    kind, firm, behind = anchor.mention, name.mention, tree.nodes[name.i + 1 : name.i + 2]
    if kind is None or firm is None or kind.type != "product_class" or firm.type not in ("company", "unknown"):
        return None
    alone = bool(behind) and behind[0].tag == "POS" and tree.nodes[name.i - 1].low in _JOINTS
    return things_of(firm, kind) if alone else None


def _heads_clause(node: Node) -> bool:
    return node.pos == "VERB" or (node.pos == "AUX" and node.dep not in ("aux", "auxpass"))


def _named_in(subject: Node) -> list[Node]:
    """The subject, or whose it is: «Sigma's works are in Aizu, Tamron's in Hirosaki», «…, that of Tamron …»."""
    if subject.mention:
        return [subject]
    owners = (*subject.kids("poss"), *(n for p in subject.kids("prep") if p.low == "of" for n in p.kids("pobj")))
    return [n for n in owners if n.mention and n.mention.is_name][:1]


def _serial(tree: Tree) -> Iterator[Remnant]:
    """«bought A in 1931, B in 1997»: behind a joint a name like the object, then phrases like the verb's."""
    for verb in (n for n in tree.nodes if n.pos == "VERB" and n.kids("nsubj")):
        objects = verb.kids("dobj")
        first = next((o for o in objects if o.mention and o.mention.is_name), next(iter(objects), None))
        for name in tree.nodes[first.i + 1 :] if first is not None else ():
            opens = first is not None and (_opens(name, first, tree) or _is_beside_date(name, first))
            if first is None or not opens or _verbs_between(verb, name, tree):
                continue
            if _holds_person(name, verb):
                continue
            found = _parallels(verb, name, name.i + 1, tree.nodes, of_object=True)
            if found and not any(n.low == ";" for n in tree.nodes[first.i : name.i]):
                yield Remnant(verb, {first: name, **found})


def _is_beside_date(name: Node, first: Node) -> bool:
    """«founded a school in 1950 and Orlik Optics in 1953» with the name beside year or verb: the second object."""
    above = name.head if name.dep == "conj" and name.mention is not None and name.mention.is_name else None
    dated = above is not None and above.mention is not None and above.mention.type == "date"
    return first.mention is None and above is not None and (dated or above is first.head)


def _holds_person(name: Node, verb: Node) -> bool:
    """«Ada Moor founded A in 1981 and Eva Moor Vela Optics in 1983»: one name of two, the first a person's."""
    words = name.text.split()
    doers = {w for s in verb.kids("nsubj") if s.mention and not s.mention.known for w in s.text.split()[1:]}
    return words[0].lower() in GIVEN_NAMES or bool(doers & set(words[:-1]))


def _judged_too(tree: Tree) -> Iterator[Remnant]:
    """«found A heavy and B light»: a second thing with what it is found to be."""
    for verb in (n for n in tree.nodes if n.pos == "VERB" and n.kids("dobj") and n.kids("oprd")):
        what = verb.kids("oprd")[0]
        for other in (c for c in what.kids("conj") if c.kids("nsubj")):
            yield Remnant(verb, {verb.kids("dobj")[0]: other.kids("nsubj")[0], what: other})


def _rejoined(tree: Tree) -> Iterator[Remnant]:
    """«was bought by Kenko in 2005 and by Tamron in 2013»: behind «and» two phrases like two of the verb's own."""
    for joint in (n for n in tree.nodes if n.low in ("and", ",", "then", "later") and n.i + 1 < len(tree.nodes)):
        if tree.nodes[joint.i + 1].low not in _GAPPABLE and _stand_in(joint.i + 1, tree.nodes) is None:
            continue
        verb = next((v for v in reversed(tree.nodes[: joint.i]) if v.pos == "VERB"), None)
        found = _parallels(verb, joint, joint.i + 1, tree.nodes) if verb is not None else {}
        if verb is not None and len(found) > 1:
            yield Remnant(verb, found)


def _opens(name: Node, subject: Node, tree: Tree) -> bool:
    """Whether a name like the subject stands right behind a comma or «and»."""
    if name.mention is None or subject.mention is None or not name.mention.is_name:
        return False
    before = name.i - 1
    while before > 0 and tree.nodes[before].dep in ("det", "amod", "compound") and tree.nodes[before].mention is None:
        before -= 1
    if before > 1 and tree.nodes[before].low == "of" and tree.nodes[before - 1].low in ("that", "those"):
        before -= 2
    return tree.nodes[before].low in _JOINTS and _alike(name.mention, subject.mention)


def _names_from(name: Node, tree: Tree) -> tuple[list[Node], int]:
    """«Nikon and Canon since 2018»: the names in a row, and the place behind them; a comma may stand for the verb."""
    names, at = [name], name.i + 1
    while at + 1 < len(tree.nodes) and tree.nodes[at].low == "and" and _is_like(tree.nodes[at + 1], name):
        names.append(tree.nodes[at + 1])
        at += 2
    if at < len(tree.nodes) and tree.nodes[at].tag == "POS":
        return names, at + 1
    comma = at + 1 < len(tree.nodes) and tree.nodes[at].low == "," and name.i > 1
    semicolon = any(n.low == ";" for n in tree.nodes[max(0, name.i - 3) : name.i])
    return names, at + 1 if comma and semicolon else at


def _is_like(node: Node, name: Node) -> bool:
    return node.mention is not None and name.mention is not None and _alike(node.mention, name.mention)


def _parallels(verb: Node, name: Node, at: int, nodes: Sequence[Node], *, of_object: bool = False) -> dict[Node, Node]:
    """Each word of the model → the remnant's word like it: a second name, then phrases with the same prepositions."""
    model = [n for n in verb.subtree() if verb.i < n.i < name.i]
    objects = [n for n in model if n.dep == "dobj" and n.head is verb and n.mention and n.mention.is_name]
    objects = [] if of_object else objects
    found, at = _second_name(objects, at, nodes)
    if (one := _stand_in(at, nodes)) is not None:
        things = [n for n in model if n.dep == "dobj" and n.head is verb and n.lemma == one.lemma]
        found, at = {**found, **dict.fromkeys(things[:1], one)}, one.i + 1
    elif not found and not of_object and (thing := _other_thing(at, verb, nodes)) is not None:
        found, at = {verb.kids("dobj")[0]: thing}, thing.i + 1
    if [n.low for n in nodes[at : at + 2]] == ["in", "turn"]:
        at += 2
    told = len(found)
    if (later := _later_at(at, nodes)) is not None:
        dates = [n for n in model if n.mention and n.mention.type == "date"]
        found, at = {**found, **dict.fromkeys(dates[:1], later)}, max(at, later.i + 1)
    while (pair := _phrase_at(at, nodes)) is not None:
        preposition, value = pair
        slot = next((n for n in model if n not in found and _fills(n, preposition, value)), None)
        if slot is None or (preposition.low == "of" and verb.lemma not in ("be", "become")):
            break
        found[slot] = value
        at = preposition.i + 2 if preposition is value and value.low in _GAPPABLE else value.i + 1
    ambiguous = not told and any(_is_like(name, o) for o in objects)  # «founded A in 1988 and B in 1996»
    return {} if ambiguous or (len(found) == told and not _ends(at, nodes)) else found


def _second_name(objects: Sequence[Node], at: int, nodes: Sequence[Node]) -> tuple[dict[Node, Node], int]:
    """«P designed A; Q, the B»: the name that stands where the model's object does, and the place behind it."""
    first = next((j for j in (at, at + 1) if j < len(nodes) and nodes[j].mention), None)
    if not objects or first is None or (first > at and nodes[at].low != "the"):
        return {}, at
    return ({objects[0]: nodes[first]}, first + 1) if _is_like(nodes[first], objects[0]) else ({}, at)


def _stand_in(at: int, nodes: Sequence[Node]) -> Node | None:
    """«Sigma one in Aizu», «a second one in Riga»: the word here that stands for the object of the clause before."""
    for node in nodes[at : at + 3]:
        if node.low in STANDING and node.lemma != node.low:
            return node
        if node.dep not in ("det", "amod") and node.low not in OWNERS:
            return None
    return None


def _other_thing(at: int, verb: Node, nodes: Sequence[Node]) -> Node | None:
    """«Canon has a plant in Oita, Nikon a workshop in Sendai»: right behind the name a thing with its article."""
    objects = [o for o in verb.kids("dobj") if o.i < at and not (o.mention and o.mention.is_name)]
    if not objects or verb.kids("dative") or at >= len(nodes) or nodes[at].low not in _ARTICLES:
        return None
    for node in nodes[at + 1 : at + 5]:
        if node.tag in ("NN", "NNS") and node.dep not in ("compound", "nmod", "amod"):
            return node if not node.mention else None
        if node.pos not in ("ADJ", "NOUN", "VERB", "NUM"):
            return None
    return None


_ARTICLES: Final = frozenset("the a an its their his her".split())


def _later_at(at: int, nodes: Sequence[Node]) -> Node | None:
    """«released A in 2020, B four years later»: the adverb that stands for a date without telling it."""
    for node in nodes[at : at + 4]:
        if node.low in _LATER:
            return node
        if node.tag not in ("CD", "DT") and not (node.mention and node.mention.type == "duration"):
            return None
    return None


_LATER: Final = frozenset("later earlier before after afterwards".split())


def _ends(at: int, nodes: Sequence[Node]) -> bool:
    return at >= len(nodes) or nodes[at].low in {*_JOINTS, "."} or nodes[at].start < nodes[at - 1].start


def _phrase_at(at: int, nodes: Sequence[Node]) -> tuple[Node, Node] | None:
    """The preposition that stands here with the value or name behind it; «since 2018» is one of both."""
    if at >= len(nodes):
        return None
    if nodes[at].low not in _GAPPABLE:
        bare = next((n for n in nodes[at : at + 3] if n.mention and n.mention.type in _MEASURES), None)
        plain = bare is not None and all(n.tag in ("$", "CD", "IN", "RB") for n in nodes[at : bare.i])
        return (bare, bare) if bare is not None and plain else None
    for value in nodes[at : at + 3]:
        if value.mention is not None:
            return nodes[at], value
        if value is not nodes[at] and value.dep != "det" and value.tag != "$":
            return None
    return None


def _fills(slot: Node, preposition: Node, value: Node) -> bool:
    """Whether a word of the model stands behind the same preposition and is of the same kind as the remnant's."""
    if slot.mention is None or value.mention is None or not _alike(slot.mention, value.mention):
        return False
    if slot.mention.type in _MEASURES and preposition is value:
        return slot.dep in ("dobj", "npadvmod", "attr", "oprd")
    above = slot if preposition is value else slot.head
    return above is not None and above.low == preposition.low


def _verbs_between(verb: Node, name: Node, tree: Tree) -> bool:
    """Whether another clause, which the remnant might rather continue, stands between the verb and the name."""
    for node in tree.nodes[verb.i + 1 : name.i]:
        if node.pos == "VERB" and node.dep in ("conj", "ROOT", "ccomp", "parataxis", "dep"):
            return True
    return False


def _alike(one: Mention, other: Mention) -> bool:
    """Whether two mentions can be of one type: the same, or one that is only guessed."""
    return one.type == other.type or (one.is_name and other.is_name and not (one.known and other.known))


def _echoed(tree: Tree) -> Iterator[Remnant]:
    """«and so does Sony», «Leica does not», «as it did for the Q2»: an auxiliary that stands for the clause before."""
    for echo in tree.nodes:
        verb = echo.head if echo.head is not None and echo.head.i < echo.i else None
        if verb is None:
            verb = next((c for c in echo.kids("ccomp") if c.i < echo.i), None)
        if verb is None or not _heads_clause(verb) or not _stands_for_verb(echo):
            continue
        turned_by = () if _is_same(echo) else (echo, *deniers(echo))
        if turned_by and any(deniers(echo)) == any(deniers(verb)):
            continue
        subject = next((s for s in verb.kids("nsubj", "nsubjpass")), None)
        named = [n for s in echo.kids("nsubj") for n in conjuncts(s) if n.mention and n.mention.is_name]
        told = _told_otherwise(echo, verb)
        if subject is not None and told is not None:
            yield from (Remnant(verb, {subject: n, **told}, is_gap=False, turned_by=turned_by) for n in named)
        if not (named or turned_by) and any(s.low in ("it", "they", "he", "she") for s in echo.kids("nsubj")):
            yield from _of_another(echo, verb)


def _of_another(echo: Node, verb: Node) -> Iterator[Remnant]:
    """«makes the sensor of the Q3, as it did for the Q2»: the same subject's, of the other thing."""
    others = [n for p in echo.kids("prep", "dative") for t in p.kids("pobj") for n in conjuncts(t) if n.mention]
    told = [n for n in verb.subtree() if verb.i < n.i < echo.i and n.mention and n.mention.is_name]
    for other in others:
        like = next((n for n in told if n.mention and other.mention and n.mention.type == other.mention.type), None)
        if like is not None and other.mention is not None and other.mention.is_name:
            yield Remnant(verb, {like: other}, is_gap=False)


def _stands_for_verb(echo: Node) -> bool:
    """Whether an auxiliary stands alone, with a subject at most."""
    alone = not echo.kids("dobj", "attr", "acomp", "xcomp", "aux", "auxpass", "oprd")
    complements = [c for c in echo.kids("ccomp", "advcl") if c.i > echo.i]
    return alone and not complements and echo.lemma in ("do", "be", "have", "will", "can") and echo.dep != "aux"


def _is_same(echo: Node) -> bool:
    """«so does», «neither has», «as did», «as does»: what is said of the first is said of the second."""
    return bool({c.low for c in echo.kids("advmod", "mark", "cc", "preconj")} & {"so", "as", "neither", "nor", "too"})


def _told_otherwise(echo: Node, verb: Node) -> dict[Node, Node] | None:
    """«as has Nikon in Thailand»: what the echo's own phrases replace; None where they replace nothing."""
    model = [n for n in verb.subtree() if verb.i < n.i < echo.i]
    phrases = [p for top in (echo, *echo.kids("nsubj")) for p in top.kids("prep")]
    told: dict[Node, Node] = {}
    for phrase, value in ((p, v) for p in phrases for v in (p if p.mention else None, *p.kids("pobj")) if v):
        slot = next((n for n in model if _fills(n, phrase, value)), None)
        if slot is None or not _is_same(echo):
            return None
        told[slot] = value
    return told
