"""Whether a clause states anything: questions, conditions, wishes and orders do not, whatever they name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from leica_kb.extract.factuality.governing import chain, is_granted, is_mistaken
from leica_kb.extract.frames.frame import Frame
from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.extract.phrases.negation import replaces
from leica_kb.lang import cues

_UNREAL_MARKS: Final = frozenset("if unless whether".split())


def why_unstated(frame: Frame, tree: Tree, text: str) -> str | None:
    """Why nothing in the clause is stated as so; None where it is."""
    asked = tree.span.of(text).rstrip("”\"’') ").endswith("?") or _opens_question(tree)
    if asked and not _is_told_beside(frame):
        return "question"
    for node in (frame.clause, *frame.clause.ancestors()):
        if (
            any(m.low == "than" for m in node.kids("mark"))  # «faster than the Nova is»
            or _is_unreal(node)
            or _is_inverted(node)
            or _is_fronted(node)
            or any(_is_unreal(c) for c in node.kids("advcl"))
        ):
            return "condition"
        if node.dep in ("advcl", "relcl", "acl"):
            break
        if node.dep in ("ccomp", "xcomp", "pcomp", "csubj") and (unreal := _complement_of(node)):
            return unreal
    clause = frame.clause
    if any(_is_conditional(node) for node in (*chain(frame), *_purposes(clause))):
        return "conditional"
    bare = clause.tag == "VB" and clause.dep == "ROOT" and not clause.kids("nsubj", "aux", "nsubjpass")
    if bare and clause.lemma != "expect":  # «Expect a wait of two months»: what the reader is told to expect is so
        return "imperative"
    return None


def _opens_question(tree: Tree) -> bool:
    """«Do the lenses come from Japan…»: an auxiliary in front of its subject asks, with or without a question mark."""
    first = tree.nodes[0]
    verb = first.head if first.dep in ("aux", "auxpass") else first
    if verb is None or first.tag not in ("VBZ", "VBP", "VBD", "MD") or first.low in ("had", "were", "should"):
        return False
    subjects = verb.kids("nsubj", "nsubjpass", "expl") if first.pos == "AUX" else []
    return bool(subjects) and all(s.i > first.i for s in subjects)


def _is_told_beside(frame: Frame) -> bool:
    """«Why did Kyocera, which owned Contax, give up?»: what a clause between commas tells, nobody asks."""
    clause = next((n for n in (frame.clause, *frame.clause.ancestors()) if n.dep == "relcl"), None)
    noun = clause.head if clause is not None else None
    if clause is None or noun is None:
        return False
    opening = min(n.i for n in clause.subtree())
    return any(p.low == "," and p.i == opening - 1 for n in (noun, clause) for p in n.kids("punct"))


def _is_conditional(clause: Node) -> bool:
    conditional = any(a.low in cues.CONDITIONAL_MODALS for a in clause.kids("aux"))
    return conditional and not past_future(clause) and not turned_out(clause)


_LATER: Final = frozenset("later eventually subsequently ultimately soon".split())


def turned_out(clause: Node) -> bool:
    """«would later found Orlik», «would go on to found it»: what has happened, told from the time before it."""
    after = any(a.low in _LATER for a in clause.kids("advmod")) or (
        clause.lemma == "go" and any(c.low == "on" for c in clause.children)
    )
    depends = any(m.low in ("if", "unless") for v in clause.kids("advcl") for m in v.kids("mark"))
    return after and not depends and [a.low for a in clause.kids("aux")] == ["would"]


def _purposes(clause: Node) -> Iterator[Node]:
    """What an infinitive or participle serves: «it would not pay for them to invest in making cameras»."""
    node = clause
    below = ("advcl", "xcomp", "acl", "ccomp", "pcomp")
    while node.head is not None and node.tag in ("VB", "VBG") and node.dep in below:
        node = node.head
        yield node


def _is_unreal(clause: Node) -> bool:
    """Whether the clause is introduced as a condition; «even if» grants and does not condition."""
    marked = any(m.low in _UNREAL_MARKS and not _compares(m) for m in clause.kids("mark"))
    purpose = clause.tag == "VB" and any(a.low == "only" for a in clause.kids("advmod"))
    return (
        marked
        and not purpose
        and not any(a.low == "even" for n in (clause, *clause.kids("mark")) for a in n.kids("advmod"))
    )


def _compares(mark: Node) -> bool:
    """«and perhaps sooner if the yen stays»: the condition is of the «sooner», not of the clause."""
    top = list(mark.ancestors())[-1]
    return any(n.tag == "RBR" and n.i == mark.i - 1 for n in top.subtree())


def _complement_of(clause: Node) -> str | None:
    """Why what stands below another verb is not stated: it is asked or wished."""
    if clause.dep == "xcomp":
        return "embedded question" if any(c.tag == "WRB" for c in clause.kids("advmod")) else None
    if is_granted(clause):
        return None
    teller = clause.head
    if teller is not None and teller.lemma in cues.SAYING_VERBS - {"deny"} and teller.kids("neg"):
        return "not said"
    if teller is not None and (is_mistaken(teller) or replaces(teller) or teller.low == "without"):
        return "not so"
    wanted = teller is not None and teller.lemma == "want" and bool(clause.kids("nsubj"))  # «wants it to cost $300»
    if wanted or (teller is not None and teller.lemma in cues.WISHING_VERBS | cues.DOUBTING_VERBS):
        return "wish"
    return "embedded question" if _asks(clause) else None


def _is_inverted(clause: Node) -> bool:
    """«Had DJI not bought it», «Were Canon to buy it»: a condition without «if»."""
    subjects = clause.kids("nsubj", "nsubjpass")
    fronted = [a for a in (*clause.kids("aux", "auxpass"), clause) if a.low in ("had", "were", "should")]
    opens = bool(subjects and fronted) and fronted[0].i < subjects[0].i and clause.dep in ("advcl", "ccomp", "ROOT")
    return opens and (subjects[0].i < clause.i or clause is fronted[0])  # «were made here: the Nova and the Vela»


def _is_fronted(clause: Node) -> bool:
    """«Were Canon to buy it»: the infinitive below an inverted verb."""
    return clause.tag == "VB" and clause.head is not None and clause.dep != "conj" and _is_inverted(clause.head)


def is_main(frame: Frame) -> bool:
    """«Unless it pays, Orlik closes its plant in Porto»: whether the condition lies outside the clause."""
    return not any(_is_unreal(node) or _is_inverted(node) for node in (frame.clause, *frame.clause.ancestors()))


def _asks(clause: Node) -> bool:
    """«how long …», «whether …», «who made it»: asked inside a statement, not stated."""
    before = [n for n in _own_words(clause) if n.i < clause.i or n.dep == "pobj"]
    own = clause.kids("nsubj", "nsubjpass")
    fronted = any(n.tag == "WP" and (n.dep in ("pobj", "dobj", "attr") or n in own) for n in before)
    return fronted or any(n.i < clause.i and (n.tag == "WRB" or n.low == "whether") for n in before)


def _own_words(node: Node) -> Iterator[Node]:
    """The words of a clause without those of the clauses below it, which may ask for themselves."""
    yield node
    for child in node.children:
        if child.dep not in ("pcomp", "advcl", "relcl", "acl", "ccomp", "parataxis"):
            yield from _own_words(child)


def past_future(clause: Node) -> bool:
    """«said it would open»: a future in the past, not a condition."""
    head = clause.head
    told = clause.dep == "ccomp" and head is not None and head.lemma in cues.SAYING_VERBS
    return told and not any(a.low == "have" for a in clause.kids("aux"))
