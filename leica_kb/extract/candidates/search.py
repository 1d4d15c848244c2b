"""The sentences worth parsing: those with a name and a trigger word, found without a model."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final

from leica_kb.extract.candidates.topics import Topics
from leica_kb.extract.names.guesses import STARTERS, is_coined
from leica_kb.extract.parsing.mention import Mention
from leica_kb.model import Document, Sentence
from leica_kb.packs import Pack

SILENT_KINDS: Final = frozenset({"boilerplate", "disclaimer"})
"""Block kinds that give no claims."""

_PRODUCT: Final = frozenset({"product"})
_PARTS: Final = ("feature", "piece", "aspect", "merit")
_JUDGEMENTS: Final = ("evaluative", "quality", "presence", "evaluatively")
"""Classes of a pack's nouns and adjectives for what things have, and for what is found of it."""
_LONGEST: Final = 4_000
"""Code points of a sentence: what is longer is no prose, and the parser's time grows with its square."""

_SHORT: Final = 3
"""Sentences of a text that somebody hands over for itself: taken to be about the field."""
_AT_HOME: Final = 3
"""A document is about the field where one sentence in so many tells of it; of ordinary news, one in a hundred does."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_CAPITAL: Final = re.compile(
    r"(?<![.!?]\s)(?<!^)\b[A-Z][a-z]|\b[A-Z]\w*\s[A-Z]|^[A-Z]\w*\s(?:is|was|has|had|were|are)\b"
)
_THING: Final = (
    r"it|its|they|their|them|both(?=\s(?:have|had|are|were|come|came)\b)|"
    r"(?:the|this|these|those|both)\s(?:\w+\s)?(?:company|companies|firm|brand|maker|manufacturer|cameras?|lens|lenses|"
    r"model|models|sensor|sensors|factory|plant|group|organization|organisation|business|school|club|team|website|site|store)"
)
_ANAPHOR: Final = re.compile(
    rf"\b(?:{_THING}|he|she|his|her|we|our|I|my|examples?|specimens?|\w+ ones)\b", re.IGNORECASE
)
_THING_HAS: Final = re.compile(
    rf"\b(?:(?:{_THING})\s(?:also\s|now\s|still\s)?(?:has|have|had|is|are|was|were|comes?|came)|it['’]s)\b"
    r"(?!\s(?:been|not|never|to|\w+ed|\w+en)\b)",
    re.IGNORECASE,
)
_LIGHT: Final = (
    "be have do get go come take put run look seem feel need last same part name person "
    "ask claim hold raise drop increase choice piece tool hire queue transport council association committee resident "
    "board cent vote share back try title idea home top line live right step answer figure stock project customer"
).split()
"""Triggers so common that away from a declared name they tell only right behind what points back: «It has»."""
_ITS_OWN: Final = re.compile(r"\b(?:its|their|his|her|our|my|your|[’']s)\sown\b", re.IGNORECASE)
"""Where «own» is no verb."""
_PARTICLES: Final = frozenset("up over out off down".split())
_POINTS: Final = re.compile(
    r"(?:\w+\s){0,2}(?:it|its|he|his|she|her|they|their|these|both)\b|.*\bthe\s(?:company|firm|brand|maker|"
    r"(?:(?:two|three)\s)?(?:brothers|sisters|men|women|friends|partners|couple|pair|duo))\b",
    re.IGNORECASE,
)
"""A pronoun in front, or «the firm» anywhere: what the sentence before speaks of is needed."""
_IRREGULAR: Final = {
    "make": "made", "build": "built", "find": "found", "hold": "held", "buy": "bought", "sell": "sold", "lead": "led",
    "get": "got", "have": "has had", "be": "is are was were been being it's it’s they're they’re",
    "begin": "began begun", "set": "set",
    "grind": "ground", "take": "took taken", "run": "ran", "come": "came", "become": "became", "give": "gave given",
    "spin": "spun", "spend": "spent", "do": "did done does", "write": "wrote written",
    "choose": "chose chosen", "bring": "brought", "put": "put", "go": "went gone", "stand": "stood", "split": "split",
    "sit": "sat", "fit": "fitted", "cut": "cut", "say": "said", "leave": "left", "overtake": "overtook overtaken",
    "draw": "drew drawn", "drive": "drove driven", "win": "won", "grow": "grew grown", "know": "knew known",
}  # fmt: skip


def inflections(lemma: str) -> Iterator[str]:
    """The forms of a verb or noun that a text may show (more than exist do no harm); of «take over» those of «take»."""
    words = lemma.split()
    last = words[0] if words[-1] in _PARTICLES else lemma
    yield last
    yield from _IRREGULAR.get(last, "").split()
    stem = last.removesuffix("e")
    yield from (
        last + "s",
        last + "es",
        stem + "ed",
        stem + "ing",
        stem + "er",
        last + last[-1:] + "ed",
        last + last[-1:] + "ing",
    )
    if last.endswith("y"):
        yield from (last[:-1] + "ies", last[:-1] + "ied")


@dataclass(frozen=True)
class CandidateSearch:
    """The trigger words of a pack in every form."""

    forms: frozenset[str]
    heavy: frozenset[str]
    """The forms of those triggers that tell something even where no declared name stands beside them."""
    open_names: bool
    telling: frozenset[str] = frozenset()
    """Forms of words that make a sentence with any name worth reading: founded, acquired, lens, sensor."""
    parts: frozenset[str] = frozenset()
    """What things have and are judged by, below a title that names one: shutter, handling."""
    judging: frozenset[str] = frozenset()
    """What is said of such parts: superb, quiet, well."""

    @classmethod
    def of(cls, pack: Pack, triggers: Iterable[str]) -> CandidateSearch:
        """Compile the triggers of a pack."""
        telling = frozenset(f for word in (*pack.telling, *pack.categories) for f in inflections(word))
        forms = frozenset(f for t in triggers for f in inflections(t))
        light = frozenset(f for word in (*_LIGHT, *pack.nouns.get("company", ())) for f in inflections(word))
        parts, judging = (
            frozenset(f for kind in kinds for word in pack.nouns.get(kind, ()) for f in (word, f"{word}s"))
            for kinds in (_PARTS, _JUDGEMENTS)
        )
        return cls(forms, forms - light, pack.open_names, telling, parts, judging)

    def has_trigger(self, words: str) -> bool:
        """Whether a trigger occurs in any form."""
        return _has(words, self.forms)

    def select(self, document: Document, declared: Sequence[Sequence[Mention]], topics: Topics) -> list[int]:
        """The indices of the document's sentences that may hold a claim."""
        chosen: list[int] = []
        near = -10
        named = [any(m.known or m.type != "person" for m in found) for found in declared]
        said = [sentence.span.of(document.text) for sentence in document.sentences]
        telling = [n or self._tells(words) for n, words in zip(named, said, strict=True)]
        at_home = len(said) <= _SHORT or sum(telling) * _AT_HOME >= len(said)
        for i, (sentence, words) in enumerate(zip(document.sentences, said, strict=True)):
            near = i if telling[i] else near
            silent = document.blocks[sentence.block].kind in SILENT_KINDS or len(words) > _LONGEST
            titled = topics.of(sentence.block, _PRODUCT) is not None
            tells = self.has_trigger(words) or _has_owned(document.text, words, declared[i])
            if silent or not (tells or (titled and self._judges(words))):
                continue
            told = named[i] or (at_home and _names(words)) or titled
            if self._speaks(document, sentence, words, told, i - near):
                chosen.extend(self._heard_before(document, i, words, chosen))
                chosen.append(i)
        return chosen

    def _judges(self, words: str) -> bool:
        """Whether a sentence of a page about one thing judges a part: «The dials work well.»"""
        return _has(words, self.parts) and _has(words, self.judging)

    def _heard_before(self, document: Document, i: int, words: str, chosen: Sequence[int]) -> list[int]:
        """The sentence before, where this one points back to it and it says nothing that is mapped."""
        if i == 0 or i - 1 in chosen or not _POINTS.match(words):
            return []
        silent = document.blocks[document.sentences[i - 1].block].kind in SILENT_KINDS
        return [] if silent else [i - 1]

    def _speaks(self, document: Document, sentence: Sentence, words: str, named: bool, distance: int) -> bool:
        if named:
            return True
        if self.open_names and (_CAPITAL.search(words) or _ANAPHOR.search(words)):
            return True
        if self._tells(words):
            return True
        if distance <= 3 and self._points_back(words):
            return True
        return document.blocks[sentence.block].kind == "list_item" and distance < 30

    def _tells(self, words: str) -> bool:
        """Whether a sentence without a declared name has a capital and a telling word or pair of words."""
        return _has(words, self.telling) and any(w[0].isupper() and w not in STARTERS for w in _WORD.findall(words))

    def _points_back(self, words: str) -> bool:
        """Whether a sentence without a declared name may go on about one: «It has …», «Made in Maribor.»"""
        first = _WORD.search(words)
        if first is not None and first[0].lower() in self.heavy:
            return True
        told = _ITS_OWN.sub("", words)
        return bool(_ANAPHOR.search(words) and (_has(told, self.heavy) or _THING_HAS.search(words)))


def _names(words: str) -> bool:
    """Whether a capital in a sentence is a name's, not only that of its first word."""
    first = _WORD.search(words)
    return bool(_CAPITAL.search(words)) or (first is not None and first[0][0].isupper() and is_coined(first[0]))


_OWNED: Final = re.compile(r"['’]s?\s(?:[a-z]+\s){0,2}[A-ZÄÖÜ]")
"""«Nordal’s new Nova» behind the firm's name: whose a thing is tells who makes it."""
_WITH_ITS: Final = re.compile(r"\bwith (?:its|their) (?:[a-z]+ ){0,2}[A-ZÄÖÜ]")


def _has_owned(text: str, words: str, names: Sequence[Mention]) -> bool:
    firms = [m for m in names if m.type == "company"]
    return any(_OWNED.match(text, m.span.end) for m in firms) or bool(firms and _WITH_ITS.search(words))


def _has(words: str, forms: frozenset[str]) -> bool:
    return not forms.isdisjoint(_said(words))


@lru_cache(maxsize=4096)
def _said(words: str) -> frozenset[str]:
    """Each word in lower case, the parts of joined ones and each two in a row; asked for several times a sentence."""
    found = [w.lower() for w in _WORD.findall(words)]
    parts = (part for w in found if "-" in w for part in w.split("-"))
    return frozenset((*found, *parts, *map(" ".join, pairwise(found))))
