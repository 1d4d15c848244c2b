"""Relative clauses and infinitives hang from what they speak of."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader


@pytest.mark.parametrize(
    ("text", "verb", "noun"),
    [
        ("Here are notes on the finish of the camera that are worth a look.", "are", "notes"),
        ("The photos from the Orlik KX3 that are great were made in Rome.", "are", "photos"),
        ("Here are notes on the finish of the camera that is sold in Rome.", "sold", "camera"),
        ("The Orlik lenses are as good as any primes you'll ever find for 35mm format.", "find", "primes"),
        ("The brief research that I've read reveals it was dearer then the Vela, which some have.", "have", "Vela"),
    ],
)
def test_a_clause_is_of_the_noun_that_it_fits(leica: Reader, text: str, verb: str, noun: str) -> None:
    clause = next(n for n in leica.tree(text).nodes if n.dep == "relcl" and n.text == verb)
    assert clause.head is not None
    assert clause.head.text.split()[-1] == noun


def test_of_names_in_a_row_the_last_has_the_clause_behind_it(leica: Reader) -> None:
    assert leica.says("Their rivals left (Rollei, Pentax—which was also sold to Hoya).", "acquired_by") == {
        "pentax acquired_by hoya"
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Polaroid relied on outsiders to make its cameras.", set()),
        ("Polaroid, which relied on outsiders to make its cameras, moved on.", set()),
        ("Polaroid relied on Timex to make its cameras.", {"polaroid-cameras made_by timex"}),
        ("Polaroid counts upon Nikon to build its cameras.", {"polaroid-cameras made_by nikon"}),
        ("Polaroid began to make its cameras.", {"polaroid-cameras made_by polaroid"}),
    ],
)
def test_what_one_relies_on_another_to_do_is_done_by_the_other(leica: Reader, text: str, said: set[str]) -> None:
    assert leica.says(text, "made_by") == said


def test_these_days_is_no_duration(leica: Reader) -> None:
    assert leica.says("It improved the photos that smartphones take these days.", "processing_time") == set()
    assert leica.says("The Orlik KX3 takes two days to build.", "processing_time") != set()


def test_nobody_does_what_it_comes_to(leica: Reader) -> None:
    text = "# The Orlik KX3\n\nThe guide is right when it comes to testing the Vega R3."
    assert leica.says(text, "tested_by") == set()
