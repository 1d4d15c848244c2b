"""Names that make no claim: cut out of a longer one, or by their own words of a type that the slot does not take."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

REFUSED = [
    # a firm is no person
    ("The Lindau Museum was founded in 1950 by the Berger Foundation.", "founded_by", "type: a firm is no person"),
    # a capital beside the name that no other name explains
    ("Zeiss Voigtländer was founded in 1965.", "founded_in", "name: cut out of a longer one"),
    # what stands beside a place is no firm
    ("Lenses were ground in Jena and Suhl, Thuringia starting in 1912.", "founded_in", "type: a place is no firm"),
    # somebody's common noun with a capital
    ("Cosina's Harbour is located in Nagano.", "based_in", "type: a common noun is no firm"),
]


@pytest.mark.parametrize(("text", "predicate", "reason"), REFUSED)
def test_a_doubtful_name_is_refused_with_its_reason(leica: Reader, text: str, predicate: str, reason: str) -> None:
    assert leica.claims(text, predicate) == []
    assert reason in {r.refusal for r in leica.read(text).readings}


READ = [
    ("The Lindau Museum was founded in 1950 by Karl Berger.", "founded_by", "lindau-museum founded_by karl-berger"),
    ("Cosina is located in Nagano.", "based_in", "cosina based_in nagano"),
    ("Zeiss was founded in 1846.", "founded_in", "zeiss founded_in 1846"),
    ("Svenska Ferrant AB is based in Malmö.", "based_in", "svenska-ferrant-ab based_in malmo"),
]


@pytest.mark.parametrize(("text", "predicate", "claim"), READ)
def test_a_name_that_fits_is_read(leica: Reader, text: str, predicate: str, claim: str) -> None:
    assert leica.says(text, predicate) == {claim}


def test_a_model_lends_its_first_word_to_nobody(leica: Reader) -> None:
    text = "The Ferrant RF was a fine camera. Ferrant announced the Ferrant 30."
    assert "ferrant-rf" not in {c.subject for c in leica.claims(text, "makes")}


def test_a_line_with_a_value_is_nobodys_name(leica: Reader) -> None:
    text = 'The Torrel Field was light.\n\nMax. Draw: 18"\nWeight: 6 lbs.\nFolded size: 7.75" x 9.5"'
    assert {c.subject for c in leica.claims(text, "has_feature")} <= {"torrel-field"}
