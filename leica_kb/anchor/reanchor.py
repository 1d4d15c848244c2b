"""What became of one quote: exact before moved before normalised before changed, and missing rather than a wrong place."""

from __future__ import annotations

from leica_kb.anchor.choice import Choice, choose
from leica_kb.anchor.edges import same_cuts
from leica_kb.anchor.quote import Anchor, Quote
from leica_kb.anchor.target import Target
from leica_kb.model import Span


def reanchor(text: str, quote: Quote, old_text: str | None = None) -> Anchor:
    """What became of the quote in the text; the old text, where known, tells moves from look-alikes."""
    return reanchor_in(Target(text), quote, Target(old_text) if old_text is not None else None)


def reanchor_in(target: Target, quote: Quote, old: Target | None = None) -> Anchor:
    """The same for texts that are asked about many quotes."""
    choice = _choose(target, quote, target.find_exact(quote.exact), old)
    if not choice.sure:
        wider = _choose(target, quote, target.find_normalised(quote.exact), old)
        choice = wider if wider.sure or choice.span is None else choice
    if choice.span is not None:
        return _intact(target.text, quote, choice.span)
    if choice.tied:
        return Anchor("ambiguous", None, "the words stand at several places and nothing tells them apart")
    return Anchor("missing", None, "the words stand nowhere in the text")


def _choose(target: Target, quote: Quote, places: tuple[Span, ...], old: Target | None) -> Choice:
    whole = tuple(p for p in places if same_cuts(quote.exact, quote.before, quote.after, target.text, p))
    return choose(target.text, quote, whole)


def _intact(text: str, quote: Quote, span: Span) -> Anchor:
    shift = 0 if quote.start is None else span.start - quote.start
    moved = f"moved by {shift:+,} characters" if shift else ""
    if span.of(text) == quote.exact:
        return Anchor("moved" if shift else "exact", span, moved)
    typing = "only white space, quote marks, dashes or Unicode form differ"
    return Anchor("normalised", span, f"{moved}; {typing}" if moved else typing)
