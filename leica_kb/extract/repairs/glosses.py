"""The parser's bad habits with what is told of a noun behind it: examples, counted items, words that stand for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from leica_kb.extract.parsing.parser import Node
from leica_kb.lang.cues import OWNERS
from leica_kb.lang.numbers import parse_number

_SEVERAL: Final = frozenset("several various numerous many some few following these those".split())
_THEM: Final = frozenset("them these those which".split())
_FIRMS: Final = frozenset({"firm", "house"})
_TOWNS: Final = frozenset("town city village suburb district port prefecture".split())
_PLACES: Final = _TOWNS | frozenset("country place location site continent".split())
STANDING: Final = frozenset({"one", "another"})
"""Words that stand for a noun said before."""
_WHERE: Final = frozenset("factory plant facility foundry workshop works site office branch store shop lab".split())
"""Things that are called by the place where they stand: «two plants: Cork and Riga»."""
_CLAUSE: Final = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj", "ROOT"})


def among_them(node: Node) -> None:
    """«built cameras in Cork, among them the Nova and the Vela»: what is named among several is built, too."""
    noun = node.head
    if node.dep not in ("appos", "dep", "npadvmod") or noun is None:
        return
    if noun.pos == "VERB":
        noun = next(iter(noun.kids("dobj")), None)
    if noun is None or noun.tag not in ("NNS", "NNPS"):
        return
    among = next((p for p in node.kids("prep") if p.low == "among" and p.i < node.i), None)
    if among is not None and any(t.low in _THEM for t in among.kids("pobj")):
        node.attach(noun, "appos" if noun.lemma in _RELATED else "conj")


def one_among(node: Node) -> None:
    """«Among the cameras with a zoom are A and B», «A is among the cameras …»: that is what they are."""
    be = node.head
    if node.low != "among" or be is None or be.lemma != "be" or be.kids("attr", "acomp"):
        return
    for several in [n for n in node.kids("pobj") if n.tag in ("NNS", "NNPS") and not n.kids("poss")]:
        several.attach(be, "attr")


def counted_items(node: Node) -> None:
    """«Two people founded it: A and B»: as many as are counted before the colon, behind it are what is counted."""
    if node.low != ":" or node.head is None:
        return
    words = sorted(list(node.ancestors())[-1].subtree(), key=lambda n: n.i)
    tops = [n for n in words if n.i > node.i and n.head is not None and n.head.i < node.i and n.pos != "PUNCT"]
    if len(tops) != 1 or tops[0].pos not in ("NOUN", "PROPN") or tops[0].dep == "conj":
        return
    items = _items(tops[0])
    counted = next((n for n in reversed(words) if n.i < node.i and _counts(n, items)), None)
    owned = any(n.low == "their" and n.i < node.i for n in words)  # of what is counted, which «their» looks for
    if counted is not None and counted.head is not tops[0] and not owned:
        for item in items[1:]:
            item.dep = "conj"
        relation, above = counted.dep, counted.head
        if counted.lemma in _RELATED:
            tops[0].attach(counted, "appos")
            return
        tops[0].attach(above, relation)
        counted.attach(tops[0], "dep")
        for phrase in counted.kids("prep") if above is not None and above.pos == "VERB" else ():
            phrase.attach(above, "prep")


def _items(first: Node) -> list[Node]:
    """What is coordinated with a word, and what the parser took for a gloss among it."""
    return [first, *(i for c in first.kids("conj", "appos") for i in _items(c))]


def _counts(noun: Node, items: Sequence[Node]) -> bool:
    """Whether a noun of the clause says how many items there are: «four products», «three of its lenses»."""
    if noun.dep not in _CLAUSE or len(items) < 2 or noun.tag not in ("NNS", "NNPS", "CD"):
        return False
    placed = any(n.mention and n.mention.type == "place" for n in items)
    if noun.lemma in _WHERE or (placed and noun.lemma not in _PLACES):
        return False
    counts = [noun.low] if noun.tag == "CD" else [c.low for c in noun.kids("nummod", "amod", "det")]
    named = any(n.mention and n.mention.is_name for n in items)
    return any(parse_number(c) == len(items) or (named and c in _SEVERAL) for c in counts)


_RELATED: Final = frozenset("owner founder co-founder shareholder partner member subsidiary".split())
"""Nouns that say what the items are to somebody: «has two owners: A and B»."""


def named_kind(node: Node) -> None:
    """«the firm of Ihagee», «the town of Solms»: the name is what the phrase names."""
    if node.low != "of":
        return
    noun, name = node.head, next(iter(node.kids("pobj")), None)
    if noun is None or name is None or name.mention is None or not name.mention.is_name:
        return
    kinds = (
        _FIRMS
        if name.mention.type in ("company", "unknown")
        else _TOWNS
        if name.mention.type == "place"
        else frozenset()
    )
    bare = [c.low for c in noun.children if c.i < noun.i] == ["the"]  # «the parent firm of X» is another
    if noun.lemma in kinds and bare and not name.kids("det", "conj"):
        name.attach(noun.head, noun.dep)
        noun.attach(name, "nmod")


def one_for_noun(node: Node) -> None:
    """«opened a plant in Cork and, later, a second one in Riga»: «one» is such a thing as the object before it."""
    if (
        node.low not in STANDING
        or node.kids("relcl")
        or any(c.low in ("the", "this", "that") for c in node.kids("det"))
    ):
        return
    words = list(list(node.ancestors())[-1].subtree()) if node.head is not None else []
    before = [n for n in words if n.i < node.i and n.dep == "dobj" and n.tag in ("NN", "NNS") and not n.mention]
    behind = next((n for n in words if n.i == node.i + 1), None)
    told = node.dep == "dobj" or (behind is not None and behind.pos == "ADP")
    if before and told and not (behind is not None and behind.low == "of"):
        thing = max(before, key=lambda n: n.i)
        node.lemma, node.pos, node.tag, node.mention = thing.lemma, "NOUN", "NN", None


def another_clause(node: Node) -> None:
    """«Its cameras are built in Cork, its lenses by Vela»: behind the verb no second thing glosses the subject."""
    subject = node.head
    if node.dep not in ("appos", "conj") or subject is None or subject.dep not in ("nsubj", "nsubjpass"):
        return
    verb = subject.head
    if verb is None or not subject.i < verb.i < node.i:
        return
    joined = node.dep == "conj" and any(c.low != "so" for c in subject.kids("cc"))
    owned = node.low in ("that", "those") or any(c.low in OWNERS for c in node.kids("poss"))
    named = all(n.mention and n.mention.is_name for n in (node, subject))  # «…; not so the Vela»
    if (node.dep == "conj" and not joined) or (node.dep == "appos" and (owned or named)):
        node.attach(verb, "parataxis")


def ranked_name(node: Node) -> None:
    """«Japan is its largest market, France its second»: a rank with a possessive is that of the name before it."""
    if node.mention is None or node.mention.type != "rank" or node.head is None:
        return
    if not any(p.low in OWNERS and p.i == node.i - 1 for p in node.kids("poss")):
        return
    nodes = {n.i: n for n in list(node.ancestors())[-1].subtree()}
    name, verb = nodes.get(node.i - 2), next((a for a in node.ancestors() if a.pos in ("VERB", "AUX")), None)
    if name is not None and name.mention and name.mention.is_name and verb is not None and verb.i < name.i:
        name.attach(verb, "parataxis")
        node.attach(name, "appos")


def place_behind_time(node: Node) -> None:
    """«was built from 1934 in Gera»: a place behind a time is the verb's."""
    time = node.head
    if node.dep != "prep" or node.low not in ("in", "at", "by") or time is None or time.dep not in ("prep", "pobj"):
        return
    dated = time.kids("pobj") if time.dep == "prep" else [time]
    verb = next((a for a in time.ancestors() if a.pos == "VERB"), None)
    named = any(n.mention and n.mention.is_name for n in node.kids("pobj"))
    if verb is not None and named and any(n.mention and n.mention.type == "date" for n in dated):
        node.attach(verb, "agent" if node.low == "by" and verb.tag == "VBN" else "prep")


def behind_adverb(node: Node) -> None:
    """«in Cork and later in Riga» with the adverb as the item: the second phrase is."""
    if node.dep != "conj" or node.pos != "ADV" or node.head is None or node.head.pos != "ADP":
        return
    for phrase in node.kids("prep")[:1]:
        above = node.head
        phrase.attach(above, "conj")
        node.attach(phrase, "advmod")
