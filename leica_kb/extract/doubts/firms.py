"""Whether anything tells that an unlisted name is a firm's, where the statement itself could as well be of another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from leica_kb.extract.doubts.deeds import doubt_of_deed
from leica_kb.extract.names.unlisted import FORMS, is_organisation
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Tree
from leica_kb.extract.reference.antecedents import Around
from leica_kb.extract.statements.filling import Filler
from leica_kb.extract.statements.mapping import Statement
from leica_kb.lang.tokens import slug

_KINDS: Final = (
    "company|firm|brand|maker|manufacturer|corporation|start-?up|producer|builder|supplier|giant|retailer|group|"
    "business|label|workshop|studio|makers|foundry|concern"
)
"""What firms are called beside their names."""
_FIRMS: Final = frozenset("company firm maker manufacturer builder group producer start-up startup retailer".split())
"""Those of them that stand behind the name of a place as well."""
_CAPITALS: Final = re.compile(r"[A-Z][a-zà-ÿ]+(?: [A-Z][a-zà-ÿ]+){1,2}")


def doubt_of_firm(statement: Statement, around: Around) -> str | None:
    """The reason why an unlisted name on one of the sides may be nobody's firm; None where it is one, or must be."""
    if reason := doubt_of_deed(statement, around.text):
        return reason
    if _is_of_things(statement) and any(_is_only_thing(side, types, around) for side, types in _sides(statement)):
        return "type: behind «the» it is a thing"
    if any("company" in types and _is_told_by_place(side, around) for side, types in _sides(statement)):
        return "type: told by its place"
    named = [m for m in _guessed(statement) if not is_told_firm(m, around)]
    if any(_is_somebody(m, around.tree) for m in named):
        return "type: a person, who has what is his"
    if not named:
        return None
    personal = statement.frame.kind == "verb" and any(_CAPITALS.fullmatch(m.text) for m in named)
    makers = "any-maker" in statement.predicate.doubts and (personal or _is_before_noun(statement, named))
    loose = makers or "any-firm" in statement.predicate.doubts or _is_loose(statement, named)
    return "type: nothing tells that it is a firm" if loose else None


def _is_told_by_place(side: Filler, around: Around) -> bool:
    """«The Riga company»: a name that the text has in front of such a noun and behind «in» only is where a firm is."""
    mention, node = _name_of(side), side.node
    noun = node.head if node is not None and node.dep in ("compound", "nmod", "amod") else None
    if mention is None or node is None or noun is None or mention.known or noun.i != node.i + 1:
        return False
    if noun.lemma not in _FIRMS or not noun.kids("det") or is_organisation(mention.text):
        return False
    alone = rf"(?<!\bin )(?<!\bnear )(?<!\bfrom )(?<!\boutside )\b{re.escape(mention.text)}\b(?! (?:{_KINDS})\b)"
    return re.search(alone, around.text) is None


def _is_somebody(name: Mention, tree: Tree) -> bool:
    """«Anton built his first booth and opened in 1925»: who has «his first», or «her own», is a person."""
    owned = (n for n in tree.nodes if n.dep == "dobj" and any(c.low in ("first", "own") for c in n.kids("amod")))
    verbs = (n.head for n in owned if n.head is not None and any(p.low in ("his", "her") for p in n.kids("poss")))
    return any(s.mention is not None and s.mention.entity == name.entity for v in verbs for s in v.kids("nsubj"))


def _is_loose(statement: Statement, named: Sequence[Mention]) -> bool:
    """Whether the rule's words are said of people and things as well; two names vouch for each other."""
    if statement.predicate.symmetric and (len(named) < 2 or not _are_plain(named)):
        return False
    return statement.rule.loose and (statement.frame.kind != "noun" or len(named) > 1)


def _are_plain(named: Sequence[Mention]) -> bool:
    return all(in_dictionary(w) for m in named for w in m.text.split())


def _is_before_noun(statement: Statement, named: Sequence[Mention]) -> bool:
    """«an EV-based camera», «the Nimrud lens»: what a noun is tied to is of any type."""
    nodes = (side.node for side in (statement.subject, statement.object))
    tied = any(n is not None and n.mention in named and n.dep in _BEFORE for n in nodes)
    return statement.frame.kind == "noun" and tied


_BEFORE: Final = ("compound", "nmod", "amod", "npadvmod")


def _sides(statement: Statement) -> tuple[tuple[Filler, frozenset[str]], ...]:
    """Both sides with the types that the predicate takes there."""
    predicate = statement.predicate
    return (statement.subject, frozenset(predicate.subject)), (statement.object, frozenset(predicate.object))


def _is_of_things(statement: Statement) -> bool:
    """Whether what is said is said of things as well: made, launched, from somewhere, and not founded."""
    begun = statement.frame.kind == "verb" and statement.frame.lemma in _BEGUN
    return begun or statement.rule.loose or "any-maker" in statement.predicate.doubts


_BEGUN: Final = frozenset("start begin launch create build develop introduce open".split())
"""Verbs of beginning that have a thing for their object as often as a firm."""


def _is_only_thing(side: Filler, types: frozenset[str], around: Around) -> bool:
    """«I hand-build the Orlik», where the slot takes a firm only: nothing calls it one, and firms have no article."""
    mention = _name_of(side)
    thing = mention is not None and not mention.known and types == {"company"} and _is_thing(side)
    return thing and mention is not None and not is_told_firm(mention, around)


def _guessed(statement: Statement) -> Iterator[Mention]:
    """The unlisted names that the statement takes for firms."""
    for side, types in _sides(statement):
        mention = _name_of(side)
        wanted = not {"company", "any"}.isdisjoint(types) and not _is_thing(side)
        if mention is not None and not mention.known and wanted and _is_taken(side, mention, types):
            yield mention


def _is_thing(side: Filler) -> bool:
    """«The Orlik Duo looks good»: behind «the» a name that is no firm's words is a thing's."""
    return side.node is not None and any(c.low in ("the", "this") for c in side.node.kids("det"))


def _is_taken(side: Filler, mention: Mention, types: frozenset[str]) -> bool:
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
