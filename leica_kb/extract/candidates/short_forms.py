"""Which firm a short name means where several full names begin or end with it: the one in its legal form, the first."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from leica_kb.extract.names.unlisted import FORMS, is_organisation, is_where
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention


def without_form(name: str) -> str:
    """«Orlik Imaging Inc» → «Orlik Imaging»."""
    form = FORMS.search(name)
    return name[: form.start()] if form and form.start() and form.end() == len(name) else name


def is_surely_firm(name: str) -> bool:
    """Whether a name's own words tell that it is a firm's, whatever the recogniser takes it for."""
    return without_form(name) != name or (" " in name and is_organisation(name))


def meant_by_short(word: str, owners: Collection[Mention], text: str) -> Mention | None:
    """The only one that a short name can mean: «Orlik» of «Orlik AB», «Orlik Precision» and a «Jonas Orlik»."""
    if len(owners) == 1:
        return next(iter(owners))
    firms = [m for m in owners if m.type == "company" and without_form(m.text) == word]
    firms = firms or [m for m in owners if m.type == "company"]
    forms = {m.text for m in firms if without_form(m.text) != m.text}
    if not firms or len({without_form(m.text) for m in firms}) > 1 or len(forms) > 1:  # «Orlik Ltd, of Orlik Inc»
        return None
    firm = max(firms, key=lambda m: (len(m.text), -m.span.start))
    same = {without_form(firm.text), word}
    others = [m for m in owners if m not in firms and without_form(m.text) not in same]
    if without_form(firm.text) == word:  # «Orlik AB»: «Orlik Precision» is never short
        others = [m for m in others if not m.text.startswith(f"{word} ")]
    return firm if all(_is_heard_before(word, firm, other, text) for other in others) else None


def _is_heard_before(word: str, firm: Mention, other: Mention, text: str) -> bool:
    """«Orlik AB … Orlik grew … Jonas Orlik»: whether the text calls the firm so before it names the other."""
    surname = other.type in ("person", "unknown") and other.text.endswith(f" {word}")
    between = text[firm.span.end : other.span.start] if surname else ""
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", between) is not None


def places_among(names: Sequence[Mention], text: str) -> frozenset[str]:
    """The words that are places' names, and no firm's that only looks like one: «Orlik», of «Orlik Imaging Inc»."""
    where = {m.text for m in names if is_where(m, text)}
    firms = {m.text.split(maxsplit=1)[0] for m in names if without_form(m.text) != m.text}
    firms = {word for word in firms if not in_dictionary(word)}  # «London», of «London Tours Ltd»
    return frozenset(where | {m.text for m in names if m.type == "place" and m.text not in firms})


def stands_in_lower_case(word: str, text: str) -> bool:
    """Whether the document has the word in lower case, too: «Precision» for a firm, and «precision»."""
    low = word.lower()
    return low in text and re.search(rf"\b{re.escape(low)}\b", text) is not None
