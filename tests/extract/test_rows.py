"""Rows whose items have words of their own: owners, phrases, objects with their places, one of a pair."""

from __future__ import annotations

import pytest

from tests.extract.saying import Reader

READ = [
    ("Pellerin cameras were made by Vorel Optik and by Samtec.", {"pellerin-cameras made_by samtec"}),
    ("The Nikon FM10 was built by Cosina and in Japan.", {"nikon-fm10 made_in japan"}),
    (
        "Ines Duarte became chairwoman of Vorel Optik in 1979 and of the Samtec Group in 1986.",
        {"ines-duarte holds_role vorel-optik", "ines-duarte holds_role samtec-group"},
    ),
    (
        "Vorel Optik has factories in Porto (since 1911), in Braga (since 1936) and in Gdynia.",
        {"vorel-optik has_factory_in porto", "vorel-optik has_factory_in braga", "vorel-optik has_factory_in gdynia"},
    ),
    (
        "Vorel Optik makes microscopes in Porto and enlargers in Braga.",
        {"vorel-optik makes microscopes", "vorel-optik makes enlargers", "vorel-optik-microscopes made_in porto"},
    ),
    (
        "Samtec Group owns Vorel Optik, the maker of enlargers, and Pellerin Instruments.",
        {"vorel-optik subsidiary_of samtec-group", "pellerin-instruments subsidiary_of samtec-group"},
    ),
    (
        "Sony makes the sensors in the Nikon Z7, the Pentax K-1 and the Ricoh GR III.",
        {"pentax-k-1 sensor_supplier sony", "ricoh-gr-iii sensor_supplier sony"},
    ),
    (
        "Pentax's and Ricoh's plants in Cebu closed in 2011.",
        {"pentax has_factory_in cebu", "ricoh has_factory_in cebu"},
    ),
    (
        "Sony, Nikon and Canon cameras are made in Thailand.",
        {f"{firm}-cameras made_in thailand" for firm in ("sony", "nikon", "canon")},
    ),
    (
        "Zeiss and Schott share an owner; the former is based in Oberkochen, the latter in Mainz.",
        {"zeiss based_in oberkochen", "schott based_in mainz"},
    ),
    ("Ricoh released the GR III in 2018, the GR IIIx three years later.", {"ricoh makes ricoh-gr-iiix"}),
    ("Nikon and Canon sell rangefinders.", {"nikon makes nikon-rangefinders", "canon makes canon-rangefinders"}),
    ("Vorel Optik produces both spotting scopes and enlargers.", {"vorel-optik makes spotting-scopes"}),
    (
        "Vorel Optik and Pellerin Instruments, both subsidiaries of the Samtec Group, are old.",
        {"vorel-optik subsidiary_of samtec-group", "pellerin-instruments subsidiary_of samtec-group"},
    ),
    ("Pentax's zooms and primes are built in Cebu.", {"pentax-zooms made_in cebu", "pentax-primes made_in cebu"}),
    ("Lyrion and Serac lenses are built in Cebu.", {"lyrion-lenses made_in cebu", "serac-lenses made_in cebu"}),
    ("Canon has a plant in Oita, Nikon a workshop in Sendai.", {"nikon has_factory_in sendai"}),
    (
        "Ines Duarte founded a school in 1950 and Samtec in 1953.",
        {"samtec founded_by ines-duarte", "samtec founded_in 1953"},
    ),
    ("Minolta's cameras were made in Sakai, Mamiya's in Saku.", {"mamiya-cameras made_in saku"}),
    (
        "The Lyrion LTL and the Lyrion MTL were both built in Cebu.",
        {"lyrion-ltl made_in cebu", "lyrion-mtl made_in cebu"},
    ),
    ("Ricoh makes not just cameras but also copiers.", {"ricoh makes copiers"}),
    (
        "Samtec was bought by Vorel Optik, and Vorel Optik in turn by the Pellerin Group.",
        {"samtec acquired_by vorel-optik", "vorel-optik acquired_by pellerin-group"},
    ),
    ("The SL2-S is made both at Leica's plant in Wetzlar and in Portugal.", {"leica-sl2-s made_in portugal"}),
    ("Nikon builds cameras in Thailand and enlargers in Japan and China.", {"nikon makes enlargers"}),
    ("Vorel Optik has been owned by the state and, since 1985, by Samtec.", {"vorel-optik subsidiary_of samtec"}),
    ("Production of the Lyrion 35 began in Cebu in 1961 and in Braga in 1963.", {"lyrion-35 made_in braga"}),
    ("Neither does Canon make rangefinders.", {"- canon makes rangefinders"}),
    (
        "Ines Duarte was the founder of Vorel Optik and Rui Salgado of Pellerin Instruments.",
        {"vorel-optik founded_by ines-duarte", "pellerin-instruments founded_by rui-salgado"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_rows_are_read_to_their_end(leica: Reader, text: str, expected: set[str]) -> None:
    assert expected <= leica.says(text)


NOT_SAID = [
    ("The SL2-S is made both at Leica's plant in Wetzlar and in Portugal.", "leica has_factory_in portugal"),
    ("Samtec Group has its headquarters in Cebu and its only factory in Braga.", "samtec-group has_factory_in cebu"),
    ("Canon has a plant in Oita, Nikon a workshop in Sendai.", "nikon based_in sendai"),
    ("Lyrion and Serac lenses are built in Cebu and Braga respectively.", "lyrion-lenses made_in braga"),
    ("Rui Salgado, Ines Duarte and an engineer from Renault met.", "ines-duarte holds_role renault"),
    ("Samtec makes the NX1 in Cebu and, for the Asian market, in Vietnam.", "nx1 made_in asia"),
    ("The 85mm Lyrion is built in Braga.", "lyrion made_in braga"),
    ("Vorel Optik makes microscopes in Porto and enlargers in Braga.", "vorel-optik-microscopes made_in braga"),
    ("Pentax's and Ricoh's plants in Cebu opened in 1980.", "pentax founded_in 1980"),
    ("Vorel Optik is headquartered in Suhl, its American arm in Trenton.", "suhl subsidiary_of vorel-optik"),
    ("Vorel Optik has plants in Suwa (opened in 1962) and in Braga.", "suwa founded_in 1962"),
    ("Vorel Optik is a supplier to Volvo and to Saab, both in Gothenburg.", "vorel-optik based_in gothenburg"),
    ("Ines Duarte was the founder of Vorel Optik and Rui Salgado of Samtec.", "rui-salgado founded_by ines-duarte"),
]


@pytest.mark.parametrize(("text", "wrong"), NOT_SAID)
def test_what_stands_in_a_row_is_said_of_its_own_neighbour_only(leica: Reader, text: str, wrong: str) -> None:
    assert wrong not in leica.says(text)
