"""Constructions that a careful reader reads, each on sentences that stand in no suite and in no article."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

READ = [
    # coordination that the tagger takes for an active past tense
    ("The Nikon Z6 is designed in Tokyo and assembled in Thailand.", "made_in", {"nikon-z6 made_in thailand"}),
    ("The Sony A1 is sold everywhere but built in Thailand.", "made_in", {"sony-a1 made_in thailand"}),
    # towns in a row are no town in a town
    ("Nikon has factories in Sendai, Tochigi and Ayutthaya.", "has_factory_in",
     {"nikon has_factory_in sendai", "nikon has_factory_in ayutthaya"}),
    # a common noun is what the name beside it is
    ("Its flagship, the Nikon Z9, is assembled in Thailand.", "made_in", {"nikon-z9 made_in thailand"}),
    ("The 50 mm lens, sold as the Nikon Z 50, is assembled in Thailand.", "made_in", {"nikon-z-50 made_in thailand"}),
    # who belongs to whom
    ("Since 2016 Nikon has belonged to Mitsubishi.", "subsidiary_of", {"nikon subsidiary_of mitsubishi"}),
    ("Sigma belongs to the L-Mount Alliance.", "member_of", {"sigma member_of l-mount-alliance"}),
    ("A cheaper series, the Norbrandt Mira, is made in China.", "made_in", {"norbrandt-mira made_in china"}),
    # lenses by focal length, aperture and marks, in any order
    ("The Sigma 35mm f/1.4 DG DN Art is made in Aizu.", "made_in", {"sigma-35mm-f-1.4-dg-dn-art made_in aizu"}),
    ("The 85mm f/1.8 Batis was made by Cosina.", "made_by", {"85mm-f-1.8-batis made_by cosina"}),
    # a date behind coordinated verbs is that of its own verb, where the first has an agent or object
    ("The Nikon Z9 was built by Tokina and announced in Cologne.", "made_in", set()),
    # a name in front of goods is no place
    ("KMZ manufactures Zenit cameras.", "made_in", set()),
    # clefts
    ("It was Tamron that built the Pentax 645Z.", "made_by", {"pentax-645z made_by tamron"}),
    ("Nikon loves Sendai. It was there that the company built the Z9.", "made_in", {"nikon-z9 made_in sendai"}),
    # lists below and behind their lead-in
    ("These cameras are made in Japan: the Nikon Z9, the Canon R3 and the Sony A1.", "made_in",
     {"nikon-z9 made_in japan", "canon-r3 made_in japan", "sony-a1 made_in japan"}),
    ("Firms owned by Ricoh:\n\n- Pentax\n- Tamron", "subsidiary_of",
     {"pentax subsidiary_of ricoh", "tamron subsidiary_of ricoh"}),
    # what a pronoun in a clause in front means
    ("Having opened its plant in Sendai, Nikon hired 300 people.", "has_factory_in", {"nikon has_factory_in sendai"}),
    # gaps
    ("Nikon is based in Tokyo, Zeiss in Oberkochen.", "based_in",
     {"nikon based_in tokyo", "zeiss based_in oberkochen"}),
    ("The Nikon Z9 was designed by Peter Moor and the Canon R3 by Jane Roe.", "designed_by",
     {"nikon-z9 designed_by peter-moor", "canon-r3 designed_by jane-roe"}),
    ("Nikon makes its cameras in Thailand, Canon in Japan.", "made_in",
     {"nikon-cameras made_in thailand", "canon-cameras made_in japan"}),
    # exceptions are the other way round
    ("All Nikon cameras are made in Thailand except the Nikon Zf.", "made_in",
     {"nikon-cameras made_in thailand", "- nikon-zf made_in thailand"}),
    # negation stands where it governs
    ("Nikon has no factory in China.", "has_factory_in", {"- nikon has_factory_in china"}),
    ("Nikon never left Japan and makes the Z9 in Sendai.", "made_in", {"nikon-z9 made_in sendai"}),
    # shouted headlines
    ("NIKON BASED IN TOKYO\n\nA visit.", "based_in", {"nikon based_in tokyo"}),
    # asides speak of the name before them
    ("Sigma (founded in 1961 by Michihiro Yamaki) makes lenses.", "founded_by",
     {"sigma founded_by michihiro-yamaki"}),
    # a description says something itself
    ("Hasselblad is for sale. The Swedish firm was bought by DJI.", "based_in", {"hasselblad based_in sweden"}),
    ("Nikon and Canon are old rivals. Both companies have their headquarters in Tokyo.", "based_in",
     {"nikon based_in tokyo", "canon based_in tokyo"}),
    # a description means somebody else than the subject of its clause
    ("Hasselblad is for sale. DJI has bought the Swedish firm.", "based_in", {"hasselblad based_in sweden"}),
    # a sentence in front of a semicolon stands for itself
    ("Nikon has been producing medium format cameras since 1990; the next one will be better.", "makes",
     {"nikon makes medium-format-cameras"}),
    # particles
    ("Sony has taken over Minolta.", "acquired_by", {"minolta acquired_by sony"}),
    ("Sony's acquisition of Minolta surprised nobody.", "acquired_by", {"minolta acquired_by sony"}),
    # classes keep what makes them smaller
    ("Fujifilm’s medium-format cameras are made in Taiwa.", "made_in",
     {"fujifilm-medium-format-cameras made_in taiwa"}),
    ("The lenses made by Tokina in Tokyo are good.", "made_by", {"tokina-lenses made_by tokina"}),
    ("There is a waiting list of six months for the Nikon Z9.", "waiting_list", {"nikon-z9 waiting_list 6 month"}),
    ("The waiting list for the Nikon Z9 is six months long.", "waiting_list", {"nikon-z9 waiting_list 6 month"}),
    ("It was in 1917 that Nikon was founded.", "founded_in", {"nikon founded_in 1917"}),
    ("Nikon's history began in 1917.", "founded_in", {"nikon founded_in 1917"}),
    ("Every one of the Nikon Z9 bodies is built in Japan.", "made_in", {"nikon-z9 made_in japan"}),
    # raising and superseding
    ("Japan overtook Germany as Nikon's largest market.", "market_rank", {"nikon market_rank japan"}),
    ("Nikon's Sendai plant turns out the Z9.", "makes", {"nikon makes nikon-z9"}),
    # what stands where something is named, or behind «what … is»
    ("Inside the Nikon Z9 sits a Sony sensor.", "sensor_supplier", {"nikon-z9 sensor_supplier sony"}),
    ("Under the hood of the Nikon Z9 works a sensor from Sony.", "sensor_supplier", {"nikon-z9 sensor_supplier sony"}),
    ("What Tokina makes is the Pentax 17.", "made_by", {"pentax-17 made_by tokina"}),
    ("What Tokina makes is not the Pentax 17.", "made_by", {"- pentax-17 made_by tokina"}),
    ("What Tokina does not make is the Pentax 17.", "made_by", {"- pentax-17 made_by tokina"}),
    # capitals in a row are one name, whatever part of it was recognised
    ("Marta Ruiz founded the software company Lumora in Valencia.", "founded_by", {"lumora founded_by marta-ruiz"}),
    # a given name in front makes a firm's name a person's
    ("Keiko Matsushita founded Lumora Systems in 1952.", "founded_by", {"lumora-systems founded_by keiko-matsushita"}),
    ("Canon's Utsunomiya plant makes lenses.", "has_factory_in", {"canon has_factory_in utsunomiya"}),
    # echoes of the clause itself, not of what stands inside it
    ("Canon makes its own sensors, and so does Sony.", "develops_own_sensor",
     {"canon develops_own_sensor «image sensor»", "sony develops_own_sensor «image sensor»"}),
]  # fmt: skip

JUDGED = [
    ("Most testers find the Nikon Z9 disappointing.", {"nikon-z9 assessment «disappointing»"}),
    ("Some find the Nikon Z9 too heavy for a walk.", {"nikon-z9 assessment «too heavy for a walk»"}),
    ("I consider the Nikon Z9 the finest camera of the year.", {"nikon-z9 assessment «finest camera of the year»"}),
    ("He called the Nikon Z9 a masterpiece.", {"nikon-z9 assessment «masterpiece»"}),
    ("The Nikon Z9 is a superb camera.", {"nikon-z9 assessment «superb camera»"}),
    ("I found the Nikon Z9 in a shop in Tokyo.", set[str]()),
    ("You can find the Nikon Z9 cheap on the internet.", set[str]()),
    ("Nikon named its camera the Nikon Z9.", set[str]()),
]


@pytest.mark.parametrize(("text", "said"), JUDGED)
def test_judgements_in_free_words(leica: Reader, text: str, said: set[str]) -> None:
    assert leica.says(text, "assessment") == said


def test_a_judgement_is_of_who_makes_it(leica: Reader) -> None:
    [claim] = leica.claims("Peter Moor finds the Nikon Z9 too heavy.", "assessment")
    assert (claim.speaker, claim.modality) == ("peter-moor", "opinion")


@pytest.mark.parametrize(("text", "predicate", "said"), READ)
def test_what_a_reader_reads(leica: Reader, text: str, predicate: str, said: set[str]) -> None:
    assert leica.says(text, predicate) >= said


NAMED = [
    ("The Trioplan is made in Germany.", "trioplan"),
    ("The Lindgren Nova appears to be made in Germany.", "lindgren-nova"),
    ("The Ricoh Horizon is made in Germany.", "ricoh-horizon"),
    ("The Pentax 17 is made in Germany.", "pentax-17"),
    ("A Lindgren Nova 2 is made in Germany.", "lindgren-nova-2"),
    ("The Lindgren Sixty is made in Germany.", "lindgren-sixty"),
    ("The Sigma 45 mm f/2.8 is made in Germany.", "sigma-45-mm-f-2.8"),
    ("A Lindgren K-200 is made in Germany.", "lindgren-k-200"),
    ("Nobody told us that the Vega panoramic camera is made in Germany.", "vega"),
    ("Lindgren lenses are made in Germany.", "lindgren-lenses"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_names_that_nobody_listed(leica: Reader, text: str, name: str) -> None:
    assert f"{name} made_in germany" in leica.says(text, "made_in")


@pytest.mark.parametrize(
    "text",
    [
        "The Nikon Foundation is made in Germany.",
        "The Nikon CEO was made in Germany.",
        "In March 2 is made in Germany.",
        "Were Canon to buy Pentax, nothing would change.",
        "The Kestrel Group is made in Germany.",
        "Nikon makes a new camera.",
        "In 1920 Nikon began working with Peter Moor.",
        "In 2015 Nikon launched a Kickstarter.",
        "Nikon did not say that the Z9 is made in China.",
        "Nikon could teach Canon how to make lenses.",
    ],
)
def test_no_product_and_no_fact(leica: Reader, text: str) -> None:
    assert leica.says(text) == set()


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Nikon is bound to open a factory in India.", "predicted"),
        ("Nikon is set to open a factory in India.", "planned"),
        ("Nikon has decided to open a factory in India.", "planned"),
        ("Nikon must have opened a factory in India.", "speculated"),
        ("Word is that Nikon has opened a factory in India.", "speculated"),
        ("Nikon is going to open a factory in India.", "planned"),
        ("Nikon will have a factory in India, if only to please its owners.", "planned"),
        ("It is whispered that Nikon has opened a factory in India.", "speculated"),
        ("The firm said that Nikon would open a factory in India.", "planned"),
        ("By 2030 Nikon will have opened a factory in India.", "predicted"),
        ("In five years Nikon will have a factory in India.", "predicted"),
    ],
)
def test_how_surely(leica: Reader, text: str, modality: str) -> None:
    assert {c.modality for c in leica.claims(text, "has_factory_in")} == {modality}


def test_an_echo_is_of_its_own_clause_only(leica: Reader) -> None:
    said = leica.says("Nikon, which owns Sigma, has a factory in Japan, and so has Sony.")
    assert "sony owns sigma" not in said
    assert "nikon owns sigma" in said


def test_a_time_in_front_is_that_of_every_clause_without_its_own(leica: Reader) -> None:
    said = leica.says("In 1985 Nikon was founded and Sigma was established.", "founded_in")
    assert said == {"nikon founded_in 1985", "sigma founded_in 1985"}
    later = leica.says("In 1985 Nikon was founded and Sigma was established later.", "founded_in")
    assert later == {"nikon founded_in 1985"}


MORE = [
    ("For Nikon, China is the biggest market.", {"nikon market_rank china"}),
    ("Why did Minolta, which owned Rollei, give up?", {"minolta owns rollei", "rollei subsidiary_of minolta"}),
    ("The Fujifilm X-T5 is the ugliest camera of the year.", {"fujifilm-x-t5 assessment «ugliest camera of the year»"}),
    ("The Nikon Z8 has the best grip.", {"nikon-z8 assessment «best grip»"}),
    ("The Nikon Zf and the Sony A7 are identical.", {"nikon-zf equivalent_to sony-a7"}),
    ("Minolta was a rival. The firm went to Sony in 2006.", {"minolta acquired_by sony"}),
    ("Nikon went to Canon for help.", set()),
    ("Canon and Nikon were partners for years.", {"canon partner_of nikon"}),
    ("The managing editor of DPReview is Peter Lund.", {"peter-lund holds_role dpreview"}),
    ("Nikon is old. It makes autofocus lenses.", {"nikon makes autofocus-lenses"}),
    (
        "Sony builds most of its cameras in Thailand, Canon in Japan.",
        {
            "sony-cameras made_in thailand",
            "canon-cameras made_in japan",
            "sony-cameras made_by sony",
            "canon-cameras made_by canon",
        },
    ),
    ("Rollei did not design the Nova Two; Zeiss did.", {"- nova-two designed_by rollei", "nova-two designed_by zeiss"}),
    (
        "Canon makes its own sensors, but Pentax does not.",
        {"canon develops_own_sensor «image sensor»", "- pentax develops_own_sensor «image sensor»"},
    ),
    ("Sony bought Minolta, and Peter Lund became its director.", {"minolta acquired_by sony"}),
    (
        "Minolta was a rival. The firm was founded in 1928, went to Sony in 2006 and was closed.",
        {"minolta founded_in 1928", "minolta acquired_by sony"},
    ),
    ("Cameras with a serial number were made by Nikon.", {"cameras-with-serial-number made_by nikon"}),
    ("Sony may make the sensor of the next Nikon.", {"next-nikon sensor_supplier sony"}),
    ("Orlik sells most in Spain. Its second largest market is Italy.", {"orlik market_rank italy"}),
]


@pytest.mark.parametrize(("text", "said"), MORE)
def test_what_natural_sentences_say(leica: Reader, text: str, said: set[str]) -> None:
    assert leica.says(text) == said


PARTS = [
    ("The lens of the Vega Two was designed by Zeiss.", {"vega-two-lens designed_by zeiss"}),
    ("Probably Sigma makes the lens of the Leica Q3.", {"leica-q3 lens_supplier sigma"}),
    ("The lenses of the Kestrel Sixty were supplied by Rodenstock.", {"kestrel-sixty lens_supplier rodenstock"}),
    ("Tamron makes most Nikon lenses.", {"nikon-lenses made_by tamron"}),
]


@pytest.mark.parametrize(("text", "said"), PARTS)
def test_a_part_is_not_the_whole(leica: Reader, text: str, said: set[str]) -> None:
    assert leica.says(text) == said


def test_whom_we_means_is_told_behind_the_quotation(leica: Reader) -> None:
    said = leica.says("“We design every lens in Tokyo,” says Ayako Hirose, president of Okazaki Seiki.", "designed_by")
    assert said == {"okazaki-seiki-lenses designed_by okazaki-seiki"}


@pytest.mark.parametrize(
    ("words", "scope"),
    [
        ("Half of all Nikon lenses", "some"),
        ("A third of Nikon lenses", "some"),
        ("Some 80 percent of Nikon lenses", "some"),
        ("Hardly any Nikon lenses", "some"),
        ("All but one of the Nikon lenses", "most"),
        ("Two of the Nikon lenses", "some"),
        ("Most of the Nikon lenses", "most"),
    ],
)
def test_how_many_of_them(leica: Reader, words: str, scope: str) -> None:
    [claim] = leica.claims(f"{words} are made in Thailand.", "made_in")
    assert (claim.subject, claim.qualifiers["scope"]) == ("nikon-lenses", scope)


def test_only_and_every_are_scope_of_names_and_of_what_is_somebodys(leica: Reader) -> None:
    [claim] = leica.claims("Only the Nikon D6 is made in Sendai.", "made_in")
    assert claim.qualifiers["scope"] == "only"
    [claim] = leica.claims("“We make every lens in Tokyo,” said Eva Ray, CEO of Sigma.", "made_in")
    assert (claim.subject, claim.qualifiers["scope"]) == ("sigma-lenses", "all")


def test_not_until_then_is_since_then(leica: Reader) -> None:
    [claim] = leica.claims("It was not until 2004 that Nikon owned Sigma.", "owns")
    assert (claim.polarity, claim.time.valid) == ("affirmed", "2004/..")


def test_what_a_clause_does_with_its_noun_is_not_granted_by_the_noun(leica: Reader) -> None:
    [claim] = leica.claims("Nikon said it would buy the remaining shares of Tokina.", "owns")
    assert claim.modality == "planned"
