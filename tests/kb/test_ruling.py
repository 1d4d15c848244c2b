"""Rulings: they close findings, last while nothing judged changes, are logged, taken back and measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leica_kb.errors import BusyError, KbError, UnknownNameError
from leica_kb.files import lock
from leica_kb.kb import KnowledgeBase
from leica_kb.kb.answers.rulings import Ruled
from leica_kb.kb.ruling.precision import measure_precision
from leica_kb.kb.world.acts import author
from leica_kb.model import Finding
from leica_kb.store import Decision, load_decisions

YEAR, OTHER_YEAR = "c-9de37e45a6e5", "c-776073c928a1"
DECISIONS = Path("claims") / "decisions" / "decisions.yaml"
NEWS = """format: 1
source: news
claims:
  - subject: sigma
    predicate: founded_in
    object: {date: "1951"}
    quote: Sigma was founded in 1951
"""


@pytest.fixture
def finding(base: Path) -> str:
    (found,) = KnowledgeBase(base).contradictions().findings
    return found.id


def _reopened(base: Path) -> tuple[str, ...]:
    (found,) = KnowledgeBase(base).contradictions().findings
    assert found.decision is None
    return found.reopened


def _add_news(base: Path) -> None:
    (base / "seeds" / "news.txt").write_text("Some News\n\nSigma was founded in 1951.\n")
    (base / "seeds" / "news.yaml").write_text("publisher: The News\n")
    (base / "claims" / "news.yaml").write_text(NEWS)
    KnowledgeBase(base).build()


def test_a_ruling_is_written_pair_by_pair_with_author_and_day(base: Path, finding: str) -> None:
    done = KnowledgeBase(base).decide(finding, "real", "the registry says 1961")
    assert (done.finding, done.verdict, done.pairs, done.kept) == (finding, "real", 1, 0)
    (ruling,) = load_decisions(base)[0]
    assert (ruling.kind, ruling.claims, ruling.verdict) == ("date", (OTHER_YEAR, YEAR), "real")
    assert (ruling.because, ruling.by) == ("the registry says 1961", author(base))
    assert ruling.digest
    assert len(ruling.on) == len("2026-11-21")


def test_a_decided_finding_leaves_the_list_and_is_counted(base: Path, finding: str) -> None:
    kb = KnowledgeBase(base)
    kb.decide(finding, "explained", "two companies of one name")
    left = kb.contradictions()
    assert (left.findings, left.decided) == ((), 1)
    (shown,) = kb.contradictions(decided=True).findings
    assert shown.decision == "explained"


def test_undecided_keeps_a_finding_open(base: Path, finding: str) -> None:
    KnowledgeBase(base).decide(finding, "undecided", "no source at hand")
    assert _reopened(base) == ()


def test_a_ruling_survives_building_anew_and_a_text_that_moved(base: Path, finding: str) -> None:
    KnowledgeBase(base).decide(finding, "real", "yes")
    written = (base / DECISIONS).read_bytes()
    seed = base / "seeds" / "maker.txt"
    seed.write_text("A new first line.\n\n" + seed.read_text())
    for proposed in (base / "claims" / ".proposed").glob("*.jsonl"):
        proposed.unlink()
    KnowledgeBase(base).build()
    assert (base / DECISIONS).read_bytes() == written
    assert KnowledgeBase(base).contradictions().decided == 1


def test_a_judged_field_that_changes_opens_it_with_the_reason(base: Path, finding: str) -> None:
    KnowledgeBase(base).decide(finding, "real", "yes")
    file = base / "claims" / "blog.yaml"
    file.write_text(file.read_text().replace('{date: "1971"}', '{date: "1972"}'))
    assert _reopened(base) == (f"claim {OTHER_YEAR} has changed since it was judged",)


def test_a_newcomer_opens_only_its_own_pairs(base: Path, finding: str) -> None:
    kb = KnowledgeBase(base)
    kb.decide(finding, "explained", "two companies")
    _add_news(base)
    assert _reopened(base) == ("1 new claim joins a decided disagreement",)
    old = load_decisions(base)[0]
    done = kb.decide(finding, "explained", "the news, too")
    assert (done.pairs, done.kept) == (len(load_decisions(base)[0]) - 1, 1)
    assert set(old) < set(load_decisions(base)[0])
    assert kb.contradictions().findings == ()


def test_a_judged_claim_that_disappears_opens_it_until_it_is_ruled_on_again(base: Path, finding: str) -> None:
    _add_news(base)
    kb = KnowledgeBase(base)
    kb.decide(finding, "real", "three years")
    kb.forget("news")
    (reason,) = _reopened(base)
    assert reason.endswith("which was judged too, is gone")
    kb.decide(finding, "real", "still")
    assert [ruling.claims for ruling in load_decisions(base)[0]] == [(OTHER_YEAR, YEAR)]
    assert kb.contradictions().decided == 1


def test_undo_takes_back_the_last_ruling_and_then_the_one_before(base: Path, finding: str) -> None:
    kb = KnowledgeBase(base)
    kb.decide(finding, "explained", "at first")
    kb.decide(finding, "real", "on second thoughts")
    kb.undo()
    assert [ruling.verdict for ruling in load_decisions(base)[0]] == ["explained"]
    kb.undo(finding)
    assert load_decisions(base)[0] == ()
    with pytest.raises(KbError, match="no ruling stands"):
        kb.undo()
    assert [entry.what for entry in kb.log().entries] == [
        f"decide {finding} explained",
        f"decide {finding} real",
        f"undo decide {finding} real",
        f"undo decide {finding} explained",
    ]


def test_undo_leaves_what_a_person_wrote_since(base: Path, finding: str) -> None:
    kb = KnowledgeBase(base)
    kb.decide(finding, "real", "yes")
    edited = (base / DECISIONS).read_text().replace("because: yes", "because: by hand").replace('"yes"', "by hand")
    (base / DECISIONS).write_text(edited)
    done = kb.undo()
    assert isinstance(done, Ruled)
    assert (done.pairs, done.kept) == (0, 1)
    assert (base / DECISIONS).read_text() == edited


def test_the_log_is_only_ever_appended_to(base: Path, finding: str) -> None:
    kb = KnowledgeBase(base)
    kb.decide(finding, "real", "yes")
    first = (base / "claims" / "log.jsonl").read_bytes()
    kb.undo()
    assert (base / "claims" / "log.jsonl").read_bytes().startswith(first)
    (line, _) = kb.log(finding).to_json()
    assert (line["who"], line["why"]) == (author(base), "yes")
    assert json.loads(first) == line
    assert kb.log("f-000000000000").entries == ()


def test_what_is_no_finding_or_no_verdict_is_told(base: Path, finding: str) -> None:
    with pytest.raises(UnknownNameError, match=finding):
        KnowledgeBase(base).decide(finding[:-1], "real", "yes")
    with pytest.raises(KbError, match="verdicts are real"):
        KnowledgeBase(base).decide(finding, "perhaps", "yes")
    with lock(base), pytest.raises(BusyError):
        KnowledgeBase(base).decide(finding, "real", "yes")
    assert not (base / "claims" / "log.jsonl").exists()


def test_a_finding_of_too_many_pairs_is_refused(base: Path, finding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("leica_kb.kb.ruling.deciding.MOST", 0)
    with pytest.raises(KbError, match="sets 1 claims against 1, more than 0 pairs"):
        KnowledgeBase(base).decide(finding, "real", "yes")
    assert load_decisions(base)[0] == ()


def test_without_git_the_account_rules(base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("LOGNAME", "ada")
    assert author(base) == "ada"


def _ruling(kind: str, left: str, right: str, verdict: str) -> Decision:
    return Decision(kind, (left, right), "d", verdict)


def test_precision_counts_disagreements_and_not_their_pairs() -> None:
    decisions = [
        *(_ruling("date", "a", right, "real") for right in ("b", "c", "d")),
        _ruling("date", "e", "f", "not-a-contradiction"),
        _ruling("date", "g", "h", "explained"),
        _ruling("date", "i", "j", "undecided"),
        _ruling("rank", "k", "l", "undecided"),
    ]
    waiting = Finding("f-1", "value", "tension", ("m",), ("n",), "r", "e")
    rows = {row.kind: row for row in measure_precision([waiting], decisions).kinds}
    assert (rows["date"].decided, rows["date"].precision) == (3, 1 / 3)
    assert (rows["rank"].decided, rows["rank"].precision) == (0, None)
    assert (rows["value"].open, rows["value"].precision) == (1, None)


def test_one_more_false_alarm_lowers_the_precision() -> None:
    right = [_ruling("date", "a", "b", "real")]
    wrong = [*right, _ruling("date", "c", "d", "not-a-contradiction")]
    (before,), (after,) = (measure_precision([], given).kinds for given in (right, wrong))
    assert (before.precision, after.precision) == (1.0, 0.5)


def test_pairs_that_a_third_one_joins_are_one_disagreement() -> None:
    pairs = [("a", "b"), ("c", "d"), ("b", "c")]
    (row,) = measure_precision([], [_ruling("date", *pair, "real") for pair in pairs]).kinds
    assert row.verdicts == {"real": 1}


def test_the_base_measures_its_own_rulings(base: Path, finding: str) -> None:
    kb = KnowledgeBase(base)
    kb.decide(finding, "real", "yes")
    (row,) = (row for row in kb.precision().to_json() if row["kind"] == "date")
    assert (row["open"], row["real"], row["precision"]) == (0, 1, 1.0)
