"""What one title or heading names, and of which type: by its words and by what the prose calls them; topics choose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from leica_kb.extract.names.shapes import COUNTED, is_no_model
from leica_kb.extract.names.unlisted import is_model_like, is_organisation, is_persons
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention
from leica_kb.lang.tokens import slug
from leica_kb.lang.wordlists import FUNCTION_WORDS
from leica_kb.model import Span

_JOINT: Final = re.compile(r"\s+[-–—|/@]+\s+|[:;,?!()\[\]“”\"]|['’]s\b|[$€£]\s?\d[\d.,]*k?")
"""What parts the pieces of a title."""
_WORD: Final = re.compile(r"\d+ x \d+|[^\W_](?:[\w’'./&*-]*[\w*])?")
_CODE: Final = re.compile(r"(?=.*[A-Za-z])(?=.*\d)(?!f/|\d+/\d|\d+(?:mm|MP|th|st|nd|rd|s|k|x|cm|GB|TB|p)$)[\w./-]+")
"""A word that tells a model from another: letters with digits, and no measure."""
_BETWEEN: Final = FUNCTION_WORDS | frozenset(
    "announces announced announce launches launch launched introduces introducing introduced unveils unveiled "
    "releases released reveals revealed review reviewed reviewing reviews test tested tests vs versus meet using "
    "meets gets hands-on list history story notes note".split()
)
"""Words that stand between the names of a title and are part of none."""
_DOING: Final = (
    r"(?:(?:was|were|is|are)\s(?:\w+ly\s)?(?:founded|established|based|headquartered|incorporated|acquired|formed)|makes|"
    r"manufactures?d?|produces|employs|introduced|announced|launched|released|unveiled)\b"
)
"""What firms do and are said to be, behind their name."""
_HAVING: Final = r"(?:(?:has|had)\s(?:an?|no|the|\d+)|comes|came|features|weighs|costs|feels|handles|sports)\b"
"""What things are said to do, behind their name."""
_IS_A: Final = r"(?:is|was)\s(?:an?|the|another|one|my)\s(?:[\w’',-]+\s){0,6}?"
_FIRM: Final = r"(?:company|firm|maker|manufacturer|brand|business|producer)\b"
_PLAIN: Final = ("noun", "adj", "verb", "adv")
_VERSION: Final = re.compile(r"(?:Mark|Mk|MK|Pro|Plus|Max|Mini|Ultra|[IVX]+|\d)\.?")
"""What tells one version of a model from another."""
_OFTEN: Final = 2
"""Times that the prose has what the title names."""
_LONGEST: Final = 6
"""Words of a name at most."""


@dataclass(frozen=True, slots=True)
class Title:
    """A name that a title or heading tells, and what else the document calls it."""

    mention: Mention
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Name:
    """A name that a line may tell: in full, as the prose has it, how much it tells, what stands behind it."""

    full: str
    called: str
    weight: int
    behind: str
    alone: bool = False
    """Whether it is all that its piece of a title has; a heading may name anything."""


@dataclass(frozen=True)
class TitleReader:
    """Reads the titles of one document."""

    body: str
    """The document's prose, in which names recur."""
    declared: Mapping[str, Mention]
    """What is found without a model, by its words."""
    goods: str
    """A pattern of the nouns that mean one thing made and sold."""

    @cached_property
    def firms(self) -> Mapping[str, str]:
        """The declared firms as they stand anywhere, and their entities."""
        return {words: m.entity or "" for words, m in self.declared.items() if m.type == "company"}

    def read(self, line: str, *, heading: bool = False) -> Mapping[str, Title]:
        """The most telling name of each type in a title; of a heading only what begins it or a piece of it."""
        ranked: dict[str, list[tuple[int, Title]]] = {}
        for name in self._names(line, heading=heading):
            if kind := self._kind(name):
                ranked.setdefault(kind, []).append((name.weight, self._titled(name, kind)))
        best = {kind: sorted(found, key=lambda f: (-f[0], -len(f[1].mention.text))) for kind, found in ranked.items()}
        clear = {kind: found[0][1] for kind, found in best.items() if _is_clear(found)}
        thing = clear["product"].mention.text if "product" in clear else ""
        return {kind: t for kind, t in clear.items() if kind == "product" or t.mention.text not in thing}

    def _names(self, line: str, *, heading: bool) -> Iterator[_Name]:
        """Every name that the line may tell."""
        for piece in _JOINT.split(line):
            words = list(_WORD.finditer(piece))
            words = words[1:] if words and words[0][0] in ("The", "A", "An", "My") else words
            said = [w[0] for w in words]
            if self._is_described(said):
                yield self._described(said)
                continue
            for row in _rows(words, self._is_one_name):
                if not heading or row[0] is words[0]:
                    alone = len(row) == len(words)
                    yield from self._named([w[0] for w in row], piece[row[-1].end() :], alone=alone, heading=heading)
            for name in (n for n, m in self.declared.items() if m.type == "product" and n in piece):
                if not heading or piece.lstrip().startswith((name, f"The {name}")):
                    yield _Name(name, name, (self._often(name) + 1) * len(name.split()), "")

    def _named(self, words: Sequence[str], behind: str, *, alone: bool, heading: bool) -> Iterator[_Name]:
        """The names in a row of words, each with the words before that belong to it and with what stands behind."""
        for i in range(len(words)):
            for end in range(i + 1, min(len(words), i + _LONGEST) + 1):
                weight = self._weight(words[i:end], ends=end == len(words))
                first = next((n for n in range(i) if not in_dictionary(words[n], _PLAIN)), i)
                last = next((n for n in range(end, len(words)) if not _VERSION.fullmatch(words[n])), len(words))
                if weight:
                    tail = behind if last == len(words) else ""
                    yield _Name(" ".join(words[first:last]), " ".join(words[i:end]), weight, tail)
        often = self._often(" ".join(words)) + self._often(words[-1]) if alone else 0
        if often > 1 and 1 < len(words) < _LONGEST and self._is_name(words[0]):
            yield _Name(" ".join(words), words[-1], often * len(words), behind, alone=not heading)

    def _is_one_name(self, one: str, other: str) -> bool:
        """«Harrow And Pell N5»: two words that the prose has together, and the second never without the first."""
        pair = len(re.findall(rf"(?<![\w-]){re.escape(one)} (?:and|&) {re.escape(other)}(?![\w-])", self.body))
        return pair > 1 and pair == self._often(other)

    def _is_described(self, said: Sequence[str]) -> bool:
        """«Lamy accent fountain pen»: a name that the prose has with a capital, too, and what it is."""
        named = 1 < len(said) <= _LONGEST and said[0][0].isupper() and self._is_name(said[0])
        plain = all(map(_is_plain, said))
        return named and not plain and not any(w.lower() in _BETWEEN for w in said) and self._is_goods(said[-1])

    def _described(self, said: Sequence[str]) -> _Name:
        """The name with what it is, or as much of it as the prose repeats."""
        starts = ((" ".join(said[:n]), said[n]) for n in range(len(said) - 1, 1, -1))
        alone = (w for w, after in starts if re.search(rf"(?<![\w-]){re.escape(w)}(?!\s?{after}|[\w-])", self.body))
        full = next(alone, " ".join(said))
        return _Name(full, full, len(said) * (1 + self._often(full)), f" {said[-1]}")

    def _is_name(self, word: str) -> bool:
        """Whether a word has its capital in the middle of a sentence, too."""
        return word in self.body and re.search(rf"[a-z,]\s{re.escape(word)}\b", self.body) is not None

    def _is_goods(self, word: str) -> bool:
        return _goods(self.goods).fullmatch(word) is not None

    def _weight(self, words: Sequence[str], *, ends: bool) -> int:
        """How often the prose has a name, times its words; a code tells even where the prose has it not."""
        last = words[-1]
        goods = self._is_goods(last)
        lettered = any(w[0].isupper() or _CODE.fullmatch(w) for w in words)
        if not lettered or words[0].isdigit() or (all(map(_is_plain, words)) and not (goods and len(words) > 1)):
            return 0
        model = ends and is_model_like(" ".join(words)) and not is_no_model(words)
        coded = (model or _CODE.fullmatch(last) is not None) and len("".join(words)) > 2
        return 0 if goods and len(words) == 1 else (self._often(" ".join(words)) + coded) * len(words)

    def _often(self, name: str) -> int:
        if name not in self.body:
            return 0
        return len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])(?!\s[A-Z][a-z])", self.body))

    def _kind(self, name: _Name) -> str | None:
        """Whether a name is a product's or a firm's: declared so, by its words, by those behind it, by the prose."""
        if name.full in self.declared:
            kind = self.declared[name.full].type
            return kind if kind in ("product", "company") else None
        words, last = name.full.split(), name.full.rsplit(maxsplit=1)[-1]
        nouns = rf"(?:\s(?!(?:for|of|and|to|by|with)\b)[\w-]+){{0,3}}?\s(?:{self.goods})\b(?!\s\w)"
        if (
            re.match(nouns, name.behind, re.IGNORECASE)
            or any(map(_CODE.fullmatch, words))
            or (is_model_like(name.full) and not is_no_model(words))
        ):
            return "product"
        if self._is_goods(last):
            return "product" if last[0].islower() or self._is_called_the(name.full) else "company"
        if is_organisation(name.full) or is_persons(name.full):
            return "company" if is_organisation(name.full) else None
        if " " not in name.full and not name.alone:
            return "company" if self._kind_in_prose(name) == "company" else None
        told = "product" if self._has_its_article(name) else self._kind_in_prose(name)
        return told or (self._kind_of_page() if name.alone else None)

    def _kind_of_page(self) -> str | None:
        """What the prose calls its subject, «the camera» or «the company»."""
        things = len(re.findall(rf"\b(?:[Tt]he|[Tt]his|[Mm]y)\s(?:{self.goods})\b", self.body))
        firms = len(re.findall(rf"\b(?:[Tt]he|[Tt]his|[Oo]ur)\s{_FIRM}", self.body))
        return "product" if things > max(1, 2 * firms) else "company" if firms > things else None

    def _is_called_the(self, name: str) -> bool:
        """Whether the prose mostly has an article before a name, as things have."""
        article = len(re.findall(rf"(?:\b(?i:the|an?|this|my)|['’]s)\s{re.escape(name)}(?![\w-])", self.body))
        return article > 0.5 * len(re.findall(rf"(?<![\w-]){re.escape(name)}(?![\w-])", self.body))

    def _has_its_article(self, name: _Name) -> bool:
        """«Brandt Aurora», of which the prose says «the Aurora» each time, and speaks of goods: no firm, no person."""
        first, *_, last = name.full.split()
        if self._often(last) < _OFTEN or in_dictionary(last) or self._is_called_the(first):
            return False
        goods = re.search(rf"\b(?:[Tt]he|[Tt]his|[Mm]y)\s(?:{self.goods})\b", self.body)
        return goods is not None and self._is_called_the(last) and not re.search(rf"\b{last}\s{_DOING}", self.body)

    def _kind_in_prose(self, name: _Name) -> str | None:
        """What the prose says of a name: «the Nexx is another good pen», «Nordal was founded in»."""
        last = name.full.rsplit(maxsplit=1)[-1]
        if last not in self.body:
            return None
        said = rf"(?<![\w-]){re.escape(last)}\s"
        one = rf"(?:{self.goods})\b(?!\s{_FIRM})"
        called = rf"|(?:[\w-]+\s){{0,2}}?(?i:{one})" if name.alone else ""
        things = re.findall(rf"{said}(?:{_HAVING}|{_IS_A}{one}{called})", self.body)
        firms = re.findall(rf"{said}(?:{_DOING}|{_IS_A}{_FIRM})", self.body)
        return "product" if len(things) > len(firms) else "company" if firms else None

    def _titled(self, name: _Name, kind: str) -> Title:
        known = self.declared.get(name.full)
        brand = next((f for f in self.firms if name.full.startswith(f"{f} ")), "")
        made = Mention(Span(0, 0), kind, name.full, slug(name.full), name=name.full, maker=self.firms.get(brand))
        ends = {name.called, name.full.removeprefix(f"{brand} ")} - {name.full, *self.firms}
        short = (e for e in sorted(ends) if not e.isdigit() and not all(map(_is_plain, e.split())))
        return Title(known if known is not None and known.type == kind else made, tuple(short))


def _rows(words: Sequence[re.Match[str]], is_one_name: Callable[[str, str], bool]) -> Iterator[list[re.Match[str]]]:
    """The rows of words with a capital or a digit, over the «and» within a name."""
    row: list[re.Match[str]] = []
    for i, word in enumerate(words):
        inside = word[0].lower() in ("and", "&") and 0 < i < len(words) - 1
        if _is_capital(word[0]) or (row and inside and is_one_name(words[i - 1][0], words[i + 1][0])):
            row.append(word)
        elif row:
            yield row
            row = []
    if row:
        yield row


@lru_cache(maxsize=8)
def _goods(nouns: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{nouns})", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _is_plain(word: str) -> bool:
    return all(in_dictionary(part, _PLAIN) for part in word.split("-"))


def _is_capital(word: str) -> bool:
    named = word.lower() not in _BETWEEN and word not in COUNTED
    return named and (word[0].isupper() or any(c.isdigit() for c in word))


def _is_clear(found: Sequence[tuple[int, Title]]) -> bool:
    """Whether the first of the names tells more than any that is not a part of it."""
    (weight, first), *others = found
    return all(weight > n for n, t in others if t.mention.text not in first.mention.text)
