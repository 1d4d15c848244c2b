"""Says values, dates and claims in plain English, so that findings, answers and screens all say them the same way."""

from __future__ import annotations

import re
from typing import Final, Protocol

from leica_kb.lang.edtf import edtf_in_words, is_edtf
from leica_kb.lang.units import counted
from leica_kb.model import Claim, DateValue, EntityValue, MoneyValue, NumberValue, TextValue, Value

_BOUNDS: Final = {"at_least": "at least ", "at_most": "at most ", "about": "about "}
_SYMBOLS: Final = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_SHARES: Final = {"all": "all ", "most": "most ", "many": "many ", "some": "some ", "only": "only ", "none": "no "}
_ENTITIES: Final = ("model", "place")
"""Qualifiers whose text may be the id of an entity."""
DATED: Final = ("opened", "completes", "closed")
"""Qualifiers that are dates."""
_VERB: Final = re.compile(r"^(\{subject\}) (is|has|was|\w+s)\b")
_PLURALS: Final = {"is": "are", "has": "have", "was": "were"}
_BE: Final = re.compile(r"\b(is|are|was|were)\b")
_DO: Final = re.compile(r"^(\{subject\}) (has|have|\w+)\b")
_AN: Final = re.compile(r"\ba \{object\}(?=[^}]*$)")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[~?%]?")


class Naming(Protocol):
    """What a sentence asks of whoever knows the names: the vocabulary, or the few names that one result needs."""

    def name_of(self, entity: str) -> str:
        """The entity's name, or its id in words."""

    def says(self, predicate: str) -> str:
        """The predicate's sentence with ``{subject}`` and ``{object}``; empty where nobody gives one."""

    def is_plural(self, entity: str) -> bool:
        """Whether the name stands for many things, as a class does."""


def value_in_words(value: Value, names: Naming) -> str:
    """The object of a claim as a reader says it."""
    return names.name_of(value.entity) if isinstance(value, EntityValue) else literal_in_words(value)


def literal_in_words(value: TextValue | NumberValue | MoneyValue | DateValue) -> str:
    """A text, number, amount or date as a reader says it: «at least 3 years», «£2,500», «the 1920s»."""
    match value:
        case TextValue(text):
            return text
        case NumberValue(number, unit, bound):
            return f"{_BOUNDS.get(bound or '', '')}{_figure(number)}{counted(number, unit)}"
        case MoneyValue(money, currency):
            symbol = _SYMBOLS.get(currency)
            return f"{symbol}{_figure(money)}" if symbol else f"{_figure(money)} {currency}"
        case DateValue(date):
            return date_in_words(date)


def date_in_words(date: str) -> str:
    """An EDTF date in words, or the text itself where it is none."""
    return edtf_in_words(date) if is_edtf(date) else date


def claim_in_words(claim: Claim, names: Naming) -> str:
    """What the claim says, without who says it: «Most Leica lenses are not made in Japan»; a name keeps its letters."""
    clause = clause_of(claim, names)
    is_name = not _share(claim) and _template(claim, names).startswith("{")  # ams OSRAM stays as it writes itself
    return clause if is_name else clause[:1].upper() + clause[1:]


def clause_of(claim: Claim, names: Naming) -> str:
    """The same within a sentence: «… that most Leica lenses are not made in Japan»."""
    template = _template(claim, names)
    value = value_in_words(claim.object, names)
    if value[:1].lower() in tuple("aeiou"):
        template = _AN.sub("an {object}", template)
    parts = {"subject": _share(claim) + names.name_of(claim.subject), "object": value}
    rest: list[str] = []
    for name, qualifier in claim.qualifiers.items():
        words = _qualifier(name, qualifier, names)
        if f"{{{name}}}" in template:
            parts[name] = words
        elif name != "scope" and words.casefold() not in template:
            rest.append(f"{name} {words}")
    clause = re.sub(r"\{(\w+)\}", lambda slot: parts.get(slot[1], "?"), template)
    return f"{clause} ({', '.join(rest)})" if rest else clause


def _template(claim: Claim, names: Naming) -> str:
    """The predicate's sentence, agreeing in number with its subject, and denied where the claim denies."""
    template = names.says(claim.predicate)
    if "{subject}" not in template or "{object}" not in template:
        template = f"{{subject}}: {claim.predicate.replace('_', ' ')} {{object}}"
    if names.is_plural(claim.subject) or _share(claim):
        template = _VERB.sub(_pluralised, template).replace(" its ", " their ")
    if isinstance(claim.object, DateValue) and _DAY.fullmatch(claim.object.date):
        template = template.replace(" in {object}", " on {object}")
    is_denied = claim.polarity == "denied" and claim.qualifiers.get("scope") != "none"
    return _denied(template) if is_denied else template


def _pluralised(found: re.Match[str]) -> str:
    return f"{found[1]} {_PLURALS.get(found[2], found[2].removesuffix('s'))}"


def _denied(template: str) -> str:
    """The template with its verb negated; where the verb is not the subject's, the whole of it."""
    if template.startswith("{subject}: "):
        return template.replace(": ", ": not ", 1)
    negated, count = _BE.subn(r"\1 not", template, count=1)
    if count:
        return negated
    negated, count = _DO.subn(_without, template)
    return negated if count else f"it is not so that {template}"


def _without(found: re.Match[str]) -> str:
    verb = found[2]
    one = verb == "has" or verb.endswith("s")
    base = "have" if verb == "has" else verb.removesuffix("s") if one else verb
    return f"{found[1]} {'does' if one else 'do'} not {base}"


def _share(claim: Claim) -> str:
    return _SHARES.get(str(claim.qualifiers.get("scope")), "")


def _qualifier(name: str, value: str | int, names: Naming) -> str:
    if name in _ENTITIES:
        return names.name_of(str(value))
    return date_in_words(str(value)) if name in DATED else str(value)


def _figure(number: float) -> str:
    return f"{int(number) if float(number).is_integer() else number:,}"
