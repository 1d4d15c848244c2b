"""The parser's known bad habits, mended in one place before anybody reads the tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from leica_kb.extract.parser import Node, Tree
from leica_kb.extract.repair_clauses import (
    infinitive_of_founding,
    late_item,
    late_object,
    main_behind,
    name_among_names,
    named_before_colon,
    noun_participle,
    office_with_participle,
    share_owned,
    subject_among_items,
    verb_among_items,
    year_in_front,
)
from leica_kb.extract.repair_lists import (
    apposed_list,
    glossed_list,
    item_behind_and,
    list_end,
    name_behind_date,
    not_only_subject,
    noun_for_verb,
    object_clause,
    object_of_remnant,
    place_behind_agent,
    place_beside_its_like,
    sequel_behind_comma,
    unpunctuated_list,
    verb_before_item,
)
from leica_kb.extract.repair_names import (
    abbreviated,
    acts,
    based_company,
    branch,
    fronted_gloss,
    gloss_by_name,
    listed_below,
    lone_name,
    nearest_apposition,
    nearest_clause,
    nearest_noun,
    no_name,
    place_behind_firm,
    second_object,
    unnamed_place,
    whole_name,
)
from leica_kb.extract.repair_offices import (
    firm_after_office,
    name_after_office,
    name_behind_offices,
    office_after_name,
    office_before_name,
    office_beside_office,
)
from leica_kb.extract.unlisted import is_title
from leica_kb.lang.cues import JUDGING_VERBS, OFFICES, SAYING_VERBS, SPEECH_VERBS


def _time_agent(node: Node) -> None:
    """«completed by the end of the year»: a time is no agent."""
    if node.dep == "agent" and any(c.mention and c.mention.type in ("date", "duration") for c in node.subtree()):
        node.dep = "prep"


def _person_agent(node: Node) -> None:
    """«was founded in 1992 by Moor» with a plain «by»: a person or company behind it does what the passive says."""
    verb = node.head
    if node.dep != "prep" or node.low != "by" or verb is None or not verb.kids("auxpass") or verb.kids("agent"):
        return
    if any(c.mention and c.mention.type in ("person", "company") for c in node.kids("pobj")):
        node.dep = "agent"


def _plural_genitive(node: Node) -> None:
    """«The CCD’s are tested»: an apostrophe plural is the subject, whatever it hangs from."""
    if node.dep != "poss" or node.head is None or node.head.pos not in ("VERB", "AUX"):
        return
    node.dep = "nsubjpass" if node.head.tag == "VBN" else "nsubj"


def _copula_attr(node: Node) -> None:
    """«X is the founder» read with two subjects: the later one is the complement."""
    subjects = node.kids("nsubj")
    if node.lemma == "be" and len(subjects) > 1 and not node.kids("attr", "acomp"):
        subjects[-1].dep = "attr"


def _contrast(node: Node) -> None:
    """«an X-series not an M-series»: the negation belongs to what follows it, which is an alternative."""
    head = node.head
    if node.dep != "neg" or head is None or node.i < head.i or head.pos in ("VERB", "AUX"):
        return
    other = next((c for c in head.children if c.i > node.i and c.dep in ("appos", "conj", "npadvmod", "dep")), None)
    if other is not None:
        other.dep = "conj"
        node.attach(other, "neg")


def _late_negation(node: Node) -> None:
    """«is the maker, not the designer» read as a negated verb: a «not» after the complement is the alternative's."""
    head = node.head
    if node.dep != "neg" or head is None or head.lemma != "be" or node.i < head.i:
        return
    complements = [c for c in head.kids("attr", "acomp") if c.i < node.i]
    later = [
        c
        for c in (*head.children, *(g for c in complements for g in c.children))
        if c.i > node.i and c.pos in ("NOUN", "PROPN")
    ]
    if complements and later:
        later[0].attach(complements[0], "conj")
        node.attach(later[0], "neg")


def _off_punctuation(node: Node) -> None:
    """What hangs from a comma hangs from what the comma hangs from."""
    if node.head is not None and node.head.dep == "punct" and node.head.head is not None:
        node.attach(node.head.head, node.dep)


def _participle_as_subject(node: Node) -> None:
    """«Orlik, headquartered in Porto, is a firm» with two subjects: the participle is the first one's."""
    subject = next((s for s in node.head.kids("nsubj", "nsubjpass") if s.i < node.i), None) if node.head else None
    if node.dep == "csubj" and node.tag == "VBN" and subject is not None:
        node.attach(subject, "acl")


def _initial_participle(node: Node) -> None:
    """«Based in Beaumont, the Commission is …»: a participle in front shares the subject of the clause it opens."""
    if node.pos == "VERB" and node.tag in ("VBN", "VBD") and node.dep == "prep" and node.head is not None:
        node.dep = "advcl"
    later = [c for c in node.kids("parataxis", "ccomp") if c.i > node.i and c.kids("nsubj", "nsubjpass")]
    opens = not any(c.i < node.i for c in node.children) and not node.kids("nsubj", "nsubjpass", "aux", "auxpass")
    if node.head is None and node.tag in ("VBN", "VBD") and later and opens:
        main = later[0]
        main.attach(None, "ROOT")
        node.attach(main, "advcl")


def _later_place(node: Node) -> None:
    """«based in Wylie, later in Caddo Mills and now in Star»: the later places are the same verb's."""
    if node.dep != "prep" or not any(c.low in _LATER for c in node.kids("advmod")) or node.head is None:
        return
    verbs = [
        v
        for v in node.head.subtree()
        if v.tag == "VBN"
        and v.i < node.i
        and v is not node.head
        and any(p.low == node.low and p.i < node.i for p in v.kids("prep"))
    ]
    if verbs:
        node.attach(verbs[-1], "prep")


_LATER: Final = frozenset("later now then currently presently subsequently formerly previously".split())


def _complement_of_copula(node: Node) -> None:
    """«is an executive, and the CEO of X», «served as head of Y and CEO of X»: a noun joins a noun, not the verb."""
    verb = node.head
    if verb is None or node.dep not in ("conj", "dep") or node.pos not in ("NOUN", "PROPN") or node.kids("nsubj"):
        return
    posts = [n for p in verb.kids("prep") if p.low == "as" for n in p.kids("pobj")] if node.low in OFFICES else []
    complements = verb.kids("attr") if verb.lemma == "be" else []
    before = [c for a in (*complements, *posts) for c in (a, *a.kids("conj")) if c.i < node.i]
    if before:
        node.attach(before[-1], "conj")


def _for_to(node: Node) -> None:
    """«for Panasonic to make cameras»: who follows «for» does what follows «to»."""
    if node.tag != "VB" or not any(a.low == "to" for a in node.kids("aux")) or node.kids("nsubj", "nsubjpass"):
        return
    head = node.head
    if head is None or node.dep not in ("advcl", "acl", "relcl", "xcomp"):
        return
    first = min(c.i for c in node.children)
    doers = [
        n for n in head.subtree() if n.dep == "pobj" and n.head is not None and n.head.low == "for" and n.i == first - 1
    ]
    if doers:
        doers[0].attach(node, "nsubj")


def _as_noun(node: Node) -> None:
    """«as Kaufmann notes» read as a noun: with «as» before it and a person beside it, it says something."""
    if node.pos != "NOUN" or node.lemma not in SAYING_VERBS or not any(m.low == "as" for m in node.kids("mark")):
        return
    for speaker in node.kids("compound", "nmod", "poss"):
        speaker.dep = "nsubj"
        node.pos, node.tag = "VERB", "VBZ"


def _said_between(node: Node) -> None:
    """«whose sensor, the leaflet states, is made by Sony» read as a gloss: between commas somebody says it."""
    if node.tag != "NNS" or node.dep not in ("appos", "npadvmod", "dep") or node.lemma not in SPEECH_VERBS:
        return
    speaker = next((c for c in node.kids("compound", "nmod") if c.i == node.i - 1), None)
    verb = next((a for a in node.ancestors() if a.pos in ("VERB", "AUX")), None)
    if speaker is None or verb is None:
        return
    node.pos, node.tag = "VERB", "VBZ"
    for word in node.kids("det", "amod", "poss"):
        word.attach(speaker, word.dep)
    speaker.dep = "nsubj"
    node.attach(verb, "parataxis")


def _sequel(node: Node) -> None:
    """«The firm was founded in 1950, went to X in 1998» with its front as a complement: they are joined."""
    front = [c for c in node.kids("ccomp") if c.i < node.i and c.kids("nsubj", "nsubjpass") and not c.kids("mark")]
    plain = node.tag in ("VBD", "VBZ", "VBP") and not node.kids("nsubj", "nsubjpass", "expl", "aux", "auxpass", "csubj")
    if len(front) != 1 or not plain or node.lemma in SAYING_VERBS:
        return
    if any(p.low == "," and front[0].i < p.i < node.i for p in node.kids("punct")):
        front[0].attach(node.head, node.dep)
        node.attach(front[0], "conj")


def _particle_object(node: Node) -> None:
    """«has taken over Hasselblad»: what hangs from the particle is the verb's object."""
    if node.dep != "prt" or node.head is None or node.head.kids("dobj", "nsubjpass"):
        return
    for target in node.kids("pobj"):
        target.attach(node.head, "dobj")


def _cleft_alternative(node: Node) -> None:
    """«It was Cosina, not Zeiss, that built it»: the clause belongs to both, not to the denied one."""
    noun = node.head
    if node.dep != "relcl" or noun is None or noun.dep != "conj" or not noun.kids("neg") or noun.head is None:
        return
    if noun.head.dep == "attr":
        node.attach(noun.head, "relcl")


def _cleft_place(node: Node) -> None:
    """«It was there that they built it», «It was in 1911 that …»: where or when the clause behind «that» happens."""
    if node.dep != "ccomp" or node.head is None or node.head.lemma != "be" or node.head.kids("attr", "acomp"):
        return
    if any(s.low == "it" for s in node.head.kids("nsubj")):
        for adverb in [a for a in node.head.kids("advmod") if a.low in ("there", "here")]:
            adverb.attach(node, "advmod")
        for phrase in [p for p in node.head.kids("prep") if p.i < node.i]:
            phrase.attach(node, "prep")


def _there(node: Node) -> None:
    """«makes the fp L there»: a place adverb behind a noun tells where the verb's doing is done."""
    noun = node.head
    if node.low != "there" or node.dep != "advmod" or noun is None or noun.dep not in ("dobj", "attr"):
        return
    if noun.head is not None and noun.head.pos == "VERB":
        node.attach(noun.head, "advmod")


def _all_but_one(node: Node) -> None:
    """«all but one of the lenses»: what the of-phrase names is measured by «all but one» together."""
    number, but = node.head, node.head.head if node.head is not None else None
    if node.low != "of" or number is None or but is None or but.low not in ("but", "except") or but.head is None:
        return
    if but.head.low in ("all", "every") and number.tag in ("CD", "DT", "JJ"):
        node.attach(but.head, "prep")


def _what_is(node: Node) -> None:
    """«What Nikon makes is the Z9»: what stands behind «is» fills the place of «what»."""
    be = node.head
    if node.dep not in ("csubj", "nsubj", "ccomp") or be is None or be.lemma != "be" or be.i < node.i:
        return
    what = next((w for w in node.kids("dobj", "nsubj", "nsubjpass") if w.low == "what"), None)
    told = [n for n in be.kids("attr", "nsubj", "dobj") if n.i > be.i and n is not node]
    if what is None or not told:
        return
    for negation in be.kids("neg"):
        negation.attach(told[0], "neg")
    told[0].attach(node, what.dep)
    what.dep = "dep"


_STANDING: Final = frozenset("sit stand work lie beat hide lurk reside live hang tick run purr".split())


def _inverted_place(node: Node) -> None:
    """«Inside the Z9 sits a sensor»: what follows a verb of place behind a phrase in front is its subject."""
    if node.dep not in ("dobj", "attr") or node.head is None or node.head.lemma not in _STANDING:
        return
    if not node.head.kids("nsubj", "nsubjpass") and any(p.i < node.head.i for p in node.head.kids("prep")):
        node.dep = "nsubj"


def _small_clause(node: Node) -> None:
    """«finds the Z8 too heavy», «considers it the best»: what is found of the object is the verb's complement."""
    verb = node.head
    if verb is None or verb.lemma not in JUDGING_VERBS or node.pos not in ("ADJ", "NOUN") or node.i < verb.i:
        return
    if node.dep not in ("ccomp", "xcomp", "advmod") or any(a.tag == "MD" for a in verb.kids("aux")):
        return
    judged = [c for c in node.kids("nsubj", "compound") if c.mention and c.mention.is_name and c.i > verb.i]
    if judged and not node.kids("aux", "cop", "mark"):
        for determiner in [d for d in node.kids("det") if d.i < judged[0].i]:
            determiner.attach(judged[0], "det")
        judged[0].attach(verb, "dobj")
    if verb.kids("dobj"):
        node.dep = "oprd"


REPAIRS: Final[tuple[Callable[[Node], None], ...]] = (
    _off_punctuation,
    _participle_as_subject,
    noun_for_verb,
    noun_participle,
    share_owned,
    infinitive_of_founding,
    verb_among_items,
    year_in_front,
    name_among_names,
    verb_before_item,
    office_with_participle,
    late_object,
    subject_among_items,
    main_behind,
    late_item,
    named_before_colon,
    _sequel,
    sequel_behind_comma,
    object_clause,
    glossed_list,
    item_behind_and,
    place_behind_agent,
    place_beside_its_like,
    object_of_remnant,
    not_only_subject,
    name_behind_date,
    _particle_object,
    _cleft_alternative,
    _cleft_place,
    _there,
    _all_but_one,
    _what_is,
    _inverted_place,
    _small_clause,
    listed_below,
    unnamed_place,
    list_end,
    _time_agent,
    _person_agent,
    unpunctuated_list,
    apposed_list,
    _plural_genitive,
    _copula_attr,
    _contrast,
    _late_negation,
    _complement_of_copula,
    second_object,
    office_before_name,
    based_company,
    branch,
    fronted_gloss,
    gloss_by_name,
    _for_to,
    _as_noun,
    _said_between,
    _initial_participle,
    _later_place,
    no_name,
    office_after_name,
    name_after_office,
    firm_after_office,
    name_behind_offices,
    nearest_apposition,
    nearest_noun,
    office_beside_office,
    place_behind_firm,
    nearest_clause,
    whole_name,
    lone_name,
    abbreviated,
)


def repair(tree: Tree, *, open_names: bool = False) -> Tree:
    """Mend the tree in place and give it back; with ``open_names`` a lone capital in front may be a name, too."""
    shouted = is_title(" ".join(n.text for n in tree.nodes))
    unnamed = [n for n in tree.nodes if not shouted and (n.i > 0 or open_names or acts(n))]
    for mend in REPAIRS:
        for node in unnamed if mend is lone_name else tree.nodes:
            mend(node)
    return tree
