"""Document → claims: laws that hold for any text, and what a claim carries."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leica_kb.corpus import parse_document
from leica_kb.extract import RULES_VERSION, extraction_key
from leica_kb.model import Metadata
from leica_kb.packs import Pack, load_packs
from tests.extract.saying import Reader

POOL = [
    "Nikon makes the Z9 in Thailand.",
    "It was founded in 1917 by “seven partners”.",
    "“We will open a factory in Brazil,” said Peter Moor, the CEO of Sigma.",
    "The company’s cameras are not made in Japan (except the Z9, which is made in Sendai).",
    "He probably owns Sigma, Tamron and Pentax.",
    "According to Wired, Sony supplies the sensors for the α7R IV.",
    "Does it own Sigma?",
    "- Made in: Thailand\n- Price: $5,000",
    "Model | Made in\nNikon Z9 | Thailand",
    "Comments\n\nAnna says: All Pentax lenses are made in Vietnam!",
    "Japan is its second-largest market; the U.S. is third.",
    "Naïve Ünïcode — “İstanbul” 👩‍👩‍👧 Nikon’s plant in Sendai opened in 1971…",
    "\u201cNikon",
    "(Nikon (makes) lenses)",
    "Founded in 1994, Orbita Systems was sold to Helios Group by the end of the year.",
]
TEXTS = st.lists(st.sampled_from(POOL), max_size=6).flatmap(
    lambda parts: st.sampled_from([" ", "\n\n", "\n", "  "]).map(lambda gap: gap.join(parts))
)
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@SLOW
@given(TEXTS, st.sampled_from([None, "2024", "2013-03/2013-12"]))
def test_any_text_keeps_the_laws(leica: Reader, text: str, published: str | None) -> None:
    document = parse_document(text, metadata=Metadata(published=published))
    extraction = leica.extractor.read(document)
    places = [(c.start, c.end) for c in extraction.claims]
    assert places == sorted(places)
    for claim in extraction.claims:
        assert text[claim.start : claim.end] == claim.quote != ""
        assert claim.predicate in leica.extractor.pack.vocabulary.predicates
        assert claim.time.stated == published
        assert all(0 <= s.start < s.end <= len(text) for spans in claim.cues.values() for s in spans)
    for refusal in extraction.refusals:
        assert 0 <= refusal.start < refusal.end <= len(text)
        assert refusal.reason
    again = leica.extractor.read(document)
    assert [c.to_json() for c in again.claims] == [c.to_json() for c in extraction.claims]
    assert again.refusals == extraction.refusals


@SLOW
@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(companies: Reader, text: str) -> None:
    for claim in companies.read("Nikon makes " + text).claims:
        assert ("Nikon makes " + text)[claim.start : claim.end] == claim.quote


@SLOW
@given(st.lists(st.sampled_from(POOL[:6]), min_size=1, max_size=3).map("\n\n".join))
def test_a_text_is_read_the_same_wherever_it_is_kept(leica: Reader, text: str) -> None:
    one, other = (leica.extractor.read(parse_document(text, id=name, path=f"seeds/{name}.txt")) for name in ("a", "b"))
    assert [c.quote for c in one.claims] == [c.quote for c in other.claims]
    assert {c.source for c in one.claims} <= {"a"}


SCRIPT = """
import json
from leica_kb.corpus import parse_document
from leica_kb.extract import Extractor
from leica_kb.packs import load_packs
import sys
extractor = Extractor.of(load_packs(["leica"])[0])
read = extractor.read(parse_document(sys.stdin.read()))
print(json.dumps([[c.to_json() for c in read.claims], [[r.start, r.reason] for r in read.refusals], dict(read.names)]))
"""


def test_two_hash_seeds_give_the_same_bytes() -> None:
    text = "\n\n".join(POOL)
    printed = [
        subprocess.run(  # noqa: S603 - our own script under our own interpreter
            [sys.executable, "-c", SCRIPT],
            input=text.encode(),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert printed[0] == printed[1]
    assert len(json.loads(printed[0])[0]) > 5


def test_what_a_claim_carries(leica: Reader) -> None:
    text = "Peter Moor said that Nikon probably does not own Sigma."
    [claim] = leica.claims(text, "owns", Metadata(published="2024"))
    assert claim.to_json() == {
        "id": "",
        "source": "text",
        "subject": "nikon",
        "predicate": "owns",
        "object": {"entity": "sigma"},
        "qualifiers": {},
        "polarity": "denied",
        "modality": "speculated",
        "attribution": ["peter-moor"],
        "time": {"stated": "2024"},
        "quote": "Nikon probably does not own Sigma",
        "start": 21,
        "end": 54,
        "before": "",
        "after": "",
        "cues": {"polarity": [[41, 44]], "modality": [[27, 35]], "attribution": [[0, 15]]},
        "origin": f"rules/{RULES_VERSION} own-verb",
        "review": {"state": "unreviewed"},
    }


def test_the_quote_is_narrow_but_holds_subject_trigger_and_object(leica: Reader) -> None:
    text = "After a long pause, Nikon, as we know, has owned Sigma since 1990, and everybody was glad of it."
    [claim] = leica.claims(text, "owns")
    assert claim.quote.startswith("Nikon")
    assert claim.quote.endswith("Sigma")


def test_one_statement_in_one_place_is_one_claim(leica: Reader) -> None:
    assert len(leica.claims("Nikon owns Sigma.", "owns")) == 1
    assert len(leica.claims("Nikon owns Sigma. Yes, Nikon owns Sigma.", "owns")) == 2


def test_a_symmetric_statement_has_one_direction(leica: Reader) -> None:
    one = leica.says("Sigma partnered with Panasonic.", "partner_of")
    assert one == leica.says("Panasonic partnered with Sigma.", "partner_of") != set()


def test_canonical_values(leica: Reader) -> None:
    assert leica.says("Nikon lenses are handmade.", "manufacturing_method") <= {
        "nikon-lenses manufacturing_method «hand-crafted»"
    }


def test_an_aside_gives_its_own_claims_and_none_to_the_sentence(leica: Reader) -> None:
    text = "Nikon (Sony owns Tamron now) owns Sigma."
    assert leica.says(text, "owns") == {"nikon owns sigma", "sony owns tamron"}


def test_unlisted_names_are_told_with_their_types(companies: Reader) -> None:
    names = companies.read("Maria Lopez founded Orbita Systems.").names
    assert names["maria-lopez"] == ("Maria Lopez", "person")
    assert names["orbita-systems"] == ("Orbita Systems", "company")


def test_a_refusal_stands_where_its_sentence_does(leica: Reader) -> None:
    text = "Rain fell. Does Nikon own Sigma? Rain fell."
    [refusal] = leica.read(text).refusals
    assert (text[refusal.start : refusal.end], refusal.reason) == ("Does Nikon own Sigma?", "question")


def test_an_empty_text_says_nothing(leica: Reader) -> None:
    extraction = leica.read("")
    assert (extraction.claims, extraction.refusals) == ((), ())


def test_blocks_that_give_no_claims(leica: Reader) -> None:
    text = "Disclaimer: everything here is speculation. Nikon owns Sigma.\n\nNikon owns Pentax.\n"
    document = leica.document(text)
    silent = [b.span for b in document.blocks if b.kind in ("boilerplate", "disclaimer")]
    assert not any(s.holds(c.span) for s in silent for c in leica.read(text).claims)


def test_the_key_follows_text_date_and_pack(leica_pack: Pack) -> None:
    other = load_packs(["companies"])[0]
    keys = [
        extraction_key(parse_document("Nikon owns Sigma."), leica_pack),
        extraction_key(parse_document("Nikon owns Tamron."), leica_pack),
        extraction_key(parse_document("Nikon owns Sigma.", metadata=Metadata(published="2024")), leica_pack),
        extraction_key(parse_document("Nikon owns Sigma."), other),
    ]
    assert len(set(keys)) == len(keys)
    assert extraction_key(parse_document("Nikon owns Sigma."), leica_pack) == keys[0]


@pytest.mark.parametrize("jobs_of_text", [POOL, POOL[::-1]])
def test_documents_do_not_touch_one_another(leica: Reader, jobs_of_text: list[str]) -> None:
    alone = {text: leica.says(text) for text in POOL}
    assert {text: leica.says(text) for text in jobs_of_text} == alone
    assert all(a != b for a, b in pairwise(POOL))
