"""Why a part, plant or judgement that leaves its owner unnamed is not the page's: another is being spoken of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.extract.phrases.arguments import governing_verb, objects_of, subject_of
from leica_kb.extract.phrases.nominal import conjuncts
from leica_kb.extract.phrases.spoken import spoken_of
from leica_kb.extract.reference.antecedents import Around, can_be
from leica_kb.extract.statements.filling import Filler
from leica_kb.extract.statements.mapping import Statement
from leica_kb.lang.tokens import slug

_THINGS: Final = frozenset({"camera", "product", "instrument", "artefact", "attachment"})
"""Noun classes of things that have parts of their own and are no part that every thing has."""
_PARTS: Final = frozenset({"lens", "part", "piece"})
_JUDGED: Final = frozenset({"feature", "piece", "part", "lens", "aspect", "attachment", "instrument", "artefact"})
"""Noun classes of what may be judged apart from the thing that has it."""
_TOLD: Final = ("ROOT", "nsubj", "nsubjpass", "dobj", "attr", "pobj", "conj", "appos")
_OWNERS: Final = frozenset({"company", "person"})
_COUNTED: Final = frozenset("pair set couple lot number".split())
_POINTING: Final = frozenset("it this that there".split())
_FRESH: Final = frozenset("a an another".split())
_OTHER: Final = frozenset("other another old previous former first earlier".split())
_SUBJECTS: Final = ("nsubj", "nsubjpass")
_SELVES: Final = frozenset("i we you he she they".split())
_REACH: Final = 2
"""Parsed sentences back in which a thing that was brought up is still spoken of."""


def part_is_nearer(statement: Statement, around: Around) -> str | None:
    """«I love the finder. It is huge»: why «it» that is judged by one word is a part, and not the thing itself."""
    subject, quality = statement.subject, statement.object.node
    judged = statement.rule.modality == "opinion" and quality is not None and quality.pos in ("ADJ", "VERB")
    if not judged or subject.how != "pronoun" or subject.node is None or subject.node.low != "it":
        return None
    last = around.before.nodes if around.before is not None else ()
    here = [n for n in around.tree.nodes if n.i < subject.node.i]
    shown = any(n.low in ("this", "that") and n.dep in ("dobj", "pobj") for n in here)
    parts = (n for n in (*last, *here) if n.tag == "NN" and n.dep in _TOLD and _is_nameless(n))
    nearer = shown or any(around.filling.noun_classes(n) & _JUDGED for n in parts)
    return "reference: a nameless thing is nearer" if nearer else None


def _is_nameless(noun: Node) -> bool:
    """«optical viewfinder» is a kind of finder, and no thing's name."""
    return noun.mention is None or noun.mention.type in ("technology", "component", "mount")


def another_is_spoken_of(statement: Statement, meant: Filler | str, around: Around) -> str | None:
    """«I used to have a pair of speakers and loved the sound»: why a part is not that of the page's thing."""
    if isinstance(meant, str) or meant.entity is None:
        return None
    if statement.subject.how == "topic" and meant.type == "company" and _is_another_firms(statement, meant, around):
        return "reference: another firm is spoken of"
    if statement.subject.how != "title":
        return None
    trigger = statement.frame.trigger
    part = next((n for n in statement.frame.role("agent") if n.pos == "NOUN"), trigger)
    nearer = (
        any(_is_another(s, meant, around) for s in _spoken_last(part, around))
        or _is_brought_up(part, around)
        or _is_marked(part, meant.entity)
        or _is_in_anothers_name(part, meant.entity, around)
        or _is_introduced(part, around)
        or _is_whole(part, around)
    )
    return "reference: another thing is spoken of" if nearer else None


def _is_another_firms(statement: Statement, topic: Filler, around: Around) -> bool:
    """«Orlik had bought Vela. The Graz plant …», «Lenses came from the Jena plant»: what may be another firm's.

    A town of which nobody but the recogniser knows may be a firm, too: «the Rolls plant».
    """
    plant, place = statement.frame.trigger, statement.object.node
    town = place.mention if place is not None and place.head is plant else None
    if town is None:
        return False
    if plant.dep == "pobj" and plant.head is not None and plant.head.low == "from":
        return True
    if not town.known and not re.search(rf"\b(?:in|near) {re.escape(town.text)}\b", around.text):
        return True
    spoken = (s for tree in (around.tree, *around.earlier[-_REACH:]) for s in spoken_of(tree))
    return any(s.type == "company" and s.entity != topic.entity and not s.aside for s in spoken)


def _spoken_last(part: Node, around: Around) -> Iterator[Node]:
    """The subjects of the part's own sentence, and those of the last one before that is not about «it»."""
    yield from (n for n in around.tree.nodes if n.dep in _SUBJECTS and n is not part and (n.i < part.i or _many(n)))
    for tree in around.earlier[::-1][:_REACH]:
        subjects = _main_subjects(tree)
        yield from subjects
        if any(s.low not in _POINTING for s in subjects):
            return


def _main_subjects(tree: Tree) -> list[Node]:
    tops = [v for n in tree.nodes if n.head is None for v in (*conjuncts(n), *_run_on(n))]
    return [s for v in tops for s in v.kids(*_SUBJECTS)]


def _run_on(verb: Node) -> Iterator[Node]:
    """«The grip is good, it is small, the knobs are large»: the clauses before the last that no word ties to it."""
    for clause in verb.kids("ccomp"):
        if clause.i < verb.i:
            yield from (*_run_on(clause), clause)


def _many(noun: Node) -> bool:
    return noun.mention is None and noun.tag == "NNS"


def _is_another(subject: Node, meant: Filler, around: Around) -> bool:
    """«The adapter is good», «the 35mm f/1.4 is sharp», «the Lumo viewfinder is small»: a thing of its own."""
    entity, name = meant.entity or "", subject.mention
    marked = any(d.low == "the" for d in subject.kids("det"))
    if name is not None:  # «the Nikon»
        return marked and name.type == "company" and (name.entity or "") not in entity
    if marked and subject.text[-1].isdigit():  # «the 35mm f/1.4»
        return slug(subject.text) not in entity
    classes = around.filling.noun_classes(subject) if subject.tag in ("NN", "NNS") else frozenset()
    if "piece" in classes and "part" not in classes and _is_marked(subject, entity):
        return True
    own = classes & _THINGS and not classes & _PARTS
    return bool(own) and (_many(subject) or not can_be(subject, meant, around))


def _is_marked(noun: Node, entity: str) -> bool:
    """«The Lumo viewfinder»: whether a name that is not the page's tells whose it is."""
    names = [n for c in noun.kids("compound", "nmod", "amod") for n in c.subtree() if n.tag in ("NNP", "NNPS")]
    return any(n.text[:1].isupper() and not n.text.isupper() and slug(n.text) not in entity for n in names)


def _is_in_anothers_name(part: Node, entity: str, around: Around) -> bool:
    """«The QX-D menu system», beside an Orlik QX-D: whether the word before a part is one of another thing's name."""
    marks = (n for c in part.kids("compound", "nmod") for n in c.subtree() if n.tag == "NNP" and n.mention is None)
    others = [name.split() for e, names in around.names.items() if e != entity for name in names]
    return any(slug(n.text) not in entity and any(n.text in words[:-1] for words in others) for n in marks)


def _is_whole(part: Node, around: Around) -> bool:
    """«The base lens system»: what is called the system of such things is no part of one."""
    below = (c for c in part.kids("compound", "nmod"))
    return part.lemma == "system" and any(around.filling.noun_classes(c) & {"camera", "lens"} for c in below)


def _is_brought_up(part: Node, around: Around) -> bool:
    """«I had an old camera and loved the sound»: something that the speaker had or took up, of which the part is."""
    for tree in (around.tree, *around.earlier[-1:]):
        own = tree is around.tree
        for thing in _taken(tree):
            fresh = any(d.low in _FRESH for d in thing.kids("det")) or _many(thing)
            classes = around.filling.noun_classes(thing)
            ended = governing_verb(thing).lemma == "have" or any(c.low in _OTHER for c in thing.kids("amod", "det"))
            if (not own or thing.i < part.i) and fresh and classes & _THINGS - {"attachment"} and (own or ended):
                return True
    return False


def _taken(tree: Tree) -> Iterator[Node]:
    """What the speaker does something to: «I bought a camera», «I had a pair of speakers»."""
    for verb in tree.nodes:
        if any(s.low in ("i", "we") or any(p.low == "my" for p in s.kids("poss")) for s in subject_of(verb)):
            for thing in (n for o in objects_of(verb) for n in conjuncts(o)):
                pair = (n for p in thing.kids("prep") if p.low == "of" for n in p.kids("pobj"))
                yield from (thing, *(pair if thing.lemma in _COUNTED else ()))


def _is_introduced(part: Node, around: Around) -> bool:
    """«Orlik has a plate. This plate turns the mounting plate»: a part that was somebody else's when first named."""
    if any(n.lemma == part.lemma and n.i < part.i and _is_pointed_at(n) for n in around.tree.nodes):
        return True
    return any(
        o.lemma == part.lemma and o.mention is None and any(d.low in _FRESH for d in o.kids("det"))
        for tree in around.earlier
        for verb in tree.nodes
        if any(s.low in _SELVES or (s.mention and s.mention.type in _OWNERS) for s in subject_of(verb))
        for o in objects_of(verb)
    )


def _is_pointed_at(noun: Node) -> bool:
    return any(d.low in ("this", "that") for d in noun.kids("det"))
