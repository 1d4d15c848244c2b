"""Names that nobody declared: what is read off the claims, and that questions find them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from leica_kb.checks import Context
from leica_kb.corpus import parse_document
from leica_kb.kb import KnowledgeBase
from leica_kb.kb.answers.names import spelt
from leica_kb.kb.naming.undeclared import undeclared_entities
from leica_kb.model import Claim, DateValue, Entity, EntityValue, Review
from leica_kb.packs import load_packs

PACK = load_packs(["leica"])[0]


def read_off(*claims: Claim) -> dict[str, Entity]:
    context = Context(PACK.vocabulary, written=spelt(PACK.vocabulary.entities, claims))
    return {entity.id: entity for entity in undeclared_entities(PACK, context, claims)}


def said(subject: str, predicate: str, object_: str, quote: str) -> Claim:
    return Claim("c-1", "a", subject, predicate, EntityValue(object_), quote, 0, len(quote))


def test_a_name_that_no_quote_holds_is_spelt_as_its_article_spells_it() -> None:
    article = parse_document("Ikarus Bakeries came back. The company was founded in 1923; ikarus bakeries, they say.")
    claim = Claim("c-1", article.id, "ikarus-bakeries", "founded_in", DateValue("1923"), "founded in 1923", 39, 54)
    assert spelt(PACK.vocabulary.entities, [claim], {article.id: article}) == {"ikarus-bakeries": "Ikarus Bakeries"}
    assert spelt(PACK.vocabulary.entities, [claim]) == {}
    other = parse_document("It was founded by the brothers Emil and Otto Hahn.")
    founded = said("it", "founded_by", "emil-hahn", "founded by the brothers Emil")
    spelling = spelt(["it"], [replace(founded, source=other.id)], {other.id: other})
    assert spelling == {"emil-hahn": "Emil Hahn"}
    renamed = said("niko", "renamed_to", "cosina", "Nikō became Cosina")
    assert spelt([], [renamed]) == {"niko": "Nikō", "cosina": "Cosina"}


def test_the_places_where_a_name_stands_tell_its_kind() -> None:
    found = read_off(said("ikarus-bakeries", "founded_by", "mette-holm", "Ikarus Bakeries was founded by Mette Holm"))
    assert {name: (known.name, known.type) for name, known in found.items()} == {
        "ikarus-bakeries": ("Ikarus Bakeries", "company"),
        "mette-holm": ("Mette Holm", "person"),
    }
    assert found["mette-holm"].aliases == ("Holm",)
    assert found["ikarus-bakeries"].aliases == ("Ikarus",)


def test_a_firm_that_is_called_like_its_goods_is_no_class_of_them() -> None:
    firm = read_off(said("hartwin-optics", "founded_by", "eva-ray", "Hartwin Optics was founded by Eva Ray"))
    assert firm["hartwin-optics"].type == "company"
    goods = read_off(said("hartwin-optics", "made_by", "orion", "Orion makes all Hartwin optics"))
    assert goods["hartwin-optics"].type == "product_class"


def test_a_model_belongs_to_the_maker_in_its_name_and_goes_by_its_own() -> None:
    model = read_off(said("hasselblad-x9z", "made_in", "sweden", "The Hasselblad X9Z is made in Sweden"))[
        "hasselblad-x9z"
    ]
    assert (model.type, model.maker, model.aliases) == ("product", "hasselblad", ("X9Z",))


def test_a_class_by_its_name_lies_in_the_declared_one() -> None:
    found = read_off(said("leica-summarit-lenses", "made_in", "germany", "Leica Summarit lenses are made in Germany"))
    assert found["leica-summarit-lenses"].within == ("leica-lenses",)
    assert found["leica-summarit-lenses"].type == "product_class"


def test_a_first_word_that_may_mean_something_else_is_no_name() -> None:
    quote = "General Bakeries belongs to Berlin Foods and Berlin Papers; Flour Mill to no flour trader"
    claims = [
        said("general-bakeries", "subsidiary_of", "berlin-foods", quote),
        said("berlin-papers", "subsidiary_of", "flour-mill", quote),
    ]
    assert {name: known.aliases for name, known in read_off(*claims).items()} == {
        "general-bakeries": (),
        "berlin-foods": (),
        "berlin-papers": (),
        "flour-mill": (),
    }


def test_rejected_claims_and_declared_names_bring_nothing() -> None:
    claim = said("zonk", "subsidiary_of", "leica", "Zonk belongs to Leica")
    assert list(read_off(claim)) == ["zonk"]
    assert not read_off(replace(claim, review=Review("rejected")))


def test_a_short_form_never_takes_a_declared_name() -> None:
    found = read_off(said("ada-leica", "holds_role", "zonk", "Ada Leica works at Zonk"))
    assert found["ada-leica"].aliases == ()


def test_a_question_names_them_as_people_do(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "claims").mkdir()
    text = "Ikarus Bakeries was founded by Mette Holm. Brotwerk was founded by Karin Lutz."
    (tmp_path / "seeds" / "a.txt").write_text(text, encoding="utf-8")
    (tmp_path / "claims" / "kb.yaml").write_text("format: 1\npacks: [companies]\n", encoding="utf-8")
    base = KnowledgeBase(tmp_path)
    base.build()
    assert [group.value for group in base.ask("who founded ikarus").answer.answers] == ["Mette Holm"]
    assert [group.value for group in base.ask("what did lutz found?").answer.answers] == ["Brotwerk"]
    assert not base.ask("who founded lantmill").answer.answered
