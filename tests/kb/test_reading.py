"""Looking things up: the index follows the files, and no look-up reads articles with the parser."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from leica_kb.errors import NotABaseError, UnknownNameError
from leica_kb.kb import KnowledgeBase
from leica_kb.kb.answers.cards import ClaimCard, EntityCard, SourceCard

YEAR, OTHER_YEAR = "c-9de37e45a6e5", "c-776073c928a1"


def test_a_question_is_answered_with_its_receipt(base: Path) -> None:
    told = KnowledgeBase(base).ask("When was Sigma founded?")
    assert told.answer.answered
    assert {claim.id for group in told.answer.answers for claim in group.claims} == {YEAR, OTHER_YEAR}
    assert [finding.severity for finding in told.findings] == ["contradiction"]
    assert told.names.sources["maker"].label == "The Making of Sigma"
    assert told.to_json()["answered"] is True


def test_what_nobody_says_is_not_answered(base: Path) -> None:
    told = KnowledgeBase(base).ask("How many employees does Sigma have?")
    assert not told.answer.answered
    assert told.findings == ()


def test_a_claim_that_a_person_changes_is_read_at_once(base: Path) -> None:
    path = base / "claims" / "maker.yaml"
    assert KnowledgeBase(base).claims("object:1961").claims
    path.write_text(path.read_text().replace('{date: "1961"}', '{date: "1960"}'))
    assert not KnowledgeBase(base).claims("object:1961").claims
    assert [claim.id for claim in KnowledgeBase(base).claims("object:1960").claims] == [YEAR]


def test_a_seed_newer_than_its_claims_is_noticed_and_not_extracted(base: Path) -> None:
    (base / "seeds" / "new.txt").write_text("Sigma was founded in 1999.\n")
    found = KnowledgeBase(base)
    assert not found.claims("source:new").claims
    assert found.notices()[0].startswith("new is newer than the claims")


def test_notices_name_a_few_and_count_the_rest(base: Path) -> None:
    for number in range(5):
        (base / "seeds" / f"new{number}.txt").write_text(f"Sigma was founded in 199{number}.\n")
    (base / "seeds" / "new0.yaml").write_text("titel: News\n")
    (base / "seeds" / "gone.yaml").write_text("title: News\n")
    found = KnowledgeBase(base)
    found.sources()
    assert found.notices()[0].startswith("new0, new1, new2 and 2 more are newer")
    assert found.notices()[1].startswith("2 problems in the files")


@pytest.mark.parametrize("damage", ["[1", '{"a": 1}'])
def test_damaged_notices_are_nothing(base: Path, damage: str) -> None:
    (base / ".leica_kb" / "notices.json").write_text(damage)
    assert KnowledgeBase(base).notices() == ()


@pytest.mark.parametrize("content", [b"", b"not an index", b"\0" * 8192])
def test_a_foreign_index_is_made_anew(base: Path, content: bytes) -> None:
    (base / ".leica_kb" / "index.sqlite").write_bytes(content)
    assert KnowledgeBase(base).claims("id:" + YEAR).claims


def test_rulings_close_findings(base: Path) -> None:
    from leica_kb.checks import judged_pairs
    from leica_kb.store import Decision, save_decisions

    found = KnowledgeBase(base).contradictions()
    (finding,) = found.findings
    pairs = judged_pairs(finding, found.claims)
    save_decisions(base, [Decision(pair.kind, pair.claims, pair.digest, "explained") for pair in pairs])
    after = KnowledgeBase(base).contradictions()
    assert (after.findings, after.decided) == ((), 1)
    assert [f.decision for f in KnowledgeBase(base).contradictions(decided=True).findings] == ["explained"]


def test_why_names_the_rule_or_the_gate(base: Path) -> None:
    kb = KnowledgeBase(base)
    assert kb.why(YEAR, OTHER_YEAR).verdict.severity == "contradiction"
    founder = kb.claims("predicate:founded_by").claims[0].id
    assert kb.why(YEAR, founder).verdict.gate == "slot"
    with pytest.raises(UnknownNameError, match=f"did you mean {YEAR}"):
        kb.why("c-9de37e45a6e4", founder)


def test_a_claim_has_a_card(base: Path) -> None:
    card = KnowledgeBase(base).show(YEAR)
    assert isinstance(card, ClaimCard)
    assert card.sentence == "The company was founded in 1961."
    assert (card.block, card.commit) == ("paragraph", None)
    assert card.verification
    assert card.verification.status == "exact"
    assert set(card.opposed) == {YEAR, OTHER_YEAR}
    assert card.to_json()["source"]["publisher"] == "Lens World"


def test_a_claim_names_those_that_say_the_same(base: Path) -> None:
    here, there = KnowledgeBase(base).claims("predicate:based_in").claims
    card = KnowledgeBase(base).show(here.id)
    assert isinstance(card, ClaimCard)
    assert [claim.id for claim in card.agree] == [there.id]
    assert card.witnesses == ((here.id,), (there.id,))


def test_those_that_say_the_same_for_one_publisher_are_one_witness(base: Path) -> None:
    sidecar = base / "seeds" / "blog.yaml"
    sidecar.write_text(sidecar.read_text().replace("Rumour Blog", "Lens World"))
    here, there = KnowledgeBase(base).claims("predicate:based_in").claims
    card = KnowledgeBase(base).show(here.id)
    assert isinstance(card, ClaimCard)
    assert [set(group) for group in card.witnesses] == [{here.id, there.id}]
    assert card.to_json()["witnesses"] == [list(card.witnesses[0])]


def test_a_claim_names_the_commit_of_its_article(base: Path) -> None:
    git = ["git", "-C", str(base), "-c", "user.name=a", "-c", "user.email=a@b"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "base"]):
        subprocess.run([*git, *command], check=True)  # noqa: S603  fixed words
    card = KnowledgeBase(base).show(YEAR)
    assert isinstance(card, ClaimCard)
    assert card.commit


def test_an_article_has_a_card(base: Path) -> None:
    card = KnowledgeBase(base).show("maker")
    assert isinstance(card, SourceCard)
    assert card.text.startswith("The Making of Sigma")
    assert [claim.start for claim in card.claims] == sorted(claim.start for claim in card.claims)
    assert card.to_json()["source"]["claims"] == len(card.claims) == 3


def test_an_entity_has_a_card_by_id_or_name(base: Path) -> None:
    for name in ("sigma", "Sigma"):
        card = KnowledgeBase(base).show(name)
        assert isinstance(card, EntityCard)
        assert (card.entity.id, len(card.claims)) == ("sigma", 5)
    assert card.to_json()["entity"]["type"] == "company"


def test_a_name_that_only_claims_know_has_a_card(base: Path) -> None:
    card = KnowledgeBase(base).show("michihiro-yamaki")
    assert isinstance(card, EntityCard)
    assert card.names.name_of("michihiro-yamaki") == "Michihiro Yamaki"


def test_an_unknown_name_is_told_with_what_was_perhaps_meant(base: Path) -> None:
    with pytest.raises(UnknownNameError, match=r"no claim, source or entity «makr» .* did you mean maker"):
        KnowledgeBase(base).show("makr")


def test_a_card_whose_article_is_gone_shows_what_is_left(base: Path) -> None:
    (base / "seeds" / "maker.txt").unlink()
    card = KnowledgeBase(base).show(YEAR)
    assert isinstance(card, ClaimCard)
    assert (card.sentence, card.block) == ("The company was founded in 1961", "")
    assert card.verification
    assert card.verification.status == "missing"
    source = KnowledgeBase(base).show("maker")
    assert isinstance(source, SourceCard)
    assert source.text == ""


def test_sources_stand_side_by_side_in_time_order(base: Path) -> None:
    table = KnowledgeBase(base).compare("sigma")
    assert table.sources == ("maker", "blog")
    rows = {row.predicate: row for row in table.rows}
    assert [claim.id for claim in rows["founded_in"].cells["blog"]] == [OTHER_YEAR]
    assert (rows["founded_in"].agreement, rows["based_in"].agreement) == ("different", "equal")
    assert [(saying.words, saying.witnesses) for saying in rows["based_in"].sayings] == [("Japan", 2)]
    assert table.to_json()[0]["subject"] == "sigma"
    (only,) = KnowledgeBase(base).compare("sigma", "based_in").rows
    assert only.predicate == "based_in"


def test_articles_of_one_publisher_are_one_witness(base: Path) -> None:
    (base / "seeds" / "blog.yaml").write_text("publisher: Lens World\n")
    (row,) = KnowledgeBase(base).compare("sigma", "based in").rows
    assert [(saying.sources, saying.witnesses) for saying in row.sayings] == [(("maker", "blog"), 1)]


def test_what_is_said_the_other_way_round_stands_with_its_subject(base: Path) -> None:
    file = base / "claims" / "blog.yaml"
    claim = "  - {subject: sigma, predicate: makes, object: {entity: foveon-camera}, quote: Sigma makes a new camera}\n"
    file.write_text(file.read_text() + claim)
    KnowledgeBase(base).build()
    (row,) = KnowledgeBase(base).compare("sigma", "makes").rows
    assert (row.predicate, row.subject, list(row.cells)) == ("made_by", "foveon-camera", ["blog"])


def test_a_comparison_shows_claims_whose_article_is_gone(base: Path) -> None:
    (base / "seeds" / "maker.txt").unlink()
    (row,) = KnowledgeBase(base).compare("sigma", "based_in").rows
    assert row.sayings[0].witnesses == 2


def test_a_comparison_spells_names_as_the_articles_do(base: Path) -> None:
    (base / "seeds" / "new.txt").write_text("Sigma was founded by Tove Brandt.\n")
    KnowledgeBase(base).build()
    (row,) = KnowledgeBase(base).compare("sigma", "founded_by").rows
    assert "Tove Brandt" in [saying.words for saying in row.sayings]


def test_a_comparison_of_what_nobody_knows_is_told(base: Path) -> None:
    with pytest.raises(UnknownNameError, match=r"predicate «founded_on» .* did you mean founded_in"):
        KnowledgeBase(base).compare("sigma", "founded_on")


def test_entities_and_sources_are_listed(base: Path) -> None:
    kb = KnowledgeBase(base)
    assert {row.id for row in kb.entities().entities} == {"sigma", "japan", "michihiro-yamaki"}
    assert len(kb.entities(unclaimed=True).entities) > 50
    blog, maker = kb.sources().to_json()
    assert (blog["label"], blog["claims"]) == ("Sigma was founded in 1971. Perhaps Sigma makes a new camera.", 2)
    assert maker["title"] == maker["label"] == "The Making of Sigma"
    assert kb.entities().to_json()[0]["id"] == "japan"


def test_a_base_may_bring_its_own_pack(base: Path) -> None:
    pack = base / "cakes"
    pack.mkdir()
    (pack / "pack.yaml").write_text("name: cakes\nabout: Cakes.\nextends: companies\n")
    (pack / "entities.yaml").write_text("entities:\n  sacher: {name: Sacher, type: company}\n")
    (base / "claims" / "kb.yaml").write_text(f"format: 1\npacks: ['{pack}']\n")
    kb = KnowledgeBase(base)
    assert "sacher" in {row.id for row in kb.entities(unclaimed=True).entities}
    (pack / "entities.yaml").write_text("entities:\n  demel: {name: Demel, type: company}\n")
    assert "demel" in {row.id for row in kb.entities(unclaimed=True).entities}


def test_what_is_no_base_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotABaseError):
        KnowledgeBase(tmp_path / "nowhere")
