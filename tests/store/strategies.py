"""Arbitrary claims for the store's laws: any text that Unicode has, near the traps of YAML."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from leica_kb.model import (
    Claim,
    DateValue,
    EntityValue,
    MoneyValue,
    NumberValue,
    Review,
    Span,
    TextValue,
    Time,
)
from leica_kb.model.claim import CUE_KINDS, MODALITIES, POLARITIES, REVIEW_STATES

TRAPS = (
    "no yes on off y n true null ~ NaN .inf 2013-03 2026-11-21 1e3 12:30 0x1F 0o17 1_000 1.10 +1 -0 .5"
    " << = ! & * | > % @ `"
).split()

words = (
    st.text(min_size=1, max_size=12)
    | st.sampled_from(TRAPS)
    | st.text(alphabet=" :#-?,[]{}\"'\\\n\t\r\x85\u2028\ufeff😀a1", min_size=1)
)
texts = st.just("") | words
names = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
dates = st.sampled_from(("2013", "2013-03", "192X", "2025-12-24/2026-01", "2026-11-21"))
whole = st.integers(min_value=-(10**17), max_value=10**17)
quantities = whole | st.floats(allow_nan=False, allow_infinity=False)
maybe = st.none() | words

values = st.one_of(
    st.builds(EntityValue, words),
    st.builds(TextValue, texts),
    st.builds(NumberValue, quantities, maybe, st.none() | st.sampled_from(["at_least", "at_most", "about"])),
    st.builds(MoneyValue, quantities, words),
    st.builds(DateValue, dates | words),
)
spans = st.tuples(st.integers(0, 500), st.integers(0, 9)).map(lambda pair: Span(pair[0], sum(pair)))


@st.composite
def claims(draw: st.DrawFn, /, **fixed: Any) -> Claim:
    start = draw(st.integers(0, 200))
    fields: dict[str, Any] = {
        "id": draw(st.from_regex(r"c-[0-9a-f]{12}", fullmatch=True)),
        "source": "s",
        "subject": draw(words),
        "predicate": draw(words),
        "object": draw(values),
        "quote": draw(words),
        "start": start,
        "end": start + draw(st.integers(1, 40)),
        "qualifiers": draw(st.dictionaries(words, words | whole, max_size=2)),
        "polarity": draw(st.sampled_from(POLARITIES)),
        "modality": draw(st.sampled_from(MODALITIES)),
        "attribution": tuple(draw(st.lists(words, max_size=2))),
        "time": draw(st.builds(Time, st.none() | dates, st.none() | words)),
        "before": draw(texts),
        "after": draw(texts),
        "cues": draw(st.dictionaries(st.sampled_from(CUE_KINDS), st.lists(spans, min_size=1, max_size=2).map(tuple))),
        "origin": draw(texts),
        "review": draw(st.builds(Review, st.sampled_from(REVIEW_STATES), maybe, maybe, maybe)),
    }
    return Claim(**(fields | fixed))


claim_lists = st.lists(claims(), max_size=4, unique_by=lambda claim: claim.id)
