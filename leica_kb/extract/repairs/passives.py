"""The parser's bad habits with participles and agents: who does what is done, and what a participle belongs to."""

from __future__ import annotations

from typing import Final

from leica_kb.extract.parsing.parser import Node

_LATER: Final = frozenset("later now then currently presently subsequently formerly previously".split())


def time_agent(node: Node) -> None:
    """«completed by the end of the year»: a time is no agent."""
    if node.dep != "agent":
        return
    named = any(n.mention and n.mention.is_name for n in node.kids("pobj"))  # «and, since 1985, by Orlik»
    timed = any(c.mention and c.mention.type in ("date", "duration") for c in node.subtree())
    if timed and not named:
        node.dep = "prep"


_ROUGHLY: Final = frozenset("around about circa approximately roughly".split())


_FOUNDED: Final = frozenset("founded established incorporated formed".split())


def bare_year(node: Node) -> None:
    """«Konica (founded 1873)», «Konica, founded 1873, makes …»: what a bare year stands behind is a participle."""
    subject, above = next(iter(node.kids("nsubj")), None), node.head
    if node.low not in _FOUNDED or node.dep not in ("parataxis", "advcl", "acl", "appos") or above is None:
        return
    years = [c for c in node.kids("dobj", "npadvmod") if c.i == node.i + 1 and c.mention and c.mention.type == "date"]
    apart = subject is None or any(p.low == "," and subject.i < p.i < node.i for p in node.kids("punct"))
    if not years or not apart:
        return
    node.tag, years[0].dep = "VBN", "npadvmod"
    if subject is not None:
        subject.attach(above, "nsubj")
    named = subject or above
    if named.mention is not None and named.mention.is_name:
        node.attach(named, "acl")


def rough_amount(node: Node) -> None:
    """«costs around 2,500 euros»: before an amount «around» is no preposition, and the amount is the object."""
    verb, amounts = node.head, node.kids("pobj") if node.low in _ROUGHLY else []
    if node.dep != "prep" or verb is None or verb.pos not in ("VERB", "AUX") or not amounts:
        return
    mention = node.mention or amounts[0].mention
    if mention is not None and mention.type in ("money", "duration", "quantity"):
        amounts[0].mention, node.mention = mention, None
        amounts[0].attach(verb, "attr" if verb.lemma == "be" else "dobj")
        node.attach(amounts[0], "advmod")


def name_before_participle(node: Node) -> None:
    """«Nordal – owned by Orlik», in a list: the name in front is what the participle speaks of."""
    verb = node.head
    if node.i > 0 or node.dep not in ("npadvmod", "dep") or verb is None or verb.dep != "ROOT" or verb.tag != "VBN":
        return
    named = node.mention is not None and node.mention.is_name
    if named and not verb.kids("nsubj", "nsubjpass", "aux", "auxpass", "dobj"):
        node.dep = "nsubjpass"


def set_off_participle(node: Node) -> None:
    """«The Nova, packed in Graz, ships …» read as the deed of the Nova: behind its comma a participle is passive."""
    if node.tag not in ("VBD", "VBN") or node.kids("dobj", "aux", "auxpass", "oprd", "ccomp", "xcomp"):
        return
    subjects = [s for s in node.kids("nsubj") if s.mention and s.mention.is_name and s.i < node.i]
    if len(subjects) != 1 or not any(p.i > node.i for p in node.kids("prep", "agent")):
        return
    [subject] = subjects
    if node.i == subject.i + 2 and not any(c.i > subject.i and c.dep != "punct" for c in subject.children):
        subject.dep, node.tag = "nsubjpass", "VBN"


def gerund_of(node: Node) -> None:
    """«Packing of the Nova takes place in Brno» read as a verb: what is done stands behind «of», so it is a noun."""
    nominal = node.dep in ("nsubj", "nsubjpass", "csubj", "csubjpass", "dobj", "pobj")
    doing = node.tag == "VBG" and nominal and not node.kids("dobj", "nsubj", "aux", "prt")
    if doing and any(p.low == "of" and p.i == node.i + 1 for p in node.kids("prep")):
        node.pos, node.tag, node.lemma = "NOUN", "NN", node.low
        node.attach(node.head, node.dep.replace("csubj", "nsubj"))


def person_agent(node: Node) -> None:
    """«was founded in 1992 by Moor» with a plain «by»: a person or company behind it does what the passive says."""
    verb = node.head
    if node.dep != "prep" or node.low != "by" or verb is None or not verb.kids("auxpass") or verb.kids("agent"):
        return
    if any(c.mention and c.mention.type in ("person", "company") for c in node.kids("pobj")):
        node.dep = "agent"


def plural_genitive(node: Node) -> None:
    """«The CCD’s are tested»: an apostrophe plural is the subject, whatever it hangs from."""
    if node.dep != "poss" or node.head is None or node.head.pos not in ("VERB", "AUX"):
        return
    node.dep = "nsubjpass" if node.head.tag == "VBN" else "nsubj"


def participle_behind_name(node: Node) -> None:
    """«belongs to the Orlik Trust, set up in 1945», «Orlik, founded in Cork, has …» hung from the verb: of the name."""
    if node.dep != "advcl" or node.tag != "VBN" or node.head is None or node.lemma not in _BEGUN:
        return
    if node.kids("nsubj", "nsubjpass", "aux", "auxpass", "mark", "dobj"):
        return
    before = {n.i: n for n in list(node.ancestors())[-1].subtree() if n.i < node.i}
    name, comma = before.get(node.i - 2), before.get(node.i - 1)
    if (
        comma is None
        or comma.low != ","
        or name is None
        or not name.mention
        or name.mention.type not in ("company", "unknown")
    ):
        return
    above = name.head.head if name.dep == "pobj" and name.head is not None else name.head
    if name is node.head or (above is node.head and node.head.lemma != "be"):
        node.attach(name, "acl")


_BEGUN: Final = frozenset("found establish set start form create incorporate headquarter base".split())


def active_participle(node: Node) -> None:
    """«Orlik on Monday named Ada Moor as its chief» read as «the Orlik named …»: with an object it is a deed."""
    name = node.head
    if node.dep != "acl" or node.tag != "VBN" or name is None or name.dep != "ROOT" or not name.mention:
        return
    people = [o for o in node.kids("oprd", "attr") if o.mention and o.mention.type == "person"]
    if name.mention.type != "company" or not (people or node.kids("dobj")) or node.kids("agent"):
        return
    if any(name.i < p.i < node.i for p in name.kids("punct")):
        return
    for person in people:
        person.dep = "dobj"
    node.tag = "VBD"
    node.attach(None, "ROOT")
    name.attach(node, "nsubj")
    for child in [c for c in name.children if c.dep in ("prep", "punct", "npadvmod")]:
        child.attach(node, child.dep)


def agent_behind_as(node: Node) -> None:
    """«founded as a workshop by Ada Moor», «started in a garage in Cork by Ada Moor»: she did what the passive says."""
    if node.low != "by" or node.dep not in ("prep", "agent"):
        return
    above = [n for n in node.ancestors() if n.dep != "pobj"]
    prep, verb = next(((p, p.head) for p in above if p.head is not None and p.head.pos == "VERB"), (None, None))
    if prep is None or verb is None or prep.dep != "prep" or not verb.kids("auxpass") or verb.kids("agent"):
        return
    within = [n for n in node.ancestors() if n.i > verb.i]
    begun = verb.lemma in _BEGUN - {"base", "headquarter"} and all(n.dep == "pobj" or n.low in _WHERE for n in within)
    plain = prep.low in ("as", "under", "for") and node.head in prep.kids("pobj") and not node.head.mention
    if (begun or plain) and any(n.mention and n.mention.type in _DOERS for n in node.kids("pobj")):
        node.attach(verb, "agent")


_WHERE: Final = frozenset("in at on as under".split())
_DOERS: Final = frozenset({"person", "unknown", "company"})


def participle_as_subject(node: Node) -> None:
    """«Orlik, headquartered in Porto, is a firm» with two subjects: the participle is the first one's."""
    if node.dep != "csubj" or node.tag != "VBN" or node.head is None:
        return
    subject = next((s for s in node.head.kids("nsubj", "nsubjpass") if s.i < node.i), None)
    if subject is not None:
        node.attach(subject, "acl")


def initial_participle(node: Node) -> None:
    """«Based in Beaumont, the Commission is …»: a participle in front shares the subject of the clause it opens."""
    if node.tag not in ("VBN", "VBD"):
        return
    if node.pos == "VERB" and node.dep == "prep" and node.head is not None:
        node.dep = "advcl"
    later = [c for c in node.kids("parataxis", "ccomp") if c.i > node.i and c.kids("nsubj", "nsubjpass")]
    opens = not any(c.i < node.i for c in node.children) and not node.kids("nsubj", "nsubjpass", "aux", "auxpass")
    if node.head is None and later and opens:
        main = later[0]
        main.attach(None, "ROOT")
        node.attach(main, "advcl")


def later_place(node: Node) -> None:
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


def particle_object(node: Node) -> None:
    """«has taken over Hasselblad»: what hangs from the particle is the verb's object."""
    if node.dep != "prt" or node.head is None or node.head.kids("dobj", "nsubjpass"):
        return
    for target in node.kids("pobj"):
        target.attach(node.head, "dobj")


def for_to(node: Node) -> None:
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
