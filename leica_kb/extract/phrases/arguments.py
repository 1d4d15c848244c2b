"""Who does what to whom: a verb's subjects, objects and agents, through relatives, control and coordination."""

from __future__ import annotations

from typing import Final

from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.nominal import conjuncts, prepositional
from leica_kb.lang.cues import BOUND_TO, SET_TO

_CONTROL_BY_OBJECT: Final = frozenset("allow ask tell force let help enable invite commission hire contract".split())


_TRUSTING: Final = frozenset("rely count depend call prevail bank lean".split())
"""Verbs with «on» and who is to do something: «relied on others to build its lenses»."""


_INTRANSITIVE: Final = frozenset("go come become remain fall rise arrive stay die happen belong".split())
"""Verbs that are done to nobody: «was founded in 1950, went to X in 1998»."""
_EITHER: Final = frozenset("move relocate expand grow shift switch operate merge turn trade".split())
"""Verbs that things do of themselves and that are done to them: the tagger's past tense tells which."""


_EMPHATIC: Final = frozenset("itself himself herself themselves".split())
"""«It followed the Nova and was itself replaced»: words that stand beside the subject and are none."""


def is_passive(verb: Node) -> bool:
    """Whether the verb's subject is what it is done to."""
    active = bool(verb.kids("nsubj") and verb.kids("dobj"))  # «Orlik made 900 parts by the end of the war»
    if verb.kids("nsubjpass", "auxpass") or (verb.kids("agent") and not active) or _is_had_done(verb):
        return True
    moves = verb.lemma in _INTRANSITIVE or (verb.lemma in _EITHER and verb.tag == "VBD")
    if moves or (verb.kids("agent") and active):
        return False
    reduced = verb.tag == "VBD" and verb.dep == "acl" and not verb.kids("dobj", "nsubj")  # «a body milled from brass»
    if reduced or (verb.tag == "VBN" and verb.dep in ("acl", "amod")):
        return True
    if verb.dep == "conj" and verb.tag in ("VBN", "VBD") and verb.head is not None:
        return not verb.kids("nsubj", "dobj", "aux", "prt") and is_passive(verb.head)
    if verb.dep in ("relcl", "advcl", "ROOT") and verb.tag == "VBN":
        return not verb.kids("aux", "dobj", "nsubj")
    return False


def _is_had_done(verb: Node) -> bool:
    """«Nikon has the lens made in China»: what another is to do to the thing."""
    below = verb.tag == "VBN" and verb.dep == "ccomp" and not verb.kids("aux", "dobj")
    return below and verb.head is not None and verb.head.lemma in ("have", "get")


def subject_of(verb: Node, *, seen: int = 0) -> list[Node]:
    """The verb's subjects: its own, its antecedent, or the one it shares with the clause it depends on."""
    subjects = [
        s for s in verb.kids("nsubj", "nsubjpass", "csubj", "expl") if s.low not in _EMPHATIC or verb.dep != "conj"
    ]
    own = [n for s in subjects for n in conjuncts(s)]
    if own:
        return _through_relative(verb, own)
    shared = verb.head is not None and seen <= 6 and not _tells_time(verb)
    return _shared_subject(verb, verb.head, seen) if verb.head is not None and shared else []


_PHASES: Final = frozenset("begin start commence continue end".split())


def _tells_time(verb: Node) -> bool:
    """«starting in 1859», «beginning with the M6»: a participle of phase without an object says when, not who."""
    return verb.tag == "VBG" and verb.lemma in _PHASES and not verb.kids("dobj", "xcomp", "aux")


def _shared_subject(verb: Node, head: Node, seen: int) -> list[Node]:
    match verb.dep:
        case "acl" | "amod":
            return [n for c in conjuncts(head) for n in _included(c)] if verb.dep == "acl" else [head]
        case "relcl":
            return [head] if verb.kids("dobj") or is_passive(verb) else []
        case "xcomp" | "advcl" | "ccomp" if not verb.kids("mark"):
            return [] if _is_expletive(head) else _controller(verb, head, seen)
        case "conj" | "advcl":
            return subject_of(head, seen=seen + 1)
        case "pcomp" if head.head is not None and not _is_topical(head.head):
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


def _is_topical(verb: Node) -> bool:
    """«when it comes to making lenses»: nobody comes to it."""
    return verb.lemma == "come" and [s.low for s in verb.kids("nsubj")] == ["it"] and bool(verb.kids("advmod", "mark"))


def _controller(verb: Node, head: Node, seen: int) -> list[Node]:
    """«helps Nikon build», «plans to build», «is likely to be built»: whoever the verb above says it of."""
    objects = [n for o in head.kids("dobj") for n in conjuncts(o)]
    if verb.dep == "xcomp" and objects and head.lemma in _CONTROL_BY_OBJECT:
        return objects
    if (trusted := prepositional(head, "on", "upon")) and head.lemma in _TRUSTING and _is_infinitive(verb):
        return trusted
    raising = head.low == "likely" or head.low in SET_TO | BOUND_TO
    if verb.dep == "xcomp" and head.dep == "acomp" and raising and head.head is not None:
        return subject_of(head.head, seen=seen + 1)
    return subject_of(head, seen=seen + 1) if head.pos in ("VERB", "AUX") else []


def _is_infinitive(verb: Node) -> bool:
    return any(a.low == "to" for a in verb.kids("aux"))


def _through_relative(verb: Node, subjects: list[Node]) -> list[Node]:
    """«a firm that makes lenses»: the relative pronoun is its antecedent."""
    if verb.dep == "relcl" and verb.head is not None and subjects[0].low in ("who", "which", "that"):
        return conjuncts(verb.head) if _is_cleft(verb.head) else _included(verb.head)
    return subjects


def _included(several: Node) -> list[Node]:
    """«Lenses that were made in Cork include the Nova and the Vela»: what is said of them is said of those named."""
    verb = several.head
    if several.tag not in ("NNS", "NNPS") or several.dep != "nsubj" or verb is None or verb.lemma != "include":
        return [several]
    return [n for o in verb.kids("dobj") for n in conjuncts(o) if n.mention and n.mention.is_name] or [several]


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
    if verb.kids("prep") or is_passive(verb):
        return []
    if verb.dep == "conj" and verb.head is not None and (later := [o for o in verb.head.kids("dobj") if o.i > verb.i]):
        return [n for o in later for n in conjuncts(o)]  # «designs and makes lenses»
    shared = [c for c in verb.kids("conj") if not c.kids("nsubj", "nsubjpass")][:1]
    return [n for c in shared for o in c.kids("dobj") or _last_name(c) for n in conjuncts(o)]


def _last_name(verb: Node) -> list[Node]:
    """«founded and became head of Orlik»: the name behind its preposition is the first verb's object, too."""
    names = [n for n in verb.subtree() if n.dep == "pobj" and n.mention and n.mention.is_name]
    return names[:1] if verb.kids("attr", "prep") else []


def _has_own_relative(verb: Node) -> bool:
    """«whose factory opened», «where it opened»: the relative word is somebody's or somewhere, and no object."""
    return any(n.low in ("whose", "where", "when") for n in verb.subtree() if n.i < verb.i)


def agents_of(verb: Node) -> list[Node]:
    """By whom a passive verb is done; a verb without its own agent shares that of the verb coordinated after it."""
    agents = verb.kids("agent")
    before = {n.i + 1 for n in verb.subtree() if n.mention and n.mention.is_name}
    told = [a for a in agents if a is agents[0] or a.i not in before]  # «designed by A and the Nova by B»
    own = [n for a in told for t in a.kids("pobj") for n in conjuncts(t)]
    if own:
        return own
    bare = any(not a.kids("pobj") and c.low == "and" and c.i == a.i + 1 for a in agents for c in verb.kids("cc"))
    if bare:  # «founded by and named after Erik Voss»
        return [n for c in verb.kids("conj") for p in c.kids("prep") for n in prepositional_of(p)][:1]
    if verb.kids("prep"):
        return []
    if hyphened := hyphened_to(verb):
        return hyphened
    later = [c for c in verb.kids("conj") if is_passive(c) and not c.kids("auxpass", "nsubjpass", "nsubj")]
    return agents_of(later[0]) if later else []


def hyphened_to(verb: Node) -> list[Node]:
    """«a Sony-designed sensor»: the name that a hyphen ties to a participle before its noun."""
    names = [c for c in verb.kids("npadvmod", "compound", "nmod") if c.mention and c.mention.is_name]
    return names if verb.dep == "amod" and any(c.tag == "HYPH" for c in verb.children) else []


def prepositional_of(prep: Node) -> tuple[Node, ...]:
    """The heads that one preposition governs."""
    said = prep.kids("amod", "acomp") if prep.low == "as" else []  # «described it as breathtaking»
    found = [n for t in prep.kids("pobj", "pcomp") or said for n in conjuncts(t)]
    inside = [inner for inner in prep.kids("prep") if inner.i == prep.i + 1]  # «from inside», and no insert's phrase
    found += [n for inner in inside for t in inner.kids("pobj") for n in conjuncts(t)]
    return tuple(found)


def governing_verb(node: Node) -> Node:
    """The verb whose clause the node stands in, or the top of its fragment."""
    current = node
    while current.head is not None:
        current = current.head
        if current.pos in ("VERB", "AUX") and current.dep != "amod":
            return current
    return current


def subject_ahead(node: Node) -> Node | None:
    """«Since its founding in 1928, Kestrel …»: the subject behind the phrase or clause in front that holds a node."""
    child = node
    for verb in node.ancestors():
        if child.dep in ("prep", "advcl", "mark", "npadvmod") and verb.pos in ("VERB", "AUX") and child.i < verb.i:
            later = [s for s in verb.kids("nsubj", "nsubjpass") if s.i > node.i]
            if later:
                return later[0]
        child = verb
    return None


def named_beside(possessive: Node) -> Node | None:
    """«Orlik and its founder»: the name that the thing possessed is coordinated with."""
    thing = possessive.head
    if possessive.dep != "poss" or thing is None or thing.dep != "conj" or thing.head is None:
        return None
    return thing.head if thing.head.mention is not None and thing.head.mention.is_name else None


def beside_anothers(possessive: Node) -> bool:
    """«bought Orlik's patents, but not its plant»: beside somebody's thing «its» may be of either."""
    thing = possessive.head if possessive.dep == "poss" else None
    first = thing.head if thing is not None and thing.dep == "conj" else None
    things = () if first is None else first.kids("dobj") if first.pos == "VERB" else (first,)
    return any(n.mention for t in things for n in t.kids("poss"))


def nameless_subject(pronoun: Node) -> bool:
    """«bodies get their first assembly»: the plural subject before «their» is what it means, and has no name."""
    subjects = governing_verb(pronoun).kids("nsubj", "nsubjpass")
    bare = [s for s in subjects if s.tag == "NNS" and not s.kids("det", "poss", "compound", "nmod")]
    return any(s.i < pronoun.i and s.mention is None for s in bare)


def means_the_object(pronoun: Node) -> bool:
    """«gave its division to Orlik, which renamed it»: below another object without a name, «it» may be that."""
    clause = pronoun.head if pronoun.dep == "dobj" and pronoun.low == "it" else None
    if clause is None or clause.dep != "relcl":
        return False
    return any(o.mention is None and not o.kids("appos") for o in governing_verb(clause).kids("dobj"))
