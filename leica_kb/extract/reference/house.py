"""Whose own page a text is: the firm that means itself by «we» where nobody else is quoted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.arguments import governing_verb
from leica_kb.model import Document

_ABOUT: Final = re.compile(r"[\W_]*(?:About|Welcome to|Who (?:is|are))\s+(?:the\s)?(?P<name>[^\n]{2,80})")
_BESIDE: Final = frozenset(
    "inc ltd co corp corporation company gmbh ag kg se plc llc limited group holdings america americas usa us uk "
    "europe japan germany deutschland france italy asia china india global international worldwide official newsroom "
    "news press media room releases release website site web page blog online com net org history story".split()
)
"""What stands beside a firm's name where it publishes: its legal form, its country, its newsroom."""
_OFTEN: Final = 3
"""Times that a firm is named on a page of its own; a blog hardly ever names itself."""


@dataclass(frozen=True, slots=True)
class House:
    """The firm whose own voice a document has, and those of its sections that are about another."""

    firm: str | None = None
    sections: Mapping[int, str] = field(default_factory=dict)

    def of(self, block: int) -> str | None:
        """The firm that says «we» in a block."""
        return self.sections.get(block, self.firm)

    @classmethod
    def find(cls, document: Document, mentions: Iterable[Mention]) -> House:
        """Told by the publisher or author, by a title «About X», and for a section by a heading «About X»."""
        named = [m for m in mentions if m.type == "company" and m.entity]
        counts = Counter(m.entity for m in named)
        firms = {_words(text): m.entity or "" for m in named for text in (m.text, m.name) if text}
        told = document.metadata
        signed = (_firm(line, firms) for line in (told.publisher, told.author) if line)
        firm = next((f for f in signed if f and counts[f] >= _OFTEN), None)
        titles = [told.title or "", *(b.span.of(document.text) for b in document.blocks if b.kind == "title")]
        if firm is None and not told.publisher:
            firm = next((f for line in titles if (f := _about(line, firms))), None)
        return cls(firm, dict(_sections(document, firms)))


def _sections(document: Document, firms: Mapping[tuple[str, ...], str]) -> Iterator[tuple[int, str]]:
    """«About Nordal Optik», as a heading: what stands below it, up to the next."""
    current: str | None = None
    for i, block in enumerate(document.blocks):
        if block.kind in ("title", "heading"):
            current = _about(block.span.of(document.text), firms) if block.kind == "heading" else None
        elif current is not None and block.kind != "comment":
            yield i, current


def _about(line: str, firms: Mapping[tuple[str, ...], str]) -> str | None:
    match = _ABOUT.match(line)
    return _firm(match["name"], firms) if match else None


def _firm(line: str, firms: Mapping[tuple[str, ...], str]) -> str | None:
    """The firm that a line names, where nothing else but its legal form, country or newsroom stands in it."""
    words = _words(line)
    for length in range(len(words), 0, -1):
        if (firm := firms.get(words[:length])) and set(words[length:]) <= _BESIDE:
            return firm
    return None


def _words(line: str) -> tuple[str, ...]:
    """The words of a name or of an address: www.nordal-optik.com."""
    words: Sequence[str] = re.findall(r"[^\W_]+", line.lower())
    return tuple(words[1:] if words[:1] == ["www"] else words)


def speaks_for(node: Node | None) -> str | None:
    """«we at Sigma», «At Sigma, we …»: the firm that the speaker names beside «we»."""
    if node is None:
        return None
    verb = governing_verb(node)
    told = [p for p in verb.kids("prep") if p.i < node.i] + node.kids("prep")
    named = [n.mention for p in told if p.low == "at" for n in p.kids("pobj") if n.mention]
    return next((m.entity for m in named if m.type == "company"), None)
