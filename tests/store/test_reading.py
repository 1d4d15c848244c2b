"""The strict door: what is wrong is told with its line, and never stops or loses the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leica_kb.errors import InputError
from leica_kb.model import MoneyValue, NumberValue, TextValue
from leica_kb.store import (
    CODES,
    Base,
    ClaimFile,
    assign_ids,
    birth_id,
    claims_digest,
    claims_path,
    load_base,
    load_claim_file,
    load_claims,
    parse_claims,
    proposed_path,
)
from leica_kb.store.problems import problem

PATH = Path("claims/s.yaml")
GOOD = "  - {subject: m10, predicate: made_by, object: {entity: leica}, quote: words, start: 1, end: 6}\n"


def _told(text: str) -> list[str]:
    return [f"{found.line} {found.code} {found.message}" for found in parse_claims(text.encode(), PATH).problems]


def _entry(*keys: str) -> str:
    fields = {"subject": "m10", "predicate": "made_by", "object": "{entity: leica}", "quote": "words"}
    fields |= dict(key.split(": ", 1) for key in keys)
    return "format: 1\nsource: s\nclaims:\n  - " + "\n    ".join(f"{k}: {v}" for k, v in fields.items() if v) + "\n"


@pytest.mark.parametrize(
    ("key", "line", "words"),
    [
        ("predicat: made_by", 8, "KB102 predicat: no such key"),
        ("quote: ", 4, "KB102 quote: is missing"),
        ("quote: null", 7, "KB102 quote: is empty"),
        ("subject: true", 4, "KB102 subject: true and false are not text"),
        ("object: {entiti: x}", 6, "KB102 object: one of {entity: …}"),
        ("object: leica", 6, "KB102 object: one of {entity: …}"),
        ("object: {number: many}", 6, "KB102 object.number: must be a number"),
        ("object: {number: .inf}", 6, "KB102 object.number: must be a number"),
        ("object: {number: true}", 6, "KB102 object.number: must be a number"),
        ("object: {money: 5}", 6, "KB102 object.currency: is missing"),
        ("object: {number: 5, bound: over}", 6, "KB102 object.bound: Input should be 'at_least'"),
        ("polarity: maybe", 8, "KB102 polarity: Input should be 'affirmed' or 'denied'"),
        ("start: 5", 4, "KB102 start and end stand together"),
        ("start: -1", 8, "KB102 start: Input should be greater"),
        ("id: m10-1", 8, "KB102 id: 'm10-1' is not of the form"),
        ("attribution: andreas", 8, "KB102 attribution: Input should be a valid tuple"),
        ("attribution: [a, true]", 8, "KB102 attribution.1: true and false are not text"),
        ("cues: {mood: [[1, 2]]}", 8, "KB102 cues.mood: no such key"),
        ("cues: {time: [[1]]}", 8, "KB102 cues.time.0.1: is missing"),
        ("qualifiers: {rank: true}", 8, "KB102 qualifiers.rank: "),
        ("time: {valid: }", 8, ""),
    ],
)
def test_what_is_wrong_with_an_entry_is_told_with_its_line(key: str, line: int, words: str) -> None:
    told = _told(_entry(key))
    assert [one[: len(f"{line} {words}")] for one in told] == ([f"{line} {words}"] if words else [])


def test_start_before_end() -> None:
    assert _told(_entry("start: 5", "end: 5")) == ["4 KB102 end must come after start"]


def test_an_entry_that_is_no_mapping() -> None:
    assert _told("format: 1\nsource: s\nclaims:\n  - words\n") == ["4 KB102 must be keys and their values"]


def test_one_bad_entry_does_not_stop_the_others() -> None:
    parsed = parse_claims(f"format: 1\nsource: s\nclaims:\n  - {{id: c-00000000000f}}\n{GOOD}".encode(), PATH)
    assert parsed.file is not None
    assert [claim.subject for claim in parsed.file.claims] == ["m10"]
    assert parsed.file.unread == ("c-00000000000f",)
    assert len(parsed.problems) == 4


def test_of_very_many_bad_entries_the_first_are_told_and_the_good_ones_are_read() -> None:
    text = "format: 1\nsource: s\nclaims:\n" + "  - bad\n" * 5000 + GOOD
    parsed = parse_claims(text.encode(), PATH)
    assert parsed.file is not None
    assert [claim.subject for claim in parsed.file.claims] == ["m10"]
    assert [found.line for found in parsed.problems] == [*range(4, 104), 3]
    assert parsed.problems[-1].message == "4,900 more entries cannot be read"


def test_of_very_many_unknown_keys_the_first_are_told() -> None:
    text = "format: 1\nsource: s\n" + "".join(f"k{n}: 1\n" for n in range(5000))
    told = _told(text)
    assert told[:2] == [
        "3 KB104 k0: no such key (docs/format.md lists them)",
        "4 KB104 k1: no such key (docs/format.md lists them)",
    ]
    assert (len(told), told[-1]) == (101, "1 KB104 4,900 more things are wrong here")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("attribution", ["ann"] * 1001),
        ("qualifiers", {f"q{n}": "x" for n in range(1001)}),
        ("cues", {"time": [[1, 2]] * 1001}),
    ],
)
def test_no_claim_has_a_thousand_voices_qualifiers_or_cues(key: str, value: object) -> None:
    entry = GOOD.replace("}\n", f", {key}: {json.dumps(value)}}}\n")
    (told,) = _told(f"format: 1\nsource: s\nclaims:\n{entry}")
    assert key in told
    assert "at most 1000 items" in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ["1 KB104 not a file of claims: format, source and claims are missing"]),
        ("- a\n", ["1 KB104 not a file of claims: format, source and claims are missing"]),
        ("format: 2\nsource: s\n", ["1 KB104 format 2 is newer than this leica-kb reads (1); upgrade leica-kb"]),
        ("format: 1\n", ["1 KB104 source: is missing"]),
        ("format: 1\nsource: s\nclaims: words\n", ["3 KB104 claims: must be a list"]),
        ("a: [", ["2 KB103 not YAML: while parsing a flow node did not find expected node content"]),
    ],
)
def test_a_file_without_a_head_gives_nothing(text: str, told: list[str]) -> None:
    assert parse_claims(text.encode(), PATH).file is None
    assert _told(text) == told


def test_an_unknown_key_in_the_head_does_not_stop_the_claims() -> None:
    parsed = parse_claims(f"format: 1\nsource: 2013\nsauce: x\nclaims:\n{GOOD}".encode(), PATH)
    assert parsed.file is not None
    assert (parsed.file.source, len(parsed.file.claims)) == ("2013", 1)
    assert [found.line for found in parsed.problems] == [3]


def test_the_same_id_twice_is_told_and_the_first_counts() -> None:
    entry = GOOD.replace("{", "{id: c-000000000001, ", 1)
    text = f"format: 1\nsource: s\nclaims:\n{entry}{entry.replace('m10', 'm11')}"
    parsed = parse_claims(text.encode(), PATH)
    assert parsed.file is not None
    assert [claim.subject for claim in parsed.file.claims] == ["m10"]
    assert _told(text) == ["5 KB105 id c-000000000001 stands on line 4 already; leave it out and build gives a new one"]


def test_numbers_words_and_dates_stay_what_the_model_says() -> None:
    entry = (
        "  - {subject: 2013, predicate: no, object: {%s}, quote: 12:30, qualifiers: {rank: 2, model: 1.10},"
        " time: {stated: 2013-03, valid: 2013}, review: {state: accepted, on: 2026-11-21}}\n"
    )
    file = parse_claims(
        f"format: 1\nsource: s\nclaims:\n{entry % 'number: 1.10, unit: 35'}{entry % 'money: 1e3, currency: GBP'}"
        f"{entry % 'text: 7'}".encode(),
        PATH,
    ).file
    assert file is not None
    one, two, three = (draft.claim for draft in file.drafts)
    assert (one.subject, one.predicate, one.quote) == ("2013", "no", "12:30")
    assert (one.time.stated, one.time.valid, one.review.on) == ("2013-03", "2013", "2026-11-21")
    assert one.qualifiers == {"rank": 2, "model": "1.10"}
    assert (one.object, two.object, three.object) == (NumberValue(1.1, "35"), MoneyValue(1000.0, "GBP"), TextValue("7"))


def test_ids_are_given_once_and_count_equal_claims() -> None:
    file = parse_claims(
        f"format: 1\nsource: s\nclaims:\n{GOOD}{GOOD.replace('1, end: 6', '9, end: 14')}".encode(), PATH
    ).file
    assert file is not None
    one, two = file.claims
    assert (one.id, two.id) == (birth_id(one), birth_id(two, 1))
    assert assign_ids((two, one)) == (two, one)


# --- the whole folder -------------------------------------------------------------------------------------------------


def _base(root: Path, **files: str) -> None:
    (root / "claims").mkdir()
    for name, text in files.items():
        (root / "claims" / name.replace("_", ".")).write_text(text, encoding="utf-8")


def test_claims_load_by_source_and_bad_files_are_told(tmp_path: Path) -> None:
    good = "format: 1\nsource: {}\nclaims:\n" + GOOD.replace("{", "{{").replace("}", "}}")
    _base(
        tmp_path,
        b_yaml=good.format("b"),
        a_yaml=good.format("a"),
        c_yaml="[",
        kb_yaml="x",
        entities_yaml="y",
        d_yml="z",
    )
    (tmp_path / "claims" / "e.yaml").symlink_to("/etc/passwd")
    (tmp_path / "claims" / "f.yaml").mkdir()
    (tmp_path / "claims" / ".hidden.yaml").write_text("[")
    (tmp_path / "claims" / "G.yaml").write_text(good.format("G"))
    (tmp_path / "claims" / "g.yaml").write_text(good.format("g"))
    files, problems = load_claims(tmp_path)
    assert [file.source for file in files] == ["a", "b"]
    assert [(found.code, found.path.name) for found in problems] == [
        ("KB001", "G.yaml"),
        ("KB103", "c.yaml"),
        ("KB107", "d.yml"),
        ("KB103", "e.yaml"),
        ("KB103", "f.yaml"),
        ("KB001", "g.yaml"),
    ]


def test_a_misnamed_file_and_a_second_file_of_a_source(tmp_path: Path) -> None:
    _base(tmp_path, a_yaml="format: 1\nsource: a\n", x_yaml="format: 1\nsource: a\n", y_yaml="format: 1\nsource: b\n")
    files, problems = load_claims(tmp_path)
    assert [str(file.path) for file in files] == ["claims/a.yaml", "claims/y.yaml"]
    assert [(found.code, found.path.name) for found in problems] == [
        ("KB106", "x.yaml"),
        ("KB107", "x.yaml"),
        ("KB107", "y.yaml"),
    ]


def test_an_id_in_two_files_counts_in_the_first_and_is_kept_in_the_second(tmp_path: Path) -> None:
    entry = GOOD.replace("{", "{id: c-000000000001, ", 1)
    draft = "  - {id: c-000000000001, subject: a, predicate: b, object: {text: x}, quote: y}\n"
    _base(tmp_path, a_yaml=f"format: 1\nsource: a\nclaims:\n{entry}", b_yaml=f"format: 1\nsource: b\nclaims:\n{draft}")
    (first, second), problems = load_claims(tmp_path)
    assert (len(first.claims), second.claims, second.drafts) == (1, (), ())
    assert second.unread == ("c-000000000001",)
    assert [(found.code, found.path.name, found.line) for found in problems] == [("KB105", "b.yaml", 4)]


def test_a_claim_file_that_leads_out_is_told(tmp_path: Path) -> None:
    file, (found,) = load_claim_file(tmp_path, Path("../x.yaml"))
    assert (file, found.code) == (None, "KB103")
    file, (found,) = load_claim_file(tmp_path, Path("claims/x.yaml"))
    assert (file, found.message) == (None, "no such file")


def test_no_folder_no_claims(tmp_path: Path) -> None:
    assert load_claims(tmp_path) == ((), ())
    assert load_base(tmp_path) == Base()


def test_the_base_names_its_packs(tmp_path: Path) -> None:
    _base(tmp_path, kb_yaml="format: 1\npacks: [leica]\n")
    assert load_base(tmp_path) == Base(1, ("leica",))


@pytest.mark.parametrize(
    ("text", "words"), [("packs: [a]\n", "format: is missing"), ("format: 1\npacks: a\n", "kb.yaml:2")]
)
def test_a_base_that_cannot_be_read_is_told(tmp_path: Path, text: str, words: str) -> None:
    _base(tmp_path, kb_yaml=text)
    with pytest.raises(InputError, match=words):
        load_base(tmp_path)


def test_the_digest_of_the_claims_follows_their_bytes(tmp_path: Path) -> None:
    _base(tmp_path, a_yaml="format: 1\nsource: a\n")
    before = claims_digest(tmp_path)
    assert claims_digest(tmp_path) == before
    (tmp_path / "claims" / "a.yaml").write_text("format: 1\nsource: b\n")
    assert claims_digest(tmp_path) != before


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("000_80d2b20f5697d587", "000_80d2b20f5697d587.yaml"),
        ("kb", "%6Bb.yaml"),
        ("Entities", "%45ntities.yaml"),
        ("../up", "%2E.%2Fup.yaml"),
        ("a:b?.", "a%3Ab%3F%2E.yaml"),
        ("50%", "50%25.yaml"),
        ("Größe 日本", "Größe 日本.yaml"),
    ],
)
def test_a_source_s_file_has_a_name_that_every_system_takes(source: str, name: str) -> None:
    assert claims_path(source) == Path("claims") / name


def test_long_names_are_cut_and_stay_apart() -> None:
    one, two = (proposed_path("日" * 200 + end).name for end in "ab")
    assert one != two
    assert len(one.encode()) < 200


def test_every_code_is_used_with_its_own_words() -> None:
    assert problem("KB101", "x", PATH).kind == "quote-missing"
    assert list(CODES) == sorted(CODES)
    assert len(set(CODES.values())) == len(CODES)


def test_a_new_file_has_no_claims() -> None:
    assert (ClaimFile("s").claims, ClaimFile("s").digest) == ((), "")
