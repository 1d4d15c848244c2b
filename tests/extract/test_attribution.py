"""Who says it: the speaker first, then every relay; nobody where the source speaks itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leica_kb.extract.factuality.attribution import Voices
from leica_kb.extract.parsing.mention import Mention
from leica_kb.lang.tokens import slug
from leica_kb.model import EntityValue, Metadata, Span
from tests.extract.saying import Reader

SPOKEN = [
    ("Peter Moor said that Nikon owns Sigma.", "Peter Moor said"),
    ("Peter Moor told Wired that Nikon owns Sigma.", "Peter Moor told"),
    ("According to Peter Moor, Nikon owns Sigma.", "According to Peter Moor"),
    ("Nikon owns Sigma, according to Peter Moor.", "according to Peter Moor"),
    ("Nikon owns Sigma, Peter Moor said.", "Peter Moor said"),
    ("As Peter Moor explained, Nikon owns Sigma.", "Peter Moor explained"),
    ("“Nikon has owned Sigma since 1990,” said Peter Moor.", "said Peter Moor"),
    ("Peter Moor wrote: “Nikon has owned Sigma since 1990.”", "Peter Moor wrote"),
    ('"Nikon has owned Sigma since 1990," Peter Moor added.', "Peter Moor added"),
    ("“Nikon has owned Sigma since 1990,” Peter Moor, its lawyer, said.", None),
]


@pytest.mark.parametrize(("text", "cue"), SPOKEN)
def test_the_speaker_and_the_words_that_tell(leica: Reader, text: str, cue: str | None) -> None:
    [claim] = leica.claims(text, "owns")
    assert claim.attribution[0] == "peter-moor"
    assert claim.speaker == "peter-moor"
    if cue:
        assert [s.of(text) for s in claim.cues["attribution"]] == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "Nikon owns Sigma.",
        "Nikon owns Sigma. Peter Moor said nothing.",
        "Peter Moor praised the lens. Nikon owns Sigma.",
        "Nikon owns the “small but famous” Sigma.",
    ],
)
def test_the_source_itself(leica: Reader, text: str) -> None:
    assert [c.attribution for c in leica.claims(text, "owns")] == [()]


def test_the_nearest_speaker_is_the_quotations(leica: Reader) -> None:
    text = "“Nikon has owned Sigma since 1990,” said Peter Moor. “Canon has owned Pentax since 1999,” said Anna Berg."
    assert {(c.subject, c.attribution) for c in leica.claims(text, "owns")} == {
        ("nikon", ("peter-moor",)),
        ("canon", ("anna-berg",)),
    }


def test_what_the_article_retells_is_a_relay(leica: Reader) -> None:
    metadata = Metadata(retells=("lens-podcast",))
    [claim] = leica.claims("Peter Moor said that Nikon owns Sigma.", "owns", metadata)
    assert claim.attribution == ("peter-moor", "via:lens-podcast")
    [own] = leica.claims("Nikon owns Sigma.", "owns", metadata)
    assert own.attribution == ()


def test_notes_of_an_interview_are_the_interviewees(leica: Reader) -> None:
    text = "Notes from an interview with Andreas Kaufmann:\n\n- Nikon owns Sigma\n- Nikon was founded in 1917\n"
    assert {c.attribution for c in leica.claims(text)} == {("andreas-kaufmann",)}


def test_a_gloss_is_the_sources_own(leica: Reader) -> None:
    text = "Peter Moor, the CEO of Nikon, said that Canon owns Sigma."
    assert {(c.predicate, c.attribution) for c in leica.claims(text)} >= {
        ("holds_role", ()),
        ("owns", ("peter-moor",)),
    }


def test_a_comment_is_its_commenters_whomever_it_quotes(leica: Reader) -> None:
    text = "Nikon owns Sigma.\n\nPeter Moor said that Nikon owns Pentax."
    document = leica.document(text)
    blocks = (document.blocks[0], replace(document.blocks[1], kind="comment", speaker="commenter:1"))
    claims = leica.extractor.read(replace(document, blocks=blocks)).claims
    assert [(c.object, c.attribution) for c in claims if c.predicate == "owns"] == [
        (EntityValue("sigma"), ()),
        (EntityValue("pentax"), ("commenter:1",)),
    ]


def test_highlights_of_an_interview_are_the_interviewees(leica: Reader) -> None:
    text = "An interview with Andreas Kaufmann\n\nSome highlights include that Nikon owns Sigma."
    assert {c.attribution for c in leica.claims(text, "owns")} == {("andreas-kaufmann",)}
    assert {c.attribution for c in leica.claims("Some highlights include that Nikon owns Sigma.", "owns")} == {()}


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Peter Moor told DPReview that Nikon owns Sigma.", ("peter-moor", "via:dpreview")),
        ("Nikon owns Sigma, Peter Moor told PetaPixel.", ("peter-moor", "via:petapixel")),
        ("As reported by PetaPixel, Peter Moor said that Nikon owns Sigma.", ("peter-moor", "via:petapixel")),
        ("In an interview with DPReview, Peter Moor said Nikon owns Sigma.", ("peter-moor", "via:dpreview")),
        ("According to DPReview, Peter Moor said that Nikon owns Sigma.", ("peter-moor", "via:dpreview")),
        ("PetaPixel quotes Peter Moor as saying that Nikon owns Sigma.", ("peter-moor", "via:petapixel")),
        ("PetaPixel reports that Peter Moor believes that Nikon owns Sigma.", ("peter-moor", "via:petapixel")),
        ("DPReview said that Peter Moor complained that Nikon owns Sigma.", ("peter-moor", "via:dpreview")),
        ("Peter Moor said in March that Nikon owns Sigma.", ("peter-moor",)),
        ("Peter Moor told us that Nikon owns Sigma.", ("peter-moor",)),
    ],
)
def test_who_hands_it_on(leica: Reader, text: str, chain: tuple[str, ...]) -> None:
    [claim] = leica.claims(text, "owns")
    assert claim.attribution == chain


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The dealer told me that Nikon owns Sigma.", "dealer"),
        ("“Nikon owns Sigma,” a retired engineer said.", "retired-engineer"),
        ("“Times change. Nikon owns Sigma now,” said the shopkeeper.", "shopkeeper"),
        ("Sigma's spokeswoman confirmed that Nikon owns Sigma.", "sigma-spokeswoman"),
        ("According to the salesman, Nikon owns Sigma.", "salesman"),
        ("Nikon’s chairman Peter Moor was brief. “Nikon has owned Sigma for years,” he said.", "peter-moor"),
        ("Peter Moor: “Nikon has owned Sigma for years.”", "peter-moor"),
        ("Peter Moor, head of Tamron: “Nikon has owned Sigma for years.”", "peter-moor"),
        ("Peter Moor: Nikon owns Sigma, and that is all.", "peter-moor"),
        ("Several reviews say that Nikon owns Sigma.", "several-reviews"),
        ("I heard a lot of people saying that Nikon owns Sigma.", "lot-of-people"),
    ],
)
def test_speakers_without_a_name_and_lines_with_one(leica: Reader, text: str, speaker: str) -> None:
    [claim] = leica.claims(text, "owns")
    assert claim.speaker == speaker


@pytest.mark.parametrize(
    "text",
    ["The label says that Nikon owns Sigma.", "Peter Moor wrongly said that Nikon owns Sigma."],
)
def test_things_do_not_speak_and_who_is_corrected_does_not_say_the_contrary(leica: Reader, text: str) -> None:
    [claim] = leica.claims(text, "owns")
    assert claim.speaker is None


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Analysts at Kobe Securities expect that Nikon will open a factory in India.", "analysts-at-kobe-securities"),
        ("We saw the Nikon Z9, whose sensor, the leaflet states, is made by Sony.", "leaflet"),
        ('In the evening Renata Moss was blunter than before: "Sony bought Minolta for the patents."', "renata-moss"),
        ("The repairman shrugged. The Nikon FM2, he said, was made in Japan.", "repairman"),
        ("Nikon is a firm of few words. The Z9 is made in Japan, it says.", "nikon"),
        ("Sanna Uotila said it was late. She added that Sony bought Minolta in 2006.", "sanna-uotila"),
    ],
)
def test_who_speaks_in_longer_texts(leica: Reader, text: str, speaker: str) -> None:
    assert {c.attribution for c in leica.claims(text)} == {(speaker,)}


def test_we_are_the_firm_that_the_same_sentence_names_behind(leica: Reader) -> None:
    said = leica.says("“We make every lens in Sendai,” says Aiko Moor, president of Hoshino Seiki.", "made_in")
    assert said == {"hoshino-seiki-lenses made_in sendai"}


def test_a_paragraph_that_is_a_quotation_is_nobodys_where_no_speaker_is_told(leica: Reader) -> None:
    speech = "“Nikon makes cameras and lenses in Sendai, and it has done so for many years, as everybody knows here.”"
    assert leica.claims(f"Here is what we were told.\n\n{speech}") == []
    told = leica.claims(f"“We are proud of it,” said Vera Holm.\n\n{speech}")
    assert {c.attribution for c in told} == {("vera-holm",)}


def test_who_speaks_behind_a_conjunction_is_no_name(leica: Reader) -> None:
    claims = leica.claims(
        "Whilst I think it's great, the Nikon Z9 is heavy. Whilst I think the Nikon Z9 is a fine rangefinder."
    )
    assert "whilst-i" not in {who for c in claims for who in c.attribution}


def test_a_quotation_of_several_paragraphs_is_all_its_speakers(leica: Reader) -> None:
    told = (
        '"In 2011 I visited Orlik in Porto, and I met people there who thought of a film about it all.\n\n'
        'In 1930 Nikon bought Sigma. There was little left.\n\nIt moved then. I found the archive by chance."'
    )
    text = f"# The last firm. An interview with Anders Holm\n\nWhat inspired you?\n\n{told}\n\nCanon owns Tamron."
    spoken = {c.predicate: c.speaker for c in leica.claims(text) if c.predicate in ("acquired_by", "owns")}
    assert spoken == {"acquired_by": "anders-holm", "owns": None}


def test_a_quotation_that_is_never_closed_is_left_open_by_mistake(leica: Reader) -> None:
    told = '"In 2011 I visited Orlik in Porto, and I met people there who thought of a film about it all.\n\n'
    text = f"# An interview with Anders Holm\n\nWhat inspired you?\n\n{told}## Later\n\nCanon owns Tamron."
    assert [c.speaker for c in leica.claims(text, "owns")] == [None]


def test_a_view_is_of_who_has_it(leica: Reader) -> None:
    [claim] = leica.claims("Paul Denby regards the Leica Q3 as a great camera.", "assessment")
    assert claim.speaker == "paul-denby"


def test_a_surname_before_a_turn_is_the_persons(leica: Reader) -> None:
    turns = "Lichtbild: Who owns it?\n\nSolberg: Nikon has owned Sigma since 1990.\n\n"
    text = f"Lenses from Bergen\n\nNikon sent Mira Solberg, its chief designer.\n\n{turns}{turns}"
    assert {c.speaker for c in leica.claims(text, "owns")} == {"mira-solberg"}


def test_a_q_before_a_question_is_no_camera(leica: Reader) -> None:
    text = "Q&A with Mira Solberg\n\nQ: Was it designed by Tom Ek?\n\nThe Q factor was measured by Tom Ek."
    assert "leica-q" not in {c.subject for c in leica.claims(text)}
    assert leica.says("The Q was designed by Tom Ek.") == {"leica-q designed_by tom-ek"}


@pytest.mark.parametrize(
    "text",
    [
        "“We are small,” said Sigma chief executive Peter Moor. “Nikon owns Sigma by half.”",
        "Sigma chief executive Peter Moor told DPReview a story. “We are small,” he said. “Nikon owns Sigma by half.”",
        "Peter Moor, chief executive of Sigma, was pleased. “Nikon owns Sigma by half,” he said.",
    ],
)
def test_a_quotation_is_of_who_holds_the_office_and_of_no_hearer(leica: Reader, text: str) -> None:
    assert {c.speaker for c in leica.claims(text, "owns")} == {"peter-moor"}


def test_a_name_with_an_office_behind_it_is_a_persons(leica: Reader) -> None:
    text = "Kazuto Morino, chief executive of Sigma, was pleased. “Nikon owns Sigma by half,” he said."
    assert {c.speaker for c in leica.claims(text, "owns")} == {"kazuto-morino"}


def test_a_firm_is_met_by_the_first_word_of_its_name(leica: Reader) -> None:
    document = leica.document(
        "Albury Imaging Inc is old. Sony is older. Albury had a loss. It said so. Lund is in Albi."
    )
    named = (("company", "Albury Imaging Inc"), ("company", "Sony"), ("place", "Albury"), ("place", "Albi"))
    starts = (document.text.rindex(words) for _, words in named)
    mentions = [
        Mention(Span(start, start + len(words)), kind, words, slug(words), known=False)
        for (kind, words), start in zip(named, starts, strict=True)
    ]
    told = {m.text for m in Voices.of(document, mentions).companies}
    assert told == {"Albury Imaging Inc", "Sony", "Albury"}
