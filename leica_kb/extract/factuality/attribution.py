"""Who says it: the speaker of a clause, a quotation, a list of interview notes or a comment, and every relay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from leica_kb.extract.candidates.quoting import as_written, find_quotations, labelled, saying, somebody_before
from leica_kb.extract.factuality.governing import wrongly
from leica_kb.extract.frames.frame import Frame
from leica_kb.extract.names.unlisted import is_organisation
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.arguments import subject_of
from leica_kb.extract.phrases.nominal import core_span
from leica_kb.lang.cues import JUDGING_VERBS, PREDICTION_VERBS, SAYING_VERBS, SPEECH_VERBS, is_person_noun
from leica_kb.lang.tokens import slug
from leica_kb.model import Document, Span

_SPEAKERS: Final = frozenset({"person", "company", "publication"})
_FULL_NAME: Final = re.compile(r"(?:Mr|Ms|Mrs|Dr)?\.?\s?([A-Z]\w+(?:\s[A-Z][\w’'-]+){1,2})")
_INTERVIEW: Final = re.compile(
    r"\b(?:interview(?:ed|s)?|conversation|talk(?:ed|s)?|Q&A|chat(?:ted)?|sat down|spoke)\b(?:\s\w+){0,2}?\swith\s",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, through whom, and the words that tell."""

    chain: tuple[str, ...]
    cue: tuple[Span, ...] = ()

    @property
    def speaker(self) -> str | None:
        """The first of the chain, where it is no relay."""
        return self.chain[0] if self.chain and not self.chain[0].startswith("via:") else None


SOURCE: Final = Voice(())
"""The source's own voice."""


@dataclass(frozen=True)
class Voices:
    """The speakers of one document."""

    document: Document
    quoted: tuple[tuple[Span, str, Span], ...]
    """Quotations with the entity that speaks them and the words that say so."""
    interviewee: str | None
    named: Mapping[str, str]
    """Entities of the speakers by their names as they stand."""

    people: tuple[Mention, ...] = ()
    companies: tuple[Mention, ...] = ()
    labels: Mapping[int, tuple[str, Span]] = field(default_factory=dict)
    """Blocks that open with their speaker's name, as the lines of an interview do."""
    firms: frozenset[str] = frozenset()
    """The common nouns that mean a company: «the firm said»."""

    @classmethod
    def of(cls, document: Document, mentions: Sequence[Mention], firms: Iterable[str] = ()) -> Voices:
        """Find the quotations and the interviewee among a document's mentions."""
        speakers = [m for m in mentions if (m.type in _SPEAKERS or m.type == "unknown") and m.entity]
        people = tuple(m for m in speakers if m.type == "person" or _speaks_as_person(document.text, m))
        interviewee = _interviewee(document, speakers)
        quoted = find_quotations(document, speakers, lambda at: _person_before(document, people, at))
        return cls(
            document,
            tuple((span, who or interviewee or "", cue) for span, who, cue in quoted),
            interviewee,
            {m.text: m.entity for m in speakers if m.entity},
            people,
            tuple(_firms(mentions)),
            labelled(document, speakers),
            frozenset(firms),
        )

    def of_frame(self, frame: Frame, block: int) -> Voice:
        """Whose statement a frame is."""
        if own := self.document.blocks[block].speaker:
            return Voice((own,)) if own.startswith("commenter") else self._relayed(self._called(own), None)
        place = frame.trigger.span
        gloss = frame.kind == "noun" and frame.trigger.dep == "appos"
        told = [] if gloss else [(who, cue) for node, cue in _reporters(frame) if (who := self._identity(node))]
        if told:
            (entity, cue), *outer = told
            return self._relayed(entity, cue, [o for o, _ in outer])
        for span, entity, cue in self.quoted:
            if span.holds(place):
                return self._relayed(entity, cue)
        if (label := self.labels.get(block)) and place.start >= label[1].end:
            return self._relayed(*label)
        if self.interviewee and (_digests(frame) or self.document.blocks[block].kind == "list_item"):
            return self._relayed(self.interviewee, None)
        return SOURCE

    def _called(self, name: str) -> str:
        """Who speaks under a label: «Solberg:» is Mira Solberg, where no other has that name."""
        full = {e for text, e in self.named.items() if name in text.split()[1:] and not is_organisation(text)}
        return (full.pop() if len(full) == 1 else None) or self.named.get(name) or slug(name)

    def _identity(self, node: Node) -> str | None:
        """Who a teller is: by name, by what was named last, or as the text calls them."""
        if node.mention and node.mention.entity:
            return node.mention.entity
        if node.low in _PERSONAL:
            return _person_before(self.document, self.people, node.start)
        if node.low in _IMPERSONAL:
            return _named_last(self.document, self.companies, node.start)
        if node.lemma in self.firms and not node.kids("poss", "prep"):
            return _named_last(self.document, self.companies, node.start)
        return as_written(_called(node, self.document.text))

    def _relayed(self, entity: str, cue: Span | None, told: Sequence[str] = ()) -> Voice:
        """The speaker, those whom the sentence names as having it from them, and what the document retells."""
        handed = dict.fromkeys((*told, *self.document.metadata.retells))
        relays = tuple(f"via:{r}" for r in handed if r != entity)
        return Voice((entity, *relays), (cue,) if cue else ())


def _firms(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The names of firms, and those that open a firm's name whatever the recogniser took them for."""
    opening = {m.text.split()[0] for m in mentions if m.type == "company" and m.entity and " " in m.text}
    for name in mentions:
        short = name.text in opening and name.type in ("place", "unknown") and not name.known
        if name.entity and (name.type == "company" or short):
            yield name


def _speaks_as_person(text: str, name: Mention) -> bool:
    """«Wiebke Asmussen said», «Wiebke Asmussen, curator of …», whatever the recogniser took her for."""
    if name.known or len(name.text.split()) != 2 or is_organisation(name.text):
        return False
    gloss = _GLOSSED.match(text, name.span.end)
    return saying(text, name.span) is not None or (gloss is not None and is_person_noun(gloss["what"]))


_GLOSSED: Final = re.compile(
    r",\s(?:(?:an?|the|its|their|his|her)\s)?(?:[a-z][\w-]*\s){0,4}?(?P<what>[a-z][\w-]*)(?=\s(?:of|at|for|with|in)\b|,)"
)
"""What a name is said to be behind it: «, the chief executive of …»."""


def _interviewee(document: Document, speakers: Sequence[Mention]) -> str | None:
    """The person that a title or opening names as interviewed, where the document retells."""
    people = [m for m in speakers if m.type in ("person", "unknown")]
    for block in document.blocks[:4]:
        for match in _INTERVIEW.finditer(document.text, block.start, block.end):
            for person in people:
                if match.end() <= person.span.start <= match.end() + 12:
                    return person.entity
            if block.kind in ("title", "paragraph", "heading") and (
                name := _FULL_NAME.match(document.text, match.end())
            ):
                return slug(name[1])
    return None


def _reporters(frame: Frame) -> Iterator[tuple[Node, Span]]:
    """Who tells, from the speaker outwards: X said that …, as Y reported, in an interview with Z, according to W."""
    node: Node | None = frame.trigger if frame.kind == "verb" else frame.clause
    spoken = False
    while node is not None:
        told = [t for t in (*_judges(node), *_tellers(node)) if not spoken or _is_named(t[0])]
        told += [outer] if (outer := _as_said(node) or _according(node)) else []
        if not told and not spoken and node.dep in ("ROOT", "ccomp", "relcl") and (said := _said_inside(node)):
            told = [said]
        yield from told
        spoken = spoken or bool(told)
        node = node.head


def _tellers(clause: Node) -> Iterator[tuple[Node, Span]]:
    """The speaker of a clause that a saying verb governs, and who heard it."""
    verb = clause.head
    telling = SAYING_VERBS | PREDICTION_VERBS
    if verb is None or verb.lemma not in telling or clause.dep not in ("ccomp", "xcomp", "parataxis"):
        return
    going_on = clause.dep == "xcomp" and verb.lemma in ("continue", "add")  # «continued developing the line»
    if going_on or _is_parted(clause, verb) or wrongly(verb):
        return
    if quoted := _quoted_as_saying(verb):
        yield from quoted
    elif speaker := _speaker(verb):
        yield speaker
        yield from _hearers(verb)


def _judges(verb: Node) -> Iterator[tuple[Node, Span]]:
    """«Paul Denby finds the Z8 too heavy»: a judgement is of who makes it."""
    taken_as = any(p.low == "as" for p in verb.kids("prep"))
    if verb.lemma in JUDGING_VERBS and (verb.kids("oprd") or (taken_as and verb.kids("dobj"))):
        yield from (
            (n, Span(min(n.start, verb.start), max(n.end, verb.end))) for n in verb.kids("nsubj") if _is_named(n)
        )


def _hearers(verb: Node) -> Iterator[tuple[Node, Span]]:
    """«told DPReview», «said to DPReview», «said in an interview with DPReview»: who hands on what was said to them."""
    direct = verb.kids("dobj", "dative")
    spoken_to = [n for p in verb.kids("prep", "dative") if p.low in ("to", "with") for n in p.kids("pobj")]
    interviews = [n for p in verb.kids("prep") if p.low in ("in", "during") for n in p.kids("pobj")]
    interviews += [n for n in verb.subtree() if n.lemma == "interview" and n.i < verb.i and n not in interviews]
    met = [
        n for talk in interviews for p in talk.kids("prep") if p.low in ("with", "by", "for") for n in p.kids("pobj")
    ]
    for node in (*direct, *spoken_to, *met):
        mention = node.mention
        if mention and mention.entity and mention.is_name and mention.type in ("publication", "company", "unknown"):
            yield node, mention.span


def _quoted_as_saying(verb: Node) -> list[tuple[Node, Span]]:
    """«Photo Weekly quotes Sanna Korpi as saying that …»: the quoted one speaks, the other hands it on."""
    quoting = verb.head.head if verb.head is not None and verb.head.low == "as" else None
    if quoting is None or quoting.lemma not in ("quote", "cite"):
        return []
    told = [*quoting.kids("dobj", "nsubjpass"), *quoting.kids("nsubj")]
    return [(n, n.mention.span) for n in told if n.mention and n.mention.entity]


_DIGESTS: Final = frozenset("highlight takeaway revelation".split())


def _digests(frame: Frame) -> bool:
    """«Some highlights include that …»: what follows was said in what the article retells."""
    above = (frame.clause, *frame.clause.ancestors())
    return any(s.lemma in _DIGESTS for node in above for s in node.kids("nsubj"))


def _speaker(verb: Node) -> tuple[Node, Span] | None:
    """Who says it: the subject nearest to the verb; of a passive only the one who is named with «by»."""
    passive = bool(verb.kids("auxpass", "nsubjpass", "agent"))
    by = [n for a in verb.kids("agent") for n in a.kids("pobj")]
    told = by if passive else sorted(subject_of(verb), key=lambda n: abs(n.i - verb.i))
    for node in told:
        if _is_named(node) or (verb.lemma in SPEECH_VERBS | PREDICTION_VERBS and _is_somebody(node)):
            return node, Span(min(node.start, verb.start), max(node.end, verb.end))
    return None


def _as_said(node: Node) -> tuple[Node, Span] | None:
    for clause in node.kids("advcl", "parataxis"):
        marks = [m.low for m in clause.kids("mark", "advmod")]
        if clause.lemma in SAYING_VERBS and "as" in marks:
            return _speaker(clause)
    return None


def _said_inside(node: Node) -> tuple[Node, Span] | None:
    """«Leica, Kaufmann said, makes …»: the saying verb hangs below what is said."""
    for clause in node.kids("parataxis", "ccomp"):
        if clause.lemma in SAYING_VERBS and not clause.kids("ccomp", "xcomp", "dobj") and not _is_parted(clause, node):
            return _speaker(clause)
    return None


def _is_parted(one: Node, other: Node) -> bool:
    """«Nikon launched the F-501; Canon responded in 1987»: what a semicolon parts is not what is said."""
    between = range(min(one.i, other.i) + 1, max(one.i, other.i))
    return any(p.low == ";" and p.i in between for n in (one, other) for p in n.kids("punct"))


def _according(node: Node) -> tuple[Node, Span] | None:
    for prep in node.kids("prep", "advcl"):
        inner = prep.kids("prep") if prep.low == "according" else [prep] if prep.low == "per" else []
        for target in (t for i in inner for t in i.kids("pobj")):
            if _is_named(target) or _is_somebody(target):
                return target, Span(prep.start, target.end)
    return None


_PERSONAL: Final = frozenset("he she him her".split())
_IMPERSONAL: Final = frozenset({"it", "they"})
_WRITINGS: Final = frozenset(
    "prospectus brochure catalogue catalog leaflet manual advertisement advert obituary statement report "
    "review test article magazine blog forum website press literature survey".split()
)
"""Writings that state something, named as the source of what they say."""


_AMOUNTS: Final = frozenset("lot number couple majority handful bunch plenty host dozen".split())
"""Nouns that count those behind «of»: «a lot of owners»."""


def _is_named(node: Node) -> bool:
    """Whether the node names somebody who can speak."""
    mention = node.mention
    return mention is not None and mention.entity is not None and mention.type in (*_SPEAKERS, "unknown")


def _is_somebody(node: Node) -> bool:
    """Whether a speaker is told without a name: «the shopkeeper», «locals», «she»; a label is nobody."""
    if node.low in _PERSONAL or (node.low in _IMPERSONAL and node.head is not None and not node.head.kids("prep")):
        return True
    several = node.kids("prep") if node.lemma in _AMOUNTS else []
    if any(_is_somebody(n) for p in several if p.low == "of" for n in p.kids("pobj")):
        return True
    return node.mention is None and node.pos == "NOUN" and (is_person_noun(node.lemma) or node.lemma in _WRITINGS)


def _called(node: Node, text: str) -> str:
    """How the text calls somebody: «Cosina's spokeswoman», «spokesman for Cosina», «retired engineer»."""
    span = core_span(node)
    counted = node.lemma in _AMOUNTS
    named = [n for p in node.kids("prep") for n in p.kids("pobj") if counted or (n.mention and n.mention.is_name)]
    return Span(span.start, max([span.end, *(n.end for n in named if not n.children)])).of(text)


def _person_before(document: Document, people: Sequence[Mention], before: int) -> str | None:
    """Whom «she» means: the one named last, else the last that the text calls by what they are: «the curator»."""
    if any(m.span.start < before for m in people):
        return _named_last(document, people, before)
    return somebody_before(document.text, before)


def _named_last(document: Document, names: Sequence[Mention], before: int) -> str | None:
    """The one that was named last before an offset; None where a sentence names two."""
    earlier = [m for m in names if m.span.start < before]
    if not earlier:
        return None
    sentence = next((s for s in document.sentences if s.span.holds(earlier[-1].span)), None)
    rivals = {m.entity for m in earlier if sentence is None or sentence.span.holds(m.span)}
    return earlier[-1].entity if len(rivals) == 1 else None
