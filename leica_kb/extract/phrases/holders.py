"""Of whom a noun is said: who holds an office, has a thing or owns it; by copula, apposition, title or possession."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.arguments import agents_of, governing_verb, subject_of
from leica_kb.extract.phrases.degrees import is_equative
from leica_kb.extract.phrases.nominal import all_conjuncts, conjuncts

_HAVING: Final = frozenset(
    "have own operate run open maintain get build establish possess include feature offer keep boast set "
    "sign strike reach form forge conclude".split()
)


_CENTRING: Final = frozenset("build design base construct centre center".split())
"""What is done to a thing around a part of it."""
_POSTS: Final = frozenset("role position post job title office tenure duty".split())


_RAISING: Final = frozenset("promote elevate appoint elect name rise ascend".split())


_SERVING: Final = frozenset("serve work act function operate join enter leave quit start begin rejoin run".split())
"""Verbs after which «as» tells what the subject is there."""


_SUPERSEDING: Final = frozenset("overtake replace succeed surpass pass supersede follow".split())
"""Verbs after which «as» speaks of the subject: «China overtook Japan as its largest market»."""


def owners_of(possessive: Node) -> list[Node]:
    """The possessors; «whose» is the noun that its clause hangs from."""
    verb = governing_verb(possessive)
    if possessive.low == "whose" and verb.dep == "relcl" and verb.head is not None:
        return [verb.head]
    return conjuncts(possessive)


_CALLING: Final = frozenset("call name know sell market dub brand badge label title nickname christen".split())
"""Verbs whose participle tells how the noun before it is called."""


def called_as(noun: Node) -> Iterator[Node]:
    """«a camera called the Nova», «a lens, sold as the Nova 50», «a mount which it calls the N»: names given to it."""
    for verb in (v for v in noun.kids("relcl") if v.lemma in ("call", "name", "dub") and v.kids("nsubj")):
        yield from (n for n in verb.kids("oprd") if any(o.low in ("which", "that") for o in verb.kids("dobj")))
    for verb in (v for v in noun.kids("acl") if v.lemma in _CALLING):
        yield from verb.kids("oprd", "dobj", "attr")
        yield from (n for p in verb.kids("prep") if p.low == "as" for n in p.kids("pobj"))


def holders_of(noun: Node) -> Iterator[Node]:
    """Who or what is said to be the noun: by copula, apposition, title or office."""
    head = noun.head
    last = [c for o in noun.kids("conj") if not o.mention for c in o.kids("appos", "npadvmod")]
    glosses = (*noun.kids("appos"), *called_as(noun), *last)
    named = [n for a in glosses for n in conjuncts(a) if n.mention and n.mention.is_name]
    yield from named
    yield from examples_of(noun)
    if head is None or (named and noun.dep in ("nsubj", "nsubjpass")):  # «its heir, the Q3, is a …» tells of the Q3
        return
    if noun.dep in ("attr", "oprd") or (noun.dep == "dobj" and head.lemma in ("become", "remain")):
        yield from (head.kids("dobj") if noun.dep == "oprd" and head.kids("dobj") else subject_of(head))
    elif noun.dep in ("nsubj", "nsubjpass") and (copula := _copula_of(head)) is not None:
        yield from (n for c in copula.kids("attr") for n in conjuncts(c))
    elif noun.dep == "nsubj" and head.lemma == "include" and noun.tag in ("NNS", "NNPS"):
        yield from (n for c in head.kids("dobj") for n in conjuncts(c))
    elif noun.dep == "appos":  # «A, the head of Orlik, and B»: the gloss is the first one's alone
        row = all_conjuncts(head) if noun.tag == "NNS" else conjuncts(head)  # «A and B, both subsidiaries of C»
        yield from (n for n in row if n is head or n.i < noun.i or head.i > noun.i)
    elif noun.dep in ("compound", "nmod", "amod") and head.mention and head.mention.is_name:
        yield head
    elif noun.dep == "pobj" and head.head is not None:
        yield from _holders_through(head, head.head)
    elif (
        noun.dep == "conj"
        and (head.pos in ("NOUN", "PROPN") or head.low == "one")
        and (head.dep == "attr" or not _is_name(head))
    ):
        yield from holders_of(head)


def examples_of(noun: Node) -> list[Node]:
    """«cameras such as the Nova», «lenses including the Nova», «such lenses as the Nova»: names given for a plural."""
    return [n for n in given_for(noun) if n.mention and n.mention.is_name]


def given_for(noun: Node) -> list[Node]:
    """What is given as examples of a plural, with a name or without one: «features such as a self-timer»."""
    if noun.tag not in ("NNS", "NNPS"):
        return []
    such = any(c.low == "such" for c in noun.kids("amod", "predet", "det"))
    outer = noun.head.kids("prep") if such and noun.head is not None else []
    told = [p for p in noun.kids("prep") if p.low in ("including", "like") or _is_such_as(p)]
    told += [p for p in (*outer, *noun.kids("prep")) if such and p.low == "as" and p.i > noun.i]
    return [n for p in told for t in p.kids("pobj", "pcomp") for n in conjuncts(t)]


def _is_such_as(preposition: Node) -> bool:
    return preposition.low == "as" and any(c.low == "such" for c in preposition.children)


def _is_name(node: Node) -> bool:
    return node.mention is not None and node.mention.is_name


def _holders_through(preposition: Node, above: Node) -> Iterator[Node]:
    """«works as its CEO», «was promoted to CEO», «one of the founders», «in his role of chairman»."""
    if preposition.low == "as" and is_equative(above):  # «as good as a camera with a grip»
        return
    if preposition.low == "as" or (preposition.low == "to" and above.lemma in _RAISING):
        told = subject_of(above) if _is_of_subject(preposition, above) else above.kids("dobj") or subject_of(above)
        verb = above.head if above.dep == "acomp" else None  # «is better known as a maker of»
        yield from told if above.pos in ("VERB", "AUX") else subject_of(verb) if verb else _held_post(above) or [above]
    elif preposition.low == "of" and (above.low in ("one", "two", "some") or _is_kind_of(above, preposition)):
        yield from holders_of(above)
    elif preposition.low == "of":
        yield from _held_post(above)
    elif preposition.low == "among" and above.lemma == "be":  # «is among the leading makers of lenses»
        yield from subject_of(above)


def _is_of_subject(preposition: Node, verb: Node) -> bool:
    """«joined it as its CEO», «As a unit of X, Y makes …»: whether an as-phrase speaks of the verb's subject."""
    return verb.lemma in _SUPERSEDING | _SERVING or preposition.i < min((s.i for s in subject_of(verb)), default=0)


def _is_kind_of(noun: Node, preposition: Node) -> bool:
    """«a gem of a camera»: both with «a», and the second is what the thing is."""
    inner = [c for n in preposition.kids("pobj") for c in n.kids("det")]
    return all(any(d.low in ("a", "an") for d in dets) for dets in (noun.kids("det"), inner))


def _held_post(post: Node) -> list[Node]:
    """Who holds a post: its possessor, or the subject of its clause; nobody where the noun is none."""
    if post.lemma not in _POSTS:
        return []
    verb = governing_verb(post)
    return post.kids("poss") or (subject_of(verb) if verb.pos in ("VERB", "AUX") else [])


def _copula_of(verb: Node) -> Node | None:
    """The verb that says what its subject is: «is», «became», and «be» of «used to be», «is said to be»."""
    if verb.lemma in ("be", "become", "remain") and verb.kids("attr"):
        return verb
    return next((c for c in verb.kids("xcomp") if c.lemma in ("be", "become") and c.kids("attr")), None)


def havers_of(noun: Node) -> Iterator[Node]:
    """Who has the noun: subject of have, own, open …, or the phrase that it stands with."""
    head, excluded = noun.head, bool(noun.kids("neg"))  # «bought the patents, but not its plant»
    while noun.dep == "conj" and head is not None:
        noun, head = head, head.head
    if head is None or excluded:
        return
    if noun.dep == "dobj" and head.lemma in _HAVING:
        yield from subject_of(head)
    elif noun.dep == "pobj" and head.head is not None and _is_in_it(head, head.head):
        yield from subject_of(head.head)
    elif noun.dep == "pobj" and head.low == "with" and head.head is not None:
        up = head.head
        yield from (subject_of(up) if up.pos in ("VERB", "AUX") else [up])
    elif noun.dep == "nsubjpass" and head.lemma in _HAVING:
        yield from agents_of(head)


def _is_in_it(preposition: Node, verb: Node) -> bool:
    """«entered into an alliance», «is built around a sensor»: whether what the phrase names is the subject's then."""
    return (preposition.low == "into" and verb.lemma == "enter") or (
        preposition.low == "around" and verb.lemma in _CENTRING
    )
