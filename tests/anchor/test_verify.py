from dataclasses import replace

import pytest

from leica_kb.anchor import refit, take_quote, verify_claims
from leica_kb.model import Claim, Span, TextValue, Verification

ARTICLE = (
    "Leica sold 5 million cameras in 2012.\n\nPanasonic may build the lenses. They are made in Japan, says Kaufmann."
)


def claim(words: str, text: str = ARTICLE, **cues: str) -> Claim:
    start = text.index(words)
    quote = take_quote(text, Span(start, start + len(words)))
    found = Claim("c-1", "a", "leica", "p", TextValue("o"), words, start, start + len(words))
    spans = {kind: (Span(text.index(w), text.index(w) + len(w)),) for kind, w in cues.items()}
    return replace(found, before=quote.before, after=quote.after, cues=spans)


def test_claims_are_verified_in_their_order() -> None:
    claims = [
        replace(claim(words), id=words) for words in ("made in Japan", "5 million cameras", "may build the lenses")
    ]
    found = verify_claims(claims, "Hello. " + ARTICLE.replace("may build", "builds"))
    assert [(v.claim, v.status) for v in found] == [
        ("made in Japan", "moved"),
        ("5 million cameras", "moved"),
        ("may build the lenses", "changed"),
    ]
    assert verify_claims([], ARTICLE) == ()


def test_a_matching_hash_saves_the_search_but_the_slice_is_compared_all_the_same() -> None:
    right, wrong = claim("made in Japan"), replace(claim("made in Japan"), start=3, end=16)
    exact, moved = verify_claims([right, wrong], ARTICLE, sha_matches=True)
    assert (exact.status, exact.start, exact.end) == ("exact", right.start, right.end)
    assert (moved.status, moved.start, moved.detail) == (
        "moved",
        right.start,
        f"moved by +{right.start - 3} characters",
    )
    invented = replace(right, quote="made in China")
    assert verify_claims([invented], ARTICLE, sha_matches=True)[0].status == "changed"


def test_a_repeated_quote_is_exact_in_its_unchanged_text_whatever_its_surroundings() -> None:
    text = "lens lens lens"
    again = Claim("c-1", "a", "s", "p", TextValue("o"), "lens", 5, 9)
    assert verify_claims([again], text, sha_matches=True)[0].status == "exact"
    assert verify_claims([again], text, text)[0].status == "exact"
    assert verify_claims([again], text)[0].status == "ambiguous"


def test_what_is_lost_has_no_place() -> None:
    assert verify_claims([claim("made in Japan")], "Nothing like it.", ARTICLE)[0] == Verification(
        "c-1", "missing", None, None, "paragraph deleted"
    )


def test_refit_gives_place_words_and_context_of_now() -> None:
    text = "First.\n" + ARTICLE.replace("5 million cameras", "5\nmillion cameras")
    old = claim("sold 5 million cameras")
    (found,) = verify_claims([old], text)
    now = refit(old, found, text, Span(7, 44))
    assert (now.quote, now.start, now.before, now.after) == ("sold 5\nmillion cameras", 13, "Leica ", " in 2012.")
    assert text[now.start : now.end] == now.quote
    assert verify_claims([now], text)[0].status == "exact"


@pytest.mark.parametrize("status", ["changed", "ambiguous", "missing"])
def test_refit_never_touches_what_is_not_intact(status: str) -> None:
    old = claim("made in Japan")
    found = Verification("c-1", status, 3, 9)  # type: ignore[arg-type]  # each of the three is one of the statuses
    assert refit(old, found, ARTICLE) is old
    assert refit(old, Verification("c-1", "exact", None, None), ARTICLE) is old


def test_cues_move_along_where_their_words_are_proved() -> None:
    old = claim("They are made in Japan", attribution="says Kaufmann", modality="may build")
    text = "Hello.\n" + ARTICLE
    (found,) = verify_claims([old], text)
    moved = refit(old, found, text)
    assert {kind: [s.of(text) for s in spans] for kind, spans in moved.cues.items()} == {
        "attribution": ["says Kaufmann"],
        "modality": ["may build"],
    }
    without = refit(old, found, text.replace("says Kaufmann", "says Somebody"))
    assert set(without.cues) == {"modality"}


def test_cues_beyond_the_context_are_proved_by_the_old_text_or_left_out() -> None:
    old = claim("made in Japan", time="in 2012")
    text = "Hello.\n" + ARTICLE
    (found,) = verify_claims([old], text, ARTICLE)
    assert refit(old, found, text).cues == {}
    assert [s.of(text) for s in refit(old, found, text, old_text=ARTICLE).cues["time"]] == ["in 2012"]


def test_a_cue_inside_a_retyped_quote_is_found_in_it() -> None:
    old = claim("Panasonic may build the lenses", modality="build the", scope="may")
    text = ARTICLE.replace("Panasonic may", "Panasonic\r\n  may")
    (found,) = verify_claims([old], text)
    now = refit(old, found, text)
    assert [s.of(text) for spans in now.cues.values() for s in spans] == ["build the", "may"]
