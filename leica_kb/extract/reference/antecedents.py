"""Why what a pronoun or a description was found to mean is not believed: something nearer, or another kind of thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from leica_kb.extract.candidates.topics import VERSUS
from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.extract.phrases.arguments import governing_verb
from leica_kb.extract.phrases.nominal import conjuncts
from leica_kb.extract.reference.nearer import (
    is_a_things,
    is_behind_a_line,
    is_called_a_lens,
    is_compared,
    is_named_behind,
    is_of_either,
    is_of_some,
    owner_nearer,
    tells_which,
)
from leica_kb.extract.reference.pointing import FIRST, THINGS, subjects_above
from leica_kb.extract.statements.filling import Filler, Filling
from leica_kb.extract.statements.mapping import Statement
from leica_kb.extract.statements.specimens import SPECIMENS
from leica_kb.lang.tokens import slug

_RIVALS: Final = frozenset({"lens", "part", "piece", "instrument", "attachment", "camera", "product"})
"""Noun classes of things that have parts and properties of their own."""
_SELVES: Final = frozenset("i you we one".split())
_SUBJECTS: Final = ("nsubj", "nsubjpass")
_LENS: Final = re.compile(r"\d\s?mm\b|\bf/?\d|\blens", re.IGNORECASE)
_SINGLE: Final = frozenset({"lens", "camera", "body"})
_POINTING: Final = frozenset("the this that my your our".split())
_OFTEN: Final = 3
"""Times that a text names what it speaks of."""
_HEADS: Final = re.compile(r"\A[^\n]+|^# [^\n]+", re.MULTILINE)
"""The first line and the headings of a text."""
_CAMERAS: Final = "camera|body|rangefinder|compact|slr|dslr|tlr|reflex|mirrorless|camcorder"
_FIRMS: Final = frozenset("company firm business manufacturer maker brand corporation".split())
_ANY: Final = frozenset("model version product device gear equipment machine unit thing example specimen one".split())
"""Nouns that any product may be called by."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a pronoun or description stands in: its sentence, the one before it, and the document."""

    tree: Tree
    before: Tree | None
    text: str
    names: Mapping[str, frozenset[str]]
    """Entity → the words by which the document names it."""
    filling: Filling
    made: frozenset[str] = frozenset()
    """The entities whose maker is known, or that the pack declares."""
    anybodys: frozenset[str] = frozenset()
    """Models told by a code that other makers use as well, in a document that has not the maker."""
    earlier: Sequence[Tree] = ()
    """The sentences read just before, the last one last."""

    def has(self, entity: str, before: int) -> bool:
        """Whether the sentence names a thing in front of an offset, or the one before names it anywhere."""
        here = (n for n in self.tree.nodes if n.start < before)
        last = self.before.nodes if self.before is not None else ()
        return any(n.mention is not None and n.mention.entity == entity for n in (*here, *last))

    def is_called(self, entity: str, nouns: str, *, beside: bool = True) -> bool:
        """«the Nova stereo microscope», «the Nova is a … microscope»: whether the document calls it one of these."""
        noun = rf"(?:{nouns})(?:e?s)?\b"
        kind = rf"(?:(?!(?:an?|the|and|or|of|in|on|with|h[ie][sr]|its)\b)[\w-]+[ -]){{0,3}}{noun}"
        close = "|[ -]" if beside else ""
        said = rf"(?: (?:is|was|are|were) (?:an?|the) (?:[\w-]+ ){{0,3}}?|, (?:an?|the) {close}){kind}"
        named = "|".join(re.escape(n) for n in sorted(self.names.get(entity, ())))
        before = rf"\b(?i:{noun})(?: called|,)? (?:the )?(?:{named})\b"
        inside = re.search(rf"\b(?:{nouns})s?\b", entity.replace("-", " "))
        return bool(inside or (named and re.search(rf"\b(?:{named})(?i:{said})|{before}", self.text)))

    def heads(self, entity: str) -> bool:
        """Whether an unlisted thing is what a title or heading names: it may be of any kind."""
        named = "|".join(re.escape(n) for n in sorted(self.names.get(entity, ())))
        known = self.filling.vocabulary.entities.get(entity) or any(
            re.fullmatch(p.regex, n) for p in self.filling.pack.patterns for n in self.names.get(entity, ())
        )
        return not known and bool(named and re.search(rf"^(?:# )?(?:{named})$", self.text, re.MULTILINE))

    def is_about_a_camera(self) -> bool:
        """Whether the text speaks of «this camera» more often than of «this lens»."""
        cameras, lenses = (len(re.findall(rf"\b(?i:the|this) (?:{n})\b", self.text)) for n in (_CAMERAS, "lens"))
        return cameras > lenses

    def is_main(self, entity: str) -> bool:
        """Whether a title or heading has the thing, or the text names it again and again: it is spoken of."""
        named = "|".join(re.escape(n) for n in sorted(self.names.get(entity, ())))
        often = len(re.findall(rf"\b(?:{named})\b", self.text)) >= _OFTEN if named else False
        return often or any(entity in slug(head.group()) for head in _HEADS.finditer(self.text))

    def is_lens(self, entity: str) -> bool:
        """Whether a thing is a lens, by its name or by what the document calls it."""
        name = self.filling.vocabulary.name_of(entity)
        shapes = (p for p in self.filling.pack.patterns if p.type == "product" and "mm" in p.regex)
        words = {name, *self.names.get(entity, ())}
        return any(_LENS.search(w) or any(re.fullmatch(p.regex, w) for p in shapes) for w in words)


def misread_reference(statement: Statement, sides: Sequence[Filler | str], around: Around) -> str | None:
    """The reason why one of the resolved sides is not to be trusted; None where both are."""
    if any(isinstance(s, Filler) and s.entity in around.anybodys for s in sides):
        return "name: a code that is anybody's"
    if _is_loose_pair(statement, sides, around):
        return "reference: a pair that nobody named"
    if _is_for_it(statement.subject, around):
        return "reference: another kind of thing"
    told = zip((statement.subject, statement.object), sides, strict=True)
    found = [(s, r) for s, r in told if s.entity is None and s.node is not None and isinstance(r, Filler)]
    return next((why for side, meant in found for why in _doubts(side, meant, around)), None)


def _is_for_it(side: Filler, around: Around) -> bool:
    """«The Z9 lenses are good»: what is made for a camera is not the camera."""
    thing = side.node.head if side.node is not None and side.node.dep in ("compound", "nmod") else None
    if thing is None or side.type != "product" or thing.mention is not None or thing.tag != "NNS":
        return False
    return "lens" in around.filling.noun_classes(thing) and not around.is_lens(side.entity or "")


def _is_loose_pair(statement: Statement, sides: Sequence[Filler | str], around: Around) -> bool:
    """«We worked together», «they looked alike»: two that are neither named just before nor what the text is about."""
    node = statement.subject.node
    if node is None or statement.subject.how != "pronoun" or statement.subject.span != statement.object.span:
        return False
    meant = [s.entity or "" for s in sides if isinstance(s, Filler)]
    told = all(around.has(e, node.start) for e in meant) or all(around.is_main(e) for e in meant)
    return node.low in FIRST or not told or bool(statement.frame.role("with"))  # «They worked with Anna Lund»


def _doubts(side: Filler, meant: Filler, around: Around) -> Iterator[str]:
    node = side.node
    if node is None or meant.entity is None:
        return
    if side.how == "definite" and meant.type in THINGS and not can_be(node, meant, around):
        yield "reference: another kind of thing"
    if side.how == "definite":
        yield from _doubts_of_description(node, meant.entity, around)
    if side.how == "definite" and meant.type == "company" and _is_called_another(node, meant.entity, around):
        yield "reference: named too far away"
    if node.tag in ("WDT", "WP", "WP$") and not _is_named_before(node, meant.entity, around.tree):
        yield "reference: a relative word reaches no further than its sentence"
    if node.low in ("they", "them", "their") and meant.type == "company" and _are_people(node, around):
        yield "reference: people are nearer"
    if _is_somebodys_purpose(side):
        yield "reference: what somebody does with a thing"
    if side.how == "pronoun" and not side.name and meant.type in THINGS | {"company"} and _is_far(node, meant, around):
        yield "reference: named too far away"
    if side.how == "pronoun" and not side.name:
        yield from _doubts_of_pronoun(node, meant, around)


def _doubts_of_description(node: Node, entity: str, around: Around) -> Iterator[str]:
    """Why «the firm» or «the camera» is another than what was found: its clause tells which, or it is one of a kind."""
    if any(map(tells_which, node.kids("relcl"))):
        yield "reference: told by its own clause"  # «the company I worked for», «the group that his father created»
    if node.lemma in SPECIMENS and not around.has(entity, node.start):
        yield "reference: named too far away"
    plural = (n for n in around.tree.nodes if n.i < node.i and n.lemma == node.lemma and n.tag == "NNS")
    if node.tag == "NN" and any(n.mention is None for n in plural):
        yield "reference: one of a kind"  # «Other cameras have a mirror, which moves when the camera …»
    if is_named_behind(node, entity, around.tree):
        yield "reference: named behind it"
    if around.before is not None and _is_set_against(node, entity, around.before):
        yield "reference: another doer"
    if VERSUS.search(around.text.partition("\n")[0]) and not _is_told_here(node, entity, around):
        yield "reference: one of two"


def _is_called_another(node: Node, entity: str, around: Around) -> bool:
    """«Orlik bought the platform»: no firm named long ago, unless the document calls it a platform."""
    plain = node.lemma in _FIRMS or around.has(entity, node.start)
    return not plain and not around.is_called(entity, re.escape(node.lemma))


def _is_told_here(node: Node, entity: str, around: Around) -> bool:
    """Whether the sentence has named it, or the one before has it as subject: on a page about two it may be either."""
    last = around.before.nodes if around.before is not None else ()
    told = (n for n in last if n.dep in _SUBJECTS and n.mention is not None and n.mention.entity == entity)
    return _is_named_before(node, entity, around.tree) or any(told)


def _is_set_against(node: Node, entity: str, before: Tree) -> bool:
    """«Vega overtook the company. The firm was sold»: who did something to what is described is not the one meant."""
    described = (n for n in before.nodes if n.dep == "dobj" and n.mention is None and n.pos == "NOUN")
    verbs = [n.head for n in described if n.head and _is_same_kind(n, node)]
    return any(s.mention is not None and s.mention.entity == entity for v in verbs for s in v.kids("nsubj"))


def _is_same_kind(one: Node, other: Node) -> bool:
    alike = one.lemma == other.lemma or {one.lemma, other.lemma} <= _FIRMS
    return alike and any(d.low == "the" for d in one.kids("det"))


def _is_named_before(node: Node, entity: str, tree: Tree) -> bool:
    return any(n.i < node.i and n.mention is not None and n.mention.entity == entity for n in tree.nodes)


def _are_people(node: Node, around: Around) -> bool:
    """«She married Karl. They moved to Oslo»: whether those spoken of last are persons, and no firm."""
    nearer = _subject_before(node, around)
    named = nearer.mention if nearer is not None else None
    return nearer is not None and (nearer.low in ("he", "she") or (named is not None and named.type == "person"))


def _is_far(node: Node, meant: Filler, around: Around) -> bool:
    """Whether «they» of kinds or firms, or an «it» that is no subject, has it not here or in the sentence before."""
    several = node.low in ("they", "them") and meant.type in ("product_class", "product_line", "company")
    if meant.type == "company" and around.is_main(meant.entity or ""):
        return False
    done_to = node.low == "it" and node.dep in ("dobj", "pobj", "dative")
    return (several or done_to) and not around.has(meant.entity or "", node.start)


def _doubts_of_pronoun(node: Node, meant: Filler, around: Around) -> Iterator[str]:
    """Why a pronoun means another than what was found, by what its sentence and the one before say of that."""
    entity = meant.entity or ""
    if node.low in ("it", "its"):
        yield from _doubts_of_it(node, meant, around)
    if node.low == "its" and meant.type in THINGS and (nearer := owner_nearer(node, entity, around.tree)):
        yield nearer
    if node.low in ("it", "its") and is_called_a_lens(node, around.tree) and not around.is_lens(entity):
        yield "reference: another kind of thing"
    if node.low in ("they", "them", "their") and meant.type == "product_class" and is_of_some(entity, around.before):
        yield "scope: one or some are not the kind"


def _doubts_of_it(node: Node, meant: Filler, around: Around) -> Iterator[str]:
    """Why «it» means another than what was found: one set against the subject, or one that the text had left."""
    entity = meant.entity or ""
    nearer = _subject_before(node, around)
    if meant.type not in THINGS:
        own = nearer is not None and node.low == "its" and nearer in subjects_above(node)
        if nearer is not None and _is_doer(nearer, entity, around, own=own):
            yield "reference: a nameless doer is nearer"
        if node.low == "its" and any(is_a_things(s, entity) for s in subjects_above(node) if s.i < node.i):
            yield "reference: another name is nearer"
        if node.low == "its" and is_of_either(node, around.tree):
            yield "reference: either of two firms"
    elif is_compared(node, entity, around.tree):
        yield "reference: only what a thing is compared with"
    elif _goes_on(node, entity, around):
        yield "reference: the subject before it is the same"
    elif nearer is not None and (_is_rival(nearer, meant, around) or _is_only_shown(nearer, meant, around)):
        yield "reference: a nameless thing is nearer"
    elif meant.type == "product" and is_behind_a_line(node, entity, around.tree):
        yield "reference: a line is nearer"
    elif _is_behind_a_firms(node, entity, around):
        yield "reference: a firm's thing is nearer"


def _is_only_shown(nearer: Node, meant: Filler, around: Around) -> bool:
    """«I bought that, and it came with a case»: what somebody points at, and not what was named in passing."""
    return nearer.low in ("that", "mine") and nearer.dep == "dobj" and not around.is_main(meant.entity or "")


def _is_behind_a_firms(pronoun: Node, entity: str, around: Around) -> bool:
    """«I prefer the Vega. It is slow, but its …», «the Vega lens: its …»: a thing told by its maker is nearer."""
    here = [n for n in around.tree.nodes if n.i < pronoun.i]
    named = [*(around.before.nodes if around.before is not None else ()), *here]
    last = max((i for i, n in enumerate(named) if n.mention is not None and n.mention.entity == entity), default=-1)
    return any(_is_firms_thing(n, entity) for n in named[last + 1 :])


def _is_firms_thing(node: Node, entity: str) -> bool:
    """«the Vega», «the Vega lens»: a thing without a name of its own, and of another maker than what was found."""
    name = node.mention
    if name is None or not name.text[:1].isupper() or slug(name.text.split()[0]) in entity:
        return False
    whole = node.head if node.dep in ("compound", "nmod") and node.head is not None else node
    if name.type == "company" and node.tag == "NNP" and (name.entity or "") not in entity:
        own = whole is node or (whole.lemma in _SINGLE and whole.tag == "NN" and whole.mention is None)
    else:
        own = name.type == "product_class" and node.tag == "NN" and node.lemma in _SINGLE
    return own and any(d.low == "the" for d in whole.kids("det"))


def _is_somebodys_purpose(side: Filler) -> bool:
    """«I got it to replace the Nova»: what I do with a thing, and not what the thing does."""
    node = side.node
    verb = node.head if node is not None and side.how == "pronoun" and node.dep in ("nsubj", "dobj") else None
    if node is None or verb is None:
        return False
    selves = any(s.low in _SELVES for s in verb.kids("nsubj"))
    lower = [verb, *verb.kids("ccomp", "xcomp")] if node.dep == "nsubj" else verb.kids("xcomp", "advcl", "ccomp")
    above = verb.head if node.dep == "nsubj" and verb.tag == "VB" and verb.dep in ("ccomp", "xcomp") else None
    selves = selves or (above is not None and any(s.low in _SELVES for s in above.kids("nsubj")))
    return selves and any(v.tag == "VB" and any(a.low == "to" for a in v.kids("aux")) for v in lower)


def _is_doer(nearer: Node, entity: str, around: Around, *, own: bool) -> bool:
    """«The company wrote Nova. It owns Orlik»: the one who does something to what was found is the nearer one.

    «The company has a share of Nova through its unit»: what is its ``own`` is the doer's, wherever the other stands.
    """
    trees = (around.tree, *([around.before] if around.before is not None else []))
    tree = next((t for t in trees if nearer in t.nodes), around.tree)
    named = [n for n in tree.nodes if n.mention is not None and n.mention.entity == entity]
    nameless = nearer.mention is None and "company" in around.filling.noun_classes(nearer)
    fresh = any(d.low in ("a", "an", "another") for d in nearer.kids("det"))  # «There was a website. It was …»
    if nameless and fresh and not any(n.start > nearer.start for n in named):
        return not nearer.kids("appos", "acl")
    objects = ("dobj", "conj", "appos", "compound", "nmod", *(("pobj",) if own else ()))
    done = all(n.dep in objects and n.i > nearer.i for n in named)
    return nameless and bool(named) and done


def can_be(node: Node, meant: Filler, around: Around) -> bool:
    """Whether what was found can be what the description calls it: a lens, a camera, or what it is called elsewhere."""
    if meant.type != "product" or meant.entity is None:
        return True
    marks = [c.low for c in node.kids("nummod", "compound", "amod", "nmod") if any(d.isdigit() for d in c.text)]
    if any(m not in meant.entity for m in marks):  # «the 2x camera»: one told from others by its figure
        return False
    if node.lemma in _ANY:
        return True
    classes = around.filling.noun_classes(node)
    called = around.is_called(meant.entity, re.escape(node.lemma), beside="lens" not in classes)
    if called or not classes & {"lens", "camera"}:
        return called
    if "lens" in classes:
        return around.is_lens(meant.entity) or (around.heads(meant.entity) and not around.is_about_a_camera())
    told = meant.entity in around.made or around.has(meant.entity, node.start) or around.is_main(meant.entity)
    return (told or around.is_called(meant.entity, _CAMERAS)) and not around.is_lens(meant.entity)


def _goes_on(pronoun: Node, entity: str, around: Around) -> bool:
    """«It was slower than that of the Nova, and its price …»: behind an «it», not what is first named after it."""
    nodes = around.tree.nodes
    first = next((n.i for n in nodes[: pronoun.i] if n.low == "it" and not _is_empty(n)), pronoun.i)
    named = [n.i for n in nodes if n.i < pronoun.i and n.mention is not None and n.mention.entity == entity]
    return bool(named) and first < named[0] and not around.has(entity, nodes[0].start)


def _is_empty(pronoun: Node) -> bool:
    """«It was in 1959 that the Nova came»: an «it» that means nothing."""
    verb = pronoun.head
    told = verb.kids("ccomp", "xcomp", "csubj", "advcl") if verb is not None and verb.lemma in ("be", "take") else []
    return pronoun.dep in _SUBJECTS and bool(told or (verb is not None and verb.lemma in ("seem", "appear", "come")))


def _subject_before(pronoun: Node, around: Around) -> Node | None:
    """The subject nearest before the pronoun: in its sentence, else of the last main clause of the one before."""
    told = [n for n in around.tree.nodes if n.dep in _SUBJECTS and n.tag not in ("WDT", "WP")]
    told += [a for v in around.tree.nodes if v.pos in ("VERB", "AUX") for a in _there_is(v)]
    here = sorted((n for n in told if n.i < pronoun.i), key=lambda n: n.i)
    if here:
        last = here[-1]
        return _handled(last, pronoun) if last.low in _SELVES else last
    if around.before is None:
        return None
    tops = [v for n in around.before.nodes if n.head is None for v in conjuncts(n)]
    subjects = [s for v in tops for s in (*v.kids(*_SUBJECTS), *_there_is(v))]
    named = [s for s in subjects if s.low != "it"]  # «The finder is large, and it helps. It has …»
    return (named or subjects)[-1] if subjects else None


def _there_is(verb: Node) -> list[Node]:
    """«There used to be a website»: what is said to exist, which the next «it» means."""
    lower = [verb, *verb.kids("xcomp")] if verb.kids("expl") else []
    return [a for v in lower for a in v.kids("attr", "dobj") if not any(d.low == "no" for d in a.kids("det"))]


def _handled(person: Node, pronoun: Node) -> Node | None:
    """«you have to turn a knob, but it has …»: the thing that somebody does something to."""
    verb = governing_verb(person)
    below = [o for v in (verb, *verb.kids("xcomp")) for o in v.kids("dobj") if o.i < pronoun.i]
    return below[-1] if below else None


def _is_rival(nearer: Node, meant: Filler, around: Around) -> bool:
    """Whether a subject has no name and is a thing of its own: no «camera» that is the one spoken of."""
    if nearer.mention is not None and nearer.dep in ("attr", "dobj"):  # «There is the Nova, but it …»
        return nearer.mention.is_name and nearer.mention.entity != meant.entity
    if nearer.dep in ("attr", "dobj") and nearer.tag in ("CD", "NNP"):  # «There is the superb Kelvo 40mm, but it …»
        below = [n.mention for n in nearer.subtree() if n.mention is not None and n.mention.is_name]
        return bool(below) and all(m.entity != meant.entity for m in below)
    if nearer.mention is not None or nearer.tag not in ("NN", "CD"):
        return False
    if nearer.tag == "CD":
        return any(d.low == "the" for d in nearer.kids("det"))
    classes = around.filling.noun_classes(nearer)
    pointing = any(d.low in _POINTING for d in nearer.kids("det", "poss"))
    if not classes & _RIVALS or nearer.lemma in _ANY:
        return False
    return not (pointing and classes & {"camera", "lens", "instrument", "product"} and can_be(nearer, meant, around))
