"""When a statement holds, read from the dates of its own clause."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

HOLDS = [
    ("Tamron owned Bronica from 1998 to 2005.", "owns", "1998/2005"),
    ("Until 1985 the Canon AE-1 was made in Taiwan.", "made_in", "/1985"),
    ("Since 2011 Pentax has been owned by Ricoh.", "subsidiary_of", "2011/.."),
    ("From 1961 the Nikon F was made in Tokyo until 1973.", "made_in", "1961/1973"),
    ("Minolta was bought by Sony in 2006.", "acquired_by", "2006"),
    ("Peter Lund became chairman of Nikon in June 2014.", "holds_role", "2014-06/.."),
    # the date of another clause, and one that says when a thing was opened or founded, are no time of the statement
    ("In 2014 Ricoh announced that it owns Pentax.", "owns", None),
    ("Nikon opened a factory in Sendai in 1971.", "has_factory_in", None),
    ("Nikon was founded in 1917.", "founded_in", None),
]


@pytest.mark.parametrize(("text", "predicate", "valid"), HOLDS)
def test_when_it_holds(leica: Reader, text: str, predicate: str, valid: str | None) -> None:
    assert [c.time.valid for c in leica.claims(text, predicate)] == [valid]


def test_the_words_that_tell_when_are_kept(leica: Reader) -> None:
    text = "Minolta was bought by Sony in 2006."
    [claim] = leica.claims(text, "acquired_by")
    assert [span.of(text) for span in claim.cues["time"]] == ["2006"]


def test_a_year_in_front_of_a_name_is_the_date(leica: Reader) -> None:
    (claim,) = leica.claims("Since 1980 Nikon cameras have been made in Sendai.")
    assert (claim.time.valid, claim.quote) == ("1980/..", "Nikon cameras have been made in Sendai")


def test_a_firm_that_was_started_is_not_being_started_since(leica: Reader) -> None:
    claims = leica.claims("Karl Moor started Panasonic in 1918.")
    assert {(c.predicate, c.time.valid) for c in claims} == {("founded_by", "1918"), ("founded_in", None)}
