"""Whether two names may be two ways to write one: spelling, title, legal form, initials, beginning, acronym."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, Literal

from leica_kb.lang.given_names import GIVEN_NAMES
from leica_kb.lang.tokens import fold

Kind = Literal["spelling", "form", "initial", "beginning", "ending", "acronym", "maker"]
KINDS: Final[dict[Kind, str]] = {
    "spelling": "almost the same letters",
    "form": "the same but for a title, a legal form or the order of the words",
    "initial": "the same but for a given name that is shortened or left out",
    "beginning": "one is the beginning of the other",
    "ending": "one is the end of the other, behind a given name",
    "acronym": "one is made of the other's initials",
    "maker": "the same but for the maker's name",
}
"""What is alike, the surest kind first; the words are shown to the person who rules."""

TITLES: Final = frozenset("dr prof professor mr mrs ms sir lord lady herr frau dame rev".split())
LEGAL: Final = frozenset(
    "ag gmbh inc ltd llc llp co corp corporation company plc se sa ab nv bv kg kk oy spa pty limited".split()
)
GENERIC: Final = frozenset(
    "camera cameras group holding holdings electric industrial photo film optics optical optik kamera kamerawerk "
    "kamerawerke foto werk werke works und and the of".split()
)
"""Words that a company's longer name adds without meaning another company."""
UNITS: Final = frozenset(
    "semiconductor semiconductors imaging systems research museum foundation store gallery academy usa "
    "uk deutschland japan europe america china india international forum rumors blog shop sport vision geosystems "
    "microsystems medical pictures music entertainment mobile energy digital solutions instruments".split()
)
"""Words that turn a company's name into that of its unit, its shop or its admirers."""
TAILS: Final = frozenset({"film", "camera", "photo", "group", "optik", "optics", "electric", "photofilm"})
"""What a company's name grows by in one word: Fuji, Fujifilm."""
PRODUCTS: Final = frozenset({"product", "product_line", "product_class", "mount", "technology", "component"})
NAMES: Final = frozenset({"company", "publication", "organisation", "alliance"})
LEAST: Final = 5
"""Letters of the shortest word that may be misspelt: below it, other names lie too near."""

_WORD: Final = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*")
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_SOUNDS: Final = (
    *(("ph", "f"), ("ck", "k"), ("ch", "h"), ("ae", "a"), ("oe", "o"), ("ue", "u")),
    *(("y", "i"), ("c", "k"), ("z", "s")),
)


@dataclass(frozen=True)
class Name:
    """One written name of an entity, taken apart."""

    entity: str
    text: str
    type: str = ""
    """Entity type; empty where nobody knows."""
    declared: bool = False
    """A pack or the base declares it, so that another declared one is another thing."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words, folded."""
        return tuple(_WORD.findall(fold(self.text)))

    @cached_property
    def core(self) -> tuple[str, ...]:
        """Its words without article, titles and legal forms; the whole name where nothing would be left."""
        kept = tuple(w for w in self.words[self.words[:1] == ("the",) :] if not _is_dropped(w))
        return tuple("and" if w == "und" else w for w in kept) or self.words

    @cached_property
    def sound(self) -> tuple[str, ...]:
        """The words of its core as they sound."""
        spelt = tuple(_WORD.findall(fold(self.text.translate(_UMLAUTS))))
        kept = [w for w in spelt[spelt[:1] == ("the",) :] if not _is_dropped(w)]
        return tuple(sound_of("and" if w == "und" else w) for w in kept or spelt)

    @cached_property
    def joined(self) -> str:
        """The letters and digits of its core in one."""
        return "".join(self.core).replace(".", "")

    @cached_property
    def digits(self) -> tuple[str, ...]:
        """Its words that hold a digit: models differ in them, and in nothing else."""
        return tuple(sorted(re.findall(r"\w*\d\w*", fold(self.text))))

    @property
    def is_bare(self) -> bool:
        """Whether it is nothing but titles and legal forms, and so names nobody."""
        return all(map(_is_dropped, self.words))

    @property
    def is_acronym(self) -> bool:
        """Whether it is one word of three to six capitals."""
        return bool(re.fullmatch(r"[A-Z]{3,6}", self.text))


@lru_cache(maxsize=65_536)
def sound_of(word: str) -> str:
    """The word with spellings that sound alike made one, doubled letters single; digits stay."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return re.sub(r"([a-z])\1+", r"\1", word)


def likeness(left: Name, right: Name) -> Kind | None:
    """How two names may be one, by their letters alone; None where they had better be taken for two."""
    if not _may_be_one(left, right):
        return None
    if left.joined == right.joined:
        return "form"
    return next((kind for kind, fits in _FITS if fits(left, right) or fits(right, left)), None)


def _may_be_one(left: Name, right: Name) -> bool:
    """The types must agree, as far as they are known, and so must the digits; a legal form alone is no name."""
    if left.is_bare or right.is_bare:
        return False
    types = {left.type, right.type}
    if len(types - {""}) > 1 and not types <= NAMES:
        return False
    return left.digits == right.digits or "".join(left.digits) == "".join(right.digits) or left.joined == right.joined


def _is_form(one: Name, other: Name) -> bool:
    """The same words in another order, in the plural, or without a country behind a place."""
    if sorted(one.core) == sorted(other.core):
        return True
    if one.type == "place" or other.type == "place":
        return one.core == other.core[:-1] and "," in other.text and "," not in one.text
    return "product_class" in (one.type, other.type) and singular_of(one.joined) == singular_of(other.joined)


def _is_spelling(one: Name, other: Name) -> bool:
    """As many words, of which one is misspelt or all sound the same; given names that both exist are two people."""
    pairs = [pair for pair in zip(one.core, other.core, strict=False) if pair[0] != pair[1]]
    if len(one.core) != len(other.core):
        return "".join(one.sound) == "".join(other.sound) and not one.digits
    if not pairs or any(_has_digit(a) or _has_digit(b) for a, b in pairs) or _are_two_people(one, other, pairs):
        return False
    if one.sound == other.sound:
        return all(min(len(a), len(b)) > 3 for a, b in pairs)
    products = {one.type, other.type} & PRODUCTS
    return not products and len(pairs) == 1 and _is_slip(*pairs[0], place="place" in (one.type, other.type))


def _are_two_people(one: Name, other: Name, pairs: list[tuple[str, str]]) -> bool:
    """Whether the names differ in a given name and both are given names: Andrea and Andreas."""
    first = (one.core[0], other.core[0])
    known = all(word in GIVEN_NAMES for word in first)
    alike = sound_of(first[0]) == sound_of(first[1]) and min(map(len, first)) > 4
    return len(one.core) > 1 and first in pairs and known and not alike


def _is_slip(one: str, other: str, *, place: bool) -> bool:
    """Whether one letter is missing, added, changed or moved inside a word that is long enough."""
    from rapidfuzz.distance import OSA

    one, other = sound_of(one), sound_of(other)
    short, long = sorted((one, other), key=len)
    changed = len(short) == len(long)
    least = LEAST + 2 if changed or place else LEAST
    if len(short) < least or one[0] != other[0] or OSA.distance(one, other, score_cutoff=1) > 1:
        return False
    return not long.startswith(short)


def _is_initial(one: Name, other: Name) -> bool:
    """A person with a given name shortened, or a middle one left out; a surname alone is nobody's."""
    if "person" not in (one.type, other.type) or min(len(one.core), len(other.core)) < 2 or "," in other.text:
        return False
    if one.sound[-1] != other.sound[-1] or len(one.core) > len(other.core):
        return False
    given, full = [w.rstrip(".") for w in one.core[:-1]], [w.rstrip(".") for w in other.core[:-1]]
    short = given[0] != full[0] and min(len(given[0]), len(full[0])) == 1 and given[0][0] == full[0][0]
    middle = given[0] == full[0] and len(full) > len(given)
    return (short and given[1:] == full[1:]) or middle


def _is_beginning(one: Name, other: Name) -> bool:
    """A company by the beginning of its name; what follows must not make it a unit or a branch."""
    if not _is_company(one, other) or one.joined == other.joined:
        return False
    rest = other.core[len(one.core) :]
    if other.core[: len(one.core)] == one.core and rest:
        plain = all(word in GENERIC for word in rest)
        return plain or (len(rest) == 1 and len(one.joined) <= 4 and rest[0] not in UNITS)
    short, long = one.joined, other.joined
    single = len(one.core) == 1 and all(w in GENERIC for w in other.core[1:])
    return single and len(short) >= 4 and long.startswith(short) and long[len(short) :] in TAILS


def _is_ending(one: Name, other: Name) -> bool:
    """A company by its founder's surname: Zeiss, Carl Zeiss."""
    given = other.core[: -len(one.core)]
    return (
        _is_company(one, other)
        and len(other.core) > len(one.core)
        and other.core[-len(one.core) :] == one.core
        and all(word in GIVEN_NAMES for word in given)
    )


def _is_acronym(one: Name, other: Name) -> bool:
    """Three to six capitals that are the initials of the other's words, small ones counted or not."""
    if not one.is_acronym or len(other.core) < 3 or not _is_company(one, other):
        return False
    every = "".join(word[0] for word in other.words)
    capital = "".join(word[0] for word in re.findall(r"\b[A-Z]\w*", other.text)).casefold()
    return one.text.casefold() in (every, capital)


def _is_maker(one: Name, other: Name) -> bool:
    """A model by its number, and with its maker's name in front: M11, Leica M11."""
    rest = other.core[1:]
    model = any(_has_digit(word) for word in one.core) or one.text.isupper()
    products = {one.type, other.type} <= {"product", ""} and "product" in (one.type, other.type)
    return products and model and rest == one.core and other.core[0].isalpha()


def _is_company(one: Name, other: Name) -> bool:
    return bool({one.type, other.type} & NAMES) and {one.type, other.type} <= {*NAMES, ""}


def _is_dropped(word: str) -> bool:
    """Whether it is a title or a legal form: Dr, Inc, L.L.C."""
    plain = word.replace(".", "")
    return plain in TITLES or plain in LEGAL


def _has_digit(word: str) -> bool:
    return any(sign.isdigit() for sign in word)


def singular_of(joined: str) -> str:
    """A class of things in the singular: Leica lenses, Leica lens."""
    return re.sub(r"(?<=lens)es$|(?<!len)s$", "", joined)


_FITS: Final[tuple[tuple[Kind, Callable[[Name, Name], bool]], ...]] = (
    ("form", _is_form),
    ("maker", _is_maker),
    ("initial", _is_initial),
    ("spelling", _is_spelling),
    ("acronym", _is_acronym),
    ("ending", _is_ending),
    ("beginning", _is_beginning),
)
