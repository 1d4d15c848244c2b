"""One fact in many words: the verbs and nouns by which people tell of making, founding, owning and the rest."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

SAID = [
    # making
    ("Konica brought out the Hexar 2 in 1992.", {"konica makes hexar-2"}),
    ("In 1993 Konica rolled out the Hexar 3.", {"konica makes hexar-3"}),
    ("Konica came out with the Hexar 2.", {"konica makes hexar-2"}),
    ("Konica put the Hexar 2 on the market.", {"konica makes hexar-2"}),
    ("Konica’s introduction of the Hexar 2 was late.", {"konica makes hexar-2"}),
    ("Konica changed its fate with the introduction of the Hexar 2.", {"konica makes hexar-2"}),
    ("Konica began production of the Hexar 2.", {"konica makes hexar-2"}),
    ("The Hexar 2 was a camera from Konica.", {"hexar-2 made_by konica"}),
    ("Konica’s range included the Hexar 2.", {"konica makes hexar-2"}),
    ("Konica is a Japanese camera lens manufacturer.", {"konica makes camera-lenses", "konica based_in japan"}),
    ("Radio maker Konica closed.", {"konica makes radios"}),
    ("Konica was better known as a maker of photographic paper.", {"konica makes photographic-paper"}),
    ("Konica delivered 450 cameras to the navy.", {"konica makes cameras"}),
    ("Konica turned out radio parts by the end of the war.", {"konica makes radio-parts"}),
    ("All cameras produced by Konica are black.", {"konica makes cameras"}),
    ("Production of the Hexar 2 moved to Malaysia.", {"hexar-2 made_in malaysia"}),
    ("Casio introduced the CX-7 synthesizer in 1984.", {"casio makes cx-7"}),
    ("Konica put the Hexar 2 into production in 1999.", {"konica makes hexar-2"}),
    ("The Hexar 2 went into production in Malaysia.", {"hexar-2 made_in malaysia"}),
    ("The Hexar 2 comes from a plant in Malaysia.", {"hexar-2 made_in malaysia"}),
    ("Konica produced a new version of the Hexar 2.", {"konica makes hexar-2"}),
    ("Konica entered the microscope market in 1930.", {"konica makes microscopes"}),
    ("Konica made its own optical glass.", {"konica makes optical-glass"}),
    ("Konica made other instruments, including organs and pianos.", {"konica makes organs", "konica makes pianos"}),
    ("Konica built one of the finest cameras in the world, the Hexar 2.", {"hexar-2 made_by konica"}),
    ("Olympus and Panasonic both make Micro Four Thirds lenses.", {"olympus makes micro-four-thirds-lenses"}),
    ("A still earlier Konica product was the Hexar 2.", {"konica makes hexar-2"}),
    ("Konica began work in a small plant in Osaka.", {"konica has_factory_in osaka"}),
    ("The Hexar 2 was made in China, Japan and Thailand.", {"hexar-2 made_in japan", "hexar-2 made_in thailand"}),
    ("The Hexar 2 was made in countries such as Malaysia and Thailand.", {"hexar-2 made_in thailand"}),
    ("Konica introduced the Dynex 7000 in 1985.", {"konica makes dynex-7000"}),
    ("The Zeiss Milvus range is built by Cosina in Japan.", {"zeiss-milvus made_by cosina"}),
    ("Konica demonstrated the Hexar 2 in Osaka.", {"konica makes hexar-2"}),
    ("Konica introduced a slow document film stock in 1925.", {"konica makes slow-document-film-stock"}),
    ("Konica built its first harp in 1925.", {"konica makes harp"}),
    ("Konica made Orvella guitars.", {"konica makes orvella-guitars"}),
    ("Konica introduced a new SLR in 1960.", {"konica makes slr"}),
    ("In 1952 Konica introduced Slow Document Film Type E.", {"konica makes slow-document-film-type-e"}),
    ("Konica is known for the Hexar 2.", {"konica makes hexar-2"}),
    ("Konica is best known for enlargers.", {"konica makes enlargers"}),
    ("Konica specialised in binoculars.", {"konica makes binoculars"}),
    ("Konica switched to the production of binoculars.", {"konica makes binoculars"}),
    ("The Hexar 2 entered production in Malaysia.", {"hexar-2 made_in malaysia"}),
    ("Konica moved to a larger factory in Osaka.", {"konica has_factory_in osaka"}),
    # founding
    ("Anna Lind would go on to found Lind Optical in 1955.", {"lind-optical founded_by anna-lind"}),
    ("Anna Lind would later found Lind Optical.", {"lind-optical founded_by anna-lind"}),
    ("Konica came into being in 1873.", {"konica founded_in 1873"}),
    ("Konica opened its doors in 1873.", {"konica founded_in 1873"}),
    ("Konica began life in 1873 as a pharmacy.", {"konica founded_in 1873"}),
    ("Konica has its origins in 1873.", {"konica founded_in 1873"}),
    ("Konica has been in business since 1873.", {"konica founded_in 1873/.."}),
    ("Konica has been around since 1873.", {"konica founded_in 1873/.."}),
    (
        "Konica was founded in 1873 by chemist Anna Lind and merchant Emil Moor.",
        {"konica founded_by anna-lind", "konica founded_by emil-moor", "konica founded_in 1873"},
    ),
    # where a firm is
    ("Konica set up shop in Osaka.", {"konica based_in osaka"}),
    ("Konica’s headquarters moved to Osaka in 1984.", {"konica based_in osaka"}),
    ("Konica has its seat in Osaka.", {"konica based_in osaka"}),
    ("Konica grew. In 1984 Emil Moor moved the company to Osaka.", {"konica based_in osaka"}),
    ("Konica operates from Osaka.", {"konica based_in osaka"}),
    # who does what there
    ("Anna Lind joined Konica in 1956.", {"anna-lind holds_role konica"}),
    ("Konica made lenses. In 1956 Anna Lind became chief designer.", {"anna-lind holds_role konica"}),
    ("Anna Lind took charge of Konica in 1956.", {"anna-lind holds_role konica"}),
    ("Anna Lind left Konica in 2011 as head of design.", {"anna-lind holds_role konica"}),
    ("Anna Lind joined Konica as a designer in 1956.", {"anna-lind holds_role konica"}),
    ("Anna Lind worked for Konica as an engineer.", {"anna-lind holds_role konica"}),
    ("Anna Lind, an employee of Konica, was first.", {"anna-lind holds_role konica"}),
    ("Anna Lind was responsible for the design of the Hexar 2.", {"hexar-2 designed_by anna-lind"}),
    ("The inventor of the Hexar 2 was Anna Lind.", {"hexar-2 designed_by anna-lind"}),
    ("A young engineer named Anna Lind joined Konica.", {"anna-lind holds_role konica"}),
    ("Under CEO Anna Lind, Konica grew fast.", {"anna-lind holds_role konica"}),
    ("Under the leadership of Anna Lind, Konica grew fast.", {"anna-lind holds_role konica"}),
    ("The engineer behind the Hexar 2 was Anna Lind.", {"hexar-2 designed_by anna-lind"}),
    ("Anna Lind worked for the Mamiya camera company.", {"anna-lind holds_role mamiya"}),
    ("Konica hired the engineer Anna Lind in 2015.", {"anna-lind holds_role konica"}),
    ("Anna Lind heads the lens division at Konica.", {"anna-lind holds_role konica"}),
    # whose a firm is, and what it was called
    ("Konica was absorbed into Hoya.", {"konica acquired_by hoya"}),
    ("Konica passed into the hands of Hoya.", {"konica acquired_by hoya"}),
    ("Konica came under the umbrella of Hoya.", {"konica subsidiary_of hoya"}),
    ("Konica came under the control of Hoya.", {"konica subsidiary_of hoya"}),
    ("Konica joined the Hoya group in 1984.", {"konica subsidiary_of hoya"}),
    ("Hoya took control of Konica in 1984.", {"konica acquired_by hoya"}),
    ("Konica was bought by Hoya and merged into Lindner Optik.", {"konica acquired_by lindner-optik"}),
    ("Hoya took a majority stake in Konica.", {"hoya owns konica"}),
    ("Konica and Hoya are joining forces.", {"hoya partner_of konica"}),
    ("Konica started out as Lindner Optik GmbH.", {"konica same_company_as lindner-optik-gmbh"}),
    ("After the takeover by Hoya in 2004, Konica closed.", {"konica acquired_by hoya"}),
    ("Konica licensed the name from Hoya.", {"hoya licenses_brand_to konica"}),
    ("With the acquisition of Mamiya, Konica grew.", {"mamiya acquired_by konica"}),
    # what comes after what, mounts, prices
    ("The Nikon D810 is an upgrade of the Nikon D800.", {"nikon-d810 successor_of nikon-d800"}),
    ("The Nikon D810 is an improved version of the Nikon D800.", {"nikon-d810 successor_of nikon-d800"}),
    ("The Nikon D810 took the place of the Nikon D800.", {"nikon-d810 successor_of nikon-d800"}),
    ("The Nikon D800 gave way to the Nikon D810.", {"nikon-d810 successor_of nikon-d800"}),
    ("The Nikon F evolved into the Nikon F2.", {"nikon-f2 successor_of nikon-f"}),
    ("Nikon replaced the D700 with the D800.", {"nikon-d800 successor_of nikon-d700"}),
    ("The Sigma fp is built around the L-mount.", {"sigma-fp uses_mount l-mount"}),
    ("The Nikon D850 has a list price of $3,300.", {"nikon-d850 resale_price 3300 USD"}),
    ("The Nikon D850 went on sale for $3,300.", {"nikon-d850 resale_price 3300 USD"}),
    ("The Nikon D850 debuted with a price of US$3,300.", {"nikon-d850 resale_price 3300 USD"}),
    ("At $3,300, the Nikon D850 is a bargain.", {"nikon-d850 resale_price 3300 USD"}),
    ("The Nikon D850 was introduced at $3,300.", {"nikon-d850 resale_price 3300 USD"}),
    ("The Nikon D850 is now worth $300.", {"nikon-d850 resale_price 300 USD"}),
    ("The Nikon D850 is $3,300.", {"nikon-d850 resale_price 3300 USD"}),
    ("A used Orvella fetches $300.", {"orvella resale_price 300 USD"}),
    ("The Nikon D850 debuted at $3,300.", {"nikon-d850 resale_price 3300 USD"}),
    # markets, waiting, tests, inspection, packing, guarantees, how long work takes, whose name it is
    ("Belgium climbed into second place among the markets of Nikon.", {"nikon market_rank belgium"}),
    ("Belgium accounts for the largest share of Nikon’s sales.", {"nikon market_rank belgium"}),
    ("Nikon earns more in Belgium than in any other country.", {"nikon market_rank belgium"}),
    ("Belgium heads the list of Nikon’s markets.", {"nikon market_rank belgium"}),
    ("The lead time for the Nikon Z8 stands at nine weeks.", {"nikon-z8 waiting_list 9 week"}),
    ("The Nikon Z8 is backordered for nine weeks.", {"nikon-z8 waiting_list 9 week"}),
    ("It takes nine weeks to get a Nikon Z8.", {"nikon-z8 waiting_list 9 week"}),
    ("Collectors stood in line for nine days for the Nikon Z8.", {"nikon-z8 waiting_list 9 day"}),
    ("The going rate for the Nikon F2 is $400.", {"nikon-f2 resale_price 400 USD"}),
    ("Prices for the Nikon F2 average $400.", {"nikon-f2 resale_price 400 USD"}),
    ("The Nikon F2 was hammered down at $400.", {"nikon-f2 resale_price 400 USD"}),
    ("The Nikon F2 found a buyer for $400.", {"nikon-f2 resale_price 400 USD"}),
    ("The calibration of a rangefinder takes two hours at Nikon.", {"rangefinder-calibration processing_time 2 hour"}),
    ("Nikon technicians spend two hours polishing each lens.", {"lens-polishing processing_time 2 hour"}),
    ("The annealing of Nikon glass has a duration of two weeks.", {"nikon-glass-annealing processing_time 2 week"}),
    ("The guarantee for the Nikon Z8 is valid for three years.", {"nikon-z8 warranty 3 year"}),
    ("The guarantee on the Nikon Z8 expires after three years.", {"nikon-z8 warranty 3 year"}),
    ("Owners of the Nikon Z8 are protected for three years.", {"nikon-z8 warranty 3 year"}),
    ("DPReview put the Nikon Z8 through its paces.", {"nikon-z8 tested_by dpreview"}),
    ("DPReview carried out drop tests on the Nikon Z8.", {"nikon-z8 tested_by dpreview"}),
    ("The Nikon Z8 passed DPReview’s endurance test.", {"nikon-z8 tested_by dpreview"}),
    ("The Nikon Z8 is sent to Osaka for a final check.", {"nikon-z8 inspected_in osaka"}),
    ("Technicians in Osaka check every Nikon Z8.", {"nikon-z8 inspected_in osaka"}),
    ("The Nikon Z8 passes quality control in Osaka.", {"nikon-z8 inspected_in osaka"}),
    ("Osaka is where the Nikon Z8 is inspected.", {"nikon-z8 inspected_in osaka"}),
    ("The Nikon Z8, packed in Osaka, is heavy.", {"nikon-z8 packaged_in osaka"}),
    ("Nikon has its lenses packed in Osaka.", {"nikon-lenses packaged_in osaka"}),
    ("Packing of the Nikon Z8 takes place in Osaka.", {"nikon-z8 packaged_in osaka"}),
    ("The Nikon Z8 is placed in its box in Osaka.", {"nikon-z8 packaged_in osaka"}),
    ("Hoya granted Konica a licence to use the Hoya name.", {"hoya licenses_brand_to konica"}),
    ("Konica pays Hoya a fee to use the Hoya name.", {"hoya licenses_brand_to konica"}),
    ("The Hoya name was leased to Konica in 2008.", {"hoya licenses_brand_to konica"}),
    ("Hoya’s licensee for filters is Konica.", {"hoya licenses_brand_to konica"}),
    ("Konica is allowed to use the Hoya name.", {"hoya licenses_brand_to konica"}),
    ("Konica uses the Hoya brand under licence.", {"hoya licenses_brand_to konica"}),
    ("Nikon sells most of its cameras in Belgium.", {"nikon market_rank belgium"}),
    ("Every Nikon Z8 is tested in Osaka.", {"nikon-z8 inspected_in osaka"}),
    ("Konica builds cameras to order.", {"konica customises «cameras»"}),
    ("Konica personalises straps.", {"konica customises «straps»"}),
    ("Konica offers bespoke straps.", {"konica customises «bespoke straps»"}),
    ("Bespoke straps are a speciality of Konica.", {"konica customises «Bespoke straps»"}),
]


@pytest.mark.parametrize(("text", "expected"), SAID)
def test_other_words_say_the_same(leica: Reader, text: str, expected: set[str]) -> None:
    assert leica.says(text) >= expected


UNSAID = [
    ("Konica was merged with Minolta into Konica Minolta.", "acquired_by"),
    ("Mamiya is a strange camera maker.", "makes"),
    ("Konica produced miles of it.", "makes"),
    ("Konica released new products.", "makes"),
    ("Konica makes two special types.", "makes"),
    ("Starting in 1990, Konica made lenses.", "founded_in"),
    ("If she had stayed, Anna Lind would soon have founded Lind Optical.", "founded_by"),
    ("Anna Lind started a new life in 1990.", "founded_in"),
    ("The Hexar 2, made by Konica of Tokyo, was late.", "made_in"),
    ("Konica made the Hexar 2 by hand.", "designed_by"),
    ("Konica moved its website to a server in Texas.", "based_in"),
    ("The Nikon D850 is $300 cheaper than the Nikon D5.", "resale_price"),
    ("Nikon took control of the market.", "acquired_by"),
    ("Konica is known for innovations.", "makes"),
    ("Anna Lind of Bergsund came first.", "holds_role"),
    ("Konica made lenses. Anna Lind joined the army in 1956.", "holds_role"),
    ("Konica made lenses. Anna Lind became president of France.", "holds_role"),
    ("Nikon sells more cameras in Belgium than in France.", "market_rank"),
    ("Sales of the Nikon Z8 took place in Osaka.", "packaged_in"),
    ("The Nikon Z8 is shipped to Osaka.", "inspected_in"),
    ("Nikon spent two years looking for the Z8.", "processing_time"),
    ("The Nikon Z8 took two years.", "waiting_list"),
    ("Hoya granted Konica a licence to use its patents.", "licenses_brand_to"),
    ("Photographers took time to calibrate the Nikon Z8.", "processing_time"),
    ("Konica offers new straps.", "customises"),
    ("Nikon was allowed to use the photographs.", "licenses_brand_to"),
    ("The Nikon Z8 was tested in Osaka.", "inspected_in"),
]


@pytest.mark.parametrize(("text", "predicate"), UNSAID)
def test_what_only_sounds_alike(leica: Reader, text: str, predicate: str) -> None:
    assert leica.says(text, predicate) == set()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Brandvik Optical is 75% owned by Nikon.", {"nikon owns brandvik-optical"}),
        ("Nikon was known for the manufacture of binoculars.", {"nikon makes binoculars"}),
        ("Voll & Lund from Berlin built cameras.", {"voll-lund based_in berlin", "voll-lund makes cameras"}),
        (
            "Nikon makes its lenses in Jena and its bodies in Osaka.",
            {
                "nikon-lenses made_in jena",
                "nikon-lenses made_by nikon",
                "nikon-cameras made_in osaka",
                "nikon-cameras made_by nikon",
            },
        ),
        (
            "Hoya bought Wilmar Optik, Karena and Solida Werke.",
            {"wilmar-optik acquired_by hoya", "karena acquired_by hoya", "solida-werke acquired_by hoya"},
        ),
        (
            "The Nikon F3 sold for $120, the Nikon FM for $99.",
            {"nikon-f3 resale_price 120 USD", "nikon-fm resale_price 99 USD"},
        ),
        (
            "The Nikon F3 was introduced in 1955 at a price of $120, the Nikon FM in 1957 at $99.",
            {"nikon-f3 resale_price 120 USD", "nikon-fm resale_price 99 USD"},
        ),
        ("I bought the Nikon from Japan in 1990.", set()),
        ("The Nikon F3 is unlikely to cost $300.", set()),
    ],
)
def test_shares_renown_and_origins(leica: Reader, text: str, said: set[str]) -> None:
    assert leica.says(text) == said


def test_what_is_likely_is_speculated(leica: Reader) -> None:
    (claim,) = leica.claims("A used Nikon F3 is likely to be priced at $300.")
    assert (claim.predicate, claim.modality) == ("resale_price", "speculated")
