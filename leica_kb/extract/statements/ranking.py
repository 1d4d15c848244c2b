"""The rank that a frame tells: its own, one of several in a row, or the one behind what is named before it."""

from __future__ import annotations

from leica_kb.extract.frames.frame import Frame
from leica_kb.extract.frames.gapping import ranks_of
from leica_kb.model import NumberValue, Span


def rank_of(frame: Frame) -> tuple[int, Span] | None:
    """The rank and its words, nearest to the trigger first; None where there is none, or several and no order."""
    candidates = [
        *frame.role("rank"),
        *frame.trigger.children,
        *(n for role in frame.roles.values() for n in role),
        frame.trigger,
    ]
    clause = list(frame.trigger.subtree()) if frame.kind == "verb" else []
    for node in [*candidates, *(c for n in candidates for c in n.children), *clause]:
        mention = node.mention
        if mention and mention.type == "rank" and isinstance(mention.value, NumberValue):
            beside = [n for n in (node.head, *node.children) if n is not None and n.i == node.i + 1]
            beside += frame.trigger.kids("nummod")
            counts = [c for c in beside if c.pos == "NUM" and not mention.span.holds(c.span)]
            if counts or frame.place is not None or (frame.trigger.tag == "NNS" and ranks_of(frame.trigger)):
                return _rank_in_row(frame)
            return int(mention.value.number) + _stands_behind(frame, int(mention.value.number)), mention.span
    return None


def _rank_in_row(frame: Frame) -> tuple[int, Span] | None:
    """The rank of one of several: its own, or the first with its place; none of «the top three markets»."""
    told = [(n.mention.span, n.mention.value) for n in ranks_of(frame.trigger) if n.mention]
    ranks = [(int(value.number), span) for span, value in told if isinstance(value, NumberValue)]
    if frame.place is None or not ranks:
        return None
    rank, span = ranks[frame.place] if len(ranks) > 1 else ranks[0]
    return rank + (frame.place if len(ranks) == 1 else 0), span


def _stands_behind(frame: Frame, rank: int) -> bool:
    """«After China, Korea is the largest»: behind the one that is named it is the second."""
    phrases = [p for n in (frame.trigger, frame.clause) for p in n.kids("prep") if p.low in ("after", "behind")]
    return rank == 1 and any(n.mention and n.mention.is_name for p in phrases for n in p.kids("pobj"))
