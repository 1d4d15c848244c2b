"""Clause frames: a trigger, and who does what to what, where and when; active, passive and nominal in one form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from leica_kb.extract.nominal import conjuncts, prepositional
from leica_kb.extract.parser import Node, Tree

FrameKind = Literal["verb", "noun", "adjective", "name", "key"]

_HAVING: Final = frozenset(
    "have own operate run open maintain get build establish possess include feature offer keep boast set".split()
)
_POSTS: Final = frozenset("role position post job title office tenure duty".split())
_RAISING: Final = frozenset("promote elevate appoint elect name rise ascend".split())
_SUPERSEDING: Final = frozenset("overtake replace succeed surpass pass supersede follow".split())
"""Verbs after which «as» speaks of the subject: «China overtook Japan as its largest market»."""
_SUBJECTS: Final = ("nsubj", "csubj")
_CONTROL_BY_OBJECT: Final = frozenset("allow ask tell force let help enable invite commission hire contract".split())


@dataclass(frozen=True, slots=True)
class Frame:
    """One statement's skeleton: the trigger word and its participants by role.

    Roles of verbs: ``agent``, ``patient``, ``is`` (complement) and each preposition by its word. Roles of nouns: ``is``
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
    denied: bool = False
    """Whether it is the other way round for these participants: an exception that the sentence makes."""

    def role(self, name: str) -> tuple[Node, ...]:
        """The participants in a role, empty where there is none."""
        return self.roles.get(name, ())


def build_frames(tree: Tree) -> Iterator[Frame]:
    """Every frame of a sentence: one for each verb, noun and predicative adjective."""
    for node in tree.nodes:
        if node.dep == "amod" and node.head is not None and any(d.low in ("a", "an") for d in node.head.kids("det")):
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


def is_passive(verb: Node) -> bool:
    """Whether the verb's subject is what it is done to."""
    if verb.kids("nsubjpass", "auxpass", "agent"):
        return True
    if verb.tag == "VBN" and verb.dep in ("acl", "amod"):
        return True
    if verb.dep == "conj" and verb.tag in ("VBN", "VBD") and verb.head is not None:
        return not verb.kids("nsubj", "dobj", "aux", "prt") and is_passive(verb.head)
    if verb.dep in ("relcl", "advcl", "ROOT") and verb.tag == "VBN":
        return not verb.kids("aux", "dobj", "nsubj")
    return False


def subject_of(verb: Node, *, seen: int = 0) -> list[Node]:
    """The verb's subjects: its own, its antecedent, or the one it shares with the clause it depends on."""
    own = [n for s in verb.kids("nsubj", "nsubjpass", "csubj", "expl") for n in conjuncts(s)]
    if own:
        return _through_relative(verb, own)
    return _shared_subject(verb, verb.head, seen) if verb.head is not None and seen <= 6 else []


def _shared_subject(verb: Node, head: Node, seen: int) -> list[Node]:
    match verb.dep:
        case "acl" | "amod":
            return conjuncts(head) if verb.dep == "acl" else [head]
        case "relcl":
            return [head] if verb.kids("dobj") or is_passive(verb) else []
        case "xcomp" | "advcl" | "ccomp" if not verb.kids("mark"):
            return [] if _is_expletive(head) else _controller(verb, head, seen)
        case "conj" | "advcl":
            return subject_of(head, seen=seen + 1)
        case "pcomp" if head.head is not None:
            return _governors_subject(head.head, seen)
        case _:
            return []


def _governors_subject(governor: Node, seen: int) -> list[Node]:
    """«known for founding», «after founding»: whoever the governing clause speaks of."""
    if (governor.pos == "ADJ" or governor.dep == "acomp") and governor.head is not None:
        governor = governor.head
    return subject_of(governor, seen=seen + 1) if governor.pos in ("VERB", "AUX") else [governor]


def _is_expletive(verb: Node) -> bool:
    """«it takes time to …»: an «it» that stands for what follows."""
    return verb.lemma in ("take", "be", "require", "cost") and any(s.low == "it" for s in verb.kids("nsubj", "expl"))


def _controller(verb: Node, head: Node, seen: int) -> list[Node]:
    objects = [n for o in head.kids("dobj") for n in conjuncts(o)]
    if verb.dep == "xcomp" and objects and head.lemma in _CONTROL_BY_OBJECT:
        return objects
    return subject_of(head, seen=seen + 1) if head.pos in ("VERB", "AUX") else []


def _through_relative(verb: Node, subjects: list[Node]) -> list[Node]:
    """«a firm that makes lenses»: the relative pronoun is its antecedent."""
    if verb.dep == "relcl" and verb.head is not None and subjects[0].low in ("who", "which", "that"):
        return conjuncts(verb.head) if _is_cleft(verb.head) else [verb.head]
    return subjects


def _is_cleft(noun: Node) -> bool:
    """«It was Cosina, not Zeiss, that built it»: what the clause behind «that» is said of."""
    verb = noun.head
    return noun.dep == "attr" and verb is not None and any(s.low == "it" for s in verb.kids("nsubj"))


def objects_of(verb: Node) -> list[Node]:
    """The verb's direct objects; a relative clause without one speaks of its antecedent."""
    own = [n for o in verb.kids("dobj", "oprd", "dative") for n in conjuncts(o) if o.dep != "dative"]
    if verb.dep == "relcl" and verb.head is not None:
        own = [verb.head if n.low in ("which", "that", "whom") else n for n in own]
    if own:
        return own
    if verb.dep == "relcl" and verb.head is not None and not is_passive(verb) and not _has_own_relative(verb):
        subjects = [s.low for s in verb.kids("nsubj")]
        if subjects and subjects[0] not in ("who", "which", "that"):
            return [verb.head]
    shared = [c for c in verb.kids("conj") if c.kids("dobj") and not c.kids("nsubj")]
    return [n for c in shared[:1] for o in c.kids("dobj") for n in conjuncts(o)] if not verb.kids("prep") else []


def _has_own_relative(verb: Node) -> bool:
    """«whose factory opened», «where it opened»: the relative word is somebody's or somewhere, and no object."""
    return any(n.low in ("whose", "where", "when") for n in verb.subtree() if n.i < verb.i)


def verb_frame(verb: Node) -> Frame:
    """The frame of a verb or participle."""
    roles: dict[str, tuple[Node, ...]] = {}
    passive = is_passive(verb)
    subjects, objects = subject_of(verb), objects_of(verb)
    if passive:
        roles["patient"] = tuple(subjects)
        roles["agent"] = tuple(_agents(verb))
        if objects:
            roles["is"] = tuple(objects)
    else:
        roles["agent"], roles["patient"] = tuple(subjects), tuple(objects)
    complements = [n for c in verb.kids("attr", "acomp", "oprd") for n in conjuncts(c)]
    if complements:
        roles["is"] = (*roles.get("is", ()), *complements)
    _add_prepositions(verb, roles)
    roles["purpose"] = tuple(c for c in verb.kids("xcomp", "advcl", "csubj") if c.tag in ("VB", "VBG"))
    adverbs = tuple(verb.kids("advmod", "npadvmod", "nmod", "compound"))
    if adverbs:
        roles["adverb"] = adverbs
    dropped = None
    if not subjects and _may_drop(verb):
        active = verb.tag == "VBZ" or (bool(objects) and not verb.kids("agent"))
        dropped = "agent" if active else "patient"
        if active and passive:
            roles["agent"], roles["patient"] = (), tuple(objects)
    particle = " ".join(c.low for c in verb.kids("prt"))
    return Frame(verb, verb.lemma, "verb", {k: v for k, v in roles.items() if v}, verb, dropped, particle)


def _may_drop(verb: Node) -> bool:
    """«Made in Japan, inspected in Wetzlar.»: a clause of its own, or one beside such a clause."""
    own = verb.dep in ("ROOT", "conj", "parataxis") and verb.tag in ("VBN", "VBD", "VBZ")
    beside = verb.dep in ("advcl", "dep", "acl") and verb.head is not None and verb.head.tag == verb.tag == "VBN"
    return own or (beside and verb.head is not None and verb.head.dep == "ROOT" and not subject_of(verb.head))


def _agents(verb: Node) -> list[Node]:
    agents = verb.kids("agent")
    before = {n.i + 1 for n in verb.subtree() if n.mention and n.mention.is_name}
    told = [a for a in agents if a is agents[0] or a.i not in before]  # «designed by A and the Nova by B»
    own = [n for a in told for t in a.kids("pobj") for n in conjuncts(t)]
    if own:
        return own
    if verb.kids("prep"):
        return []
    later = [c for c in verb.kids("conj") if is_passive(c) and not c.kids("auxpass", "nsubjpass", "nsubj")]
    return _agents(later[0]) if later else []


def _add_prepositions(node: Node, roles: dict[str, tuple[Node, ...]]) -> None:
    """Each preposition's phrases; a verb without its own shares those of the verb coordinated after it."""
    sources = [node]
    later = [c for c in node.kids("conj") if c.pos == node.pos and not c.kids("nsubj", "nsubjpass", "aux", "auxpass")]
    if not node.kids("prep") and later and node.pos == "VERB":
        sources.append(later[0])
    for source in sources:
        outer = [*source.kids("prep", "dative"), *(p for a in source.kids("advmod") for p in a.kids("prep"))]
        for prep in (p for first in outer for p in conjuncts(first)):
            if targets := prepositional_of(prep):
                roles[prep.low] = (*roles.get(prep.low, ()), *targets)


def prepositional_of(prep: Node) -> tuple[Node, ...]:
    """The heads that one preposition governs."""
    found = [n for t in prep.kids("pobj", "pcomp") for n in conjuncts(t)]
    found += [n for inner in prep.kids("prep") for t in inner.kids("pobj") for n in conjuncts(t)]
    return tuple(found)


def _owners(possessive: Node) -> list[Node]:
    """The possessors; «whose» is the noun that its clause hangs from."""
    verb = governing_verb(possessive)
    if possessive.low == "whose" and verb.dep == "relcl" and verb.head is not None:
        return [verb.head]
    return conjuncts(possessive)


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
        maker = Node(node.i, part.text, part.text.lower(), "PROPN", "NNP", "part", part.span.start, part.span.end, part)
        role = "agent" if part.type == "company" else "in"
        yield Frame(node, _PARTICIPLES[participle], "verb", {"patient": (node,), role: (maker,)}, node)


def noun_frame(noun: Node, *, kind: FrameKind = "noun", lemma: str | None = None) -> Frame:
    """The frame of a noun: the maker of X, X's factory in Y, owner Z."""
    roles: dict[str, tuple[Node, ...]] = {}
    sharers = _sharers(noun)
    owners = [n for s in sharers for p in s.kids("poss") for n in _owners(p)]
    of = [n for s in sharers for n in prepositional(s, "of")]
    modifiers = [c for c in _premodifiers(noun) if c.mention] + _before_office(noun)
    roles["whose"] = tuple(owners)
    roles["of"] = tuple(dict.fromkeys((*owners, *of, *modifiers)))
    for source in sharers:
        for prep in source.kids("prep"):
            if prep.low != "of":
                roles[prep.low] = (*roles.get(prep.low, ()), *prepositional_of(prep))
    verb = governing_verb(noun)
    if verb.dep == "relcl" and verb.head is not None and any(c.low == "where" for c in verb.kids("advmod")):
        roles["where"] = (verb.head,)
    roles["is"] = tuple(dict.fromkeys(_holders(noun)))
    roles["haver"] = tuple(dict.fromkeys(_havers(noun)))
    roles["modifier"] = tuple(_premodifiers(noun))
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


def _premodifiers(noun: Node) -> Iterator[Node]:
    for child in noun.kids("amod", "compound", "nmod", "nummod", "advmod", "npadvmod"):
        yield from _premodifiers(child)
        yield child


def noun_lemma(noun: Node) -> str:
    """The noun's lemma; a plural that the tagger took for a name loses its s."""
    low = noun.low.replace(".", "") if noun.low.count(".") > 1 else noun.low
    if low != noun.low:
        return low
    return low[:-1] if noun.lemma == low and noun.tag in ("NNS", "NNPS") and low.endswith("s") else noun.lemma


def _sharers(noun: Node) -> list[Node]:
    """The noun and those coordinated with it whose phrases it shares: founder and CEO of X."""
    shared = [noun]
    node = noun
    while node.dep == "conj" and node.head is not None and node.head.pos in ("NOUN", "PROPN"):
        node = node.head
        if not (node.mention and node.mention.is_name):
            shared.append(node)
    if not noun.kids("prep"):
        shared.extend(c for c in noun.kids("conj") if not (c.mention and c.mention.is_name))
    return shared


def _holders(noun: Node) -> Iterator[Node]:
    """Who or what is said to be the noun: by copula, apposition, title or office."""
    head = noun.head
    called = [c for v in noun.kids("acl") if v.lemma in ("call", "name") for c in v.kids("oprd", "dobj", "attr")]
    glosses = (*noun.kids("appos"), *called)
    yield from (n for a in glosses for n in conjuncts(a) if n.mention and n.mention.is_name)
    if head is None:
        return
    if noun.dep in ("attr", "oprd") or (noun.dep == "dobj" and head.lemma in ("become", "remain")):
        yield from (head.kids("dobj") if noun.dep == "oprd" and head.kids("dobj") else subject_of(head))
    elif noun.dep in ("nsubj", "nsubjpass") and (copula := _copula_of(head)) is not None:
        yield from (n for c in copula.kids("attr") for n in conjuncts(c))
    elif noun.dep == "nsubj" and head.lemma == "include" and noun.tag in ("NNS", "NNPS"):
        yield from (n for c in head.kids("dobj") for n in conjuncts(c))
    elif noun.dep == "appos":
        yield from conjuncts(head)
    elif noun.dep in ("compound", "nmod", "amod") and head.mention and head.mention.is_name:
        yield head
    elif noun.dep == "pobj" and head.head is not None:
        yield from _holders_through(head, head.head)
    elif noun.dep == "conj" and head.pos in ("NOUN", "PROPN") and not (head.mention and head.mention.is_name):
        yield from _holders(head)


def _holders_through(preposition: Node, above: Node) -> Iterator[Node]:
    """«works as its CEO», «was promoted to CEO», «one of the founders», «in his role of chairman»."""
    if preposition.low == "as" or (preposition.low == "to" and above.lemma in _RAISING):
        told = subject_of(above) if above.lemma in _SUPERSEDING else above.kids("dobj") or subject_of(above)
        yield from told if above.pos in ("VERB", "AUX") else _held_post(above) or [above]
    elif preposition.low == "of" and above.low in ("one", "two", "some"):
        yield from _holders(above)
    elif preposition.low == "of":
        yield from _held_post(above)


def _held_post(post: Node) -> list[Node]:
    """Who holds a post: its possessor, or the subject of its clause; nobody where the noun is none."""
    if post.lemma not in _POSTS:
        return []
    verb = governing_verb(post)
    return post.kids("poss") or (subject_of(verb) if verb.pos in ("VERB", "AUX") else [])


def _copula_of(verb: Node) -> Node | None:
    """The verb that says what its subject is: «is», «became», and «be» of «used to be», «is said to be»."""
    if verb.lemma in ("be", "become") and verb.kids("attr"):
        return verb
    return next((c for c in verb.kids("xcomp") if c.lemma in ("be", "become") and c.kids("attr")), None)


def _havers(noun: Node) -> Iterator[Node]:
    """Who has the noun: subject of have, own, open …, or the phrase that it stands with."""
    head = noun.head
    while noun.dep == "conj" and head is not None:
        noun, head = head, head.head
    if head is None:
        return
    if noun.dep == "dobj" and head.lemma in _HAVING:
        yield from subject_of(head)
    elif noun.dep == "pobj" and head.low == "with" and head.head is not None:
        up = head.head
        yield from (subject_of(up) if up.pos in ("VERB", "AUX") else [up])
    elif noun.dep == "nsubjpass" and head.lemma in _HAVING:
        yield from _agents(head)


def governing_verb(node: Node) -> Node:
    """The verb whose clause the node stands in, or the top of its fragment."""
    current = node
    while current.head is not None:
        current = current.head
        if current.pos in ("VERB", "AUX") and current.dep != "amod":
            return current
    return current


def adjective_frame(adjective: Node) -> Frame:
    """The frame of a predicative or attributive adjective: similar to X, available from Y."""
    roles: dict[str, tuple[Node, ...]] = {}
    head = adjective.head
    if adjective.dep == "amod" and head is not None:
        roles["is"] = (head,)
    elif head is not None and head.pos in ("VERB", "AUX"):
        roles["is"] = tuple(subject_of(head))
    _add_prepositions(adjective, roles)
    roles["adverb"] = tuple(adjective.kids("advmod"))
    return Frame(
        adjective, adjective.low, "adjective", {k: v for k, v in roles.items() if v}, governing_verb(adjective)
    )
