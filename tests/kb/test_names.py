"""Names that people rule on: proposals with evidence, one thing everywhere, and the exact old state after undo."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leica_kb.errors import KbError, UnknownNameError
from leica_kb.index.schema import LISTED
from leica_kb.kb import KnowledgeBase
from leica_kb.kb.answers.naming import RuledNames
from leica_kb.kb.naming.deciding import NamesDisagreeError
from leica_kb.store import load_name_rulings

OLD = "Matsushita was founded in 1918. Matsushita, renamed Panasonic in October 2008, makes cameras."
NEW = "Panasonic was founded in 1919. Tamron was founded by Takeyuki Arai."
OTHER = "Tamron was founded by Takeyuki Araii. Panasonic is based in Osaka."
RULINGS = Path("claims") / "decisions" / "names.yaml"
QUESTIONS = ("when was Panasonic founded?", "when was Matsushita founded?", "who founded Tamron?")


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("names")
    (root / "claims").mkdir()
    (root / "claims" / "kb.yaml").write_text("format: 1\npacks: [companies]\n")
    (root / "seeds").mkdir()
    for name, text in (("old", OLD), ("new", NEW), ("other", OTHER)):
        (root / "seeds" / f"{name}.txt").write_text(f"{text}\n")
        (root / "seeds" / f"{name}.yaml").write_text(f"title: The {name} one\npublisher: P{name}\n")
    KnowledgeBase(root).build()
    return root


@pytest.fixture
def root(read_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(read_once, tmp_path / "base"))


@pytest.fixture
def kb(root: Path) -> KnowledgeBase:
    return KnowledgeBase(root)


def files_of(root: Path) -> dict[str, bytes]:
    """Every file of the base but the index and the log, which only grows."""
    paths = (path for path in root.rglob("*") if path.is_file() and ".leica_kb" not in path.parts)
    return {str(path.relative_to(root)): path.read_bytes() for path in paths if path.name != "log.jsonl"}


def answers_of(kb: KnowledgeBase) -> list[Any]:
    """What the base answers to everything that names bear on."""
    told = [kb.ask(question).to_json() for question in QUESTIONS]
    rest = (kb.claims(), kb.entities(), kb.contradictions(notes=True), kb.compare("panasonic"), kb.show("matsushita"))
    return [*told, *(result.to_json() for result in rest)]


def merge(kb: KnowledgeBase) -> RuledNames:
    return kb.decide_names(("matsushita", "panasonic"), "same", "renamed", "2008-10")


def test_an_unknown_name_is_a_proposal_with_type_and_quotes(kb: KnowledgeBase) -> None:
    proposals = {entry.id: entry for entry in kb.names().proposals}
    assert {"matsushita", "panasonic", "tamron", "takeyuki-arai", "takeyuki-araii"} <= proposals.keys()
    assert (proposals["takeyuki-arai"].name, proposals["takeyuki-arai"].type) == ("Takeyuki Arai", "person")
    assert [use.quote for use in proposals["matsushita"].uses] == ["Matsushita was founded in 1918"]


def test_lookalikes_come_with_both_values_and_their_evidence(kb: KnowledgeBase) -> None:
    found = {(s.left.id, s.right.id): s for s in kb.names().suggestions}
    assert list(found) == [("matsushita", "panasonic"), ("takeyuki-arai", "takeyuki-araii")]
    told = found["matsushita", "panasonic"]
    assert told.kind == "stated"
    assert told.stated is not None
    assert (told.stated.older, told.stated.date, told.stated.source) == ("matsushita", "2008-10", "old")
    spelt = found["takeyuki-arai", "takeyuki-araii"]
    assert (spelt.kind, spelt.left.sources, spelt.right.sources) == ("spelling", ("new",), ("other",))
    assert "Takeyuki Araii" in spelt.right.uses[0].quote


def test_listing_names_rules_on_nothing(kb: KnowledgeBase, root: Path) -> None:
    before = files_of(root)
    kb.names(everything=True)
    assert files_of(root) == before


def test_the_same_is_one_thing_in_every_look_up(kb: KnowledgeBase) -> None:
    assert kb.contradictions().findings == ()
    assert merge(kb).entity == "panasonic"
    by_old = kb.claims("subject:matsushita")
    assert by_old == kb.claims("subject:panasonic") == kb.claims("subject:matsu*")
    assert {claim.subject for claim in by_old.claims} == {"matsushita", "panasonic"}
    assert kb.show("matsushita").to_json()["entity"]["id"] == "panasonic"
    assert kb.show("matsushita").to_json()["merged"][0]["until"] == "2008-10"
    assert kb.compare("matsushita") == kb.compare("panasonic")
    (row,) = [row for row in kb.compare("matsushita").rows if row.predicate == "founded_in"]
    assert row.agreement == "different"
    for question in QUESTIONS[:2]:
        assert {group.value for group in kb.ask(question).answer.answers} == {"1918", "1919"}


def test_the_identity_reaches_the_checks_and_the_finding_says_so(kb: KnowledgeBase) -> None:
    merge(kb)
    (found,) = kb.contradictions().findings
    assert (found.kind, found.severity) == ("date", "contradiction")
    assert found.facts == ("ruled the same: matsushita and panasonic (claims/decisions/names.yaml)",)
    assert kb.why(found.left[0], found.right[0]).verdict.kind == "date"


def test_two_names_of_one_company_do_not_contradict_each_other(kb: KnowledgeBase, root: Path) -> None:
    (root / "seeds" / "x.txt").write_text("Lumix is owned by Matsushita. Lumix is owned by Panasonic.\n")
    (root / "claims" / "x.yaml").write_text(
        "format: 1\nsource: x\nclaims:\n"
        "  - {subject: lumix, predicate: founded_by, object: {entity: matsushita}, quote: owned by Matsushita}\n"
        "  - {subject: lumix, predicate: founded_by, object: {entity: panasonic}, quote: owned by Panasonic}\n"
        "  - {subject: matsushita, predicate: same_company_as, object: {entity: panasonic}, quote: by Matsushita}\n"
    )
    merge(kb)
    kb.build()
    loud = [found for found in kb.contradictions().findings if "lumix" in found.explanation.lower()]
    assert loud == []
    assert {group.value for group in kb.ask("who founded Lumix?").answer.answers} == {"Panasonic"}


def test_claims_keep_their_ids_on_disk_and_undo_gives_the_exact_old_state(kb: KnowledgeBase, root: Path) -> None:
    files, answers = files_of(root), answers_of(kb)
    merge(kb)
    assert {name for name, data in files_of(root).items() if files.get(name) != data} == {str(RULINGS)}
    assert answers_of(kb) != answers
    kb.undo("matsushita", "panasonic")
    assert files_of(root) == files
    assert answers_of(kb) == answers


def test_a_build_between_ruling_and_undo_changes_no_claim_and_no_proposal(kb: KnowledgeBase, root: Path) -> None:
    files = files_of(root)
    merge(kb)
    kb.build()
    assert (root / "claims" / "old.yaml").read_bytes() == files["claims/old.yaml"]
    kb.undo()
    kb.build()
    assert files_of(root) == files


def test_a_ruling_survives_rebuilding_from_nothing_and_reading_again(kb: KnowledgeBase, root: Path) -> None:
    merge(kb)
    written = (root / RULINGS).read_bytes()
    shutil.rmtree(root / ".leica_kb")
    shutil.rmtree(root / "claims" / ".proposed")
    (root / "seeds" / "more.txt").write_text("Matsushita was founded in 1917.\n")
    kb.build()
    assert (root / RULINGS).read_bytes() == written
    assert any(claim.source == "more" for claim in kb.claims("subject:panasonic").claims)
    assert kb.show("matsushita").to_json()["entity"]["id"] == "panasonic"


def test_different_and_unsure_end_the_suggestion_and_can_be_listed(kb: KnowledgeBase) -> None:
    kb.decide_names(("takeyuki-arai", "takeyuki-araii"), "different", "two people")
    kb.decide_names(("matsushita", "panasonic"), "unsure", "no source at hand")
    listed = kb.names(everything=True)
    assert listed.suggestions == ()
    assert {ruling.names: ruling.verdict for ruling in listed.rulings} == {
        ("matsushita", "panasonic"): "unsure",
        ("takeyuki-arai", "takeyuki-araii"): "different",
    }
    assert kb.claims("subject:matsushita") != kb.claims("subject:panasonic")


def test_a_ruling_that_contradicts_others_is_refused_with_the_way_out(kb: KnowledgeBase, root: Path) -> None:
    kb.decide_names(("matsushita", "panasonic"), "same", "renamed")
    kb.decide_names(("panasonic", "tamron"), "different", "two firms")
    written = files_of(root)
    with pytest.raises(NamesDisagreeError, match="leica-kb undo panasonic tamron"):
        kb.decide_names(("matsushita", "tamron"), "same", "by mistake")
    assert files_of(root) == written


def test_rulings_of_two_people_that_contradict_each_other_are_a_problem(kb: KnowledgeBase, root: Path) -> None:
    kb.decide_names(("matsushita", "panasonic"), "same", "renamed")
    kb.decide_names(("matsushita", "tamron"), "different", "two firms")
    text = (root / RULINGS).read_text()
    (root / RULINGS).write_text(f"{text}  - {{kind: name, names: [panasonic, tamron], verdict: same}}\n")
    (problem,) = [found for found in kb.check() if found.code == "KB121"]
    assert "matsushita and tamron are ruled different, and yet the same by matsushita = panasonic = tamron" in str(
        problem
    )
    assert kb.claims("subject:matsushita") != kb.claims("subject:panasonic")
    kb.undo("matsushita", "tamron")
    assert not [found for found in kb.check() if found.code == "KB121"]
    assert kb.show("matsushita") == kb.show("tamron")


def test_a_new_verdict_on_a_pair_takes_the_place_of_the_old_one_and_undo_brings_it_back(kb: KnowledgeBase) -> None:
    merge(kb)
    kb.decide_names(("panasonic", "matsushita"), "different", "on second thoughts")
    assert kb.claims("subject:matsushita") != kb.claims("subject:panasonic")
    undone = kb.undo()
    assert isinstance(undone, RuledNames)
    assert (undone.names, undone.verdict) == (("matsushita", "panasonic"), None)
    assert kb.claims("subject:matsushita") == kb.claims("subject:panasonic")


def test_a_persons_comment_among_the_rulings_stays(kb: KnowledgeBase, root: Path) -> None:
    merge(kb)
    (root / RULINGS).write_text((root / RULINGS).read_text().replace("  - kind", "  # ask the archive\n  - kind", 1))
    kb.decide_names(("takeyuki-arai", "takeyuki-araii"), "same", "a slip")
    assert "  # ask the archive\n  - kind: name\n    names: [matsushita, panasonic]" in (root / RULINGS).read_text()


def test_rulings_on_names_and_on_findings_leave_each_other_alone(kb: KnowledgeBase, root: Path) -> None:
    merge(kb)
    (finding,) = kb.contradictions().findings
    names = (root / RULINGS).read_bytes()
    kb.decide(finding.id, "explained", "two registers")
    assert (root / RULINGS).read_bytes() == names
    assert kb.contradictions().decided == 1
    kb.decide_names(("takeyuki-arai", "takeyuki-araii"), "same", "a slip")
    assert kb.contradictions().decided == 1
    assert [entry.what for entry in kb.log("panasonic").entries] == ["decide matsushita panasonic same"]
    kb.undo(finding.id)
    assert len(load_name_rulings(root)[0]) == 2


def test_the_log_tells_who_when_what_and_why(kb: KnowledgeBase) -> None:
    merge(kb)
    kb.undo()
    *_, first, second = kb.log().entries
    assert (first.what, first.why) == ("decide matsushita panasonic same", "renamed")
    assert second.what == "undo decide matsushita panasonic same"
    assert first.change["name matsushita panasonic"]["after"]["until"] == {"matsushita": "2008-10"}


def test_the_interchange_format_keeps_the_ids_of_the_articles(kb: KnowledgeBase) -> None:
    merge(kb)
    listed = kb.claims("subject:panasonic")
    assert listed.names.merged == {"matsushita": "panasonic"}
    assert json.loads(json.dumps(listed.to_json()))[0].keys() == listed.claims[0].to_json().keys()


def test_names_are_found_by_how_they_are_written(kb: KnowledgeBase) -> None:
    done = kb.decide_names(("Takeyuki Arai", "takeyuki-araii"), "same", "a slip")
    assert done.names == ("takeyuki-arai", "takeyuki-araii")
    with pytest.raises(UnknownNameError, match="takeyuki-arai"):
        kb.decide_names(("Takeyuki Aria", "takeyuki-araii"), "same", "a slip")


@pytest.mark.parametrize(
    ("names", "verdict", "until", "told"),
    [
        (("matsushita", "Matsushita"), "same", None, "one name already"),
        (("matsushita", "panasonic"), "real", None, "no verdict on names"),
        (("matsushita", "panasonic"), "different", "2008", "goes with the verdict same"),
        (("matsushita", "panasonic"), "same", "last year", "is no date"),
    ],
)
def test_what_cannot_be_ruled_is_refused(
    kb: KnowledgeBase, names: tuple[str, str], verdict: str, until: str | None, told: str
) -> None:
    with pytest.raises(KbError, match=told):
        kb.decide_names(names, verdict, "because", until)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("{kind: name, names: [a, a], verdict: same}", "two ids"),
        ("{kind: name, names: [a, b], verdict: alike}", "verdict"),
        ("{kind: name, names: [a, b], verdict: same, until: {c: 2008}}", "two names only"),
        ("{kind: name, names: [a, b], verdict: same, until: {a: someday}}", "EDTF"),
    ],
)
def test_a_ruling_that_cannot_be_read_is_a_problem_with_its_line(
    kb: KnowledgeBase, root: Path, row: str, told: str
) -> None:
    (root / RULINGS).parent.mkdir()
    (root / RULINGS).write_text(f"format: 1\ndecisions:\n  - {row}\n")
    (problem,) = [found for found in kb.check() if found.code == "KB108"]
    assert told in problem.message
    assert (problem.path, problem.line) == (RULINGS, 3)


NAMES = ("matsushita", "panasonic", "tamron", "takeyuki-arai", "takeyuki-araii")
PAIRS = [(a, b) for a in NAMES for b in NAMES if a < b]


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PAIRS), st.sampled_from(["same", "different", "unsure"])), max_size=5))
def test_undoing_every_ruling_gives_the_same_bytes(read_once: Path, chosen: list[tuple[tuple[str, str], str]]) -> None:
    kb = KnowledgeBase(read_once)
    before, made = files_of(read_once), 0
    for names, verdict in chosen:
        try:
            kb.decide_names(names, verdict, "tried")
        except NamesDisagreeError:
            continue
        made += 1
    for _ in range(made):
        kb.undo()
    assert files_of(read_once) == before


def test_a_voice_is_one_under_both_its_names(kb: KnowledgeBase, root: Path) -> None:
    file = root / "claims" / "new.yaml"
    file.write_text(file.read_text().replace("attribution: []", "attribution: [takeyuki-arai]", 1))
    kb.decide_names(("takeyuki-arai", "takeyuki-araii"), "same", "a slip")
    (claim,) = kb.claims("speaker:takeyuki-araii").claims
    assert claim.attribution == ("takeyuki-arai",)
    assert kb.claims("speaker:takeyuki-arai").claims == (claim,)
    assert len(kb.claims("object:takeyuki-arai").claims) == 2


def test_the_index_after_a_ruling_is_the_one_that_is_built_from_nothing(kb: KnowledgeBase, root: Path) -> None:
    merge(kb)
    kb.claims()
    told = _rows(root)
    shutil.rmtree(root / ".leica_kb")
    kb.claims()
    assert _rows(root) == told
    assert [row[:2] for row in told["merged"]] == [("matsushita", "panasonic")]


def _rows(root: Path) -> dict[str, list[Any]]:
    """The rows of all tables but the fingerprint of the files."""
    with closing(sqlite3.connect(root / ".leica_kb" / "index.sqlite")) as connection:
        tables = [table for table in LISTED if table not in {"input", "meta"}]
        return {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables}  # noqa: S608  fixed names


def test_undo_leaves_a_ruling_that_a_person_changed_since(kb: KnowledgeBase, root: Path) -> None:
    merge(kb)
    edited = (root / RULINGS).read_text().replace("because: renamed", "because: renamed, says the archive")
    (root / RULINGS).write_text(edited)
    done = kb.undo()
    assert isinstance(done, RuledNames)
    assert not done.changed
    assert (root / RULINGS).read_text() == edited


def test_an_id_with_a_space_is_refused_with_a_better_one(kb: KnowledgeBase, root: Path) -> None:
    file = root / "claims" / "new.yaml"
    file.write_text(file.read_text().replace("{entity: takeyuki-arai}", "{entity: Takeyuki Arai}"))
    with pytest.raises(KbError, match="«Takeyuki Arai» is no id, as it holds a space; write takeyuki-arai"):
        kb.decide_names(("Takeyuki Arai", "takeyuki-araii"), "same", "a slip")


def test_a_filter_beside_a_question_takes_old_ids(kb: KnowledgeBase) -> None:
    merge(kb)
    told = kb.ask("when was Panasonic founded?", "subject:matsushita")
    assert {group.value for group in told.answer.answers} == {"1918", "1919"}
    assert not kb.ask("when was Panasonic founded?", "subject:!matsushita").answer.answered


PEOPLE = {
    "long": "Anna Lindqvist owns Orbis. Thomas Keller owns Tarn. Linda Keller owns Vester.",
    "short": "Lindqvist owns Halden. Keller owns Morrow.",
}


def owns(who: str, what: str) -> str:
    quote = f"{who.replace('-', ' ').title()} owns {what.title()}"
    return f"  - {{subject: {who}, predicate: owns, object: {{entity: {what}}}, quote: {quote}}}\n"


@pytest.fixture
def people(tmp_path: Path) -> KnowledgeBase:
    for folder in ("claims", "seeds"):
        (tmp_path / folder).mkdir()
    (tmp_path / "claims" / "kb.yaml").write_text("format: 1\npacks: [companies]\n")
    said = {
        "long": (("anna-lindqvist", "orbis"), ("thomas-keller", "tarn"), ("linda-keller", "vester")),
        "short": (("lindqvist", "halden"), ("keller", "morrow")),
    }
    for name, text in PEOPLE.items():
        (tmp_path / "seeds" / f"{name}.txt").write_text(f"{text}\n")
        rows = "".join(owns(*pair) for pair in said[name])
        (tmp_path / "claims" / f"{name}.yaml").write_text(f"format: 1\nsource: {name}\nclaims:\n{rows}")
    made = KnowledgeBase(tmp_path)
    assert made.mend().left == made.check()
    return made


def test_a_surname_alone_is_suggested_where_one_person_has_it(people: KnowledgeBase) -> None:
    found = people.names()
    (only,) = found.suggestions
    assert (only.left.id, only.right.id, only.kind) == ("anna-lindqvist", "lindqvist", "surname")
    assert only.why == "a surname that one person here has: Lindqvist, Anna Lindqvist"
    assert [use.quote for use in only.right.uses] == ["Lindqvist owns Halden"]
    (several,) = found.ambiguous
    assert several.ids == ("keller", "linda-keller", "thomas-keller")
    assert [use.quote for use in several.name.uses] == ["Keller owns Morrow"]
    assert people.names("keller").to_json()["ambiguous"] == [several.to_json()]
    assert people.names("anna-lindqvist").ambiguous == ()


def test_who_was_ruled_out_no_longer_bears_the_name(people: KnowledgeBase) -> None:
    people.decide_names(("keller", "thomas-keller"), "different", "he sold it before")
    found = people.names()
    assert found.ambiguous == ()
    assert [(s.left.id, s.right.id) for s in found.suggestions] == [
        ("anna-lindqvist", "lindqvist"),
        ("keller", "linda-keller"),
    ]


@pytest.mark.parametrize("verdict", ["same", "unsure"])
def test_a_surname_that_was_ruled_on_is_no_longer_asked_about(people: KnowledgeBase, verdict: str) -> None:
    people.decide_names(("keller", "linda-keller"), verdict, "the article says she")
    people.decide_names(("lindqvist", "anna-lindqvist"), verdict, "the only one")
    found = people.names()
    assert (found.suggestions, found.ambiguous) == ((), ())
    people.undo("keller", "linda-keller")
    assert [one.name.id for one in people.names().ambiguous] == ["keller"]
