"""Frames → statements: the pack says which trigger with which typed participants is which predicate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from leica_kb.extract.frames.frame import Frame, FrameKind, verb_frame
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.classes import doer_of, restrictions
from leica_kb.extract.phrases.nominal import all_conjuncts, maker_noun, noun_lemma
from leica_kb.extract.phrases.spoken import is_subject
from leica_kb.extract.repairs.glosses import STANDING
from leica_kb.extract.statements.filling import VALUE_TYPES, Filler, Filling, How
from leica_kb.extract.statements.paths import nodes_of
from leica_kb.extract.statements.ranking import rank_of
from leica_kb.extract.statements.specimens import specimens
from leica_kb.extract.statements.telling import said_by, text_of
from leica_kb.lang.tokens import slug
from leica_kb.model import DateValue, Predicate, Span, TextValue
from leica_kb.packs import FrameRule, Pack

_DATE_ROLES: Final = (
    "in",
    "on",
    "since",
    "by",
    "during",
    "from",
    "around",
    "of",
    "adverb",
    "between",
)


_WORDLESS: Final = ("DET", "PRON", "SYM", "PUNCT")
"""What says nothing of its own: «some of them»."""


_EVENTS: Final[Mapping[str, frozenset[str]]] = {
    "@opened": frozenset("open inaugurate establish start build set begin".split()),
    "@completes": frozenset("complete finish ready".split()),
    "@closed": frozenset("close shut".split()),
}
"""Dates that qualify a place by what happened to it then: path to the verbs that say so."""


_OUTSIDE: Final[Mapping[str, How]] = {"topic": "topic", "context": "context", "title": "title"}
"""Paths that lead out of the sentence, and how what they lead to is found."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A frame read under one rule: predicate, fillers, qualifiers, before reference and stance are settled."""

    rule: FrameRule
    frame: Frame
    predicate: Predicate
    subject: Filler
    object: Filler
    qualifiers: Mapping[str, str | int]
    spans: tuple[Span, ...]
    """The words that take part."""


@dataclass(frozen=True)
class Mapper:
    """A pack's frame rules, indexed by trigger."""

    pack: Pack
    filling: Filling
    rules: Mapping[tuple[FrameKind, str], tuple[FrameRule, ...]]
    words: frozenset[str]
    """Every word that stands in a trigger."""

    @classmethod
    def of(cls, pack: Pack) -> Mapper:
        """Index the rules of a pack."""
        index: dict[tuple[FrameKind, str], list[FrameRule]] = defaultdict(list)
        kinds: tuple[tuple[FrameKind, str], ...] = (
            ("verb", "verb"),
            ("noun", "noun"),
            ("adjective", "adjective"),
            ("name", "name"),
            ("key", "key"),
        )
        for rule in pack.frames:
            for kind, attribute in kinds:
                for lemma in getattr(rule, attribute):
                    index[kind, lemma].append(rule)
        words = frozenset(word for _, lemma in index for word in lemma.split())
        return cls(pack, Filling(pack), {k: tuple(v) for k, v in index.items()}, words)

    @property
    def triggers(self) -> frozenset[str]:
        """Every word of prose that a rule of the pack is triggered by."""
        seeking = (rule for rule in self.pack.frames if rule.seeks)
        return frozenset(word for rule in seeking for word in (*rule.verb, *rule.noun, *rule.adjective))

    def rules_for(self, frame: Frame) -> Iterator[FrameRule]:
        """The rules whose trigger the frame has, multiword triggers first."""
        for lemma in _trigger_lemmas(frame):
            yield from self.rules.get((frame.kind, lemma), ())

    def read(self, frame: Frame) -> Iterator[Statement]:
        """Every statement that the frame makes; of rules for one predicate the first that reads it."""
        done: set[str] = set()
        for rule in self.rules_for(frame):
            if (rule.predicate in done and not rule.also) or not self._holds(rule, frame):
                continue
            statements = list(self._apply(rule, frame))
            if statements:
                done.add(rule.predicate)
                yield from statements

    def _holds(self, rule: FrameRule, frame: Frame) -> bool:
        roles = frame.roles
        for role, kinds in rule.when.items():
            if role in _PLAIN and role not in roles and "pronoun" not in kinds:
                return False
            if not self._meets(role, kinds, frame):
                return False
        return not any(self._meets(role, kinds, frame, surely=True) for role, kinds in rule.unless.items())

    def _meets(self, role: str, kinds: Sequence[str], frame: Frame, *, surely: bool = False) -> bool:
        if role == "dropped":
            return frame.dropped in kinds
        if not surely and "pronoun" in kinds and _is_left_out(role, frame):
            return True
        nodes = nodes_of(frame, role)
        if not nodes or "any" in kinds:
            return bool(nodes)
        words = _literal(tuple(kinds))
        return any(n.low in words or n.lemma in words or self.filling.matches(n, kinds, surely=surely) for n in nodes)

    def _apply(self, rule: FrameRule, frame: Frame) -> Iterator[Statement]:
        predicate = self.pack.vocabulary.predicates[rule.predicate]
        subjects = self._slot(rule.subject, frame, frozenset(predicate.subject))
        objects = self._slot(rule.object, frame, frozenset(predicate.object)) if subjects else []
        if not objects:
            return
        qualifiers, words = self._qualifiers(rule, frame)
        if "rank" in predicate.qualifiers and "rank" not in qualifiers:
            return
        roles = [role for role in rule.when if not role.endswith(("~", ".mod", ".whole"))]
        words = [frame.trigger.span, *words, *(n.span for role in roles for n in nodes_of(frame, role))]
        for subject in subjects:
            for found in objects:
                paired = self._is_paired(rule, subject, found)
                if (paired or not self._is_one(subject, found, predicate, frame)) and _belong(subject, found, objects):
                    spans = (*words, subject.span, found.span)
                    own = _of_each(subject, found, subjects)
                    yield Statement(rule, frame, predicate, subject, own, qualifiers, spans)

    @staticmethod
    def _is_paired(rule: FrameRule, subject: Filler, found: Filler) -> bool:
        """«Orlik and Vela developed it»: of those that do it together, the first with each that follows."""
        listed = rule.subject == rule.object and _are_listed_together(subject.node, found.node)
        return listed and subject.span.start < found.span.start

    def _is_one(self, subject: Filler, found: Filler, predicate: Predicate, frame: Frame) -> bool:
        """Whether both slots hold one thing; «they» of a symmetric predicate is two."""
        inside = subject.how == "class" and subject.node is found.node
        if inside or (subject.entity and subject.entity == found.entity):
            return True
        own = subject.how == "class" and subject.node is not None and subject.node.dep == "dobj"
        doers = [n.mention.entity for n in frame.role("agent") if n.mention]
        if own and predicate.inverse and any((subject.entity or "").startswith(f"{doer}-") for doer in doers):
            return True  # «Nikon makes lenses»: that Nikon's lenses are made by Nikon says nothing
        if subject.span != found.span or subject.span == frame.trigger.span:
            return not predicate.symmetric and _are_listed_together(subject.node, found.node)
        several = subject.how == "pronoun" and not subject.name and subject.node is not None
        return not (predicate.symmetric and several and subject.node is not None and subject.node.low != "it")

    def _slot(self, paths: Sequence[str], frame: Frame, wanted: frozenset[str]) -> list[Filler]:
        for path in paths:
            if found := list(self._along(path, frame, wanted)):
                return found
        return []

    def _along(self, path: str, frame: Frame, wanted: frozenset[str]) -> Iterator[Filler]:
        if path.startswith("="):
            yield Filler(frame.trigger.span, "text", "text", value=TextValue(path[1:]))
        elif (how := _OUTSIDE.get(path.partition(":")[0])) and (how != "title" or _has_subject(frame)):
            kind = path.partition(":")[2]
            yield Filler(frame.trigger.span, how, how, wanted=frozenset({kind}) if kind else wanted)
        elif path == "dropped":
            if frame.dropped:
                yield Filler(frame.trigger.span, "topic", "topic", wanted=wanted)
        elif _is_left_out(path, frame):
            yield Filler(frame.trigger.span, "topic", "topic", wanted=wanted)
        elif path in ("text:said", "text:told"):
            doer = "patient" if frame.trigger.kids("auxpass") else "agent"
            yield from said_by(frame.trigger, agent=frame.role(doer) if path == "text:told" else ())
        elif path.startswith("text:"):
            role, _, kind = path[5:].partition(":")
            told = (
                n
                for n in nodes_of(frame, role)
                if n.pos not in _WORDLESS and not (n.low in STANDING and n.lemma != n.low)
            )
            yield from (text_of(n) for n in told if not kind or self.filling.matches(n, (kind,)))
        elif path == "@date":
            yield from self._dates(frame)
        else:
            yield from self._typed(path, frame, wanted)

    def _typed(self, path: str, frame: Frame, wanted: frozenset[str]) -> Iterator[Filler]:
        bare, _, kind = path.partition(":")
        if kind == "specimen":
            yield from specimens(nodes_of(frame, bare))
            return
        types = frozenset({kind}) if kind else wanted
        types = (
            types if types != {"any"} else frozenset({"company", "product", "product_line", "product_class", "person"})
        )
        seen: set[tuple[Span, str | None]] = set()
        for node in nodes_of(frame, bare):
            if node.tag == "PRP$" and not _owns(node, bare, frame, company=kind == "company"):
                continue
            if kind == "product" and bare.endswith("~") and _is_beside(node, nodes_of(frame, bare[:-1])):
                continue
            for filler in self.filling.fill(node, types):
                if (filler.span, filler.entity) not in seen and not _is_guess(filler, bare, kind):
                    seen.add((filler.span, filler.entity))
                    yield filler

    def _dates(self, frame: Frame) -> Iterator[Filler]:
        frames = [frame] if frame.kind == "verb" else [frame, verb_frame(frame.clause)]
        for each in frames:
            for role in _DATE_ROLES:
                for node in each.role(role):
                    for filler in self.filling.fill(node, frozenset({"date"})):
                        yield filler
                        return

    def _qualifiers(self, rule: FrameRule, frame: Frame) -> tuple[dict[str, str | int], list[Span]]:
        """Qualifiers by constant or by path; those without a value in the sentence are left out."""
        found: dict[str, str | int] = {}
        spans: list[Span] = []
        for name, path in rule.qualifiers.items():
            if isinstance(path, int) or not str(path).startswith(("@", "/")):
                found[name] = path
            elif (hit := self._qualifier(str(path), frame)) is not None:
                found[name], span = hit
                spans.append(span)
        return found, spans

    def _qualifier(self, path: str, frame: Frame) -> tuple[str | int, Span] | None:
        match path:
            case "@role":
                words = frame.lemma if frame.kind == "key" else _role_words(frame.trigger)
                return words, frame.trigger.span
            case "@rank":
                return rank_of(frame)
            case "@date":
                return self._date(frame)
            case "@opened" | "@completes" | "@closed":
                verb = frame.trigger if frame.kind == "verb" else frame.clause
                return self._date(frame) if verb.lemma in _EVENTS[path] else None
            case _:
                return self._named(path, frame)

    def _date(self, frame: Frame) -> tuple[str, Span] | None:
        filler = next(self._dates(frame), None)
        return (filler.value.date, filler.span) if filler and isinstance(filler.value, DateValue) else None

    def _named(self, path: str, frame: Frame) -> tuple[str, Span] | None:
        for node in nodes_of(frame, path[1:]):
            for filler in self.filling.fill(node, frozenset({"place", "product", "product_class", "product_line"})):
                if filler.entity:
                    return filler.entity, filler.span
        return None


def _has_subject(frame: Frame) -> bool:
    """Whether the trigger is a clause's subject, or a verb that has one, be it «there»."""
    told = (frame.trigger, *(n for role in ("agent", "patient") if frame.kind == "verb" for n in frame.role(role)))
    return any(is_subject(n) or n.low == "there" for n in told)


def _is_left_out(role: str, frame: Frame) -> bool:
    """«Made in Japan.», «Comes with a strap.»: whether the sentence leaves out who or what has the role."""
    return role == frame.dropped and (role == "patient" or frame.trigger.tag == "VBZ")


def _are_listed_together(one: Node | None, other: Node | None) -> bool:
    """«the Z8 and the Z9»: what is coordinated stands in one slot, not on two sides."""
    return one is not None and other is not None and one is not other and other in all_conjuncts(one)


def _is_beside(name: Node, things: Sequence[Node]) -> bool:
    """«Lenses made by Cosina: the Batis»: a thing's name beside it is that thing, and not whose it is."""
    first = name.head if name.dep == "conj" and name.head is not None else name
    return first.dep == "appos" and first.head in things


def _is_guess(filler: Filler, role: str, kind: str) -> bool:
    """«an EXPEED sensor», «Oberheim, Korg»: a guessed name beside the thing is of the kind asked, or none."""
    if kind == "place" and role.endswith("~") and filler.node is not None:
        return any(n.dep == "agent" for n in filler.node.ancestors())  # where the maker is, not the thing
    loose = role.endswith(("~", ".mod", "modifier")) if kind == "company" else role in ("beside", "trigger.whose")
    return bool(kind) and loose and filler.how == "name" and filler.type != kind


def _owns(pronoun: Node, role: str, frame: Frame, *, company: bool) -> bool:
    """Whether a possessive says whose the role is: «its own sensor» tells the maker, «its sensor» only where it is."""
    if role.endswith(".mod"):
        return pronoun.head is not None and any(c.low == "own" for c in pronoun.head.children)
    return not role.endswith("~") or (not company and pronoun.head in nodes_of(frame, role[:-1]))


def _trigger_lemmas(frame: Frame) -> Iterator[str]:
    node = frame.trigger
    if frame.kind == "noun":
        modifiers = node.kids("compound", "amod", "nmod")
        yield from dict.fromkeys(f"{w} {frame.lemma}" for c in modifiers for w in (c.lemma, c.low))
    if frame.particle:
        yield f"{frame.lemma} {frame.particle}"
    yield frame.lemma
    if frame.kind == "key":  # what stands under a key is no trigger, be it a word like «Factories»
        return
    if frame.kind == "noun" and (kind := maker_noun(frame.lemma)):
        yield kind
    if node.low != frame.lemma and node.tag not in ("VBD", "VBN"):
        yield node.low


@cache
def _literal(kinds: tuple[str, ...]) -> frozenset[str]:
    """The words of a condition that stand for themselves: ``=price``."""
    return frozenset(k[1:] for k in kinds if k.startswith("="))


def _belong(subject: Filler, found: Filler, objects: Sequence[Filler]) -> bool:
    """«lenses in Jena and bodies in Gera»: what hangs from one of a row is that one's, where each has its own."""
    if subject.node is None or len(objects) == 1:
        return True
    head = subject.node.head if subject.node.dep == "poss" and subject.node.head is not None else subject.node
    row = all_conjuncts(head)
    if len(row) == 1 or _nearest(found, row) in (None, head):
        return True
    return not any(_nearest(other, row) is head for other in objects)


def _nearest(found: Filler, row: Sequence[Node]) -> Node | None:
    """Which of a row of coordinated words the filler hangs from."""
    return next((n for n in found.node.ancestors() if n in row), None) if found.node is not None else None


def _of_each(subject: Filler, found: Filler, subjects: Sequence[Filler]) -> Filler:
    """«Orlik and Vela sell lenses»: what several do to things of their own, each does to its own."""
    node = found.node
    if found.how != "class" or len(subjects) < 2 or node is None or doer_of(node) is None or not subject.entity:
        return found
    others = [s.entity for s in subjects if s.entity and s.entity != subject.entity]
    named = any(c.mention for c in node.kids("compound", "nmod", "amod", "poss"))
    if named or not any((found.entity or "").startswith(f"{other}-") for other in others):
        return found
    return replace(found, entity=slug(" ".join([subject.entity, *restrictions(node), node.low])))


def _role_words(trigger: Node) -> str:
    """The office in lower case with its modifiers: chairman of the supervisory board."""
    before = [c for c in trigger.kids("amod", "compound") if c.i < trigger.i and not c.mention]
    before += [c for c in _beside_office(trigger) if c.low in _GRADES]
    words = [n.low for c in before for n in sorted(c.subtree(), key=lambda n: n.i) if n.dep != "punct"]
    office = " ".join([*words, noun_lemma(trigger) if "." in trigger.low or trigger.tag == "NNS" else trigger.low])
    for prep in trigger.kids("prep"):
        for target in prep.kids("pobj"):
            if prep.low == "of" and target.low in ("board", "committee", "council", "department", "division"):
                inner = [c.low for c in target.children if c.dep in ("det", "amod", "compound") and not c.mention]
                office += " of " + " ".join([*inner, target.low])
    return office


_GRADES: Final = frozenset("chief managing deputy vice general executive technical senior assistant".split())
"""What tells which office it is."""


def _beside_office(office: Node) -> list[Node]:
    """«chief» of «chief executive Ada Moor» where both hang from the name."""
    name = office.head if office.dep in ("compound", "nmod") else None
    beside = name.kids("amod", "compound", "nmod") if name is not None and name.mention is not None else []
    return [c for c in beside if c.i == office.i - 1]


_PLAIN: Final = frozenset(
    "agent patient is of with for from to by in on at as among whose haver modifier beside".split()
)
"""Roles that a frame has or has not, as most rules ask first."""


def value_types() -> frozenset[str]:
    """The object types that are values, not entities."""
    return VALUE_TYPES
