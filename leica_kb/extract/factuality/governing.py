"""What stands above a clause: the verbs that decide whether it holds, the nouns and adjectives whose content it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from leica_kb.extract.frames.frame import Frame
from leica_kb.extract.parsing.parser import Node
from leica_kb.extract.phrases.arguments import is_passive
from leica_kb.extract.phrases.negation import deniers
from leica_kb.lang import cues

_TELLING: Final = cues.SAYING_VERBS | cues.PREDICTION_VERBS | cues.OPINION_VERBS
_PARTING: Final = frozenset({":", ";", "–", "—"})
"""Signs between two sentences."""
_FACTIVE: Final = cues.FACTIVE_VERBS | cues.FACTIVE_ADJECTIVES


def chain(frame: Frame) -> Iterator[Node]:
    """The trigger and the verbs that govern its clause, up to the one that reports or grants it."""
    node: Node | None = frame.trigger if frame.kind == "verb" else frame.clause
    while node is not None:
        yield node
        if (
            (node.dep in ("xcomp", "ccomp", "pcomp") and not _stands_alone(node) and not is_granted(node))
            or (node.dep == "conj" and node.head is not None and node.pos == "VERB")
            or (node.dep == "advcl" and any(m.low in ("like", "if", "though") and m.i < node.i for m in _likened(node)))
            or _is_rumour(node)
        ):
            node = node.head
        else:
            return


def _likened(clause: Node) -> list[Node]:
    """«feels like it is», «looks as if it were»: the mark of a clause that tells an impression."""
    marks = clause.kids("mark")
    likened = [m for m in marks if m.low == "like"]
    return likened or (marks if any(m.low == "as" for m in marks) else [])


def shares_auxiliary(clause: Node) -> bool:
    """Whether a coordinated clause stands under the auxiliaries and «not» of the first: «did not make or sell it»."""
    if clause.dep != "conj" or clause.head is None:
        return True
    if clause.kids("nsubj", "nsubjpass"):
        return False
    joint = next((c.low for c in reversed(clause.head.kids("cc")) if c.i < clause.i), "")
    finite = clause.tag in ("VBZ", "VBP") or (clause.tag == "VBD" and not is_passive(clause))
    return not finite or joint in ("or", "nor")


def is_granted(clause: Node) -> bool:
    """«did not know that it …», «nobody should forget that …», «is unaware that …»: whatever is above, it holds."""
    head = clause.head
    if head is None or clause.dep not in ("ccomp", "advcl") or not _is_that_clause(clause):
        return False
    if head.lemma in cues.DOUBTING_VERBS:
        return any(True for _ in deniers(head))
    return any(n.lemma in _FACTIVE or n.low in _FACTIVE for n in (head, *head.kids("acomp", "attr")))


def wrongly(saying: Node) -> list[Node]:
    """«wrongly believe that …»: by this word the author denies what others say."""
    return [c for c in saying.kids("advmod") if c.low in cues.WRONGLY]


def is_mistaken(saying: Node) -> bool:
    """«who thinks that … is mistaken»: whether the sentence is that those who say it are wrong."""
    verb = saying.head.head if saying.dep == "relcl" and saying.head is not None else None
    return verb is not None and any(c.low in ("mistaken", "wrong", "misinformed") for c in verb.kids("acomp", "attr"))


def contents(clause: Node) -> Node | None:
    """The noun or adjective that a that-clause gives the content of: «the myth that …», «it is false that …»."""
    head = clause.head
    if head is None or not _is_that_clause(clause):
        return None
    if clause.dep in ("acl", "relcl") and head.pos in ("NOUN", "ADJ"):
        return head
    judged = head.kids("attr", "acomp") if head.lemma == "be" and clause.dep in ("ccomp", "csubj", "advcl") else []
    return judged[0] if judged else None


def _is_that_clause(clause: Node) -> bool:
    """Whether the clause is a statement of its own: with «that» as a mere mark, or with a subject and no mark."""
    marks = [m.low for m in clause.kids("mark")]
    return "that" in marks or (not marks and bool(clause.kids("nsubj", "nsubjpass")) and clause.dep == "ccomp")


def _stands_alone(clause: Node) -> bool:
    """«it makes cameras; the next will …», «It is not: it …»: read as a complement, but a sentence of its own."""
    head = clause.head
    if head is None or clause.dep != "ccomp" or clause.kids("mark"):
        return False
    if any(c.low == ";" and clause.i < c.i < head.i for c in head.children):
        return True
    if head.lemma in _TELLING:
        return False
    return clause.i < head.i or any(c.low in _PARTING and head.i < c.i < clause.i for c in head.children)


def _is_rumour(clause: Node) -> bool:
    """«rumours that it makes», «speculation that it bought»: the clause is what the noun says."""
    head = clause.head
    return clause.dep in ("acl", "relcl") and head is not None and head.low in cues.HEDGE_NOUNS
