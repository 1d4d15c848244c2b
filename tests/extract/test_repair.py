"""What the parser is known to read wrongly, read rightly after the repairs."""

from __future__ import annotations

import pytest

from leica_kb.extract.parsing.mention import Mention
from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.extract.repairs.repair import REPAIRS, repair
from leica_kb.model import Span
from tests.extract.saying import Reader

LEMMAS = {"is": "be"}
NAMES = {"Anaeko": "company", "Vogt": "company", "Moor": "person", "Berg": "person"}


def grown(*rows: tuple[str, str, str, str, int]) -> Tree:
    """A tree of (word, part of speech, tag, relation, index of the head; the root's is its own)."""
    nodes: list[Node] = []
    at = 0
    for i, (word, pos, tag, dep, _) in enumerate(rows):
        nodes.append(Node(i, word, LEMMAS.get(word, word), pos, tag, dep, at, at + len(word)))
        at += len(word) + 1
    for i, (*_, head) in enumerate(rows):
        if head != i:
            nodes[i].attach(nodes[head], nodes[i].dep)
    for node in nodes:
        if node.text in NAMES:
            node.mention = Mention(node.span, NAMES[node.text], node.text, node.text.lower())
    return Tree(tuple(nodes), Span(0, at))


def relation(tree: Tree, word: str) -> tuple[str, str | None]:
    node = next(n for n in tree.nodes if n.text == word)
    return node.dep, node.head.text if node.head else None


def test_a_repair_never_breaks_the_tree(leica: Reader) -> None:
    for text in SENTENCES:
        tree = leica.tree(text)
        assert len([n for n in tree.nodes if n.head is None]) == 1, text
        assert {id(n) for n in tree.root.subtree()} == {id(n) for n in tree.nodes}, text
        assert all(n in n.head.children for n in tree.nodes if n.head), text


SENTENCES = [
    "Sony, Nikon etc. make lenses.",
    "The plant was completed by the end of the year.",
    "An alliance between Leica Panasonic and Sigma began.",
    "Sensors by Sony, Panasonic, Fujifilm are good.",
    "The CCD’s are tested twice.",
    "It is an X-series not an M-series.",
    "Sony is the maker, not the designer.",
    "It is good for Panasonic to make cameras.",
    "The company waited for the moment for the new factory to own Zeiss.",
    "As Kaufmann notes, the plant is small.",
    "Based in Beaumont, the company is small.",
    "Sigma is an Internet Service Provider.",
    "It was founded by a businessman, Peter Moor.",
    "Orbita Systems was based in Wylie, later in Caddo Mills and now in Star.",
]


def test_a_node_hung_below_its_own_branch_changes_places_with_it() -> None:
    tree = grown(
        ("time", "NOUN", "NN", "ROOT", 0),
        ("for", "ADP", "IN", "prep", 0),
        ("Anna", "PROPN", "NNP", "pobj", 1),
        ("to", "PART", "TO", "aux", 4),
        ("build", "VERB", "VB", "relcl", 2),
    )
    repair(tree)
    assert relation(tree, "Anna") == ("nsubj", "build")
    assert relation(tree, "build") == ("pobj", "for")
    tree.nodes[4].attach(tree.nodes[4], "conj")
    assert relation(tree, "build") == ("pobj", "for")


def test_the_time_by_which_is_no_agent(leica: Reader) -> None:
    roles = leica.roles("The plant was completed by March 2013.", "complete")
    assert "agent" not in roles
    assert roles["patient"] == ["plant"]


def test_the_person_behind_a_plain_by_is_the_agent(companies: Reader) -> None:
    text = "Orbita Systems was founded in 1992 by Peter Moor and Dr. Anna Berg, who left in 2007."
    assert companies.roles(text, "found")["agent"] == ["Peter Moor", "Dr. Anna Berg"]


def test_names_in_a_row_are_a_list(leica: Reader) -> None:
    roles = leica.roles("The sensor was made by Sony, Panasonic, Nikon.", "make")
    assert roles["agent"] == ["Sony", "Panasonic", "Nikon"]


def test_the_name_before_et_cetera_is_of_the_list(leica: Reader) -> None:
    assert "Nikon" in leica.roles("Sony, Nikon etc. make lenses.", "make")["agent"]


def test_a_negation_after_the_complement_is_the_alternatives(leica: Reader) -> None:
    tree = leica.tree("Sony is the maker, not the designer.")
    assert relation(tree, "not")[1] == "designer"


def test_an_office_after_a_name_holds_for_the_name(companies: Reader) -> None:
    text = "Peter Moor, founder and president of Orbita Systems, retired."
    assert companies.roles(text, "founder")["is"] == ["Peter Moor"]


def test_later_places_are_the_same_verbs(companies: Reader) -> None:
    text = "The firm is based in Wylie and now in Star."
    assert "Wylie" in companies.roles(text, "base")["in"]


def test_a_participle_in_front_shares_the_subject(companies: Reader) -> None:
    roles = companies.roles("Based in Madrid, Orbita Systems sells satellites.", "base")
    assert roles.get("patient", roles.get("agent")) == ["Orbita Systems"]


def test_a_lone_capital_is_an_unknown_name(companies: Reader) -> None:
    node = next(n for n in companies.tree("Yesterday Zorblax was sold to France.").nodes if n.text == "Zorblax")
    assert node.mention is not None
    assert not node.mention.known


def test_a_class_in_capitals_is_no_name(companies: Reader) -> None:
    tree = companies.tree("Orbita Systems is an Internet Service Provider.")
    assert not any(n.mention and n.mention.text.endswith("Provider") for n in tree.nodes)


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        (  # two subjects of «is»: the later is the complement
            [("Anna", "PROPN", "NNP", "nsubj", 1), ("is", "AUX", "VBZ", "ROOT", 1), ("one", "NOUN", "NN", "nsubj", 1)],
            "one",
            ("attr", "is"),
        ),
        (  # an apostrophe plural owned by a verb is its subject
            [("chips", "NOUN", "NNS", "poss", 1), ("tested", "VERB", "VBN", "ROOT", 1)],
            "chips",
            ("nsubjpass", "tested"),
        ),
        ([("chips", "NOUN", "NNS", "poss", 1), ("work", "VERB", "VBP", "ROOT", 1)], "chips", ("nsubj", "work")),
        (  # a «not» behind a noun belongs to the alternative
            [("lens", "NOUN", "NN", "ROOT", 0), ("not", "PART", "RB", "neg", 0), ("camera", "NOUN", "NN", "appos", 0)],
            "not",
            ("neg", "camera"),
        ),
        (  # «for X to make»
            [("time", "NOUN", "NN", "ROOT", 0), ("for", "ADP", "IN", "prep", 0), ("Anna", "PROPN", "NNP", "pobj", 1),
             ("to", "PART", "TO", "aux", 4), ("make", "VERB", "VB", "advcl", 0)],
            "Anna",
            ("nsubj", "make"),
        ),
        (  # «Anaeko, based in Wylie, is»: what the comma holds is the verb's
            [("Anaeko", "PROPN", "NNP", "nsubj", 3), (",", "PUNCT", ",", "punct", 3),
             ("based", "VERB", "VBN", "advcl", 1), ("is", "AUX", "VBZ", "ROOT", 3)],
            "based",
            ("advcl", "is"),
        ),
        (  # «Anaeko, based in Wylie, is» read with two subjects
            [("Anaeko", "PROPN", "NNP", "nsubj", 2), ("based", "VERB", "VBN", "csubj", 2),
             ("is", "AUX", "VBZ", "ROOT", 2)],
            "based",
            ("acl", "Anaeko"),
        ),
        (  # «CEO of Anaeko, a company»: the gloss is the company's
            [("ceo", "NOUN", "NN", "ROOT", 0), ("of", "ADP", "IN", "prep", 0), ("Anaeko", "PROPN", "NNP", "pobj", 1),
             ("company", "NOUN", "NN", "appos", 0)],
            "company",
            ("appos", "Anaeko"),
        ),
        (  # «founded by a businessman, Moor»: the name is the businessman's
            [("founded", "VERB", "VBN", "ROOT", 0), ("by", "ADP", "IN", "agent", 0), ("man", "NOUN", "NN", "pobj", 1),
             ("Moor", "PROPN", "NNP", "appos", 0)],
            "Moor",
            ("appos", "man"),
        ),
        (  # «Moor, president of Vogt»: without an «and» between them the office glosses the name
            [("Moor", "PROPN", "NNP", "nsubj", 2), ("president", "NOUN", "NN", "conj", 0),
             ("left", "VERB", "VBD", "ROOT", 2)],
            "president",
            ("appos", "Moor"),
        ),
        (  # «the CEO of Vogt, Moor»: the person holds the office
            [("ceo", "NOUN", "NN", "ROOT", 0), ("of", "ADP", "IN", "prep", 0), ("Vogt", "PROPN", "NNP", "pobj", 1),
             ("Moor", "PROPN", "NNP", "appos", 2)],
            "Moor",
            ("appos", "ceo"),
        ),
        (  # «CEO of Vogt, based …»: the clause is the company's
            [("ceo", "NOUN", "NN", "ROOT", 0), ("of", "ADP", "IN", "prep", 0), ("Vogt", "PROPN", "NNP", "pobj", 1),
             ("based", "VERB", "VBN", "acl", 0)],
            "based",
            ("acl", "Vogt"),
        ),
        (  # «Based in Perth, the firm is …»: the main clause is what follows
            [("Based", "VERB", "VBN", "ROOT", 0), ("firm", "NOUN", "NN", "nsubj", 2), ("is", "AUX", "VBZ", "ccomp", 0)],
            "Based",
            ("advcl", "is"),
        ),
        (  # «as Moor notes»: a noun that says something
            [("as", "SCONJ", "IN", "mark", 2), ("Moor", "PROPN", "NNP", "compound", 2),
             ("note", "NOUN", "NNS", "ROOT", 2)],
            "Moor",
            ("nsubj", "note"),
        ),
        (  # «Vogt, Anaeko etc.»
            [("Vogt", "PROPN", "NNP", "ROOT", 0), ("Anaeko", "PROPN", "NNP", "compound", 2),
             ("etc.", "X", "FW", "conj", 0)],
            "Anaeko",
            ("conj", "Vogt"),
        ),
        (  # «between Vogt Anaeko»: a comma is missing, no compound
            [("between", "ADP", "IN", "ROOT", 0), ("Vogt", "PROPN", "NNP", "compound", 2),
             ("Anaeko", "PROPN", "NNP", "pobj", 0)],
            "Anaeko",
            ("conj", "Vogt"),
        ),
        (  # «is the maker, not the seller» read with a negated verb
            [("is", "AUX", "VBZ", "ROOT", 0), ("maker", "NOUN", "NN", "attr", 0), ("not", "PART", "RB", "neg", 0),
             ("seller", "NOUN", "NN", "npadvmod", 0)],
            "not",
            ("neg", "seller"),
        ),
        (  # «based in Wylie, now in Star»: the later place is the same verb's
            [("firm", "NOUN", "NN", "ROOT", 0), ("based", "VERB", "VBN", "acl", 0), ("in", "ADP", "IN", "prep", 1),
             ("now", "ADV", "RB", "advmod", 4), ("in", "ADP", "IN", "prep", 0)],
            "now",
            ("advmod", "in"),
        ),
    ],
)  # fmt: skip
def test_mending_a_tree_by_hand(
    rows: list[tuple[str, str, str, str, int]], word: str, expected: tuple[str, str]
) -> None:
    assert relation(repair(grown(*rows)), word) == expected


def test_each_repair_says_what_it_mends() -> None:
    assert all(mend.__doc__ for mend in REPAIRS)
