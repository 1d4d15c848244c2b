"""What has been spoken of so far: pronouns, descriptions and dropped subjects find what they mean, or are refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from leica_kb.extract.candidates.topics import Topics
from leica_kb.extract.frames.gapping import named_behind_colon
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.extract.phrases.arguments import nameless_subject
from leica_kb.extract.phrases.nominal import conjuncts
from leica_kb.extract.phrases.people import are_people
from leica_kb.extract.phrases.spoken import Spoken, is_subject, only_one, spoken_of
from leica_kb.extract.reference.centre import (
    carried_on,
    is_centre,
    is_left,
    is_one_introduced,
    is_placed,
    without_asides,
)
from leica_kb.extract.reference.house import House, speaks_for
from leica_kb.extract.reference.people import people_meant
from leica_kb.extract.reference.pointing import (
    FIRST,
    THINGS,
    announced,
    as_said_first,
    compared,
    found_beside,
    goes_on_about_another,
    is_anybodys,
    is_done_by_one,
    is_ours,
    means_one,
    spoken_ahead,
    subjects_above,
    subjects_beside,
)
from leica_kb.extract.reference.trust import Setting, believed, is_weighed, traits_of
from leica_kb.extract.statements.filling import Filler
from leica_kb.lang.tokens import slug
from leica_kb.model import Document, Sentence, Vocabulary

PERSONAL: Final = frozenset("he she him her his hers who whom".split())
PLURAL: Final = frozenset("they them their these those both".split())
_THINGS_BY_NOUN: Final = ("camera", "lens")
LEAST: Final = 0.15
"""How far a finding must be believed."""
_TITLED: Final = 5
"""How much it counts for a firm that the title has its name in short."""
_OPENING: Final = 300
"""Code points behind the title in which a text says what it is about."""
_REACH: Final = 3
"""Sentences back in which a pronoun may find what it stands for."""
_OFTEN: Final = 4
"""What a page of some length is about it names so often, the title and the opening counting for more."""


@dataclass
class Discourse:
    """The sentences of one document read so far, and its topics."""

    document: Document
    vocabulary: Vocabulary
    about: Topics = field(default_factory=Topics)
    """What title and headings tell of it."""
    house: House = field(default_factory=House)
    """Whose own page it is."""
    topics: Counter[tuple[str, str]] = field(default_factory=Counter)
    sentences: list[tuple[int, tuple[Spoken, ...]]] = field(default_factory=list)
    """Per parsed sentence the index of its block and what it speaks of."""
    first: dict[str, int] = field(default_factory=dict)
    """Where each entity is named first."""
    spoken_in: dict[tuple[str, int], str] = field(default_factory=dict)
    """Type of each entity named in a block, by entity and block."""
    employers: dict[str, str] = field(default_factory=dict)
    """Whom a person speaks for, as far as the text has said."""
    same: Mapping[str, str] = field(default_factory=dict)
    """The other names of firms, by which they are spoken of, too."""
    makers: dict[str, str] = field(default_factory=dict)
    """Who makes a model, as its name tells."""
    parts: dict[str, str] = field(default_factory=dict)
    """Per component whose it was when it was last spoken of: «the sensors» are those of the camera named before."""

    def note_topics(self, mentions: Iterable[tuple[Mention, int]]) -> None:
        """Count what the document speaks of; the title counts most."""
        for mention, weight in mentions:
            if mention.entity:
                in_short = _TITLED if mention.entity not in self.first and self._is_titled(mention) else 0
                self.topics[mention.entity, mention.type] += weight + in_short
                self.first[mention.entity] = min(mention.span.start, self.first.get(mention.entity, mention.span.start))

    def _is_titled(self, name: Mention) -> bool:
        """«Orlik Kamera: a history», and then «Orlik Kamerafabrik was …»: whether the title has a firm in short."""
        title = next((b.span for b in self.document.blocks if b.kind == "title"), None)
        if title is None or name.type != "company" or name.span.start > title.end + _OPENING or title.holds(name.span):
            return False
        first = name.text.split(maxsplit=1)[0]
        return name.span.start >= title.end and title.of(self.document.text).startswith(f"{first} ")

    def hear(self, tree: Tree, block: int, resolved: Iterable[Filler] = ()) -> None:
        """Take in a parsed sentence: its names, and what its pronouns and descriptions in front were found to mean."""
        meant = {
            Spoken(f.entity, self._type_of(f.entity), f.node.start, subject=True, plural=False)
            for f in resolved
            if f.entity and f.node is not None and f.how in ("pronoun", "definite") and is_subject(f.node)
        }
        named = (replace(s, entity=self.same.get(s.entity, s.entity)) for s in spoken_of(tree))
        more = () if meant else carried_on(tree, block, self.sentences)
        spoken = sorted([*named, *meant, *more], key=lambda s: (s.start, s.entity))
        self.sentences.append((block, tuple(spoken)))

    def hear_names(self, names: Sequence[Mention], sentence: Sentence) -> None:
        """Take in the declared names of a sentence that was not parsed; one that opens it counts as its subject."""
        spoken = tuple(
            Spoken(m.entity, m.type, m.span.start, m.span.start < sentence.start + 5, plural=False, maker=m.maker)
            for m in names
            if m.entity and m.type != "demonym"
        )
        if spoken:
            self.sentences.append((sentence.block, spoken))

    def topic(self, wanted: frozenset[str], block: int) -> str | None:
        """What a block is about, of a wanted type: by heading or title, else what the document names most."""
        if told := self.about.of(block, wanted):
            return told
        ranked = [(n, e) for (e, t), n in self.topics.most_common() if t in wanted]
        often = min(_OFTEN, len(self.document.sentences) // _OFTEN)
        if not ranked or ranked[0][0] < max(often, 1.5 * max((n for n, _ in ranked[1:]), default=0)):
            return None
        return ranked[0][1]

    def resolve(
        self, filler: Filler, tree: Tree, block: int, speaker_side: str | None = None, *, other: str | None = None
    ) -> Filler | str:
        """The filler with its entity, or the reason why it has none; ``other`` is what stands on the other side."""
        if filler.entity or filler.value is not None:
            return filler
        filler = as_said_first(filler)
        word = filler.node.low if filler.node is not None and filler.how == "pronoun" else ""
        found = self._find(filler, word, tree, block, speaker_side)
        if found.startswith("!"):
            return found[1:]
        if found == other and not filler.name:
            return "reference: nothing else to refer to"
        if self._is_doubtful(filler, found, tree, block):
            return "reference: doubtful"
        return self._owned(filler, found)

    def _is_doubtful(self, filler: Filler, found: str, tree: Tree, block: int) -> bool:
        """Whether readers would rarely agree that a pronoun or description means what was found for it."""
        node = filler.node
        if node is None or filler.how not in ("pronoun", "definite") or not is_weighed(node, self._type_of(found)):
            return False
        return believed(self.traits(node, found, tree, block)) < LEAST

    def traits(self, mention: Node, found: str, tree: Tree, block: int) -> frozenset[str]:
        """What the weights know a mention by, with what was found for it."""
        kind = self._type_of(found)
        titled = self.about.of(block, frozenset({"product"}))
        alike = sum(n for (_, t), n in self.topics.items() if t == kind)
        share = sum(n for (e, _), n in self.topics.items() if e == found) / max(alike, 1)
        return traits_of(mention, found, kind, Setting(tree, block, self.sentences, titled, share))

    def _owned(self, filler: Filler, entity: str) -> Filler:
        """«their own cameras»: the class of the antecedent's products."""
        kind = self._type_of(entity)
        if filler.how == "pronoun" and filler.name and filler.wanted == {"company"} and filler.type != "pronoun":
            entity, kind = slug(f"{self.vocabulary.name_of(entity)} {filler.name}"), "product_class"
        return Filler(filler.span, filler.how, kind, entity, node=filler.node)

    def _type_of(self, entity: str) -> str:
        known = self.vocabulary.entities.get(entity)
        if known:
            return known.type
        told = (t.mention for titles in (self.about.whole, *self.about.sections.values()) for t in titles.values())
        titled = next((m.type for m in told if m.entity == entity), "unknown")
        return next((t for (e, t) in self.topics if e == entity), titled)

    def _find(self, filler: Filler, word: str, tree: Tree, block: int, speaker_side: str | None) -> str:
        wanted = self._wanted(filler, word)
        if word == "other":
            return self._other(wanted, tree)
        if word == "both" or (filler.node is not None and are_people(filler.node)):  # have been looked for before
            return "!reference: ambiguous"
        if word in FIRST or (filler.how == "definite" and is_ours(filler, wanted)):
            speaker_side = speaks_for(filler.node) or speaker_side
            employer = "company" in wanted and speaker_side in (*self.employers.values(), self.house.firm)
            known = speaker_side and (employer or self._type_of(speaker_side) in wanted)
            return speaker_side if speaker_side and known else "!reference: first person without a known speaker"
        if topic := self._given_topic(filler, tree, block, wanted):
            return topic
        if word in PLURAL and filler.node is not None and nameless_subject(filler.node):
            return "!reference: nothing named"
        found = found_beside(filler, wanted) or self._recent(filler, word, tree, block)
        return found or "!reference: nothing to refer to"

    def _titled(self, filler: Filler, tree: Tree, block: int) -> str | None:
        """The thing that title or heading tells of, where nothing else of its kind has been named near."""
        thing = self.about.of(block, filler.wanted)
        if self.about.compares and block not in self.about.sections:
            return None
        here = [s for s in spoken_of(tree) if s.start < filler.span.start]
        heard = [
            spoken for b, spoken in self.sentences if any(s.type in THINGS for s in spoken) and b >= block - _REACH
        ]
        last = [s for s in (heard[-1] if heard else ()) if s.fresh]
        told = [s for spoken in (last, *(s for _, s in self.sentences[-2:]), here) for s in spoken if s.type in THINGS]
        near = {s.entity for s in told if not s.measure}
        unnamed = thing is not None and self.first.get(thing, 0) > filler.span.start
        return thing if near <= {thing} and not unnamed else None

    def _wanted(self, filler: Filler, word: str) -> frozenset[str]:
        """The types that a pronoun or description may mean."""
        owned = filler.how == "pronoun" and bool(filler.name)
        wanted = filler.wanted | THINGS if owned else filler.wanted
        return wanted & {"person"} if word in PERSONAL else wanted

    def _given_topic(self, filler: Filler, tree: Tree, block: int, wanted: frozenset[str]) -> str | None:
        """What a list's lead-in or the document is about, for what leaves its subject to them."""
        listed = self.document.blocks[block].kind == "list_item"
        if listed and filler.how in ("context", "definite") and (topic := self._lead_in(block, wanted)):
            return topic
        if filler.how == "title":
            return self._titled(filler, tree, block) or "!reference: no topic"
        if filler.how == "topic":
            topic = self._lead_in(block, wanted) or self.topic(wanted, block) or "!reference: no topic"
            return "!reference: another firm is nearer" if self._has_nearer_firm(topic, tree, wanted) else topic
        return None

    def _has_nearer_firm(self, topic: str, tree: Tree, wanted: frozenset[str]) -> bool:
        """«Orlik has a new plant. Finance director Ada Moor said …»: does the sentence before name another alone?"""
        told = any(n.dep == "ROOT" and n.pos in ("VERB", "AUX") for n in tree.nodes)
        if not told or not wanted <= {"company", "publication"} or any(s.entity == topic for s in spoken_of(tree)):
            return False
        before = next((spoken for _, spoken in self.sentences[-1:]), ())
        firms = {s.entity for s in before if s.type == "company"}
        return len(firms) == 1 and before[0].entity in firms and topic not in firms

    def _recent(self, filler: Filler, word: str, tree: Tree, block: int) -> str | None:
        """What was spoken of last, where only one thing fits; else the topic, for it, they and descriptions."""
        owned = filler.how == "pronoun" and bool(filler.name)
        wanted = self._wanted(filler, word)
        own = subjects_beside(filler)
        wanted = wanted - {"product_class"} if not owned and means_one(filler, word) else wanted
        for heard in self._heard(filler, tree):
            named = [s for s in heard if s.type in wanted and (owned or not (word in PLURAL and s.type == "product"))]
            if (word in PERSONAL and not named) or (word in ("it", "its") and "company" in wanted):
                named = [s for s in heard if s in named or (s.type == "unknown" and s.subject)]
            fitting = [s for s in named if self._is_such(s.entity, filler) and s.entity not in own]
            fitting = fitting if is_placed(filler.node) else without_asides(fitting)
            if not fitting and goes_on_about_another(filler, heard, owned=owned):
                return "!reference: another kind of thing"
            open_to_many = is_anybodys(filler, word, fitting) or is_done_by_one(filler)
            open_to_many = open_to_many or (filler.how == "definite" and is_one_introduced(fitting))
            if found := None if open_to_many else only_one(fitting):
                if filler.how == "definite" and (topic := self.topic(wanted, block)) not in (None, found):
                    return self._of_two(found, topic, filler, block) or "!reference: ambiguous"
                return self._maker(found, fitting, filler.node.head if filler.node else None) if owned else found
            if fitting:
                return "!reference: ambiguous"
        other = filler.node is not None and any(d.low in ("that", "those") for d in filler.node.kids("det"))
        follows = word in ("it", "its", "they", "their", "them") or filler.how == "definite"
        topic = self.topic(wanted, block) if follows and not other else None
        if topic is not None and word in ("they", "them") and self._type_of(topic) == "product":
            return None
        told = topic is not None and self.first.get(topic, 0) < filler.span.start
        told = told and topic not in {n.mention.entity for n in compared(tree, filler.span.start) if n.mention}
        return topic if topic is not None and told and self._is_such(topic, filler) else None

    def _of_two(self, rival: str, topic: str | None, filler: Filler, block: int) -> str | None:
        """Which firm «the company» means where another than the document's was named in between."""
        firms = topic is not None and self._type_of(rival) == self._type_of(topic) == "company"
        if not firms or topic is None or topic in subjects_beside(filler) or is_placed(filler.node):
            return None
        if is_centre(rival, topic, block, self.sentences):
            return rival
        told = self.first.get(topic, 0) < filler.span.start
        return topic if told and is_left(rival, block, self.sentences) else None

    def _is_such(self, entity: str, filler: Filler) -> bool:
        """Whether an entity can be what a description calls it: no lens is «these cameras», no model «the models»."""
        if filler.how != "definite" or filler.node is None:
            return True
        lemma = filler.node.lemma
        if filler.node.tag == "NNS" and filler.type != "specimen" and self._type_of(entity) == "product":
            return False
        last = self.vocabulary.name_of(entity).rsplit(maxsplit=1)[-1].lower()
        return lemma not in _THINGS_BY_NOUN or not last.startswith(_THINGS_BY_NOUN) or last.startswith(lemma)

    def resolve_pair(self, wanted: frozenset[str], tree: Tree) -> tuple[str, str] | None:
        """The two that a plural pronoun means, where just two have been spoken of last."""
        recent = [tuple(spoken_of(tree)), *(spoken for _, spoken in self.sentences[::-1][:_REACH])]
        for spoken in recent:
            named = list(dict.fromkeys(s.entity for s in spoken if s.type in wanted))
            if len(named) == 2:
                return named[0], named[1]
        leading = [e for (e, t), _ in self.topics.most_common() if t in wanted]
        return (leading[0], leading[1]) if len(leading) > 1 else None

    def several(self, filler: Filler) -> tuple[str, ...]:
        """What «these cameras», «both companies» or «they» mean, where the sentence before named two or more."""
        node = filler.node
        if node is None or filler.entity or filler.name or filler.how not in ("definite", "pronoun"):
            return ()
        if are_people(node):
            return people_meant(node, self.sentences)
        marks = (node, *node.kids("det", "predet"))
        plural = any(n.low in ("they", "these", "both", "their", "them") for n in marks)
        above = [n for s in subjects_above(node) if s.i < node.i for n in conjuncts(s)]
        if any(n.mention and n.mention.type in filler.wanted for n in above):
            joined = tuple(n.mention.entity for n in above if n.mention and n.mention.entity)
            return joined if plural and 1 < len(joined) == len(above) else ()
        last = self.sentences[-1][1] if self.sentences else ()
        spoken = [s for s in last if s.type in filler.wanted]
        spoken = [s for s in spoken if s.subject] or spoken
        named = tuple(dict.fromkeys(s.entity for s in spoken))
        return named if plural and len(named) > 1 and len({s.type for s in spoken}) == 1 else ()

    def listed(self, filler: Filler, block: int) -> tuple[str, ...]:
        """«The following cameras were made here:»: what each item of the list below it names, and nothing else."""
        node = announced(filler)
        announcing = [c.low for c in node.kids("amod", "det")] if node is not None else []
        following = not {"following", "below"}.isdisjoint(announcing)
        if node is not None and following and (told := named_behind_colon(node, filler.wanted)):
            return told
        words = self.document.blocks[block].span.of(self.document.text)
        following = following or ("these" in announcing and words.rstrip().endswith(":"))
        if not following and filler.how != "topic":
            return ()
        items = [i for i, b in enumerate(self.document.blocks) if b.kind == "list_item" and b.within == block]
        named = {i: [e for (e, at), t in self.spoken_in.items() if at == i and t in filler.wanted] for i in items}
        return tuple(found[0] for found in named.values() if len(found) == 1)

    def _other(self, wanted: frozenset[str], tree: Tree) -> str:
        """«the other»: the one of two that the sentence has not named."""
        here = {s.entity for s in spoken_of(tree) if s.type in wanted}
        leading = [e for (e, t), _ in self.topics.most_common() if t in wanted][:2]
        rest = [e for e in leading if e not in here]
        return rest[0] if len(leading) == 2 and len(rest) == 1 else "!reference: ambiguous"

    def _maker(self, entity: str, spoken: Sequence[Spoken], whole: Node | None) -> str:
        """The company behind an antecedent: itself, or who makes the product."""
        chosen = next(s for s in spoken if s.entity == entity)
        if chosen.type == "product" and whole is not None and whole.tag == "NN":
            return "!reference: a part of one product"
        return entity if chosen.type == "company" else chosen.maker or "!reference: maker unknown"

    def _heard(self, filler: Filler, tree: Tree) -> Iterator[tuple[Spoken, ...]]:
        """What was spoken of before the filler: earlier in its sentence, then sentence by sentence backwards."""
        set_apart = {n.start for n in compared(tree, filler.span.start)}
        yield tuple(s for s in spoken_of(tree) if s.start < filler.span.start and s.start not in set_apart)
        yield spoken_ahead(filler, tree)
        yield from (spoken for _, spoken in self.sentences[::-1][:_REACH])

    def _lead_in(self, block: int, wanted: frozenset[str]) -> str | None:
        """What the block's lead-in speaks of first."""
        within = self.document.blocks[block].within
        if within is None:
            return None
        heard = [s for b, spoken in self.sentences if b == within for s in spoken if s.type in wanted]
        topic = only_one(heard) or (heard[0].entity if heard else None)
        return self._narrowed(topic, within, wanted) if topic else None

    def _narrowed(self, topic: str, lead_in: int, wanted: frozenset[str]) -> str:
        """A list that names one class inside its lead-in's speaks of that class."""
        inside = {
            e
            for (e, b), t in self.spoken_in.items()
            if t in wanted & {"product_class", "product_line"}
            and self.document.blocks[b].within == lead_in
            and e != topic
            and self.vocabulary.is_inside(e, topic)
        }
        return next(iter(inside)) if len(inside) == 1 else topic
