"""Names that nobody declared and claims speak of: their spelling, kind, place and short forms, read off the claims."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from leica_kb.checks.likeness import LEGAL
from leica_kb.index import key_of
from leica_kb.kb.naming.usage import claims_by_name, type_of
from leica_kb.lang.tokens import fold
from leica_kb.lang.wordlists import may_stand_alone
from leica_kb.model import Claim, Entity, EntityValue, Vocabulary

if TYPE_CHECKING:
    from leica_kb.checks import Context
    from leica_kb.packs import Pack

Votes = Mapping[str, Counter[str]]

_VALUES: Final = frozenset({"any", "text", "duration", "money", "date"})
_ORDER: Final = ("company", "person", "place", "product", "product_line", "product_class")
"""Which kind is taken where the claims admit several."""
_GOODS: Final = frozenset({"product", "product_line", "product_class"})


def undeclared_entities(pack: Pack, context: Context, claims: Iterable[Claim]) -> tuple[Entity, ...]:
    """The entities that claims speak of and no pack or base declares, by id; rejected claims do not count."""
    held = [claim for claim in claims if claim.review.state != "rejected"]
    votes, uses = _votes(context.vocabulary, held), claims_by_name(held)
    kinds = {
        name: context.type_of(name)
        or type_of(name, context.name_of(name), uses.get(name, ()), pack)
        or _likeliest(votes[name])
        for name in sorted(votes)
    }
    makers = {name for name, kind in kinds.items() if kind == "company"}
    makers |= {name for name, known in context.vocabulary.entities.items() if known.type == "company"}
    short = _short_forms(context, kinds, makers, held)
    return tuple(
        Entity(
            id=name,
            name=context.name_of(name),
            type=kind,
            aliases=short.get(name, ()),
            within=(place,) if (place := context.placed(name)) else (),
            maker=_maker(name, makers) if kind in _GOODS else None,
        )
        for name, kind in kinds.items()
    )


def _votes(vocabulary: Vocabulary, claims: Iterable[Claim]) -> Votes:
    """For each undeclared name the kinds that the places where it stands admit, one vote a place."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        for name, kinds in _places(vocabulary, claim):
            if name not in vocabulary.entities:
                found[name].update({kind: 12 // len(kinds) for kind in kinds})
    return found


def _places(vocabulary: Vocabulary, claim: Claim) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The names of a claim, each with the kinds of things that may stand there."""
    known = vocabulary.predicates.get(claim.predicate)
    yield claim.subject, tuple(kind for kind in (known.subject if known else ()) if kind not in _VALUES)
    if isinstance(claim.object, EntityValue):
        yield claim.object.entity, tuple(kind for kind in (known.object if known else ()) if kind not in _VALUES)
    if claim.speaker and ":" not in claim.speaker:
        yield claim.speaker, ("person",)


def _likeliest(votes: Counter[str]) -> str:
    """The kind with most votes, where the claims admit several."""
    ranked = sorted(votes, key=lambda kind: (-votes[kind], _ORDER.index(kind) if kind in _ORDER else len(_ORDER)))
    return ranked[0] if ranked else ""


def _maker(name: str, makers: Iterable[str]) -> str | None:
    """The company whose name the product's begins with."""
    parts = name.split("-")
    heads = {"-".join(parts[:end]) for end in range(1, len(parts))}
    return max(heads.intersection(makers), key=len, default=None)


def _short_forms(
    context: Context, kinds: Mapping[str, str], makers: set[str], claims: Iterable[Claim]
) -> Mapping[str, tuple[str, ...]]:
    """What people leave of a name: a person's last, a model's own, a company's first word or all but its legal form."""
    declared = _declared_keys(context.vocabulary)
    common = {word for claim in claims for word in re.findall(r"\b[a-z]{3,}\b", claim.quote)}
    heads = Counter(name.split("-")[0] for name, kind in kinds.items() if kind not in _GOODS)
    found: dict[str, tuple[str, ...]] = {}
    for name, kind in kinds.items():
        words = context.name_of(name).split()
        forms = [form for form in _forms(words, kind, _maker(name, makers)) if form]
        if kind == "company" and len(words) > 1 and _is_telling(words[0], heads, kinds, common):
            forms.append(words[0])
        found[name] = tuple(form for form in dict.fromkeys(forms) if key_of(form) not in declared)
    return found


def _forms(words: list[str], kind: str, maker: str | None) -> Iterator[str]:
    if kind == "person" and len(words) > 1 and len(words[-1]) > 2:
        yield words[-1]
    if kind in {"product", "product_line"} and maker:
        own = words[maker.count("-") + 1 :]
        yield " ".join(own)
        yield " ".join(word for word in own if word.casefold() not in {"mark", "mk"})
    if kind == "company" and len(words) > 1 and words[-1].strip(".").casefold() in LEGAL:
        yield " ".join(words[:-1]).rstrip(",")


def _is_telling(word: str, heads: Mapping[str, int], kinds: Mapping[str, str], common: set[str]) -> bool:
    """Whether a company's first word means it and nothing else: no common word, no place, nobody's given name."""
    plain = fold(word)
    other = plain in common or kinds.get(plain) == "place"
    return may_stand_alone(word) and not other and heads.get(plain, 0) == 1 + (plain in kinds)


def _declared_keys(vocabulary: Vocabulary) -> frozenset[str]:
    known = vocabulary.entities.values()
    return frozenset(key_of(text) for one in known for text in (one.name, *one.aliases, *one.demonyms, one.id))
