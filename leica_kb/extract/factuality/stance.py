"""How a statement is meant: its polarity and modality, each from the words that govern its clause, and its scope."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from leica_kb.extract.factuality.alternatives import is_alternative
from leica_kb.extract.factuality.governing import chain, contents, shares_auxiliary, wrongly
from leica_kb.extract.factuality.mood import is_main, past_future, turned_out, why_unstated
from leica_kb.extract.factuality.plans import why_only_thought
from leica_kb.extract.factuality.scope import read_scope
from leica_kb.extract.frames.frame import Frame
from leica_kb.extract.parsing.parser import Node, Tree
from leica_kb.extract.phrases.negation import denied_alternative, deniers, own_negators
from leica_kb.extract.phrases.nominal import all_conjuncts
from leica_kb.extract.statements.mapping import Statement
from leica_kb.lang import cues
from leica_kb.model import Modality, Polarity, Scope, Span


@dataclass(frozen=True, slots=True)
class Stance:
    """How a statement is meant, or why it is no claim."""

    polarity: Polarity = "affirmed"
    modality: Modality = "asserted"
    scope: Scope | None = None
    cues: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    refusal: str | None = None


def read_stance(statement: Statement, tree: Tree, text: str) -> Stance:
    """The stance of a statement; ``refusal`` names why a clause claims nothing (question, condition, wish)."""
    frame = statement.frame
    presupposed = _is_presupposed(statement)
    refusal = why_unstated(frame, tree, text)
    glossed = frame.trigger.dep in _GLOSSES or any(h.dep == "appos" for h in frame.role("is"))
    outside = refusal in _OF_CLAUSES and glossed
    if refusal and not (presupposed and (outside or (refusal == "condition" and is_main(frame)))):
        return Stance(refusal=refusal)
    undenied = presupposed or _is_instead(statement) or _is_set_before(statement)
    negators = [] if undenied else list(dict.fromkeys(_negators(statement)))
    modality, words = ("asserted", list[Span]()) if presupposed else _modality(statement)
    thought = why_only_thought(statement, presupposed=presupposed)
    if statement.rule.modality == "opinion" and (modality in ("planned", "predicted") or _is_unfelt(frame)):
        thought = "judged only as possible"
    if thought:
        return Stance(refusal=thought)
    scope, quantifier = read_scope(statement)
    found: dict[str, tuple[Span, ...]] = {}
    if not negators and is_alternative(statement):
        return Stance(refusal="one of two")
    if len(negators) % 2 == 1 and (reason := _why_undenied(statement, negators, tree)):
        return Stance(refusal=reason)
    if deciding := (*negators, *frame.turned_by):
        found["polarity"] = tuple(n.span for n in deciding)
    if words:
        found["modality"] = tuple(words)
    if quantifier:
        found["scope"] = (quantifier.span,)
    turns = [len(negators) % 2 == 1, statement.rule.polarity == "denied", bool(frame.turned_by)]
    flipped = sum(turns) % 2 == 1
    rule = statement.rule
    told = modality if rule.modality == "predicted" and modality == "asserted" else rule.modality or modality
    told = modality if _is_heard(words, tree) else told
    return Stance("denied" if flipped else "affirmed", told, rule.scope or scope, found)  # type: ignore[arg-type]  # the pack's door checks scope


def _is_heard(words: Sequence[Span], tree: Tree) -> bool:
    """«allegedly suffers from», «is reputed to be the best»: handed on, and nobody's own judgement."""
    verbs = (n for n in tree.nodes if n.lemma in cues.HEARSAY_VERBS and not _is_hedging_aside(n))
    told = (*verbs, *(n for n in tree.nodes if n.low in cues.HEARSAY_ADVERBS))
    return any(n.span in words for n in told)


def _is_unfelt(frame: Frame) -> bool:
    """«could be a success», «should be good», «I hear it is sharp»: nobody's judgement."""
    nodes = list(chain(frame))
    modals = {c.low for n in nodes for c in n.kids("aux")} & (cues.POSSIBILITY_MODALS | {"should", "must", "ought"})
    return bool(modals) or any(n.lemma == "hear" for n in nodes)


_OF_CLAUSES: Final = frozenset({"embedded question", "conditional", "wish", "not said", "not so", "imperative"})
"""Why a clause states nothing, which says nothing of how the names in it are glossed."""
_GLOSSES: Final = frozenset({"appos", "compound", "nmod"})


_NEARLY: Final = frozenset("almost nearly virtually practically hardly".split())
"""«almost no buttons»: some there are."""


def _why_undenied(statement: Statement, negators: Sequence[Node], tree: Tree) -> str | None:
    """The reason why a denial leaves open whether the statement holds."""
    before = {n.i + 1 for n in tree.nodes if n.low in _NEARLY}
    if any(n.i in before for n in negators):
        return "denied but for a few"
    if _is_whole_denied(statement):
        return "denied as a whole"
    if _is_one_denied(statement):
        return "denied of one"
    return "denied of a place" if _is_place_denied(statement) else None


_ONE_MORE: Final = frozenset("new another further second".split())
"""Words by which a phrase means one more of a class, and not the class."""


def _is_one_denied(statement: Statement) -> bool:
    """«It decided not to make a new mount»: of a class one more thing is denied, and nothing of the class."""
    found = statement.object
    marks = (
        {c.low for c in found.node.kids("amod", "det")} if found.node is not None and found.how == "class" else set()
    )
    return bool(marks & _ONE_MORE)


def _is_place_denied(statement: Statement) -> bool:
    """«It does not make cameras in Sendai»: of a place that the statement leaves out, the rest may hold elsewhere."""
    frame = statement.frame
    if frame.kind != "verb" or "place" in statement.predicate.object or not any(deniers(frame.trigger)):
        return False
    phrases = (n for role in ("in", "at", "from") for n in frame.role(role))
    return any(n.mention is not None and n.mention.type in ("place", "unknown") for n in phrases)


def _is_whole_denied(statement: Statement) -> bool:
    """«It is no DSLR with a zoom»: what a thing is said not to be may still have the zoom."""
    frame, found = statement.frame, statement.object
    whole = frame.kind == "noun" and frame.trigger.dep == "attr" and found.how == "text"
    return whole and found.node is not None and frame.trigger in found.node.ancestors()


def _is_presupposed(statement: Statement) -> bool:
    """«denied closing its plant in Cebu»: what a definite phrase names is granted, whatever the clause says."""
    frame, trigger = statement.frame, statement.frame.trigger
    owners = {*trigger.kids("amod"), *trigger.kids("poss")}
    if statement.rule.noun_of or (frame.kind == "name" and {statement.subject.node, statement.object.node} & owners):
        return True
    if frame.kind != "noun" or trigger.dep in ("attr", "ROOT", "oprd") or "clause" in statement.rule.when:
        return False
    beside = trigger.dep in ("appos", "compound", "nmod") or any(h.dep == "appos" for h in frame.role("is"))
    if beside or _is_fronted_with(frame):
        return True
    if trigger.dep == "nsubj" and _is_all_inside(statement):
        return any(d.low == "the" for d in trigger.kids("det"))
    if frame.role("is"):
        return False
    governor = trigger.head
    had = governor is not None and governor.lemma in ("have", "be", "open", "build", "complete", "get", "own")
    return not had and bool(trigger.kids("poss") or any(d.low == "the" for d in trigger.kids("det")))


def _is_fronted_with(frame: Frame) -> bool:
    """«With a price of $900, the Nova is not for everybody»: what stands in front is so, whatever is denied."""
    preposition, articles = frame.trigger.head, [d.low for d in frame.trigger.kids("det")]
    if preposition is None or preposition.low not in ("with", "at") or preposition.head is not frame.clause:
        return False
    return preposition.i < frame.clause.i and not {"no", "any"} & set(articles)


def _is_all_inside(statement: Statement) -> bool:
    """«The ownership of A by B is no secret»: whether subject and object stand in the trigger's own phrase."""
    inside = set(map(id, statement.frame.trigger.subtree()))
    return all(f.node is not None and id(f.node) in inside for f in (statement.subject, statement.object))


def _negators(statement: Statement) -> Iterator[Node]:
    """Every word that turns the statement round; an even number of them leaves it as it is."""
    frame = statement.frame
    yield from _clause_negators(frame)
    trigger = [frame.trigger] if frame.kind == "noun" else []
    fillers = [f.node for f in (statement.subject, statement.object) if f.node is not None]
    parts = [n for role in frame.roles.values() for n in role if frame.kind == "verb" and n.pos == "NOUN"]
    # «no part of the lens» denies of the lens, too; of «no mirror and no meter» each has its own
    wholes = [n for n in parts if any(n in f.ancestors() and n not in all_conjuncts(f) for f in fillers)]
    for word in dict.fromkeys((*trigger, *fillers, *wholes)):
        yield from own_negators(word)
    found = statement.object.node
    if frame.kind == "verb" and found is not None and found.i > frame.trigger.i + 1:
        other = denied_alternative(found)
        own = other is not None and other.head is not frame.trigger and other.head is found.head
        if other is not None and (own or other.i > frame.trigger.i + 1) and frame.lemma != "be":
            yield other


def _clause_negators(frame: Frame) -> Iterator[Node]:
    """What denies the clause or one above it, up to who reports it."""
    shared = True
    for node in chain(frame):
        if noun := _denied_content(node):
            yield noun
        if node is not frame.clause and node is not frame.trigger and node.lemma in cues.SAYING_VERBS:
            if node.lemma == "deny":
                yield from (node, *deniers(node))
            yield from wrongly(node)
            return
        if shared:
            yield from deniers(node)
        if node is not frame.trigger and (node.lemma in cues.NEGATIVE_VERBS or _gives_up(node)):
            yield node
        shared = shared and shares_auxiliary(node)


def _gives_up(verb: Node) -> bool:
    """«gave up making lenses», «is giving up on making its own»: it makes none from then on."""
    return verb.lemma == "give" and any(c.low == "up" for c in verb.kids("prt"))


def _is_instead(statement: Statement) -> bool:
    """«is not a camera, but a toy»: what «but» sets against what is denied is so."""
    node = statement.object.node
    first = node.head if node is not None and node.dep == "conj" else None
    if node is None or first is None or statement.frame.kind != "verb" or first.dep not in ("attr", "acomp", "dobj"):
        return False
    joints = (c for above in (first, first.head) if above is not None for c in above.kids("cc"))
    return any(c.low == "but" and first.i < c.i < node.i for c in joints)


def _is_set_before(statement: Statement) -> bool:
    """«At $2,200, the Nova isn't cheap»: what stands in front of a copula and its quality is so."""
    node, verb = statement.object.node, statement.frame.trigger
    front = node.head if node is not None and node.dep == "pobj" else None
    fronted = front is not None and front.head is verb and front.i < verb.i
    return fronted and verb.lemma == "be" and bool(verb.kids("acomp", "attr"))


def _denied_content(clause: Node) -> Node | None:
    """«it is a myth that it …», «the claim that it … is false»: what the clause says is said not to hold."""
    noun = contents(clause)
    if noun is None:
        return None
    if noun.lemma in cues.UNTRUE:
        return None if any(c.low in ("no", "not") for c in noun.children) else noun
    verb = noun.head if noun.dep == "nsubj" else None
    judged = verb.kids("attr", "acomp") if verb is not None and verb.lemma == "be" else []
    return next((n for n in judged if n.lemma in cues.UNTRUE), None)


def _modality(statement: Statement) -> tuple[Modality, list[Span]]:
    below: str | None = None
    shared = True
    for node in chain(statement.frame):
        hedge = next((c for c in statement.frame.trigger.kids("advmod") if c.low in cues.HEDGE_ADVERBS), None)
        if hedge is not None:
            return "speculated", [hedge.span]
        found = _own_modality(node, statement) if shared else None
        if found is None and below not in (None, "conj") and node is not statement.frame.clause:
            found = _governing_modality(node, statement.frame)
        if found is not None:
            return _foretold(found, node)
        below = node.dep
        shared = shared and shares_auxiliary(node)
    return "asserted", []


def _foretold(found: tuple[Modality, list[Span]], clause: Node) -> tuple[Modality, list[Span]]:
    """«analysts predict that it will open»: a forecast by another is no plan."""
    teller = clause.head if clause.dep == "ccomp" else None
    if found[0] == "planned" and teller is not None and teller.lemma in cues.PREDICTION_VERBS:
        return "predicted", [*found[1], teller.span]
    return found


def _own_modality(verb: Node, statement: Statement) -> tuple[Modality, list[Span]] | None:
    """What the verb's own auxiliaries and adverbs say of its certainty."""
    if _is_to_be(verb) and verb.head is not None:
        return "planned", [verb.head.span]
    if aim := _headlined(verb):
        return "planned", [aim.span]
    for child in (*verb.children, *(c for a in verb.kids("aux", "auxpass") for c in a.children)):
        told_ahead = child.low == "would" and past_future(verb) and not turned_out(verb)
        if child.dep == "aux" and (child.low in cues.FUTURE_MODALS or told_ahead):
            return _future(statement, child)
        possible = child.dep == "aux" and (child.low in cues.POSSIBILITY_MODALS or _is_inferred(child, verb))
        possible = possible and not _is_to_be_had(verb)
        possible = possible or (child.dep == "acomp" and child.low in cues.HEDGE_ADJECTIVES)
        if possible or (child.dep == "advmod" and child.low in cues.HEDGE_ADVERBS) or _is_hedging_aside(child):
            return "speculated", [child.span]
    return None


def _is_hedging_aside(child: Node) -> bool:
    """«Orlik, it seems, makes the lens», «makes it, or so it seems», «makes it, I think»: said beside the clause."""
    if child.dep not in ("parataxis", "conj") or child.lemma not in cues.HEDGE_VERBS | _THINKING:
        return False
    words = [n for n in child.subtree() if n.pos != "PUNCT"]
    ends = len(words) <= _ASIDE_WORDS and all(n.i <= child.i for n in words)
    return ends and any(s.low in ("it", "i", "we", "one") for s in child.kids("nsubj"))


_THINKING: Final = frozenset("think believe gather understand".split())
_ASIDE_WORDS: Final = 4
"""«or so it seems»: an aside has few words."""


def _is_to_be(verb: Node) -> bool:
    """«is to launch it in May»: an infinitive below «be» whose subject acts."""
    above = verb.head if verb.dep == "xcomp" and verb.tag == "VB" else None
    return above is not None and above.lemma == "be" and above.tag in ("VBZ", "VBP") and not above.kids("acomp", "attr")


def _is_to_be_had(verb: Node) -> bool:
    """«could be had for $150»: it was to be bought, which nobody doubts."""
    return verb.tag == "VBN" and verb.lemma in _GETTING and bool(verb.kids("auxpass"))


_GETTING: Final = frozenset("have get buy find purchase obtain order pick".split())


def _headlined(verb: Node) -> Node | None:
    """«Nikon to acquire RED»: the «to» of a headline that leaves out «is»."""
    alone = verb.dep == "ROOT" and verb.tag == "VB" and bool(verb.kids("nsubj", "nsubjpass"))
    return next((a for a in verb.kids("aux") if a.low == "to"), None) if alone else None


def _is_inferred(modal: Node, verb: Node) -> bool:
    """«must have designed it»: a conclusion, not a duty."""
    return modal.low == "must" and any(a.low == "have" for a in verb.kids("aux"))


def _governing_modality(verb: Node, frame: Frame) -> tuple[Modality, list[Span]] | None:
    """What a verb says of the clause below it: plans to, expects to, is said to, seems to, is likely to."""
    heard = bool(verb.kids("auxpass")) and verb.lemma in cues.HEARSAY_VERBS
    if heard or verb.lemma in cues.HEDGE_VERBS or verb.low in cues.HEDGE_NOUNS | {"likely"}:
        return "speculated", [verb.span]
    if verb.lemma in cues.INTENTION_VERBS or verb.low in cues.SET_TO:
        return "planned", [verb.span]
    if verb.low in cues.BOUND_TO:
        return "predicted", [verb.span]
    if verb.lemma in cues.PREDICTION_VERBS and not wrongly(verb):
        return ("speculated" if verb.lemma == "believe" else "predicted"), [verb.span]
    if verb.lemma in _SEEMING and any(s.low == "it" for s in verb.kids("nsubj")):
        return "opinion", [verb.span]
    hedge = next((c for c in verb.subtree() if _hedges(c, frame)), None) if verb.lemma in ("be", "have") else None
    return ("speculated", [hedge.span]) if hedge is not None else None


_SEEMING: Final = frozenset("feel look sound".split())
"""«It feels like it has been made in haste»: how somebody finds it."""


def _hedges(node: Node, frame: Frame) -> bool:
    """«Word is that …», «legend has it that …», «there are rumours that …»."""
    heard = node.dep == "nsubj" and (node.low == "legend" or (node.low == "word" and not node.kids("det", "poss")))
    return (heard or node.low in cues.HEDGE_ADJECTIVES | cues.HEDGE_NOUNS) and node.i < frame.trigger.i


def _future(statement: Statement, modal: Node) -> tuple[Modality, list[Span]]:
    """Will: a plan of who acts or whose thing it is; a forecast of what is not in their power."""
    verb = modal.head
    hedge = [c for c in verb.children if c.low in cues.HEDGE_ADVERBS] if verb else []
    predicted = bool(hedge) or (verb is not None and _is_foretold(verb)) or "rank" in statement.predicate.qualifiers
    return ("predicted" if predicted else "planned"), [modal.span, *(h.span for h in hedge)]


def _is_foretold(verb: Node) -> bool:
    """«will have bought», «In ten years’ time it will be made in India»: nobody’s plan, or too far ahead."""
    if any(a.low == "have" for a in verb.kids("aux")):
        return True
    ahead = [p for p in verb.kids("prep") if p.low in ("in", "within")]
    spans = [m for p in ahead for n in p.subtree() if (m := n.mention) is not None and m.type == "duration"]
    return any(m.value is not None and getattr(m.value, "unit", "") in ("year", "decade", "century") for m in spans)
