"""All words of a passage that mean one participant: its name, its other names, the pronouns that stand for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from leica_kb.extract.frames.frame import noun_frame
from leica_kb.extract.names.unlisted import is_short_for
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.extract.phrases.arguments import named_beside, subject_ahead
from leica_kb.model import Span

_PERSON: Final = frozenset("he she him his her hers himself herself".split())
_THING: Final = frozenset("it its itself they their them".split())
_FIRST: Final = frozenset("we our us i my me".split())
_GLOSS: Final = (
    r"(?:the\s|or\s|also\s|known as\s|abbreviated\s|\s?formerly\s|officially\s|called\s|trading as\s|dba\s)*"
)
_CALLED: Final = (
    r"(?:(?:also|formerly|previously|originally|commonly|better)\s(?:known|called|named|referred to)\s(?:as\s)?"
    r"|(?:doing business|trading) as\s)"
)
_LETTER: Final = r"[A-Z\u0370-\u1FFF\u3040-\uD7FF]"
"""How a name begins: with a capital, or in a script of its own."""
_ALIAS: Final = re.compile(
    rf"\s?(?:\({_GLOSS}[“\"']?(?P<in>{_LETTER}[\w&.’' ,:-]{{1,120}}?)[”\"']?\)"
    rf"|,?\s{_CALLED}[“\"']?(?P<out>[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*)*))"
)
_ONE_ALIAS: Final = re.compile(
    rf"(?:^|(?<=[,;:(“\"']))?\s?(?:or\s|and\s)?[“\"']?(?P<name>{_LETTER}[^;:“”\"()]*?)"
    r"(?=[”\"']?(?:,(?!\s(?:Ltd|Inc|LLC)\b)|;|:|\sor\s|$|\)))"
)
_EXCHANGES: Final = frozenset(
    "NYSE NASDAQ Nasdaq LSE AMEX TSX ASX HKSE SEHK OTC NSE BSE AIM Euronext FTSE TSE NYSE: NASDAQ:".split()
)
_EXCHANGE_AFTER: Final = re.compile(rf":\s?(?:{'|'.join(sorted(_EXCHANGES))})\b")
"""«LUV: NYSE»: the sign stands before its exchange; before other colons stands a label, «French: …»."""


@dataclass(frozen=True, slots=True)
class _Word:
    span: Span
    kind: str
    """person, thing, first (person plural) or name."""
    text: str
    mention: Mention | None = None


def chain_spans(
    span: Span, kind: str, trees: Sequence[Tree], text: str, *, apart: Collection[frozenset[str]] = ()
) -> Iterator[Span]:
    """The spans that mean what stands at ``span``: itself, same names, aliases beside it, pronouns, relatives.

    ``kind`` is the participant's entity type; a pronoun is followed back to the name it most likely stands for. Names
    of which the text tells one something of the other are ``apart``: neither is short for the other.
    """
    words = list(_words(trees))
    links = _relative_links(trees)
    start = links.get(span, span)
    here = next((w for w in words if w.span == start or (w.kind == "definite" and w.span.meets(start))), None)
    named = here.text if here is not None and here.kind == "name" else ""
    names = [w for w in words if w.kind == "name" and w.mention and (_fits(w.mention, kind) or w.text == named)]
    anchor = here if here is None or here.kind == "name" else _antecedent(here, names, kind) or _ahead(start, trees)
    spans = {span, start}
    if anchor is not None:
        spans |= {anchor.span, *_same_name(anchor, names, apart), *_pronouns(anchor, words, names, kind)}
    elif here is not None:
        stands = "thing" if here.kind == "definite" else here.kind
        spans.update(w.span for w in words if w.kind == stands)
    spans.update(relative for relative, target in links.items() if target in spans)
    for known in tuple(spans):
        spans.update(_aliases(known, text))
    yield from sorted(s for s in spans if _agrees(s.of(text).lower(), kind) and not _is_described(s, trees))


def _is_described(span: Span, trees: Sequence[Tree]) -> bool:
    """Whether the words are a description («the airline»): it leads to a name and is none itself."""
    heads = [n for tree in trees for n in tree.nodes if span.holds(n.span)]
    return (
        bool(heads)
        and heads[-1].pos == "NOUN"
        and heads[-1].mention is None
        and heads[-1].low not in _PERSON | _THING | _FIRST
    )


def _agrees(word: str, kind: str) -> bool:
    """He is no company and it is no person."""
    return word not in (_THING if kind == "person" else _PERSON)


def _words(trees: Sequence[Tree]) -> Iterator[_Word]:
    for tree in trees:
        for node in tree.nodes:
            if node.mention and node.mention.is_name:
                yield _Word(node.mention.span, "name", node.mention.text, node.mention)
            elif node.pos == "NOUN" and any(c.low in ("the", "this") for c in node.kids("det")):
                yield _Word(node.span, "definite", node.low)
            elif node.low in _PERSON:
                yield _Word(node.span, "person", node.low)
            elif node.low in _THING:
                yield _Word(node.span, "thing", node.low)
            elif node.low in _FIRST:
                yield _Word(node.span, "first", node.low)


def _fits(mention: Mention, kind: str) -> bool:
    if kind == "person":
        return mention.type in {"person", "unknown"}
    return mention.type not in ("person", "place")


def _is_person(name: _Word, anchor: str) -> bool:
    """Whether a name is a person's, or the one that does here what people do."""
    return name.text == anchor or (name.mention is not None and name.mention.type == "person")


def _antecedent(word: _Word, names: Sequence[_Word], kind: str, anchor: str = "") -> _Word | None:
    """The name before the pronoun that is the only one, or else the nearest."""
    if word.kind == "first" or (word.kind == "person") != (kind == "person"):
        return None
    earlier = [n for n in names if n.span.start < word.span.start]
    before = earlier if kind != "person" else [n for n in earlier if _is_person(n, anchor)]
    distinct = list(dict.fromkeys(n.text for n in before))
    return before[-1] if len(distinct) == 1 else before[0] if before else None


def _ahead(span: Span, trees: Sequence[Tree]) -> _Word | None:
    """«Since its founding in 1928, Hutson …»: a pronoun in a phrase in front means the subject that follows."""
    nodes = [n for tree in trees for n in tree.nodes if n.span == span]
    subject = subject_ahead(nodes[0]) if nodes else None
    mention = subject.mention if subject is not None else None
    return _Word(mention.span, "name", mention.text, mention) if mention is not None and mention.is_name else None


def _same_name(anchor: _Word, names: Sequence[_Word], apart: Collection[frozenset[str]]) -> Iterator[Span]:
    person = anchor.mention is not None and anchor.mention.type == "person"
    for name in names:
        short, full = sorted((name.text, anchor.text), key=len)
        shortened = _is_surname(short, full) if person else is_short_for(short, full) and {short, full} not in apart
        if short == full or shortened:
            yield name.span


def _is_surname(short: str, full: str) -> bool:
    return " " not in short and full.endswith(f" {short}")


def _pronouns(anchor: _Word, words: Sequence[_Word], names: Sequence[_Word], kind: str) -> Iterator[Span]:
    """Pronouns that stand for the anchor: of its kind, where no rival name does as well."""
    wanted = "person" if kind == "person" else "thing"
    for word in words:
        found = _antecedent(word, names, kind, anchor.text) if word.kind == wanted else None
        if found is not None and found.text == anchor.text:
            yield word.span


def _relative_links(trees: Sequence[Tree]) -> dict[Span, Span]:
    """Each relative word and the name or pronoun that it stands for, through glosses and complements; «X and its Y»."""
    links: dict[Span, Span] = {}
    for tree in trees:
        for node in tree.nodes:
            if node.dep == "relcl" and node.head is not None and (word := _relative_word(node)):
                target = _named_head(node.head)
                links[word.span] = target.mention.span if target.mention else target.span
            elif node.low in _THING and (name := named_beside(node)) is not None and name.mention is not None:
                links[node.span] = name.mention.span
    return links


def _relative_word(clause: Node) -> Node | None:
    words = [
        w for w in clause.subtree() if w.low in ("who", "which", "that", "whose", "whom", "where") and w.i <= clause.i
    ]
    return min(words, key=lambda w: w.i, default=None)


def _named_head(node: Node, depth: int = 3) -> Node:
    """The name that a common noun glosses or complements, or the noun itself."""
    if (node.mention and node.mention.is_name) or depth == 0:
        return node
    for holder in noun_frame(node).role("is"):
        if holder is not node:
            return _named_head(holder, depth - 1)
    return node


def _aliases(span: Span, text: str) -> Iterator[Span]:
    at = span.end
    for _ in range(3):
        match = _ALIAS.match(text, at)
        if not match:
            return
        group = "in" if match["in"] else "out"
        for name in _ONE_ALIAS.finditer(text, match.start(group), match.end(group)):
            end = name.end("name")
            label = text.startswith(":", end) and _EXCHANGE_AFTER.match(text, end) is None
            if name["name"] not in _EXCHANGES and not label:
                yield Span(name.start("name"), name.end("name"))
        at = match.end()
