"""Document → claims and refusals: a pure function of one document and a pack."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

from leica_kb.extract.attribution import Voices
from leica_kb.extract.candidates import CandidateSearch
from leica_kb.extract.cast import Cast, learn_types, with_short_names
from leica_kb.extract.discourse import Discourse
from leica_kb.extract.drafting import Draft
from leica_kb.extract.filling import Filler
from leica_kb.extract.frames import Frame, build_frames
from leica_kb.extract.gapping import variants
from leica_kb.extract.keyed import Keyed, find_keyed, keyed_frame, named_with_key, owner_of
from leica_kb.extract.mapping import Mapper, Statement
from leica_kb.extract.mention import Mention
from leica_kb.extract.mentions import MentionFinder
from leica_kb.extract.nominal import core_span
from leica_kb.extract.parser import MODEL, MODEL_SHA256, MODEL_VERSION, Tree, parse, recognise
from leica_kb.extract.repair import repair
from leica_kb.extract.stance import Stance, read_stance
from leica_kb.extract.unlisted import is_where, unknown, whole_firm
from leica_kb.extract.validity import valid_time
from leica_kb.lang.cues import OFFICES
from leica_kb.model import Claim, Document, EntityValue, Span, TextValue, Time
from leica_kb.packs import Pack

RULES_VERSION: Final = "2"
"""Raised when a change of the rules changes what is proposed."""


_EMPLOYING: Final = frozenset({"holds_role", "owns", "founded_by"})
"""Predicates that tie a person to a company."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sentence that names something and has a trigger, and yet gave no claim."""

    source: str
    start: int
    end: int
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One statement with everything settled, before it becomes a claim; the benchmarks and ``--explain`` read it."""

    statement: Statement
    stance: Stance
    subject: Filler | None
    object: Filler | None
    sentence: Span
    refusal: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """What the rules read in one document."""

    claims: tuple[Claim, ...]
    refusals: tuple[Refusal, ...]
    readings: tuple[Reading, ...] = ()
    trees: tuple[Tree, ...] = ()
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Entities that the pack does not declare: id → (name, type)."""


@dataclass(frozen=True)
class Extractor:
    """A pack compiled for reading."""

    pack: Pack
    finder: MentionFinder
    mapper: Mapper
    search: CandidateSearch

    @classmethod
    def of(cls, pack: Pack) -> Extractor:
        """Compile a pack."""
        mapper = Mapper.of(pack)
        return cls(pack, MentionFinder.of(pack), mapper, CandidateSearch.of(pack, mapper.triggers))

    def read(self, document: Document) -> Extraction:
        """Every claim that the rules read in the document, and why other sentences gave none."""
        return self.read_together([document])[0]

    def read_together(self, documents: Sequence[Document]) -> list[Extraction]:
        """What ``read`` says of each, the parser being asked once for all: it works best on many sentences."""
        drafts = [self._drafted(document) for document in documents]
        _read_names(drafts)
        for draft in drafts:
            draft.choose(self.search)
        _read_names(drafts)
        for draft in drafts:
            draft.cut()
        parsed = [u for d in drafts for u in d.utterances]
        mended = iter([repair(tree, open_names=self.pack.open_names) for tree in (parse(parsed) if parsed else ())])
        return [self._finished(draft, list(islice(mended, len(draft.utterances)))) for draft in drafts]

    def _drafted(self, document: Document) -> Draft:
        named = [self.finder.declared(document.text, s.span) for s in document.sentences]
        declared = with_short_names(document.text, [s.span for s in document.sentences], named)
        draft = Draft(document, declared, declared, find_keyed(document))
        draft.choose(self.search)
        return draft

    def _finished(self, draft: Draft, trees: Sequence[Tree]) -> Extraction:
        if not draft.chosen and not draft.keyed:
            return Extraction((), ())
        reader = _Reader(self, draft.document, draft.named, draft.cast)
        return reader.read(draft.owners, trees, [u.mentions for u in draft.utterances], draft.keyed)


def _read_names(drafts: Sequence[Draft]) -> None:
    """Find all names of the chosen sentences, asking the recogniser once for all where the declared ones leave any."""
    unread = [(draft, i) for draft in drafts for i in draft.unread()]
    asked = [(d, i) for d, i in unread if not d.is_explained(i)]
    told = recognise([d.document.sentences[i].span.of(d.document.text) for d, i in asked])
    seen = {(id(d), i): names for (d, i), names in zip(asked, told, strict=True)}
    for draft, i in unread:
        draft.read(i, seen.get((id(draft), i), ()))
    for draft in {id(d): d for d, _ in unread}.values():
        draft.meet()


@dataclass
class _Reader:
    """The state of reading one document."""

    extractor: Extractor
    document: Document
    named: Sequence[Sequence[Mention]]
    cast: Cast

    def read(
        self,
        chosen: Sequence[int],
        trees: Sequence[Tree],
        mentions: Sequence[Sequence[Mention]],
        keyed: Sequence[Keyed],
    ) -> Extraction:
        for tree in trees:
            for node in tree.nodes:
                node.mention = node.mention and self.cast.completed(node.mention)
        known = [*self.named]
        for i, found in zip(chosen, mentions, strict=True):
            known[i] = found
        discourse = self._discourse(known)
        firms = self.extractor.pack.nouns.get("company", ())
        voices = Voices.of(self.document, [m for found in known for m in found], firms)
        readings: list[Reading] = []
        refusals: list[Refusal] = []
        claims: list[Claim] = []
        heard = 0
        for i, tree in zip(chosen, trees, strict=True):
            for passed in range(heard, i):
                discourse.hear_names(known[passed], self.document.sentences[passed])
            heard = i + 1
            block = self.document.sentences[i].block
            here = []
            for reading in self._readings(tree, block, discourse, voices):
                here.append(reading)
                learn_types(reading.statement, trees)
            made = [c for r in here if (c := self._claim(r, voices, block)) is not None]
            if not made:
                refusals.append(self._refusal(tree, here))
            readings.extend(here)
            claims.extend(made)
            discourse.hear(tree, block, [r.subject for r in here if r.subject is not None])
        for item in keyed:
            here = list(self._keyed_readings(item, known))
            readings.extend(here)
            block = self.document.sentences[item.sentence].block
            claims.extend(c for r in here if (c := self._claim(r, voices, block)) is not None)
        names = {m.entity: (m.name or m.text, m.type) for found in known for m in found if m.entity and m.is_name}
        return Extraction(_once(claims), tuple(refusals), tuple(readings), tuple(trees), names)

    def _discourse(self, known: Sequence[Sequence[Mention]]) -> Discourse:
        """What the document speaks of, before any of its sentences is heard."""
        discourse = Discourse(self.document, self.extractor.pack.vocabulary)
        for i, found in enumerate(known):
            block = self.document.sentences[i].block
            discourse.spoken_in.update({(m.entity, block): m.type for m in found if m.entity})
        text, spans = self.document.text, [s.span for s in self.document.sentences]
        lines = [found or whole_firm(text, span) for found, span in zip(known, spans, strict=True)]
        told = [(m, self._weight(i)) for i, found in enumerate(lines) for m in found if m.is_name]
        discourse.note_topics((m, weight) for m, weight in told if not is_where(m, text))
        return discourse

    def _keyed_readings(self, item: Keyed, known: Sequence[Sequence[Mention]]) -> Iterator[Reading]:
        text = self.document.text
        finder = self.extractor.finder
        found = finder.valued(text, item.value, self.document.metadata.published)
        found = (*found, *named_with_key(item, text, finder.declared))
        if not found and item.value.of(text).istitle():
            found = (unknown(item.value, text, "unknown"),)
        for read in self.extractor.mapper.read(keyed_frame(item, found, text)):
            side = read.predicate.subject if read.subject.how == "topic" else read.predicate.object
            wanted = frozenset(side)
            owner = owner_of(item, self.document, known, wanted)
            subject, told = _owned(read.subject, owner, item), _owned(read.object, owner, item)
            refusal = None if subject.entity and told.as_value() else "reference: no topic"
            statement = replace(read, subject=subject, object=told, spans=(*read.spans, item.words))
            yield Reading(statement, Stance(), subject, told, item.value, refusal or _misfit(subject, told))

    def _weight(self, sentence: int) -> int:
        kind = self.document.blocks[self.document.sentences[sentence].block].kind
        return 5 if kind == "title" else 2 if sentence < 3 or kind == "heading" else 1

    def _readings(self, tree: Tree, block: int, discourse: Discourse, voices: Voices) -> Iterator[Reading]:
        frames = sorted(build_frames(tree), key=lambda f: f.lemma not in OFFICES or f.trigger.dep != "appos")
        for frame in (variant for own in frames for variant in variants(own, tree)):
            for statement in self._distributed(self.extractor.mapper.read(frame), discourse):
                stance = read_stance(statement, tree, self.document.text)
                side = self._side(frame, block, voices, discourse)
                subject, found = self._resolved(statement, tree, block, discourse, side)
                refusal = stance.refusal or next((r for r in (subject, found) if isinstance(r, str)), None)
                if statement.predicate.id in _EMPLOYING and isinstance(subject, Filler) and isinstance(found, Filler):
                    discourse.employers.setdefault(subject.entity or "", found.entity or "")
                yield Reading(
                    statement,
                    stance,
                    subject if isinstance(subject, Filler) else None,
                    found if isinstance(found, Filler) else None,
                    tree.span,
                    refusal or self._unled(statement, tree) or _misfit(subject, found),
                )

    def _unled(self, statement: Statement, tree: Tree) -> str | None:
        """An aside that leaves its subject out speaks of what stands before it, not of the document's topic."""
        aside = self.document.text[tree.span.start - 1 : tree.span.start] == "("
        return "aside without a subject" if aside and statement.subject.how == "topic" else None

    def _distributed(self, statements: Iterable[Statement], discourse: Discourse) -> Iterator[Statement]:
        """One statement for each of the several that its subject means."""
        for statement in statements:
            paired = statement.predicate.symmetric and statement.subject.span == statement.object.span
            several = () if paired else discourse.several(statement.subject)
            for entity in several:
                yield replace(statement, subject=replace(statement.subject, entity=entity))
            if not several:
                yield statement

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
        """Whom «we» means: the company that the document is about, where somebody speaks for it."""
        speaker = voices.of_frame(frame, block).speaker
        if speaker is None:
            return None
        return discourse.employers.get(speaker) or discourse.topic(frozenset({"company"}))

    def _claim(self, reading: Reading, voices: Voices, block: int) -> Claim | None:
        if reading.refusal or reading.subject is None or reading.object is None or reading.subject.entity is None:
            return None
        value = reading.object.as_value()
        if value is None:
            return None
        statement, stance = reading.statement, reading.stance
        voice = voices.of_frame(statement.frame, block)
        span = _evidence(statement, self.document.text)
        held = valid_time(statement, self.extractor.mapper.filling)
        cues = {
            **stance.cues,
            **({"attribution": voice.cue} if voice.cue else {}),
            **({"time": (held[1],)} if held else {}),
        }
        qualifiers = {**statement.qualifiers, **({"scope": stance.scope} if stance.scope else {})}
        subject, predicate, turned = reading.subject.entity, statement.predicate, value
        if predicate.symmetric and isinstance(value, EntityValue) and value.entity < subject:
            subject, turned = value.entity, EntityValue(subject)
        if isinstance(value, TextValue):
            turned = TextValue(_canonical(value.text, predicate.values))
        return Claim(
            id="",
            source=self.document.id,
            subject=subject,
            predicate=predicate.id,
            object=turned,
            quote=span.of(self.document.text),
            start=span.start,
            end=span.end,
            qualifiers=qualifiers,
            polarity=stance.polarity,
            modality=stance.modality,
            attribution=voice.chain,
            time=Time(stated=self.document.metadata.published, valid=held[0] if held else None),
            cues=cues,
            origin=f"rules/{RULES_VERSION} {statement.rule.id}",
        )

    def _refusal(self, tree: Tree, readings: Sequence[Reading]) -> Refusal:
        reason = next((r.refusal for r in readings if r.refusal), "no frame that the pack maps")
        return Refusal(self.document.id, tree.span.start, tree.span.end, reason or "")


def _misfit(subject: Filler | str, found: Filler | str) -> str | None:
    """Why resolved fillers make no claim: one thing on both sides, or nothing on one."""
    if not isinstance(subject, Filler) or not isinstance(found, Filler):
        return None
    if subject.entity and subject.entity == found.entity:
        return "subject and object are one"
    if not subject.entity:
        return "no subject"
    return "no value" if found.as_value() is None else None


def _owned(slot: Filler, owner: Mention | None, item: Keyed) -> Filler:
    """The slot with whose value it is, where the key leaves that to the row or the lines' topic."""
    if slot.how != "topic" or owner is None:
        return slot
    return replace(slot, span=owner.span if item.owner else item.value, entity=owner.entity, type=owner.type)


def _canonical(text: str, values: Mapping[str, Sequence[str]]) -> str:
    """The pack's canonical value that the words mean, else the words."""
    low = text.lower()
    for canonical, wordings in values.items():
        if low == canonical or low in wordings:
            return canonical
    return text


def _evidence(statement: Statement, text: str) -> Span:
    """The narrowest stretch that holds the trigger, the participants and the trigger's auxiliaries."""
    spans = list(statement.spans)
    fillers = (statement.subject, statement.object)
    spans.extend(core_span(f.node) for f in fillers if f.node is not None and f.how != "topic")
    trigger = statement.frame.trigger
    spans.extend(c.span for c in trigger.children if c.dep in ("aux", "auxpass", "neg", "prt"))
    if statement.frame.kind != "verb":
        spans.append(core_span(trigger))
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    while end < len(text) and text[end] in '”"’)' and text[start:end].count("“") > text[start:end].count("”"):
        end += 1
    return Span(start, end)


def _once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Each claim once, the one that says most in the fewest words, in order of position."""
    best: dict[str, list[Claim]] = {}
    for claim in claims:
        key = json.dumps(
            [claim.subject, claim.predicate, str(claim.object), claim.polarity, claim.qualifiers.get("rank")]
        )
        found = best.setdefault(key, [])
        same = next((i for i, c in enumerate(found) if c.span.meets(claim.span)), None)
        if same is None:
            found.append(claim)
        elif _is_better(claim, found[same]):
            found[same] = claim
    return tuple(sorted((c for found in best.values() for c in found), key=_place))


def _place(claim: Claim) -> tuple[int, int, str, str, str]:
    return claim.start, claim.end, claim.predicate, claim.subject, str(claim.object)


def _is_better(claim: Claim, other: Claim) -> bool:
    """Whether a reading says more (qualifiers), or the same in fewer words."""
    return (-len(claim.qualifiers), len(claim.quote)) < (-len(other.qualifiers), len(other.quote))


def extraction_key(document: Document, pack: Pack) -> str:
    """What the proposals depend on: text, metadata, rules, parser model and pack."""
    parts = [document.sha256, repr(document.metadata), RULES_VERSION, MODEL, MODEL_VERSION, MODEL_SHA256, pack.digest]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
