"""Parts of speech and lemmas as the model's rules give them to a parsed sentence; what one word decides is asked once.

The model's attribute ruler matches some 180 patterns against every word, which takes longer than its parser takes to
attach them. All but eight look at one word alone: at its tag, its relation, and whether it is one that they list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

STEPS: Final = ("attribute_ruler", "lemmatizer")
"""The steps of the model that are taken here, sentence by sentence."""

_Key = tuple[str, str, str]
"""A word's tag, the word in lower case where a pattern lists it, and its relation."""


@dataclass(frozen=True)
class Attributes:
    """The model's ruler and lemmatizer, and what the ruler has given so far."""

    ruler: Any
    lemmatizer: Any
    listed: frozenset[str]
    shapes: re.Pattern[str]
    """Words that patterns speak of, one by one and by their shape."""
    openings: tuple[Any, ...]
    """The first word of each pattern of several."""
    given: dict[_Key, tuple[int, int, Any]] = field(default_factory=dict)
    """Part of speech, lemma (0 where it is left to the lemmatizer) and morphology."""

    @classmethod
    def of(cls, ruler: Any, lemmatizer: Any) -> Attributes:
        """Read which words a ruler's patterns look at."""
        patterns = [words for rule in ruler.patterns for words in rule["patterns"]]
        told = [low for words in patterns for word in words for low in _forms(word)]
        listed = frozenset(low for low in told if isinstance(low, str))
        shapes = "|".join(low.pattern for low in told if not isinstance(low, str)) or "(?!)"
        return cls(ruler, lemmatizer, listed, re.compile(shapes), tuple(w[0] for w in patterns if len(w) > 1))

    def add(self, doc: Any) -> None:
        """Give each word of a parsed sentence its part of speech and its lemma."""
        keys = [(token.tag_, self._as_listed(token.lower_), token.dep_) for token in doc]
        known = [given for key in keys if (given := self.given.get(key)) is not None]
        if len(known) < len(keys):
            self.ruler(doc)
            self._remember(keys, doc)
        else:
            for token, (pos, lemma, morphology) in zip(doc, known, strict=True):
                token.pos, token.lemma = pos, lemma
                token.set_morph(morphology)
        self.lemmatizer(doc)
        for token in doc:
            if token.tag_ in _INFLECTED and (verb := self._mended(token.lower_, token.lemma_, token.tag_)):
                token.lemma_ = verb

    def _mended(self, low: str, lemma: str, tag: str) -> str | None:
        """The lemma of a verb where the model's rules err: «hoped» is of «hope», «rebranded» of «rebrand».

        They try each ending in turn against a list of verbs; one that would double its last letter («hopped») and has
        not is another verb, and one that no list has, made by a prefix, goes as the verb behind the prefix does.
        """
        verbs = self.lemmatizer.lookups.get_table("lemma_index")["verb"]
        if lemma in verbs:
            undoubled = low in {f"{lemma}ed", f"{lemma}ing", f"{lemma}es"} and _DOUBLING.fullmatch(lemma)
            return f"{lemma}e" if undoubled and f"{lemma}e" in verbs else None
        found = _PREFIX.match(low)
        if found is None:
            return None
        from spacy.tokens import Doc

        alone = Doc(self.lemmatizer.vocab, words=[low[found.end() :]], tags=[tag], pos=["VERB"])
        self.lemmatizer(alone)
        return found.group() + alone[0].lemma_ if alone[0].lemma_ in verbs else None

    def _as_listed(self, low: str) -> str:
        return low if low in self.listed or self.shapes.search(low) else ""

    def _remember(self, keys: Sequence[_Key], doc: Any) -> None:
        """Keep what the ruler gave for each word, unless a word next to it may have had a part in that."""
        if not any(self._opens(key) for key in keys):
            self.given.update((key, (t.pos, t.lemma, t.morph)) for key, t in zip(keys, doc, strict=True))

    def _opens(self, key: _Key) -> bool:
        """Whether a pattern of several words may begin with this one."""
        _, low, relation = key
        for first in self.openings:
            forms = list(_forms(first))
            fits = any(low == form if isinstance(form, str) else form.search(low) for form in forms)
            if (fits or not forms) and first.get("DEP", relation) == relation:
                return True
        return False


_INFLECTED: Final = frozenset("VBD VBN VBG VBZ".split())
_DOUBLING: Final = re.compile(r"[^aeiou]*[aeiou][^aeiouswxyz]")
"""A verb of one syllable that doubles its last letter before an ending: hop, rat, rid."""
_PREFIX: Final = re.compile(r"(?:\w+-)+|(?:re|co|over|under|out|mis|pre|un)(?=\w{4})")
"""What is put before a verb to make another: hand-polished, rebranded, codeveloped."""


def _forms(word: Any) -> Iterator[str | re.Pattern[str]]:
    """The words and shapes that one word of a pattern may have; none where it may have any."""
    low = word.get("LOWER", ())
    if isinstance(low, str):
        yield low
    elif "REGEX" in low:
        yield re.compile(low["REGEX"])
    else:
        yield from low["IN"] if low else ()
