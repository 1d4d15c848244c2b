"""Why what is said of one thing, or of a smaller kind, is not said of the firm or of the kind that a name means."""

from __future__ import annotations

import re
from typing import Final

from leica_kb.extract.names.unlisted import is_organisation
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.classes import restrictions
from leica_kb.extract.phrases.nominal import is_counted, noun_lemma
from leica_kb.extract.statements.filling import Filler
from leica_kb.extract.statements.mapping import Statement
from leica_kb.model import MoneyValue

_POINTING: Final = frozenset("the this that these those my your his her our".split())
_MINE: Final = frozenset("this that my your his her our".split())


def doubt_of_kind(statement: Statement) -> str | None:
    """The reason why a side of the statement is another than the name says; None where both are that."""
    subject, found = statement.subject, statement.object
    if _is_one_of_make(subject) or _is_one_of_make(found):
        return "type: one of a make is not the firm"
    if _is_any_one(statement) or _are_those_only(statement) or _is_owned_one(subject):
        return "scope: one or some are not the kind"
    if reason := _no_own_price(statement):
        return reason
    valued = not statement.predicate.inverse and _is_one_of_kind(subject)
    made = statement.predicate.inverse and _are_counted(found)
    if valued or made or _are_some_of_kind(subject):
        return "scope: one or some are not the kind"
    if _is_smaller(found):
        return "class: a smaller kind than the name's"
    return "type: members of a club are persons" if _is_in_club(statement) else None


def _no_own_price(statement: Statement) -> str | None:
    if _is_for_doing(statement):
        return "value: what doing something costs"
    return "value: the price of something else" if _is_price_of_other(statement) else None


def _is_any_one(statement: Statement) -> bool:
    """«returns a Nova which has a marked shutter»: any one of which the clause is true, and not what all are."""
    node, clause = statement.subject.node, statement.frame.clause
    if node is None or statement.subject.how != "name":
        return False
    indefinite = any(c.low in ("a", "an", "any") for c in node.kids("det"))
    if statement.frame.kind == "name" and node.dep == "attr":  # «it is no Nova with a bigger screen»
        return indefinite
    if clause.dep != "relcl" or clause.head is not node:
        return False
    first = min(n.i for n in clause.subtree())
    return indefinite and not any(c.low in (",", "(", "-", "–", "—") for c in node.children if node.i < c.i < first)


def _are_those_only(statement: Statement) -> bool:
    """«phones made by Nokia and Sony»: the participle tells which are spoken of, and not who makes the whole kind."""
    subject, clause = statement.subject, statement.frame.clause
    kind = subject.type == "product_class" and "some-only" in statement.predicate.doubts
    if (subject.entity or "").startswith(statement.object.entity or "?"):  # the firm's own kind
        return False
    return kind and clause.dep == "acl" and clause.head is subject.node and clause.tag == "VBN"


def _is_for_doing(statement: Statement) -> bool:
    """«cost $40 to repair», «cost ten million to make»: the price of an act, and not of the thing."""
    clause, value = statement.frame.clause, statement.object.value
    return (
        clause.lemma == "cost"
        and isinstance(value, MoneyValue)
        and any(
            v.tag == "VB" and v.low not in ("buy", "own", "purchase", "acquire") and v.i > clause.i
            for v in (*clause.kids("xcomp", "advcl"), *(a for n in clause.kids("dobj") for a in n.kids("acl", "relcl")))
        )
    )


def _is_price_of_other(statement: Statement) -> bool:
    """«the price of film for the Nova»: what has the price is named before what it is for."""
    frame, node = statement.frame, statement.subject.node
    priced = "other-price" in statement.predicate.doubts and frame.kind == "noun" and node in frame.role("for")
    of = (n for n in frame.role("of") if n.pos == "NOUN")
    return priced and any(n.mention is None or not isinstance(n.mention.value, MoneyValue) for n in of)


_CLUBS: Final = ("club", "society", "association", "guild")


def _is_in_club(statement: Statement) -> bool:
    """«two members of the Lind Camera Club»: no firms that are its own."""
    node = statement.object.node
    member = statement.frame.kind == "noun" and noun_lemma(statement.frame.trigger) == "member"
    if node is None or not member:
        return False
    behind = node.head.low if node.dep in ("compound", "nmod") and node.head is not None else ""
    return behind in _CLUBS or (statement.object.entity or "").endswith(_CLUBS)


def _name_of(side: Filler) -> tuple[Node, Mention] | None:
    node = side.node
    named = node is not None and node.mention is not None and node.mention.is_name and side.how == "name"
    return (node, node.mention) if named and node is not None and node.mention is not None else None


def _is_one_of_make(side: Filler) -> bool:
    """«The Nikon is fine», «my Leica»: a thing of that make."""
    named = _name_of(side)
    if named is None or named[1].type != "company" or not named[1].known or side.type != "company":
        return False
    node, firm = named
    if not firm.span.holds(node.span):  # «the latter»
        return False
    article = any(c.i == node.i - 1 and c.low in _MINE | {"the"} for c in node.kids("det", "poss"))
    return article and not is_organisation(firm.text) and not firm.text.startswith("The ")


def _is_one_of_kind(side: Filler) -> bool:
    """«the Zeiss lens is sharp», «Zeiss's lens», «it is a compact camera with a zoom»: one thing, and not its kind."""
    node = side.node
    if node is None or side.type != "product_class" or side.how not in ("name", "class") or node.tag not in _SINGLE:
        return False
    if side.how == "name" and (node.mention is None or _ends_in_plural(node.mention.text)):
        return False
    words = {c.low for c in node.kids("det", "poss")}
    pointing = side.how == "name" and bool(words & _POINTING)
    makers = [c.mention for c in node.kids("poss") if c.mention is not None and c.mention.type == "company"]
    owned = side.how == "class" and bool(makers)
    return pointing or owned or (bool(words & {"a", "an"}) and node.dep in ("attr", "appos"))


def _is_owned_one(side: Filler) -> bool:
    """«Nikon's camera, made in Japan»: in the singular, one thing of the owner's that the text speaks of."""
    named = _name_of(side)
    return named is not None and side.type == "product_class" and _OWNED_ONE.search(named[1].text) is not None


_OWNED_ONE: Final = re.compile(r"['’]s?\s(?:\w+[ -])?(?:camera|lens|compact|rangefinder|body)$")
_SINGLE: Final = ("NN", "NNP")


def _ends_in_plural(words: str) -> bool:
    return words.endswith("s") and not words.lower().endswith("lens")


def _are_some_of_kind(side: Filler) -> bool:
    """«the mirrorless cameras, which were great»: those spoken of, and not all there are."""
    named = _name_of(side)
    if named is not None and named[1].type == "product_class" and is_counted(named[0]):
        return True
    bare = named is not None and named[1].type == "product_class" and named[1].maker is None and not named[1].parts
    if not bare or named is None or any(w.istitle() for w in named[1].text.split()):  # «The Leica Panasonic lenses»
        return False
    return any(c.low in _POINTING for c in named[0].kids("det", "poss"))


def _are_counted(side: Filler) -> bool:
    """«designed two film cameras», told as who designed them."""
    named = _name_of(side)
    return named is not None and named[1].type == "product_class" and is_counted(named[0])


def _is_smaller(side: Filler) -> bool:
    """«an F-mount DSLR», «the SL full-frame mirrorless camera»: a kind of which the name is only the last word."""
    named = _name_of(side)
    if named is None or named[1].type != "product_class" or named[1].maker is not None or named[1].parts:
        return False
    node = named[0]
    before = [c for c in node.kids("compound", "nmod") if c.i < node.i and c.mention is not None]
    return bool(before or restrictions(node))
