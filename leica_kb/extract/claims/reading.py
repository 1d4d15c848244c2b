"""A document's trees in order → what its sentences say, with pronouns resolved and speakers known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Final

from leica_kb.extract.candidates.drafting import Draft
from leica_kb.extract.candidates.keyed import Keyed, owner_of
from leica_kb.extract.claims.claiming import Reading, claim_of, once
from leica_kb.extract.doubts.firms import doubt_of_firm
from leica_kb.extract.doubts.kinds import doubt_of_kind
from leica_kb.extract.doubts.slots import doubt_of
from leica_kb.extract.factuality.attribution import Voices
from leica_kb.extract.factuality.stance import Stance, read_stance
from leica_kb.extract.frames.ellipsis import elided_frames, find_remnants
from leica_kb.extract.frames.frame import Frame, build_frames
from leica_kb.extract.frames.gapping import variants
from leica_kb.extract.frames.keyed import keyed_frame, named_in, named_with_key
from leica_kb.extract.names.mentions import MentionFinder
from leica_kb.extract.names.unlisted import is_where, whole_firm
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Tree
from leica_kb.extract.phrases.people import are_people
from leica_kb.extract.reference.antecedents import Around, misread_reference
from leica_kb.extract.reference.discourse import Discourse
from leica_kb.extract.reference.house import House
from leica_kb.extract.reference.learning import learn_thing, learn_types
from leica_kb.extract.reference.makes import name_by_make
from leica_kb.extract.reference.nameless import another_is_spoken_of, part_is_nearer
from leica_kb.extract.reference.pointing import FIRST
from leica_kb.extract.reference.things import as_things, find_things, retype
from leica_kb.extract.statements.filling import Filler
from leica_kb.extract.statements.mapping import Mapper, Statement
from leica_kb.lang.cues import OFFICES
from leica_kb.lang.tokens import slug
from leica_kb.model import Claim, Document, Predicate, Span
from leica_kb.packs import Pack

_CODE: Final = 3
"""How long a code is at most that several firms may use for models: S2, M3, CL."""
_ANYBODYS: Final = re.compile(r"[A-Z]\d{0,2}(?:[- ][a-zA-Z]?[a-z]+){0,2}")
"""Codes that many makers use: «the M1», «the M10», «the X-series»."""
_PAGE: Final = 1_500
"""Code points of a text that is a page, and names a maker whose models it means by their codes alone."""
_NEAR: Final = 3
"""Sentences back in which a thing without a name is still spoken of."""
_PAST: Final = frozenset("former ex once then retired late".split())
"""Words before an office that its holder has left."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sentence that names something and has a trigger, and yet gave no claim."""

    source: str
    start: int
    end: int
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the rules read in one document."""

    claims: tuple[Claim, ...]
    refusals: tuple[Refusal, ...]
    readings: tuple[Reading, ...] = ()
    trees: tuple[Tree, ...] = ()
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Entities that the pack does not declare: id → (name, type)."""


@dataclass
class DocumentReader:
    """The state of reading one document under a pack."""

    pack: Pack
    finder: MentionFinder
    mapper: Mapper
    draft: Draft

    @property
    def document(self) -> Document:
        """The document that is read."""
        return self.draft.document

    def read(
        self,
        owners: Sequence[int],
        trees: Sequence[Tree],
        mentions: Sequence[Sequence[Mention]],
        keyed: Sequence[Keyed],
    ) -> Extraction:
        """What the document says; ``owners`` has for each tree and its mentions the index of their sentence."""
        for node in (node for tree in trees for node in tree.nodes):
            node.mention = node.mention and self.draft.cast.completed(node.mention)
        things = find_things(trees, self.mapper.filling)
        retype(trees, things)
        known: list[Sequence[Mention]] = [as_things(found, things) for found in self.draft.named]
        for i, found in zip(owners, mentions, strict=True):
            known[i] = as_things(found, things)
        title = next((b.span for b in self.document.blocks if b.kind == "title"), Span(0, 0))
        name_by_make(trees, [m for found in known for m in found], title)
        firms = self.pack.nouns.get("company", ())
        voices = Voices.of(self.document, [m for found in known for m in found], firms)
        readings: list[Reading] = []
        refusals: list[Refusal] = []
        claims: list[Claim] = []
        for block, tree, here in self._heard(owners, trees, known, voices):
            made = self._claims(here, voices, block)
            refusals += () if made else (self._refusal(tree, here),)
            readings += here
            claims += made
        for item in keyed:
            here = list(self._keyed_readings(item, known))
            readings += here
            claims += self._claims(here, voices, self.document.sentences[item.sentence].block)
        names = {m.entity: (m.name or m.text, m.type) for found in known for m in found if m.entity and m.is_name}
        return Extraction(once(claims), tuple(refusals), tuple(readings), tuple(trees), names)

    def _heard(
        self, owners: Sequence[int], trees: Sequence[Tree], known: Sequence[Sequence[Mention]], voices: Voices
    ) -> Iterator[tuple[int, Tree, list[Reading]]]:
        """Each tree in order with its block and what it says, after all that was said before it has been heard."""
        discourse = self._discourse(known)
        discourse.employers.update((*self._employed(trees), *self._labelled(voices)))
        heard = 0
        names = _names(known)
        anybodys = _anybodys(known, names) if len(self.document.text) > _PAGE else frozenset()
        made = frozenset(m.entity for found in known for m in found if m.entity and (m.maker or self._is_declared(m)))
        last: Tree | None = None
        earlier: tuple[tuple[int, Tree], ...] = ()
        read = 0
        for i, tree in zip(owners, trees, strict=True):
            for passed in range(heard, i):
                discourse.hear_names(known[passed], self.document.sentences[passed])
            heard = i + 1
            block = self.document.sentences[i].block
            here = []
            last = last if i - read <= 1 else None
            near = tuple(t for j, t in earlier if i - j <= _NEAR)
            around = Around(tree, last, self.document.text, names, self.mapper.filling, made, anybodys, near)
            for reading in self._readings(around, block, discourse, voices):
                here.append(reading)
                learn_types(reading.statement, trees)
                if reading.refusal is None:
                    learn_thing(reading.statement, trees)
            yield block, tree, here
            discourse.hear(tree, block, [r.subject for r in here if r.subject is not None])
            last, read = tree, i
            earlier = (*earlier[1 - _NEAR :], (i, tree))

    def _is_declared(self, name: Mention) -> bool:
        return name.entity in self.pack.vocabulary.entities

    def _employed(self, trees: Sequence[Tree]) -> Iterator[tuple[str, str]]:
        """Who is with which firm, wherever the document says so by name: «we» may stand before it."""
        if not any(n.low in FIRST for tree in trees for n in tree.nodes):
            return
        offices = ((t, f) for t in trees for f in build_frames(t, OFFICES) if f.lemma in OFFICES)
        for tree, told in ((tree, told) for tree, frame in offices for told in self.mapper.read(frame)):
            person, firm = told.subject.entity, told.object.entity
            past = any(c.low in _PAST for c in told.frame.trigger.children)
            sure = _is_employing(told.predicate) and read_stance(told, tree, self.document.text) == Stance()
            if person and firm and sure and not past:
                yield person, firm

    def _labelled(self, voices: Voices) -> Iterator[tuple[str, str]]:
        """«Erik Dahl (head of Nordal): …»: the firm that a label tells of its speaker."""
        begins = {s.block: s.start for s in reversed(self.document.sentences)}
        for i, block in enumerate(self.document.blocks):
            label = Span(block.start, begins.get(i, block.start))
            if block.speaker and "(" in label.of(self.document.text):
                firms = {m.entity for m in self.finder.declared(self.document.text, label) if m.type == "company"}
                if len(firms) == 1:
                    yield voices.named.get(block.speaker, slug(block.speaker)), firms.pop() or ""

    def _claims(self, readings: Sequence[Reading], voices: Voices, block: int) -> list[Claim]:
        made = (claim_of(r, voices, block, self.document, self.mapper.filling) for r in readings)
        return [claim for claim in made if claim is not None]

    def _discourse(self, known: Sequence[Sequence[Mention]]) -> Discourse:
        """What the document speaks of, before any of its sentences is heard."""
        house = House.find(self.document, (m for found in known for m in found))
        discourse = Discourse(self.document, self.pack.vocabulary, self.draft.topics, house, same=self.draft.cast.same)
        for i, found in enumerate(known):
            block = self.document.sentences[i].block
            discourse.spoken_in.update({(m.entity, block): m.type for m in found if m.entity})
            discourse.makers.update({m.entity: m.maker for m in found if m.entity and m.maker})
        text, spans = self.document.text, [s.span for s in self.document.sentences]
        completed = self.draft.cast.completed
        lines = [
            found or tuple(map(completed, whole_firm(text, span))) for found, span in zip(known, spans, strict=True)
        ]
        told = [(m, self._weight(i)) for i, found in enumerate(lines) for m in found if m.is_name]
        discourse.note_topics((m, weight) for m, weight in told if not is_where(m, text))
        return discourse

    def _keyed_readings(self, item: Keyed, known: Sequence[Sequence[Mention]]) -> Iterator[Reading]:
        text = self.document.text
        finder = self.finder
        found = finder.valued(text, item.value, self.document.metadata.published)
        found = (*found, *named_with_key(item, text, finder.declared))
        found = named_in(item.value, text, found)
        for read in self.mapper.read(keyed_frame(item, found, text)):
            side = read.predicate.subject if read.subject.how == "topic" else read.predicate.object
            wanted = frozenset(side)
            owner = owner_of(item, self.document, known, wanted) or self._about(item, wanted)
            subject, told = _owned(read.subject, owner, item), _owned(read.object, owner, item)
            refusal = None if subject.entity and told.as_value() else "reference: no topic"
            statement = replace(read, subject=subject, object=told, spans=(*read.spans, item.words))
            stance = Stance(modality=read.rule.modality or "asserted")
            yield Reading(statement, stance, subject, told, item.value, refusal or _misfit(subject, told))

    def _about(self, item: Keyed, wanted: frozenset[str]) -> Mention | None:
        """The thing that the page or section is about, for a value that names nobody: «Pros» and what stands below."""
        block = self.document.sentences[item.sentence].block
        fitting = not wanted.isdisjoint({"product", "any"}) and item.owner is None
        return self.draft.topics.named_of(block, frozenset({"product"})) if fitting else None

    def _weight(self, sentence: int) -> int:
        kind = self._kind(sentence)
        return 5 if kind == "title" else 2 if sentence < 3 or kind == "heading" else 1

    def _kind(self, sentence: int) -> str:
        return self.document.blocks[self.document.sentences[sentence].block].kind

    def _readings(self, around: Around, block: int, discourse: Discourse, voices: Voices) -> Iterator[Reading]:
        tree = around.tree
        remnants = find_remnants(tree)
        frames = sorted(
            build_frames(tree, self.mapper.words), key=lambda f: f.lemma not in OFFICES or f.trigger.dep != "appos"
        )
        for frame in (*(v for own in frames for v in variants(own)), *elided_frames(tree, remnants)):
            for statement in self._distributed(self.mapper.read(frame), discourse, block):
                stance = read_stance(statement, tree, self.document.text)
                side = self._side(frame, block, voices, discourse)
                subject, found = self._resolved(statement, tree, block, discourse, side)
                refusal = stance.refusal or self._unspoken(frame, block, voices)
                refusal = refusal or next((r for r in (subject, found) if isinstance(r, str)), None)
                refusal = refusal or _others_code(statement, subject, found)
                refusal = refusal or _others_model(statement, subject, found, discourse.makers)
                refusal = refusal or misread_reference(statement, (subject, found), around)
                refusal = refusal or another_is_spoken_of(statement, subject, around)
                refusal = refusal or part_is_nearer(statement, around)
                if _is_employing(statement.predicate) and isinstance(subject, Filler) and isinstance(found, Filler):
                    discourse.employers.setdefault(subject.entity or "", found.entity or "")
                yield Reading(
                    statement,
                    stance,
                    subject if isinstance(subject, Filler) else None,
                    found if isinstance(found, Filler) else None,
                    tree.span,
                    refusal or self._unled(statement, tree) or _misfit(subject, found) or _doubt(statement, around),
                )

    def _unled(self, statement: Statement, tree: Tree) -> str | None:
        """An aside that leaves its subject out speaks of what stands before it, not of the document's topic."""
        aside = self.document.text[tree.span.start - 1 : tree.span.start] == "("
        return "aside without a subject" if aside and statement.subject.how == "topic" else None

    def _distributed(self, statements: Iterable[Statement], discourse: Discourse, block: int) -> Iterator[Statement]:
        """One statement for each of the several that its subject or its object means."""
        for statement in statements:
            subject, found = statement.subject, statement.object
            if statement.predicate.symmetric and subject.span == found.span:
                yield statement
                continue
            subjects = discourse.listed(subject, block) or discourse.several(subject) or (subject.entity,)
            both = found.node is not None and (found.node.low == "both" or are_people(found.node))
            objects = (discourse.several(found) if both else ()) or (found.entity,)
            for one, other in product(subjects, objects):
                yield replace(statement, subject=replace(subject, entity=one), object=replace(found, entity=other))

    def _resolved(
        self, statement: Statement, tree: Tree, block: int, discourse: Discourse, side: str | None
    ) -> tuple[Filler | str, Filler | str]:
        subject, found = statement.subject, statement.object
        if subject.how == found.how == "pronoun" and subject.span == found.span:
            pair = discourse.resolve_pair(subject.wanted, tree)
            if pair is None:
                return "reference: ambiguous", "reference: ambiguous"
            return replace(subject, entity=pair[0]), replace(found, entity=pair[1])
        part = str(statement.qualifiers.get("component", ""))
        if subject.how == "context":
            owner = discourse.parts.get(part)
            resolved: Filler | str = (
                replace(subject, entity=owner)
                if owner
                else discourse.resolve(subject, tree, block, side, other=found.entity)
            )
        else:
            resolved = discourse.resolve(subject, tree, block, side, other=found.entity)
        if part and isinstance(resolved, Filler) and resolved.entity:
            discourse.parts[part] = resolved.entity
        other = resolved.entity if isinstance(resolved, Filler) else None
        return resolved, discourse.resolve(found, tree, block, side, other=other)

    def _side(self, frame: Frame, block: int, voices: Voices, discourse: Discourse) -> str | None:
        """Whom «we» means: the firm whose page it is, the firm that speaks, or the one that the speaker is with."""
        speaker = voices.of_frame(frame, block).speaker
        if speaker is None:
            return discourse.house.of(block)
        return discourse.employers.get(speaker, speaker)

    def _unspoken(self, frame: Frame, block: int, voices: Voices) -> str | None:
        """A quotation of which nobody is told to be the speaker is not what the source says."""
        return "speaker: whose words they are is not told" if voices.of_frame(frame, block).speaker == "" else None

    def _refusal(self, tree: Tree, readings: Sequence[Reading]) -> Refusal:
        reason = next((r.refusal for r in readings if r.refusal), "no frame that the pack maps")
        return Refusal(self.document.id, tree.span.start, tree.span.end, reason or "")


def _anybodys(known: Sequence[Sequence[Mention]], names: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """What a letter, with a figure or as a series, means where the document has not the maker."""
    bare = (m for found in known for m in found if m.maker and m.name != m.text and m.maker not in names)
    return frozenset(m.entity for m in bare if m.entity and _ANYBODYS.fullmatch(m.text))


def _is_employing(predicate: Predicate) -> bool:
    """Whether it ties a person to a company."""
    sides = (predicate.subject, predicate.object)
    return any("person" in one and "company" in other for one, other in (sides, sides[::-1]))


def _doubt(statement: Statement, around: Around) -> str | None:
    return doubt_of(statement, around.tree) or doubt_of_kind(statement) or doubt_of_firm(statement, around)


def _names(known: Sequence[Sequence[Mention]]) -> Mapping[str, frozenset[str]]:
    """The words by which a document names each entity."""
    named: dict[str, set[str]] = {}
    for mention in (m for found in known for m in found if m.entity and m.is_name):
        named.setdefault(mention.entity or "", set()).add(mention.text)
    return {entity: frozenset(words) for entity, words in named.items()}


def _misfit(subject: Filler | str, found: Filler | str) -> str | None:
    """Why resolved fillers make no claim: one thing on both sides, or nothing on one."""
    if not isinstance(subject, Filler) or not isinstance(found, Filler):
        return None
    if subject.entity and subject.entity == found.entity:
        return "subject and object are one"
    if not subject.entity:
        return "no subject"
    return "no value" if found.as_value() is None else None


def _others_code(statement: Statement, subject: Filler | str, found: Filler | str) -> str | None:
    """Why a short code names no model here: its doer is not the firm that the code is known of."""
    if statement.predicate.inverse is None or isinstance(subject, str) or isinstance(found, str):
        return None
    return "another firm's code" if _is_anothers(subject, found) or _is_anothers(found, subject) else None


def _others_model(
    statement: Statement, subject: Filler | str, found: Filler | str, makers: Mapping[str, str]
) -> str | None:
    """«Canon showed the camera» behind a line on a Sony: what a description means is not what another firm made."""
    if "other-model" not in statement.predicate.doubts or isinstance(subject, str) or isinstance(found, str):
        return None
    model, firm = (subject, found) if found.type == "company" else (found, subject)
    maker = makers.get(model.entity or "")
    owning = firm.node is not None and firm.node.dep == "poss"
    guessed = model.how in ("definite", "topic", "title") or (firm.how == "pronoun" and owning)
    other = firm.type == "company" and maker is not None and maker != firm.entity
    return "reference: another firm's model" if guessed and other else None


def _is_anothers(model: Filler, firm: Filler) -> bool:
    """«Nikon made the S2»: a code that several firms use, read as one firm's, where another is said to make it."""
    name = model.node.mention if model.node is not None and model.how == "name" else None
    if name is None or name.maker is None or firm.type != "company" or firm.entity is None:
        return False
    return (
        name.name != name.text
        and len(name.text) <= _CODE
        and firm.entity != name.maker
        and name.maker not in firm.entity
    )


def _owned(slot: Filler, owner: Mention | None, item: Keyed) -> Filler:
    """The slot with whose value it is, where the key leaves that to the row or the lines' topic."""
    if slot.how != "topic" or owner is None:
        return slot
    return replace(slot, span=owner.span if item.owner else item.value, entity=owner.entity, type=owner.type)
