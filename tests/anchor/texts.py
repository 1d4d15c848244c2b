"""Hypothesis strategies for texts in which offsets go wrong: emoji, combining marks, CJK, right-to-left, CRLF."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from leica_kb.model import Span

PIECES: Final = (
    "Leica", "M11", "the", "does", "not", "5", "1,250", "mm", "£", "café", "cafe\u0301", "naïve", "ﬁne",
    "👩\u200d🚀", "📷", "🇩🇪", "👍🏽", "徕卡", "相机", "ライカ", "라이카", "לייקה", "لايكا",
    "“x”", "--", "—", "-", "'", "10²", "½", "\u00ad", "\u200b", "\ufeff",
)  # fmt: skip
GAPS: Final = (" ", "  ", "\n", "\r\n", "\u00a0", "\u3000", "\t", ". ", "\r\n\r\n", "")
words = st.sampled_from(PIECES)
texts = st.lists(st.tuples(words, st.sampled_from(GAPS)), min_size=1, max_size=40).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


@st.composite
def quoted(draw: st.DrawFn) -> tuple[str, Span]:
    """A text and a span of it that is not empty."""
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))
