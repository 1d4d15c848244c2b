"""Constructions as they stand in long sentences of reviews and histories, with names that nobody listed."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

READ = [
    # clauses that the parser hangs from the wrong word
    (
        (
            "Although the brochure never says so, and the dealer in Ghent laughed when I asked, the body of the "
            "Nikkor 50mm f/1.2 was drawn by a Swiss studio and the lens itself was ground in Malmö."
        ),
        {"nikkor-50mm-f-1.2 made_in malmo"},
    ),
    (
        "Karen Holt, a lawyer, ran Brandt Optik, the Oslo firm that had once made sights.",
        {"karen-holt holds_role brandt-optik"},
    ),
    ("Piet Maas remains managing director of Kessler Kamera.", {"piet-maas holds_role kessler-kamera"}),
    (
        "The Nikon Z8 was designed by Ada Lund and ground in Turin.",
        {"nikon-z8 made_in turin", "nikon-z8 designed_by ada-lund"},
    ),
    (
        "Over the years Brandt Optik has made microscopes, projectors and, in one short summer, a folding camera.",
        {"brandt-optik makes microscopes", "brandt-optik makes projectors"},
    ),
    # names
    ("The Pentax K-5 Mark II is assembled in Vietnam.", {"pentax-k-5-mark-ii made_in vietnam"}),
    ("The X1D III uses the XCD mount.", {"hasselblad-x1d-iii uses_mount xcd-mount"}),
    ("Ingvild Storm and Aksel Berg founded Corvina Optics in 1971.", {"corvina-optics founded_by ingvild-storm"}),
    (
        "Vellmer cameras are made not in Basel but in Padua.",
        {"- vellmer-cameras made_in basel", "vellmer-cameras made_in padua"},
    ),
    # who owns, runs and designs
    (
        "The chief partner of Zeiss is Nikon, and Pentax has belonged to Ricoh since 2011.",
        {"pentax subsidiary_of ricoh"},
    ),
    ("Working as a partner of Zeiss since 2004, Cosina opened a plant.", {"cosina partner_of zeiss"}),
    ("The ownership of Mamiya by Phase One has never been a secret.", {"phase-one owns mamiya"}),
    ("Carlo Neri managed Vellmer Optik for nine years.", {"carlo-neri holds_role vellmer-optik"}),
    ("Vellmer Optik's first camera, the Vellmer 4, sold badly.", {"vellmer-optik makes vellmer-4"}),
    ("The Nikon Z8 was conceived by Mira Costa.", {"nikon-z8 designed_by mira-costa"}),
    ("Tamron shut a factory in Hirosaki in 2003.", {"tamron has_factory_in hirosaki"}),
    ("Vellmer Optik went on grinding its lenses in a former brewery in Padua.", {"vellmer-optik-lenses made_in padua"}),
    ("Unless it rains, Nikon will close its plant in Padua.", {"nikon has_factory_in padua"}),
    ("Every camera that Nikon sells today is assembled in Thailand.", {"nikon-cameras made_in thailand"}),
    ("Sigma moved to Aizu, where it has been based since 1983.", {"sigma based_in aizu"}),
    ("Sendai is the town in which the Nikon Z8 is made.", {"nikon-z8 made_in sendai"}),
    (
        "Vellmer Optik makes the shutter, and Sigma built an enlarger.",
        {"vellmer-optik makes shutter", "sigma makes enlarger"},
    ),
    ("Canon makes lenses in Taiwan and in Malaysia.", {"canon-lenses made_in taiwan", "canon-lenses made_in malaysia"}),
    ("The Nikon Z8 came out in May. The sensor is a Sony.", {"nikon-z8 sensor_supplier sony"}),
    # what the sentence leaves out
    ("Here it is: the Nikon Zf. Made in Thailand, weighs 710 grams.", {"nikon-zf made_in thailand"}),
    ("Vellmer Optik. Founded in 1931. Has been based in Padua since the war.", {"vellmer-optik based_in padua"}),
    ("Short answer on the Nikon Z8: designed in Milan, built in Taiwan.", {"nikon-z8 made_in taiwan"}),
    (
        "Canon builds most of its cameras in Taiwan, Pentax in Vietnam.",
        {"canon-cameras made_in taiwan", "pentax-cameras made_in vietnam"},
    ),
    # lists that something interrupts, and what stands instead
    (
        "In 2004 Ricoh opened plants in Penang, Cebu and, to everybody's surprise, Graz.",
        {"ricoh has_factory_in penang", "ricoh has_factory_in cebu", "ricoh has_factory_in graz"},
    ),
    (
        "The Nikon Z8 was made by Cosina rather than by Tamron, and in Florence instead of Milan.",
        {"- nikon-z8 made_by tamron", "nikon-z8 made_in florence", "- nikon-z8 made_in milan"},
    ),
    # keys
    (
        "Nikon Z8\n\n- Viewfinder: electronic, bright\n- Weight: 910 g",
        {"nikon-z8 viewfinder electronic-viewfinder"},
    ),
    ("Vellmer Optik\n\n- President: Carlo Neri\n- Owned by: Kessler Kamera", {"carlo-neri holds_role vellmer-optik"}),
    ("| Model | Succeeded by |\n| --- | --- |\n| Nikon Z6 | Nikon Z6 II |", {"nikon-z6-ii successor_of nikon-z6"}),
]


@pytest.mark.parametrize(("text", "said"), READ)
def test_what_a_reader_reads(leica: Reader, text: str, said: set[str]) -> None:
    assert leica.says(text) >= said
