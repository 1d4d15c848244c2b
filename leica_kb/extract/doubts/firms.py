"""Whether anything tells that an unlisted name is a firm's, where the statement itself could as well be of another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from leica_kb.extract.names.unlisted import FORMS, is_organisation
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.reference.antecedents import Around
from leica_kb.extract.statements.filling import Filler
from leica_kb.extract.statements.mapping import Statement
from leica_kb.lang.tokens import slug

_KINDS: Final = (
    "company|firm|brand|maker|manufacturer|corporation|start-?up|producer|builder|supplier|giant|retailer|group|"
    "business|label|workshop|studio|makers|foundry|concern"
)
"""What firms are called beside their names."""
_CAPITALS: Final = re.compile(r"[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+){1,2}")


def doubt_of_firm(statement: Statement, around: Around) -> str | None:
    """The reason why an unlisted name on one of the sides may be nobody's firm; None where it is one, or must be."""
    named = [m for m in _guessed(statement) if not is_told_firm(m, around)]
    if not named:
        return None
    predicate, sides = statement.predicate.id, (statement.subject, statement.object)
    loose = statement.frame.kind == "name" and predicate == "based_in"
    loose = loose or (statement.frame.kind == "verb" and statement.frame.lemma in _LOOSE.get(predicate, ()))
    plain = len(named) == len(sides) and all(in_dictionary(w) for m in named for w in m.text.split())
    loose = loose and (predicate != "same_company_as" or plain)
    personal = predicate in ("makes", "made_by") and statement.frame.kind == "verb"
    personal = personal and any(_CAPITALS.fullmatch(m.text) for m in named)
    return "type: nothing tells that it is a firm" if loose or personal or predicate in _NEVER_ALONE else None


_LOOSE: Final = {
    "based_in": frozenset({"come", "be", "hail"}),
    "subsidiary_of": frozenset({"control"}),
    "same_company_as": frozenset({"know"}),
}
"""Per predicate the verbs that have a thing or a person for their subject as often as a firm."""
_NEVER_ALONE: Final = frozenset({"assessment", "sensor_supplier"})
"""Predicates that are said of things and of anybody's parts as well."""


def _guessed(statement: Statement) -> Iterator[Mention]:
    """The unlisted names that the statement takes for firms."""
    predicate = statement.predicate
    for side, types in ((statement.subject, predicate.subject), (statement.object, predicate.object)):
        mention = _name_of(side)
        wanted = not {"company", "any"}.isdisjoint(types) and not _is_thing(side)
        if mention is not None and not mention.known and wanted and _is_taken(side, mention, types):
            yield mention


def _is_thing(side: Filler) -> bool:
    """«The Orlik Duo looks good»: behind «the» a name that is no firm's words is a thing's."""
    return side.node is not None and any(c.low in ("the", "this") for c in side.node.kids("det"))


def _is_taken(side: Filler, mention: Mention, types: tuple[str, ...] | list[str]) -> bool:
    return side.type == "company" or (len(types) == 1 and mention.type != "publication")


def _name_of(side: Filler) -> Mention | None:
    return side.node.mention if side.how == "name" and side.node is not None else None


def is_told_firm(name: Mention, around: Around) -> bool:
    """Whether a name's words, its legal form or what the document calls it make a firm of it."""
    words = name.name or name.text
    last = around.filling.vocabulary.entities.get(slug(words.rsplit(maxsplit=1)[-1]))
    branch = bool(name.parts) or (last is not None and last.type == "place")  # «Leitz Canada»
    if is_organisation(words) or FORMS.search(f" {words}") or "&" in words or branch:
        return True
    return around.is_called(name.entity or "", _KINDS)
