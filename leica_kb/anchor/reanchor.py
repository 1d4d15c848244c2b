"""What became of one quote: exact before moved before normalised before changed; missing rather than a wrong place."""

from __future__ import annotations

from leica_kb.anchor.choice import Choice, choose
from leica_kb.anchor.context import skeleton
from leica_kb.anchor.edges import same_cuts
from leica_kb.anchor.near import find_changed, find_frames
from leica_kb.anchor.pairing import pair_up
from leica_kb.anchor.passage import find_rewritten, sentence_around, tell_loss
from leica_kb.anchor.quote import Anchor, Quote
from leica_kb.anchor.revision import Revision
from leica_kb.anchor.target import Target
from leica_kb.anchor.wording import diff_words, tell_difference
from leica_kb.model import Span

_SAME_STATEMENT = 0.6
"""Share of common words from which a sentence was edited rather than rewritten."""

_TIED = "the same words stand in several places, or in other surroundings, and none is surely the quote's own"


def reanchor(text: str, quote: Quote, old_text: str | None = None) -> Anchor:
    """What became of the quote in the text; the old text, where known, tells moves from look-alikes."""
    target = Target(text)
    return reanchor_in(target, quote, Revision(Target(old_text), target) if old_text is not None else None)


def reanchor_in(target: Target, quote: Quote, revision: Revision | None = None) -> Anchor:
    """The same for texts that are asked about many quotes."""
    known = revision if revision and quote.exact and revision.holds(quote) else None
    choice = _find_untouched(quote, known) or _choose(target, quote, known)
    if not choice.sure and _is_replaced(target, quote):
        return _changed(target, quote, known)
    if choice.span is not None:
        return _intact(target.text, quote, choice.span)
    if choice.tied:
        return Anchor("ambiguous", None, _TIED)
    return _changed(target, quote, known)


def _find_untouched(quote: Quote, revision: Revision | None) -> Choice | None:
    if revision is None or quote.start is None:
        return None
    place = revision.find_untouched(Span(quote.start, quote.start + len(quote.exact)))
    return Choice(place, sure=True) if place else None


def _choose(target: Target, quote: Quote, revision: Revision | None) -> Choice:
    exact = target.find_exact(quote.exact)
    choice = _pick(target, quote, exact, revision, revision.old.find_exact(quote.exact) if revision else ())
    if choice.framed:
        return choice
    places = _join(exact, target.find_normalised(quote.exact))
    if places == exact:
        return choice
    old = revision.old if revision else None
    old_places = _join(old.find_exact(quote.exact), old.find_normalised(quote.exact)) if old else ()
    return _pick(target, quote, places, revision, old_places)


def _join(exact: tuple[Span, ...], normalised: tuple[Span, ...]) -> tuple[Span, ...]:
    """All places in order, those of the exact words instead of the same ones without the white space at their edges."""
    return tuple(sorted({*exact, *(p for p in normalised if not any(e.holds(p) for e in exact))}))


def _pick(
    target: Target, quote: Quote, places: tuple[Span, ...], revision: Revision | None, old_places: tuple[Span, ...]
) -> Choice:
    whole = tuple(p for p in places if same_cuts(quote.exact, quote.before, quote.after, target.text, p))
    return pair_up(revision, quote, whole, old_places) if revision else choose(target.text, quote, whole)


def _is_replaced(target: Target, quote: Quote) -> bool:
    """Whether other words stand where the quote stood, so that its words elsewhere are not its own."""
    frames = find_frames(target.text, quote.before, quote.after, len(quote.exact))
    words = skeleton(quote.exact)
    return any(now and words not in now for f in frames if (now := skeleton(f.of(target.text))))


def _intact(text: str, quote: Quote, span: Span) -> Anchor:
    shift = 0 if quote.start is None else span.start - quote.start
    moved = f"moved by {shift:+,} characters" if shift else ""
    if span.of(text) == quote.exact:
        return Anchor("moved" if shift else "exact", span, moved)
    typing = "only white space, quote marks, dashes or Unicode form differ"
    return Anchor("normalised", span, f"{moved}; {typing}" if moved else typing)


def _changed(target: Target, quote: Quote, revision: Revision | None) -> Anchor:
    regions = find_changed(target, quote)
    if len(regions) > 1:
        return Anchor("ambiguous", None, f"{len(regions)} places resemble the quote and none stands out")
    if regions:
        return _told(target, quote, regions[0].span, revision, is_edit=regions[0].score >= _SAME_STATEMENT)
    return _lost(target, quote, revision)


def _told(target: Target, quote: Quote, span: Span, revision: Revision | None, *, is_edit: bool) -> Anchor:
    now = span.of(target.text)
    before, after = quote.exact, now
    if revision and quote.start is not None:
        stood = Span(quote.start, quote.start + len(quote.exact))
        before = sentence_around(revision.old.text, stood).of(revision.old.text)
        after = sentence_around(target.text, span).of(target.text)
    head = "" if is_edit else "sentence rewritten; "
    return Anchor("changed", span, f"{head}{tell_difference(quote.exact, now)} | {diff_words(before, after)}")


def _lost(target: Target, quote: Quote, revision: Revision | None) -> Anchor:
    if revision is None or quote.start is None:
        return Anchor("missing", None, "neither the words nor anything like them stand in the text")
    stood = Span(quote.start, quote.start + len(quote.exact))
    between = find_rewritten(target, revision.old, stood)
    if between and skeleton(between.of(target.text)):
        return _told(target, quote, sentence_around(target.text, _core(target.text, between)), revision, is_edit=False)
    return Anchor("missing", None, tell_loss(target, revision.old, stood))


def _core(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(" \t\r\n.,;:!?"))
    return Span(start, max(start, span.start + len(words.rstrip())))
