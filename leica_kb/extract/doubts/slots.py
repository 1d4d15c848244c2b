"""Why a name cannot fill the slot that it stands in: cut out of a longer one, of another type by its own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from leica_kb.extract.names.shapes import NOT_NAMES
from leica_kb.extract.names.unlisted import FORMS, is_model_like, is_organisation
from leica_kb.extract.parsing.dictionary import in_dictionary
from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.extract.phrases.degrees import is_comparative, is_equative
from leica_kb.extract.phrases.limits import is_cut_short, limits_of
from leica_kb.extract.statements.filling import Filler
from leica_kb.extract.statements.mapping import Statement
from leica_kb.lang.cues import is_epithet
from leica_kb.lang.given_names import GIVEN_NAMES
from leica_kb.model import MoneyValue, TextValue


def doubt_of(statement: Statement, tree: Tree) -> str | None:
    """The reason why a name on one of the sides is not to be trusted; None where both are."""
    predicate = statement.predicate
    if statement.subject.how == "title" and _is_ones_own(statement.object):
        return "value: something of the writer's own"
    sides = ((statement.subject, predicate.subject), (statement.object, predicate.object))
    return next((reason for filler, types in sides for reason in _doubts(filler, frozenset(types), tree)), None)


def _doubts(filler: Filler, types: frozenset[str], tree: Tree) -> Iterator[str]:
    node = filler.node
    mention = node.mention if node is not None else None
    if node is not None and isinstance(filler.value, MoneyValue):
        yield from _no_price(node, tree)
    if filler.how == "text" and node is not None:
        yield from _no_whole_text(filler, node, tree)
    if filler.entity is not None and _VERSION.fullmatch(filler.entity):
        yield "name: no more than a version"
    if filler.how != "name" or node is None or mention is None or not mention.is_name:
        return
    if not mention.known and _TWO.search(mention.text):
        yield "name: two names run together"
    if (
        any(n.start == mention.span.end and n.text[0] == "+" for n in tree.nodes)
        or _is_torn(node, mention)
        or (not mention.known and _is_rest(node, tree))
    ):
        yield "name: cut out of a longer one"
    if not mention.known:
        yield from _no_name(node, mention, tree)
        if reason := _misfit(node, mention, types, tree):
            yield f"type: {reason}"


def _no_whole_text(filler: Filler, node: Node, tree: Tree) -> Iterator[str]:
    """Why words are not all that is said."""
    if _is_broken(filler, tree):
        yield "value: cut in the middle"
    if node.pos == "ADJ" and _is_half_compared(filler, node):
        yield "value: a comparison without its other side"
    if _is_than_open(filler, tree) or (node.pos in ("VERB", "AUX") and _is_half_judged(filler, node)):
        yield "value: a comparison without its other side"
    if _is_consequence(filler, node):
        yield "value: only what comes of another clause"
    if _is_bare(filler):
        yield "value: says nothing"
    if node.pos == "ADJ" and _is_pointing(node):
        yield "value: points at what was said before"
    if is_cut_short([n for n in tree.nodes if filler.span.holds(n.span)]):
        yield "value: cut before what limits it"


def _no_name(node: Node, mention: Mention, tree: Tree) -> Iterator[str]:
    """Why what has a capital is nobody's name."""
    if mention.text.lower().endswith(_ORIGINS):
        yield "name: tells where or when from"
    if _is_opening_word(node, mention, tree):
        yield "name: a common noun that opens the sentence"
    if _is_told_apart(node):
        yield "name: a measure tells which of them"


def _no_price(amount: Node, tree: Tree) -> Iterator[str]:
    """Why an amount is not what a thing is sold for."""
    if _is_bounded(amount, tree):
        yield "value: a bound, no price"
    if _is_difference(amount, tree):
        yield "value: a difference, no price"
    if _is_of_set(amount, tree):
        yield "value: the price of a set"


_VERSION: Final = re.compile(r"(?:(?:mark|mk|version|gen|generation)-?)?(?:i{1,3}|iv|vi{0,3}|ix|\d{1,2})")
"""«the new Mk II»: which of several it is, and no name without the one before it."""
_ORIGINS: Final = ("-based", "-born", "-made", "-built", "-era", "-style", "-like", "-owned")
_TWO: Final = re.compile(r"\s(?:and|or)\s(?:the|an?)\s")
_MARKS: Final = frozenset("× x * + ± ~ =".split())


def _is_broken(filler: Filler, tree: Tree) -> bool:
    """«16 MP 23.7 sensor» of «16 MP 23.7 × 15.7 mm sensor»: a figure or a noun that the value leaves out."""
    value = filler.value.text if isinstance(filler.value, TextValue) else ""
    head = filler.node
    apart = _set_off(head, tree) if head is not None else frozenset()
    inside = [n for n in tree.nodes if head is not None and filler.span.start <= n.start < head.start]
    inside = [n for n in inside if n.i not in apart]
    loose = [n for n in inside if n.mention is None or not n.mention.is_name]
    telling = [n for n in loose if n.pos in ("NOUN", "PROPN", "NUM") or any(c.isdigit() for c in n.text)]
    before = next((n for n in reversed(tree.nodes) if n.end <= filler.span.start), None)
    if any(n.dep == "advmod" and c.text not in value for n in inside for c in n.kids("conj")):
        return True  # «more or less the height»
    multiplied = before is not None and before.text in _MARKS and value[:1].isdigit()  # «5.9 x 5.9 x 3.6 inches»
    if multiplied or value[:1] == "%":  # «99% mechanical»
        return True
    figure = head is not None and head.low.isdigit() and head.mention is None  # «3" of rise» without its unit
    return figure or any(n.text in _MARKS for n in loose) or any(n.text not in value for n in telling)


def _set_off(verb: Node, tree: Tree) -> frozenset[int]:
    """«The finder, by contrast, is superb»: the places of what commas set off before a verb."""
    commas = {n.i for n in tree.nodes if n.text == ","}
    rows = ([n.i for n in c.subtree()] for c in verb.kids("prep", "advmod") if c.i < verb.i)
    return frozenset(i for row in rows if {min(row) - 1, max(row) + 1} <= commas for i in row)


def _is_half_compared(filler: Filler, quality: Node) -> bool:
    """«The lens is faster.»: than what, the value leaves out."""
    words = filler.value.text.split() if isinstance(filler.value, TextValue) else []
    equal = is_equative(quality) and words.count("as") == 1
    return equal or (is_comparative(quality) and "than" not in words)


def _is_than_open(filler: Filler, tree: Tree) -> bool:
    """«smaller than its pictures» of «… suggest»: what it is compared with goes on behind the value."""
    words = filler.value.text.split() if isinstance(filler.value, TextValue) else []
    after = next((n for n in tree.nodes if n.start >= filler.span.end), None)
    return "than" in words and after is not None and after.tag in ("VBP", "VBZ", "VBD", "MD")


def _is_half_judged(filler: Filler, verb: Node) -> bool:
    """«shutter is louder» of «… than it should be»."""
    return any(_is_half_compared(filler, c) for c in verb.kids("acomp") if filler.span.holds(c.span))


def _is_consequence(filler: Filler, verb: Node) -> bool:
    """«so the window looks forlorn»: a clause that the one before it explains."""
    first = min((n.i for n in verb.subtree()), default=verb.i)
    told = filler.node is verb and verb.pos in ("VERB", "AUX")
    return told and any(c.low == "so" and 0 < c.i <= first + 1 for c in verb.kids("cc", "mark", "advmod"))


def _is_bare(filler: Filler) -> bool:
    """«There are some functions that …»: which, the value leaves out."""
    words = filler.value.text.lower().split() if isinstance(filler.value, TextValue) else []
    return len(words) == 2 and words[0] in ("some", "certain", "several", "various", "other")


def _is_pointing(quality: Node) -> bool:
    """«great at that»: what it is great at stands in another sentence."""
    return any(n.low in ("that", "this", "those", "these") for p in quality.kids("prep") for n in p.kids("pobj"))


def _is_ones_own(part: Filler) -> bool:
    """«the only viewfinder I had used»: a part of whatever the writer had, not of what the page is about."""
    clauses = limits_of(part.node) if part.how == "text" and part.node is not None else []
    past = [c for c in clauses if c.tag == "VBD" or any(a.low in ("had", "'d", "’d") for a in c.kids("aux"))]
    return any(s.low in ("i", "we") for c in past for s in c.kids("nsubj"))


_BOUND: Final = re.compile(
    r"\b(?:up to|(?:less|more) than|at (?:least|most)|as (?:little|much|low|high) as"
    r"|(?<!little )(?<!just )(?<!hair )(?<!shade )(?<!slightly )(?:under|over|below|above)"
    r"|between(?: \S+){0,3}? and|between) (?:\S{1,3} )?$"
)


def _is_bounded(amount: Node, tree: Tree) -> bool:
    """«costs up to £15,690», «for under $500»: an amount that the price only stays below or above."""
    before = sorted((n for n in tree.nodes if amount.i - 6 < n.i < amount.i), key=lambda n: n.i)
    return _BOUND.search("".join(f"{n.low} " for n in before)) is not None


_MORE: Final = frozenset(
    "more less cheaper dearer off extra discount rebate saving savings premium profit deposit tax".split()
)


def _is_difference(amount: Node, tree: Tree) -> bool:
    """«for $500 more», «a $200 rebate»: by how much another price is higher or lower."""
    end = amount.mention.span.end if amount.mention is not None else amount.end
    return any(n.low in _MORE and n.start == end + 1 for n in tree.nodes)


def _is_of_set(amount: Node, tree: Tree) -> bool:
    """«costs $900, or $1,200 with the zoom»: a second amount that is paid for the thing and something else."""
    end = amount.mention.span.end if amount.mention is not None else amount.end
    return amount.dep == "conj" and any(n.low in ("with", "including") and n.start == end + 1 for n in tree.nodes)


def _is_torn(node: Node, mention: Mention) -> bool:
    """«Ricoh» of «Ricoh Medtech», «Vogel» of «Uster Vogel»: a capital beside the name that no other name explains."""
    before = next((c for c in node.kids("compound", "nmod") if c.i == node.i - 1 and c.end + 1 == node.start), None)
    if mention.known and mention.maker is not None and before is not None and before.mention is not None:
        return _is_anothers(before.mention, mention)
    if mention.type not in ("company", "person", "unknown") or mention.parts:
        return False
    behind = node.head if node.dep in ("compound", "nmod") and node.head and node.head.i == node.i + 1 else None
    return (before is not None and _is_half(before, mention)) or (
        behind is not None
        and behind.start == node.end + 1
        and _is_half(behind, mention)
        and not in_dictionary(behind.text)
    )


def _is_anothers(before: Mention, mention: Mention) -> bool:
    """«S series» of «LUMIX S series»: a declared name behind one of another maker, where it does not say its own."""
    firm = before.entity if before.type == "company" else before.maker
    return before.known and firm is not None and firm != mention.maker and mention.text != mention.name


def _is_opening_word(node: Node, mention: Mention, tree: Tree) -> bool:
    """«Women will buy it»: a common noun's plural, which has its capital from where it stands."""
    first = next((n for n in tree.nodes if n.pos != "PUNCT"), None)
    return node is first and node.tag == "NNS" and node.lemma != node.low and " " not in mention.text


def _is_rest(node: Node, tree: Tree) -> bool:
    """«Edition» of «Nova 3 Diary Edition»: right before an unlisted name stands a code, or a name that is no firm's."""
    before = next((n for n in tree.nodes if n.end + 1 == node.start), None)
    if before is None or before.pos not in ("PROPN", "NUM", "X", "NOUN", "ADJ"):
        return False
    if before.mention is not None:
        return before.mention.type in ("product", "product_line", "unknown", "person") and before.dep != "dative"
    coded = any(c.isdigit() for c in before.text) and any(c.isupper() for c in before.text)
    return coded or (before.text.isupper() and len(before.text) > 1 and before.text not in NOT_NAMES)


def _is_told_apart(node: Node) -> bool:
    """«the 50mm Vela», «the Vela 6x7»: one of several things of the name."""
    before = any(c.i == node.i - 1 and c.mention and c.mention.type == "quantity" for c in node.children)
    return before or any(c.start == node.end + 1 and _FORMAT.match(c.text) for c in node.children)


_FORMAT: Final = re.compile(r"\d+(?:\.\d+)?[x×]\d")


def _is_half(other: Node, mention: Mention) -> bool:
    """Whether a word beside a name is a capital of the same name: another firm, or one that nobody knows."""
    if mention.span.holds(other.span):
        return False
    if other.mention is not None and other.mention.is_name:
        return other.mention.type == mention.type == "company" and other.mention.known and mention.known
    plain = is_epithet(other.low.rstrip(".")) or (in_dictionary(other.text) and other.pos != "PROPN")
    return other.mention is None and other.text[:1].isupper() and other.text[1:].islower() and not plain


def _misfit(node: Node, mention: Mention, types: frozenset[str], tree: Tree) -> str | None:
    """What the words of an unlisted name, and those around it, say against the only type that the slot takes."""
    words = mention.name or mention.text
    firm = is_organisation(words) or FORMS.search(f" {words}") is not None
    if types == {"person"}:
        owned = _has_before(node, "a", "an", "the", "its", "their", "our", "this")
        if "I" in words.split():
            return "a speaker is no name"
        return "a firm is no person" if firm else "a thing is no person" if owned or is_model_like(words) else None
    if "company" in types:
        only = types == {"company"} and not firm
        return _not_whole(node, mention, tree, firm=firm) or (_no_firm(node, mention, words) if only else None)
    if types == {"place"} and _QUARTER.fullmatch(words):
        return "a time is no place"
    if types == {"place"} and mention.type != "place":
        article = _has_before(node, "the", "a", "an")
        return "a thing is no place" if firm or article or _is_beside_one(node, "appos") else None
    listed = _is_beside_one(node, "appos", "npadvmod") and node.head and (node.kids("conj") or node.head.kids("conj"))
    return "one of a list is no place of the one before" if types == {"place"} and listed else None


_QUARTER: Final = re.compile(r"(?:[QH][1-4]|FY)(?:[ -]?(?:FY)?\d{2,4})?")
"""A part of a business year: «Q1»."""


def _not_whole(node: Node, mention: Mention, tree: Tree, *, firm: bool) -> str | None:
    """Why a name is only a piece of what tells of a firm."""
    if _is_where(node, tree) or (mention.type == "place" and _is_where_its_own(node)):
        return "a place is no firm"
    if not firm and _is_folded(node, mention):
        return "a kind or a unit is no firm"
    return "the end of another firm's name" if not firm and _is_behind_firm(node) else None


_FOLD: Final = frozenset("single double dual twin triple quad quadruple half full multi".split())
"""What counts or halves opens the name of a kind: «a Double Gauss design»."""


def _is_folded(node: Node, mention: Mention) -> bool:
    """«Double Gauss» of «a Double Gauss design»: how many there are, before a common noun."""
    first, *others = mention.text.lower().split()
    behind = node.head if node.dep in ("compound", "nmod", "amod") else None
    return bool(others) and first in _FOLD and behind is not None and behind.i > node.i and behind.mention is None


def _is_where(node: Node, tree: Tree) -> bool:
    """«Sendai-based developer»: whatever the recogniser takes the name for."""
    behind = [n for n in tree.nodes if 0 <= n.start - node.end <= 1][:2]
    return bool(behind) and ("".join(n.low for n in behind).startswith("-based"))


def _is_where_its_own(node: Node) -> bool:
    """«the head of Orlik's plant in Cork»: where a noun is that has its owner already."""
    plant = node.head.head if node.dep == "pobj" and node.head is not None and node.head.low == "in" else None
    return plant is not None and any(c.mention is not None and c.mention.is_name for c in plant.kids("poss"))


def _is_behind_firm(node: Node) -> bool:
    """«Fuji Xerox» with Xerox unlisted: right behind a declared firm a name is no firm of its own."""
    before = [c for c in node.kids("compound", "nmod") if c.i == node.i - 1 and c.end + 1 == node.start]
    return any(c.mention is not None and c.mention.known and c.mention.type == "company" for c in before)


def _is_beside_one(node: Node, *ties: str) -> bool:
    """Whether a name is tied to one thing: no list behind «in the following places:»."""
    return node.dep in ties and node.head is not None and node.head.tag != "NNS"


def _has_before(node: Node, *words: str) -> bool:
    """Whether one of these determiners stands right before the name: not «the brothers Emil and Otto Hahn»."""
    return any(c.low in words and c.i == node.i - 1 for c in node.kids("det", "poss"))


def _is_in_place(node: Node) -> bool:
    """«in Suhl, Thuringia starting in May»: a name beside a place, or that a participle behind one has for subject."""
    loose = node.dep == "nsubj" and node.head is not None and node.head.tag == "VBG" and not node.head.kids("aux")
    near = [n for n in node.ancestors() if n.i < node.i] if node.dep == "appos" else []
    if loose and node.head is not None:
        near = [n for a in node.head.ancestors() for n in a.subtree() if n.end + 2 == node.start]
    return any(n.mention is not None and n.mention.type == "place" for n in near[:1])


_INITIALS: Final = re.compile(r"(?:[A-Z]\. ?){1,3}[A-ZÄÖÜ][\w’'-]+")
"""«K. Orlik»: whose camera it is who designed it tells, too."""


def _is_surname(node: Node) -> bool:
    """«Hawk» of «Tony Hawk’s Underground»: behind a given name."""
    near = [n for a in (node, *node.ancestors()) for n in a.subtree()]
    return any(n.end + 1 == node.start and n.text[:1].isupper() and n.low in GIVEN_NAMES for n in near)


def _no_firm(node: Node, mention: Mention, words: str) -> str | None:
    """Why an unlisted name without a firm's kind or legal form is none."""
    if mention.type != "company" and is_model_like(words):
        return "a model is no firm"
    first, *others = words.split()
    if node.dep == "poss" and (_INITIALS.fullmatch(words) or _is_surname(node)):
        return "a person is no firm"
    if others and mention.type != "company" and first.lower() in GIVEN_NAMES:
        return "a person is no firm"
    if (mention.type == "place" and mention.parts) or _is_in_place(node):
        return "a place is no firm"
    owns = node.dep == "poss" and mention.type != "company"  # «Grandma's camera»
    if not others and (owns or node.kids("poss")) and in_dictionary(words):
        return "a common noun is no firm"
    return "a kind or a unit is no firm" if _is_kind(node, mention) else None


def _is_kind(node: Node, mention: Mention) -> bool:
    """«an RGB sensor», «a 42-Megapixel Full Frame sensor»: capitals or a measure's unit before a common noun."""
    behind = node.head if node.dep in ("compound", "nmod", "amod") else None
    short = len(mention.text) <= 4 and mention.text.isupper() and mention.entity == mention.text.lower()
    beside = (*node.children, *(behind.children if behind is not None else ()))
    unit = any(c.tag == "CD" and c.end + 1 == node.start for c in beside)
    return (short or unit) and behind is not None and behind.i > node.i and behind.mention is None
