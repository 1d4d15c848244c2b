"""Verdicts on claims: written into the files and the log, kept by every later build, and taken back."""

from __future__ import annotations

import contextlib
import json
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leica_kb.errors import BusyError, InputError, KbError, UnknownNameError
from leica_kb.files import lock, write_atomic
from leica_kb.kb import KnowledgeBase
from leica_kb.kb.answers.cards import ClaimCard
from leica_kb.kb.answers.reviews import TakenBack
from leica_kb.kb.ruling.correcting import CorrectionError
from leica_kb.kb.ruling.verdicts import ChangedMeanwhileError
from leica_kb.kb.world.acts import author
from leica_kb.model import Claim, Review
from leica_kb.review import Verdict
from leica_kb.store import load_claims, load_log

FOUNDER, YEAR, JAPAN = "c-2ecf46c19cd2", "c-9de37e45a6e5", "c-e24048931e64"
OTHER_YEAR, OTHER_JAPAN = "c-776073c928a1", "c-d20cb8d91886"
MAKER = Path("claims") / "maker.yaml"


def claims_of(root: Path) -> dict[str, Claim]:
    return {claim.id: claim for file in load_claims(root)[0] for claim in file.claims}


def acts(root: Path) -> list[str]:
    return [entry.what for entry in load_log(root)[0]]


def test_a_verdict_writes_who_when_and_why_and_nothing_else(base: Path) -> None:
    before = (base / MAKER).read_text()
    done = KnowledgeBase(base).review(f"id:{YEAR}", "accept", "the registry says so")
    assert (done.accepted, done.written) == ((YEAR,), (YEAR,))
    review = claims_of(base)[YEAR].review
    assert (review.state, review.by, review.because) == ("accepted", author(base), "the registry says so")
    assert len(review.on or "") == len("2026-11-21")
    after = (base / MAKER).read_text().splitlines()
    (line,) = [line for line in after if "review:" in line]
    assert [row for row in after if row != line] == before.splitlines()
    assert "  # the year stands on the company's own page" in after


def test_the_same_verdict_again_writes_nothing(base: Path) -> None:
    KnowledgeBase(base).review(f"id:{YEAR}", "accept")
    assert KnowledgeBase(base).review(f"id:{YEAR}", "accept").unchanged == (YEAR,)
    assert acts(base) == [f"accept {YEAR}"]


def test_a_rejected_claim_stays_and_is_not_proposed_again(base: Path) -> None:
    KnowledgeBase(base).review(f"id:{FOUNDER}", "reject", "not in this sense")
    for proposed in (base / "claims" / ".proposed").glob("*.jsonl"):
        proposed.unlink()
    report = KnowledgeBase(base).build()
    assert [done.new for done in report.sources] == [(), ()]
    assert claims_of(base)[FOUNDER].review.state == "rejected"
    assert FOUNDER not in {claim.id for claim in KnowledgeBase(base).claims().claims}
    assert FOUNDER not in {row.claim.id for row in KnowledgeBase(base).waiting().waiting}


def test_a_filter_or_rule_leaves_alone_what_somebody_reviewed(base: Path) -> None:
    kb = KnowledgeBase(base)
    kb.review(f"id:{JAPAN}", "accept")
    done = kb.review("predicate:based_in", "reject", "too vague")
    assert (done.rejected, done.kept) == ((OTHER_JAPAN,), (JAPAN,))
    assert kb.review("rule:found-verb", "accept").accepted == (FOUNDER,)
    assert acts(base)[1:] == [f"reject {OTHER_JAPAN}", f"accept {FOUNDER}"]
    assert kb.review(f"id:{JAPAN} review:any", "reject", "after all").rejected == (JAPAN,)


def test_claims_are_chosen_by_the_rule_that_read_them(base: Path) -> None:
    def found(filter_: str) -> set[str]:
        return {claim.id for claim in KnowledgeBase(base).claims(filter_).claims}

    assert found("rule:found-verb") == found("rule:found-*") == {FOUNDER}
    assert found("rule:!found-verb") == found("rule:person:hand") == {YEAR, JAPAN, OTHER_YEAR, OTHER_JAPAN}


def test_a_verdict_on_many_is_one_act(base: Path) -> None:
    kb = KnowledgeBase(base)
    done = kb.review("subject:sigma", "accept")
    assert len(done.accepted) == 5
    assert acts(base) == ["accept 5 claims of subject:sigma"]
    taken = kb.undo()
    assert isinstance(taken, TakenBack)
    assert (set(taken.claims), taken.kept) == (set(done.accepted), ())
    assert {claim.review for claim in claims_of(base).values()} == {Review()}


def test_one_claim_of_a_verdict_on_many_is_taken_back_alone(base: Path) -> None:
    kb = KnowledgeBase(base)
    kb.review("subject:sigma", "accept")
    kb.undo(YEAR)
    states = {name: claim.review.state for name, claim in claims_of(base).items()}
    assert [name for name, state in states.items() if state == "unreviewed"] == [YEAR]
    with pytest.raises(KbError, match=f"no ruling on {YEAR} stands"):
        kb.undo(YEAR)
    taken = kb.undo()
    assert isinstance(taken, TakenBack)
    assert YEAR not in taken.claims
    assert {claim.review.state for claim in claims_of(base).values()} == {"unreviewed"}
    assert [entry.what for entry in kb.log(YEAR).entries] == [
        "accept 5 claims of subject:sigma",
        f"undo accept 5 claims of subject:sigma only {YEAR}",
    ]


def test_undo_takes_back_reviews_and_rulings_in_their_order(base: Path) -> None:
    kb = KnowledgeBase(base)
    (finding,) = kb.contradictions().findings
    kb.review(f"id:{JAPAN}", "accept")
    kb.decide(finding.id, "real", "two years")
    kb.review(f"id:{YEAR}", "accept")
    for _ in range(3):
        kb.undo()
    assert acts(base)[3:] == [f"undo accept {YEAR}", f"undo decide {finding.id} real", f"undo accept {JAPAN}"]
    assert kb.contradictions().decided == 0


def test_undo_leaves_what_a_person_wrote_since(base: Path) -> None:
    kb = KnowledgeBase(base)
    kb.review(f"id:{YEAR},{JAPAN}", "accept")
    file = base / MAKER
    edited = file.read_text().replace("review: {state: accepted,", "review: {state: rejected, because: no,", 1)
    file.write_text(edited)
    taken = kb.undo()
    assert isinstance(taken, TakenBack)
    assert (taken.claims, taken.kept) == ((JAPAN,), (YEAR,))
    assert claims_of(base)[YEAR].review.state == "rejected"


def test_a_correction_keeps_the_id_and_survives_the_next_build(base: Path) -> None:
    kb = KnowledgeBase(base)
    done = kb.correct(FOUNDER, {"predicate": "designed_by", "quote": "founded by Michihiro Yamaki"}, "as he said")
    assert done.corrected == (FOUNDER,)
    for proposed in (base / "claims" / ".proposed").glob("*.jsonl"):
        proposed.write_text(proposed.read_text().replace('"key":"', '"key":"old-'))
    kb.build()
    claim = claims_of(base)[FOUNDER]
    assert (claim.predicate, claim.quote, claim.review.state) == (
        "designed_by",
        "founded by Michihiro Yamaki",
        "corrected",
    )
    text = (base / "seeds" / "maker.txt").read_text()
    assert text[claim.start : claim.end] == claim.quote
    assert claim.before == "Sigma was "
    kb.undo()
    assert claims_of(base)[FOUNDER].predicate == "founded_by"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"predicate": "founded_bye"},
            "predicate: no «founded_bye» in the packs .* did you mean founded_by",
        ),
        (
            {"quote": "Sigma was founded by Mickey"},
            "quote: the words of .* do not stand in .* nearest, on line",
        ),
        ({"polarity": "perhaps"}, "polarity: Input should be"),
        ({"id": "c-000000000000"}, f"id: it stays {FOUNDER}"),
        ({}, "a correction needs what to set"),
    ],
)
def test_a_bad_correction_is_refused_before_anything_is_written(
    base: Path, changes: dict[str, str], message: str
) -> None:
    before = (base / MAKER).read_bytes()
    with pytest.raises(KbError, match=message):
        KnowledgeBase(base).correct(FOUNDER, changes)
    assert (base / MAKER).read_bytes() == before
    assert acts(base) == []


def test_words_that_broke_may_stay_while_something_else_is_corrected(base: Path) -> None:
    seed = base / "seeds" / "maker.txt"
    seed.write_text(seed.read_text().replace("Michihiro", "Kazuto"))
    KnowledgeBase(base).correct(FOUNDER, {"modality": "speculated"})
    assert claims_of(base)[FOUNDER].modality == "speculated"
    with pytest.raises(CorrectionError, match="then first: leica-kb build"):
        KnowledgeBase(base).correct(FOUNDER, {"quote": "founded"})
    seed.unlink()
    with pytest.raises(CorrectionError, match="the article is gone from seeds"):
        KnowledgeBase(base).correct(FOUNDER, {"quote": "founded"})


def test_of_several_places_the_correction_takes_the_one_beside_the_old_words(base: Path) -> None:
    seed = base / "seeds" / "blog.txt"
    seed.write_text(seed.read_text() + "\nSigma is from Japan, they say.\n")
    KnowledgeBase(base).build()
    KnowledgeBase(base).correct(OTHER_JAPAN, {"quote": "from Japan"})
    claim = claims_of(base)[OTHER_JAPAN]
    assert (claim.start, claim.quote) == (seed.read_text().index("from Japan"), "from Japan")


def test_a_file_of_verdicts_is_carried_out_in_one_act(base: Path, tmp_path: Path) -> None:
    file = tmp_path / "verdicts.yaml"
    file.write_text(f"""
- {{claim: {YEAR}, verdict: accept}}
- {{claim: {OTHER_YEAR}, verdict: reject, because: a typing error}}
- {{claim: {FOUNDER}, verdict: correct, set: {{modality: speculated}}}}
""")
    done = KnowledgeBase(base).review_from(file)
    assert (done.accepted, done.rejected, done.corrected) == ((YEAR,), (OTHER_YEAR,), (FOUNDER,))
    assert acts(base) == ["review 3 claims"]
    assert claims_of(base)[OTHER_YEAR].review.because == "a typing error"
    KnowledgeBase(base).undo()
    assert {claim.review.state for claim in claims_of(base).values()} == {"unreviewed"}


def test_a_file_with_bad_rows_is_not_half_carried_out(base: Path, tmp_path: Path) -> None:
    file = tmp_path / "verdicts.jsonl"
    rows = [
        {"claim": YEAR, "verdict": "accept"},
        {"claim": "c-000000000000", "verdict": "accept"},
        {"claim": FOUNDER, "verdict": "correct", "set": {"predicate": "x"}},
    ]
    file.write_text("\n".join(json.dumps(row) for row in rows))
    with pytest.raises(KbError) as refused:
        KnowledgeBase(base).review_from(file)
    assert f"{file}:2: no claim «c-000000000000»" in str(refused.value)
    file.write_text("\n".join(json.dumps(row) for row in (rows[0], rows[2])))
    with pytest.raises(KbError, match=f"{file}:2: {FOUNDER}: predicate: no «x»"):
        KnowledgeBase(base).review_from(file)
    assert {claim.review.state for claim in claims_of(base).values()} == {"unreviewed"}
    assert acts(base) == []


def test_what_was_changed_since_it_was_shown_is_shown_again(base: Path) -> None:
    with KnowledgeBase(base).reviewing(f"id:{YEAR}") as desk:
        (row,) = desk.waiting
        seen = desk.card(row).claim
        file = base / MAKER
        file.write_text(file.read_text().replace('{date: "1961"}', '{date: "1962"}  # checked'))
        before = file.read_bytes()
        with pytest.raises(ChangedMeanwhileError, match=r"was changed in .* since it was shown"):
            desk.judge(seen, "accept")
        assert file.read_bytes() == before
        desk.judge(desk.card(row).claim, "accept")
    assert '{date: "1962"}  # checked' in file.read_text()
    assert claims_of(base)[YEAR].review.state == "accepted"


def test_an_edit_of_another_claim_meanwhile_is_kept(base: Path) -> None:
    with KnowledgeBase(base).reviewing() as desk:
        file = base / MAKER
        file.write_text(file.read_text().replace("quote: It is based in Japan", "quote: It is based in Japan # so"))
        for row in desk.waiting:
            desk.judge(desk.card(row).claim, "accept")
    assert "quote: It is based in Japan # so" in file.read_text()
    assert {claim.review.state for claim in claims_of(base).values()} == {"accepted"}


def test_an_edited_page_is_taken_over_with_its_comments(base: Path) -> None:
    with KnowledgeBase(base).reviewing(f"id:{FOUNDER}") as desk:
        (row,) = desk.waiting
        seen = desk.card(row).claim
        page = desk.entry(seen).replace("modality: asserted", "modality: speculated # he doubts it\n  # see line 3")
        desk.judge(seen, "correct", "he doubts it", page)
        assert desk.entry(claims_of(base)[FOUNDER]).startswith(page.partition("  origin")[0])
    KnowledgeBase(base).undo()
    assert "modality: asserted # he doubts it\n    # see line 3\n" in (base / MAKER).read_text()


def test_where_one_file_cannot_be_written_none_is(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: path.read_bytes() for path in (base / "claims").glob("*.yaml")}

    def full(path: Path, data: bytes) -> None:
        if path.name == "maker.yaml":
            raise InputError(path, "cannot be written: the disk is full")
        write_atomic(path, data)

    monkeypatch.setattr("leica_kb.store.saving.write_atomic", full)
    with pytest.raises(InputError, match="the disk is full"):
        KnowledgeBase(base).review("subject:sigma", "accept")
    assert {path: path.read_bytes() for path in (base / "claims").glob("*.yaml")} == before
    assert acts(base) == []


def test_two_writers_and_wrong_names_are_told(base: Path) -> None:
    kb = KnowledgeBase(base)
    with lock(base), pytest.raises(BusyError):
        kb.review(f"id:{YEAR}", "accept")
    with pytest.raises(UnknownNameError, match=YEAR):
        kb.review(f"id:{YEAR[:-1]}", "accept")
    with pytest.raises(KbError, match="no claim meets «subject:sigma modality:planned»"):
        kb.review("subject:sigma modality:planned", "accept")
    with pytest.raises(KbError, match="a verdict needs claims"):
        kb.review("", "accept")
    with pytest.raises(KbError, match="a rejection needs a reason"):
        kb.review(f"id:{YEAR}", "reject", " ")


def test_a_reason_is_one_line_of_text_whatever_was_typed(base: Path) -> None:
    KnowledgeBase(base).review(f"id:{YEAR}", "reject", "caf\udce9\nnote:  \x1b[2J")
    review = claims_of(base)[YEAR].review
    assert review.because == "caf? note: \x1b[2J"
    assert load_log(base) == (load_log(base)[0], ())
    assert b"\x1b" not in (base / MAKER).read_bytes() + (base / "claims" / "log.jsonl").read_bytes()
    KnowledgeBase(base).undo()
    assert claims_of(base)[YEAR].review == Review()


@pytest.mark.parametrize(
    "change",
    [
        {YEAR: "accepted"},
        {YEAR: {}},
        {YEAR: {"source": 7, "before": {}, "after": {}}},
        {YEAR: {"source": "../../x", "before": {}, "after": {}}},
        {YEAR: {"source": "maker", "before": {"id": "c-000000000000"}, "after": {"polarity": "affirmed"}}},
        {YEAR: {"source": "maker", "before": {"object": {"sql": 1}}, "after": {"polarity": "affirmed"}}},
        {YEAR: {"source": "maker", "before": [], "after": []}},
    ],
)
def test_a_strangers_log_takes_nothing_back_that_is_no_claim(base: Path, change: dict[str, object]) -> None:
    line = {"who": "eve", "when": "", "what": f"accept {YEAR}", "why": "", "change": change}
    (base / "claims" / "log.jsonl").write_text(json.dumps(line) + "\n")
    before = (base / MAKER).read_bytes()
    with contextlib.suppress(KbError):
        taken = KnowledgeBase(base).undo()
        assert isinstance(taken, TakenBack)
        assert taken.claims == ()
    assert (base / MAKER).read_bytes() == before


def test_a_card_shows_how_often_its_rule_was_right(base: Path) -> None:
    kb = KnowledgeBase(base)

    def measured() -> tuple[int, float | None] | None:
        card = kb.show(FOUNDER)
        assert isinstance(card, ClaimCard)
        return (card.precision.reviewed, card.precision.precision) if card.precision else None

    assert measured() == (0, None)
    kb.review(f"id:{FOUNDER}", "accept")
    assert measured() == (1, 1.0)
    kb.review(f"id:{FOUNDER}", "reject", "no")
    assert measured() == (1, 0.0)
    card = kb.show(YEAR)
    assert isinstance(card, ClaimCard)
    assert card.precision is None


def test_builds_repairs_and_removals_stand_in_the_log(base: Path) -> None:
    kb = KnowledgeBase(base)
    seed = base / "seeds" / "maker.txt"
    seed.write_text("First.\n\n" + seed.read_text())
    kb.verify(fix=True)
    seed.write_text(seed.read_text() + "\nSigma was founded by Kazuto Yamaki.\n")
    kb.build()
    kb.forget("blog")
    assert [entry.what for entry in kb.log().entries] == ["verify maker", "build maker", "forget blog"]
    assert [entry.what for entry in kb.log(OTHER_YEAR).entries] == ["forget blog"]
    assert [entry.what for entry in kb.log(YEAR).entries] == ["verify maker"]
    with pytest.raises(KbError, match="no ruling stands"):
        kb.undo()


steps = st.lists(
    st.tuples(
        st.sampled_from([FOUNDER, YEAR, JAPAN, OTHER_YEAR, OTHER_JAPAN, "source:maker review:any"]),
        st.sampled_from(["accept", "reject", "correct"]),
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=steps)
def test_undoing_every_act_gives_back_every_claim_and_comment(base: Path, steps: list[tuple[str, Verdict]]) -> None:
    root = Path(shutil.copytree(base, Path(tempfile.mkdtemp(dir=base.parent)) / "base"))
    kb, before, text = KnowledgeBase(root), claims_of(root), (root / MAKER).read_text()
    for at, (name, verdict) in enumerate(steps):
        if verdict == "correct" and name.startswith("c-"):
            kb.correct(name, {"qualifiers": {"rank": at + 1}}, "so")
        else:
            kb.review(f"id:{name}" if name.startswith("c-") else name, "reject", f"reason {at}")
    for _ in range(len(acts(root))):
        kb.undo()
    assert claims_of(root) == before
    assert (root / MAKER).read_text() == text


def test_an_edit_by_hand_is_marked_and_told_by_the_next_build(base: Path) -> None:
    file = base / MAKER
    file.write_text(file.read_text().replace("predicate: founded_by", "predicate: designed_by # so he says"))
    for proposed in (base / "claims" / ".proposed").glob("*.jsonl"):
        proposed.write_text(proposed.read_text().replace('"key":"', '"key":"old-'))
    done = next(done for done in KnowledgeBase(base).build().sources if done.source == "maker")
    assert done.corrected == (FOUNDER,)
    (entry,) = load_log(base)[0]
    assert (entry.what, entry.change) == ("build maker", {FOUNDER: "corrected"})
    assert "predicate: designed_by # so he says" in file.read_text()
