"""Who says it: the speaker first, then every relay; nobody where the source speaks itself."""

from __future__ import annotations

import pytest

from leica_kb.model import Metadata
from tests.extract.saying import Reader

SPOKEN = [
    ("Peter Moor said that Nikon owns Sigma.", "Peter Moor said"),
    ("Peter Moor told Wired that Nikon owns Sigma.", "Peter Moor told"),
    ("According to Peter Moor, Nikon owns Sigma.", "According to Peter Moor"),
    ("Nikon owns Sigma, according to Peter Moor.", "according to Peter Moor"),
    ("Nikon owns Sigma, Peter Moor said.", "Peter Moor said"),
    ("As Peter Moor explained, Nikon owns Sigma.", "Peter Moor explained"),
    ("“Nikon has owned Sigma since 1990,” said Peter Moor.", "said Peter Moor"),
    ("Peter Moor wrote: “Nikon has owned Sigma since 1990.”", "Peter Moor wrote"),
    ('"Nikon has owned Sigma since 1990," Peter Moor added.', "Peter Moor added"),
    ("“Nikon has owned Sigma since 1990,” Peter Moor, its lawyer, said.", None),
]


@pytest.mark.parametrize(("text", "cue"), SPOKEN)
def test_the_speaker_and_the_words_that_tell(leica: Reader, text: str, cue: str | None) -> None:
    [claim] = leica.claims(text, "owns")
    assert claim.attribution == ("peter-moor",)
    assert claim.speaker == "peter-moor"
    if cue:
        assert [s.of(text) for s in claim.cues["attribution"]] == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "Nikon owns Sigma.",
        "Nikon owns Sigma. Peter Moor said nothing.",
        "Peter Moor praised the lens. Nikon owns Sigma.",
        "Nikon owns the “small but famous” Sigma.",
    ],
)
def test_the_source_itself(leica: Reader, text: str) -> None:
    assert [c.attribution for c in leica.claims(text, "owns")] == [()]


def test_the_nearest_speaker_is_the_quotations(leica: Reader) -> None:
    text = "“Nikon has owned Sigma since 1990,” said Peter Moor. “Canon has owned Pentax since 1999,” said Anna Berg."
    assert {(c.subject, c.attribution) for c in leica.claims(text, "owns")} == {
        ("nikon", ("peter-moor",)),
        ("canon", ("anna-berg",)),
    }


def test_what_the_article_retells_is_a_relay(leica: Reader) -> None:
    metadata = Metadata(retells=("lens-podcast",))
    [claim] = leica.claims("Peter Moor said that Nikon owns Sigma.", "owns", metadata)
    assert claim.attribution == ("peter-moor", "via:lens-podcast")
    [own] = leica.claims("Nikon owns Sigma.", "owns", metadata)
    assert own.attribution == ()


def test_notes_of_an_interview_are_the_interviewees(leica: Reader) -> None:
    text = "Notes from an interview with Andreas Kaufmann:\n\n- Nikon owns Sigma\n- Nikon was founded in 1917\n"
    assert {c.attribution for c in leica.claims(text)} == {("andreas-kaufmann",)}


def test_a_gloss_is_the_sources_own(leica: Reader) -> None:
    text = "Peter Moor, the CEO of Nikon, said that Canon owns Sigma."
    assert {(c.predicate, c.attribution) for c in leica.claims(text)} >= {
        ("holds_role", ()),
        ("owns", ("peter-moor",)),
    }


def test_a_comment_is_its_commenters(leica: Reader) -> None:
    text = (
        "Nikon owns Sigma.\n\n2 Comments\n\nAnna\nMarch 3, 2020 at 10:00 am\nNikon owns Pentax.\nReply\n\n"
        "Bert\nMarch 4, 2020 at 10:00 am\nNikon owns Canon.\nReply\n"
    )
    assert {(c.object, c.attribution[0][:9]) for c in leica.claims(text, "owns") if c.attribution} <= {
        (c.object, "commenter") for c in leica.claims(text, "owns")
    }
    assert [c.attribution for c in leica.claims(text, "owns") if c.start < 20] == [()]
