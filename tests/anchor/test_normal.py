import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from leica_kb.anchor import normalise
from leica_kb.anchor.normal import NormalText
from leica_kb.model import Span
from tests.anchor.texts import texts

SAME = [
    ("“off-the-shelf” sensors", '"off-the-shelf" sensors'),
    ("Leica’s lens", "Leica's lens"),
    ("«rouge»", "“rouge”"),
    ("`` quoted ''", "“quoted”"),
    ("1914 -- 1925", "1914–1925"),
    ("a lens — made here", "a lens--made here"),
    ("M10\u2011P", "M10-P"),
    ("ﬁne oﬃce", "fine office"),
    ("œuvre", "oeuvre"),
    ("cafe\u0301", "café"),
    ("q\u0307\u0323", "q\u0323\u0307"),
    ("Ｌｅｉｃａ Ｍ１１", "Leica M11"),
    ("５０㎜", "50mm"),
    ("photo\u00adgraphy", "photography"),
    ("photo\u00ad\ngraphy", "photography"),
    ("zero\u200bwidth", "zerowidth"),
    ("two\r\nlines  here", "two lines here"),
    ("well , he said .", "well, he said."),
    ("徕卡\n相机", "徕卡相机"),
    ("라이카", unicodedata.normalize("NFD", "라이카")),
    ("and so on…", "and so on..."),
    ("\ufeffLeica", "Leica"),
]
DIFFERENT = [
    ("10² units", "102 units"),
    ("1½ years", "11/2 years"),
    ("in 1, 000 towns", "in 1,000 towns"),
    ("4. 5 million", "4.5 million"),
    ('5" lens', "5' lens"),
    ("no where", "nowhere"),
    ("M 11", "M11"),
    ("Leica", "leica"),
    ("resume", "résumé"),
    ("do not", "don't"),
    ("H₂O", "H2O"),
    ("①", "1"),
    ("👩\u200d🚀", "👩🚀"),
    ("sold, not made", "sold not made"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_typing_alone_makes_no_difference(left: str, right: str) -> None:
    assert normalise(left) == normalise(right)


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_what_can_carry_a_fact_is_kept_apart(left: str, right: str) -> None:
    assert normalise(left) != normalise(right)


@given(texts)
def test_folding_is_blind_to_the_unicode_form(text: str) -> None:
    assert normalise(unicodedata.normalize("NFD", text)) == normalise(unicodedata.normalize("NFC", text))


@given(texts, st.data())
def test_what_maps_back_folds_to_the_same_words(text: str, data: st.DataObject) -> None:
    folded = NormalText(text)
    assume(folded.text)
    start = data.draw(st.integers(0, len(folded.text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(folded.text))))
    assume(folded.text[start].isalnum())  # how white space after a first "." reads depends on what stood before it
    back = folded.to_original(span)
    if back is not None:
        assert normalise(back.of(text)).replace('"', "'") == span.of(folded.text).strip().replace('"', "'")


@pytest.mark.parametrize(
    ("text", "words"),
    [("ﬁne", "f"), ("ﬁne", "ine"), ("café", "cafe"), ("cafe\u0301 x", "cafe"), ("각", "\u1100\u1161")],
)
def test_half_a_ligature_or_a_letter_without_its_accent_maps_to_nothing(text: str, words: str) -> None:
    folded = NormalText(text)
    start = folded.text.index(words)
    assert folded.to_original(Span(start, start + len(words))) is None


def test_long_texts_fold_as_short_ones_do() -> None:
    text = "Жить — “ﬁne” 徕卡 相机 café cafe\u0301 10²  m. " * 200
    short = text[: len(text) // 200]
    assert len(text) > 4096 > len(short)
    assert NormalText(text).text.startswith(NormalText(short).text.rstrip())
