"""Proofs and their repair, forgetting, candidates, beginning a base."""

from __future__ import annotations

from pathlib import Path

import pytest

from leica_kb.errors import InputError, UnknownNameError
from leica_kb.kb import KnowledgeBase
from leica_kb.kb.checking.linting import is_fault
from leica_kb.kb.world.beginning import begin_base
from tests.packs.writing import write_pack

YEAR, OTHER_YEAR = "c-9de37e45a6e5", "c-776073c928a1"


def test_every_quote_is_proved(base: Path) -> None:
    proofs = KnowledgeBase(base).verify()
    assert dict(proofs.counts) == {"exact": 5}
    assert proofs.broken == ()


def test_a_changed_word_breaks_the_proof_of_its_claim_alone(base: Path) -> None:
    seed = base / "seeds" / "blog.txt"
    seed.write_text(seed.read_text().replace("founded in 1971", "founded in 1972"))
    proofs = KnowledgeBase(base).verify()
    (broken,) = proofs.broken
    assert (broken.claim.id, broken.path, broken.line) == (OTHER_YEAR, "claims/blog.yaml", 5)
    assert "1971" in broken.verification.detail
    assert broken.to_json()["status"] == "changed"


def test_proofs_of_some_claims(base: Path) -> None:
    proofs = KnowledgeBase(base).verify([YEAR, YEAR])
    assert [proof.claim.id for proof in proofs.proofs] == [YEAR]
    with pytest.raises(UnknownNameError, match=YEAR):
        KnowledgeBase(base).verify([YEAR[:-1]])


def test_fix_writes_new_places_and_touches_nothing_else(base: Path) -> None:
    seed = base / "seeds" / "blog.txt"
    seed.write_text("First.\n\n" + seed.read_text().replace("from Japan", "from Korea"))
    other = (base / "claims" / "maker.yaml").read_bytes()
    proofs = KnowledgeBase(base).verify(fix=True)
    assert [(p.claim.id, p.fixed) for p in proofs.proofs if p.verification.status == "moved"] == [(OTHER_YEAR, True)]
    assert (base / "claims" / "maker.yaml").read_bytes() == other
    again = KnowledgeBase(base).verify()
    assert dict(again.counts) == {"exact": 4, "changed": 1}
    assert list((base / "seeds" / ".texts").iterdir())


def test_fix_of_some_claims_leaves_the_others(base: Path) -> None:
    seed = base / "seeds" / "maker.txt"
    seed.write_text("First.\n\n" + seed.read_text())
    KnowledgeBase(base).verify([YEAR], fix=True)
    claims = {claim.id: claim for claim in KnowledgeBase(base).claims("source:maker").claims}
    moved = {name for name, claim in claims.items() if seed.read_text()[claim.start : claim.end] == claim.quote}
    assert moved == {YEAR}


def test_problems_of_all_files_are_found(base: Path) -> None:
    KnowledgeBase(base).mend()
    assert KnowledgeBase(base).check() == ()
    seed = base / "seeds" / "blog.txt"
    seed.write_text(seed.read_text().replace("1971", "1972"))
    path = base / "claims" / "maker.yaml"
    path.write_text(
        path.read_text() + "  - {subject: sigma, predicate: assessment, object: {text: x}, quote: nowhere}\n"
    )
    (base / "claims" / ".proposed" / "maker.jsonl").write_text("nonsense\n")
    found = KnowledgeBase(base).check()
    assert [(p.code, p.path.as_posix()) for p in found if is_fault(p)] == [
        ("KB109", "claims/.proposed/maker.jsonl"),
        ("KB101", "claims/blog.yaml"),
        ("KB101", "claims/maker.yaml"),
    ]


def test_forgetting_takes_exactly_one_articles_claims(base: Path) -> None:
    done = KnowledgeBase(base).forget("blog")
    assert set(done.files) == {"claims/blog.yaml", "claims/.proposed/blog.jsonl", "seeds/blog.txt", "seeds/blog.yaml"}
    assert OTHER_YEAR in done.claims
    assert len(done.findings) == 1
    assert {claim.source for claim in KnowledgeBase(base).claims().claims} == {"maker"}
    with pytest.raises(UnknownNameError, match="did you mean maker"):
        KnowledgeBase(base).forget("maker2")


def test_claims_without_article_are_forgotten_too(base: Path) -> None:
    (base / "seeds" / "blog.txt").unlink()
    (base / "seeds" / "blog.yaml").unlink()
    assert KnowledgeBase(base).forget("blog").files == ("claims/blog.yaml", "claims/.proposed/blog.jsonl")


def test_candidates_of_a_text_are_shown_and_not_written(base: Path) -> None:
    before = sorted(p.name for p in (base / "claims").rglob("*"))
    found = KnowledgeBase(base).extract(text="Tamron was founded by Takeyuki Arai. Was Sigma founded by Eva Ray?")
    (claim,) = found.claims
    assert (claim.subject, claim.predicate, claim.quote) == (
        "tamron",
        "founded_by",
        "Tamron was founded by Takeyuki Arai",
    )
    assert claim.after.startswith(". Was Sigma")
    assert [row.text for row in found.refused] == ["Was Sigma founded by Eva Ray?"]
    assert [("refused" in row) for row in found.to_rows(explain=True)] == [False, True]
    assert len(found.to_rows(explain=False)) == 1
    assert found.names.name_of("takeyuki-arai") == "Takeyuki Arai"
    assert sorted(p.name for p in (base / "claims").rglob("*")) == before


def test_candidates_of_files_and_of_the_whole_base(base: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Tamron was founded by Takeyuki Arai.\n")
    found = KnowledgeBase(base).extract([page])
    assert [claim.source for claim in found.claims] == ["page"]
    assert found.problems == ()
    assert {claim.source for claim in KnowledgeBase(base).extract().claims} == {"maker", "blog"}


def test_a_base_is_begun_once(tmp_path: Path) -> None:
    begin_base(tmp_path / "mine", "companies")
    assert sorted(p.name for p in (tmp_path / "mine").iterdir()) == [".leica_kb", "claims", "seeds"]
    assert KnowledgeBase(tmp_path / "mine").claims().claims == ()
    with pytest.raises(InputError, match="begun here already"):
        begin_base(tmp_path / "mine", "companies")
    with pytest.raises(UnknownNameError, match="did you mean companies"):
        begin_base(tmp_path / "other", "companys")


def test_a_base_with_a_pack_of_its_own_can_be_asked_from_anywhere_and_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_pack(tmp_path / "here" / "base" / "packs" / "wine")
    monkeypatch.chdir(tmp_path / "here" / "base")
    begin_base(Path(), "packs/wine")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here").rename(tmp_path / "there")
    root = tmp_path / "there" / "base"
    assert (root / "claims" / "kb.yaml").read_text().endswith("\nformat: 1\npacks: [packs/wine]\n")
    base = KnowledgeBase(root)
    assert {row.id for row in base.entities(unclaimed=True).entities} == {"rioja", "spain", "torres"}
    entities = root / "packs" / "wine" / "entities.yaml"
    entities.write_text("entities:\n  muga: {name: Muga, type: winery}\n")
    assert {row.id for row in base.entities(unclaimed=True).entities} == {"muga"}
