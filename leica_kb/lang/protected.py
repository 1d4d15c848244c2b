"""Protected tokens: the words that carry a fact, so that a change in one is a change of the claim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final, Literal, get_args

from leica_kb.lang.cues import (
    CONDITIONAL_MODALS,
    FUTURE_MODALS,
    HEDGE_ADJECTIVES,
    HEDGE_ADVERBS,
    HEDGE_NOUNS,
    HEDGE_VERBS,
    NEGATIVE_VERBS,
    NEGATORS,
    ORDINALS,
    POSSIBILITY_MODALS,
    QUANTIFIERS,
)
from leica_kb.lang.numbers import CURRENCIES, NUMBER_WORDS, UNITS
from leica_kb.lang.wordlists import AMOUNTS, DAYS, DEGREES, DENIALS, FUNCTION_WORDS, MONTHS, OBLIGATIONS
from leica_kb.model import Span

ProtectedKind = Literal["number", "unit", "money", "date", "name", "negation", "quantifier", "modal"]
PROTECTED_KINDS: Final[tuple[ProtectedKind, ...]] = get_args(ProtectedKind)


@dataclass(frozen=True, slots=True)
class Protected:
    """One word or phrase that carries a fact."""

    kind: ProtectedKind
    span: Span
    words: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A protected token that two wordings do not share; None on the side that lacks it."""

    kind: ProtectedKind
    old: str | None
    new: str | None

    def __str__(self) -> str:
        if self.old is None:
            return f"{self.kind} «{self.new}» added"
        if self.new is None:
            return f"{self.kind} «{self.old}» removed"
        return f"{self.kind} «{self.old}» → «{self.new}»"


_MONTH: Final = rf"(?:(?i:{'|'.join(sorted(set(MONTHS) - {'may', 'march'}, key=len, reverse=True))})\.?|May|March)"
_YEAR: Final = r"(?:1\d{3}|20\d{2})(?![\d]|[.,]\d)"
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?(?!\d|[.,]\d)"
_DATE: Final = (
    rf"\b{_DAY}(?:\s+of)?\s+{_MONTH}\b(?:\s*,?\s*{_YEAR})?"
    rf"|\b{_MONTH}(?=\W)\s*(?:{_DAY})?(?:\s*,?\s*{_YEAR})?"
    r"|\b\d{4}-\d\d-\d\d\b|\b\d{3}0['’]?s\b|(?<!\w)['’]\d0s\b"
    rf"|\b{_YEAR}(?!\w)|\b(?i:{'|'.join(DAYS)})s?\b"
)
_SIGN: Final = r"(?:US\$|[$€£¥₹])"
_SCALE: Final = r"(?:\s?(?i:thousand|million|billion|trillion|bn|mn|k|m)\b)"
_NUMBER: Final = r"(?<![\w.])[-−+]?(?:\d+(?:[.,]\d+)*|\.\d+|[½⅓⅔¼¾⅛])[⁰¹²³⁴-⁹½⅓⅔¼¾⅛]*"
_CURRENCY: Final = r"(?:\s?(?:dollars?|euros?|pounds?|yen|USD|EUR|GBP|JPY|CHF)\b)"
_TOKEN: Final = re.compile(
    rf"(?P<money>{_SIGN}\s?\d+(?:[.,]\d+)*{_SCALE}?|{_NUMBER}{_SCALE}?{_CURRENCY}|{_NUMBER}{_SCALE}?\s?[€£¥])"
    rf"|(?P<date>{_DATE})"
    rf"|(?P<number>{_NUMBER}(?:st|nd|rd|th)?)"
    r"|(?P<percent>[%°]C?)"
    r"|(?P<word>[^\W_]+(?:['’.&/‐‑-][^\W_]+)*)"
)
_NEGATIONS: Final = NEGATORS | DENIALS | NEGATIVE_VERBS
_MODALS: Final = (
    POSSIBILITY_MODALS | FUTURE_MODALS | CONDITIONAL_MODALS | OBLIGATIONS | HEDGE_ADVERBS | HEDGE_ADJECTIVES
    | HEDGE_NOUNS | HEDGE_VERBS | {v + s for v in HEDGE_VERBS for s in ("s", "ed", "d")}
)  # fmt: skip
_NUMERALS: Final = NUMBER_WORDS.keys() | ORDINALS.keys() | AMOUNTS
_UNITS: Final = UNITS.keys() | {u.lower() for u in UNITS} | {c for c in CURRENCIES if c.isalpha()}
_WORD_KINDS: Final[tuple[tuple[ProtectedKind, frozenset[str]], ...]] = (
    ("negation", frozenset(_NEGATIONS)),
    ("modal", frozenset(_MODALS)),
    ("quantifier", frozenset(QUANTIFIERS.keys() | DEGREES)),
    ("number", frozenset(_NUMERALS)),
)


def find_protected(text: str) -> tuple[Protected, ...]:
    """The protected tokens of a text in order, names of several words as one."""
    return tuple(_join_names(text, list(_tokens(text))))


def differing(old: str, new: str) -> tuple[Difference, ...]:
    """The protected tokens in which two wordings differ, kind by kind; also where only their order differs."""
    left, right = _by_kind(old), _by_kind(new)
    return tuple(d for kind in PROTECTED_KINDS for d in _compare(kind, left[kind], right[kind]))


def _by_kind(text: str) -> dict[ProtectedKind, list[str]]:
    found: dict[ProtectedKind, list[str]] = {kind: [] for kind in PROTECTED_KINDS}
    for token in find_protected(text):
        found[token.kind].append(" ".join(token.words.split()))
    return found


def _compare(kind: ProtectedKind, old: Sequence[str], new: Sequence[str]) -> Iterator[Difference]:
    gone, came = _left_over(old, new), _left_over(new, old)
    for before, after in zip_longest(gone, came):
        yield Difference(kind, before, after)
    if not gone and not came and list(old) != list(new):
        yield Difference(kind, ", ".join(old), ", ".join(new))


def _left_over(words: Sequence[str], others: Sequence[str]) -> list[str]:
    spare = Counter(others)
    rest: list[str] = []
    for word in words:
        if spare[word]:
            spare[word] -= 1
        else:
            rest.append(word)
    return rest


def _tokens(text: str) -> Iterator[Protected]:
    after_number = False
    opening = True
    for match in _TOKEN.finditer(text):
        opening = opening or any(c in ".!?\n" for c in text[max(0, match.start() - 2) : match.start()])
        kind = _kind(match, after_number=after_number, opening=opening)
        if kind:
            yield Protected(kind, Span(*match.span()), match.group())
        after_number, opening = match.lastgroup == "number", False


def _kind(match: re.Match[str], *, after_number: bool, opening: bool) -> ProtectedKind | None:
    if match["money"]:
        return "money"
    if match["date"]:
        return "date"
    if match["number"]:
        return "number"
    if match["percent"]:
        return "unit"
    return _word_kind(match.group(), after_number=after_number, opening=opening)


def _word_kind(word: str, *, after_number: bool, opening: bool) -> ProtectedKind | None:
    low = word.lower().replace("’", "'")
    if low.endswith("n't"):
        return "negation"
    for kind, words in _WORD_KINDS:
        if low in words:
            return kind
    if (
        word in _UNITS
        or low in _UNITS
        or (after_number and low.isalpha() and len(low) <= 2 and low not in FUNCTION_WORDS)
    ):
        return "unit"
    return "name" if _is_name(word, low, opening=opening) else None


def _is_name(word: str, low: str, *, opening: bool) -> bool:
    if any(c.isdigit() for c in word):
        return True
    return any(c.isupper() for c in word) and not (opening and low in FUNCTION_WORDS) and low != "i"


def _join_names(text: str, found: Sequence[Protected]) -> Iterator[Protected]:
    held: Protected | None = None
    for token in found:
        if held and token.kind == "name" and text[held.span.end : token.span.start].isspace():
            span = Span(held.span.start, token.span.end)
            held = Protected("name", span, span.of(text))
            continue
        if held:
            yield held
            held = None
        if token.kind == "name":
            held = token
        else:
            yield token
    if held:
        yield held
