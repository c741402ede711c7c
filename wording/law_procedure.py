"""What the rules P come to, said plainly: what is in place, or what is left to do and by whom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from planning.decided_frame import NewDecision
from planning.decision import DecisionKind
from planning.law.not_asked import NotAsked
from planning.law.verdicts import Fact, LawVerdict, Standing
from wording.clock import written_date
from wording.fact_names import decision_called
from wording.language import tr, trn
from wording.missing_fields import within_sentence
from wording.phrases import and_list

Facts = Mapping[str, Fact]
Say = Callable[[LawVerdict], str]


def say_procedure(verdict: LawVerdict) -> str:
    """One or two sentences for a verdict of a rule P; empty for the verdict of another rule."""
    if verdict.rule.code not in _rules():
        return ""
    match verdict.standing:
        case Standing.NOT_ASKED:
            return say_not_asked(verdict.facts)
        case Standing.UNKNOWN:
            return _unknown(verdict)
        case Standing.MET | Standing.DEVIATES:
            said = _MET if verdict.standing is Standing.MET else _DEVIATES
            return said[verdict.rule.code](verdict)


def say_procedure_rule(code: str) -> str:
    """What a rule P is about, as a short heading; empty for other rules."""
    return _rules().get(code, "")


def _rules() -> dict[str, str]:
    return {
        "P1": tr("Utredning av behovet före beslutet"),
        "P2": tr("Samråd med elevhälsan"),
        "P3": tr("Utredning av frånvaron"),
        "P4": tr("Elevens inställning"),
        "P5": tr("Vårdnadshavarna har fått delta"),
        "P6": tr("Uppföljning och utvärdering inom planens tid"),
        "P7": tr("Rektorn beslutar"),
        "P8": tr("Beslutet är motiverat"),
        "P9": tr("Hur och när det går att överklaga"),
        "P10": tr("Eleven är part från 16 år"),
        "P11": tr("Tolk och översättning"),
        "P12": tr("Enkelt språk"),
        "P13": tr("När det behövs ett nytt beslut"),
        "P14": tr("Utvärdering i tid"),
        "P15": tr("När eleven byter skola"),
        "P16": tr("Planen i närvarosystemet"),
        "P17": tr("Skolskjuts vid andra tider"),
    }


def say_not_asked(facts: Facts) -> str:
    """Why a rule is not asked, as a sentence."""
    sentences = {
        NotAsked.NOT_DECIDED: tr("Det blir aktuellt när rektorn har beslutat."),
        NotAsked.RETURNED: tr("Förslaget är tillbaka för komplettering. Det blir aktuellt när det är beslutat."),
        NotAsked.NOT_BEGUN: tr("Det blir aktuellt när planen har börjat."),
        NotAsked.UNDER_AGE: tr("Eleven har inte fyllt 16 år. Vårdnadshavarna för elevens talan."),
        NotAsked.NO_NEED: tr("Ingen har sagt att tolk behövs."),
        NotAsked.SAME_TIMES: tr("Elevens dagar börjar och slutar som klassens."),
        NotAsked.TOO_LITTLE_TEXT: tr("Det är för lite text för att mäta än."),
        NotAsked.NO_EARLIER_DECISION: tr("Det finns inget tidigare beslut att jämföra med."),
        NotAsked.NO_MOVE: tr("Inget skolbyte är planerat."),
        NotAsked.NOT_PROTECTED: tr("Eleven har inte skyddade personuppgifter."),
    }
    return sentences[NotAsked(str(facts["because"]))]


def _unknown(verdict: LawVerdict) -> str:
    """What is to be filled in, after the rule's own sentence where there is one."""
    facts, code = verdict.facts, verdict.rule.code
    before = {
        "P5": tr("Skriv när och hur {names} fick erbjudande om att delta.", names=_names(facts, "guardians"))
        if "guardians" in facts
        else "",
        "P7": tr("Kontrollera vem som har beslutat: {by}.", by=facts.get("by", "")) if "by" in facts else "",
        "P11": tr("Tolk behövs: {languages}.", languages=_names(facts, "languages")) if "languages" in facts else "",
        "P16": tr("Lämna elevens lektioner till den som sköter närvaron. Tid utanför planen är inte frånvaro."),
        "P17": _other_times(facts) if "days" in facts else "",
    }.get(code, "")
    return " ".join(part for part in (before, say_to_fill_in(verdict.fields)) if part)


def say_to_fill_in(fields: Iterable[str]) -> str:
    """«Fyll i: när huvudmannen fick veta.»; nothing without fields."""
    names = list(dict.fromkeys(within_sentence(field) for field in fields))
    return tr("Fyll i: {fields}.", fields=and_list(names)) if names else ""


def _names(facts: Facts, name: str) -> str:
    given = facts.get(name, ())
    return and_list([str(part) for part in given]) if isinstance(given, tuple) else str(given)


def _day(facts: Facts, name: str) -> str:
    day = facts[name]
    return written_date(day) if isinstance(day, dt.date) else str(day)


def _number(facts: Facts, name: str) -> int:
    number = facts[name]
    return number if isinstance(number, int) else 0


def _other_times(facts: Facts) -> str:
    return trn(
        "{n} veckodag börjar eller slutar på en annan tid än klassens.",
        "{n} veckodagar börjar eller slutar på en annan tid än klassens.",
        _number(facts, "days"),
    )


_MET: Mapping[str, Say] = {
    "P1": lambda v: tr("Behovet av särskilt stöd utreddes {day}.", day=_day(v.facts, "date")),
    "P2": lambda v: tr("Det finns skäl till att elevhälsan uppenbart inte behövde höras.")
    if "not_needed" in v.facts
    else tr("Elevhälsan hördes {day}.", day=_day(v.facts, "date")),
    "P3": lambda _: tr("Frånvaron är utredd, och de som ska veta det har fått veta."),
    "P4": lambda _: tr("Elevens inställning är med, hur den blev känd och hur den har vägts in."),
    "P5": lambda _: tr("Varje vårdnadshavare har fått möjlighet att delta."),
    "P6": lambda _: tr("Uppföljning och utvärdering har dag och ansvarig, inom planens tid."),
    "P7": lambda v: tr("Beslutet är fattat av {by}.", by=v.facts["by"]),
    "P8": lambda _: tr("Beslutet anger både lagrum och det som har avgjort."),
    "P9": lambda v: tr(
        "Ni fick beslutet {received}. Ett överklagande ska ha kommit till skolan senast {until}.",
        received=_day(v.facts, "received"),
        until=_day(v.facts, "until"),
    ),
    "P10": lambda v: tr("Eleven fick ett eget exemplar {day}.", day=_day(v.facts, "date")),
    "P11": lambda v: tr("Det är ordnat för {languages}.", languages=_names(v.facts, "languages")),
    "P12": lambda v: tr("Texten är lätt att läsa (LIX {lix}).", lix=v.facts["lix"]),
    "P13": lambda _: tr("Planen ryms inom beslutet."),
    "P14": lambda v: tr("Utvärderingen är skriven.")
    if "written" in v.facts
    else tr("Utvärderingen ska vara klar {day}.", day=_day(v.facts, "date")),
    "P15": lambda v: tr("Uppgifterna lämnades till den nya skolan {day}.", day=_day(v.facts, "date")),
    "P16": lambda v: tr("Närvarosystemet fick elevens lektioner {day}.", day=_day(v.facts, "date")),
    "P17": lambda v: tr("Skolskjutsen är kontrollerad {day}.", day=_day(v.facts, "date")),
}


def _late(verdict: LawVerdict) -> str:
    return tr(
        "Det här ska vara klart senast {by}, och är skrivet till {day}: {fields}.",
        by=_day(verdict.facts, "by"),
        day=_day(verdict.facts, "date"),
        fields=and_list([within_sentence(field) for field in verdict.fields]),
    )


def _outside(verdict: LawVerdict) -> str:
    return tr(
        "Planen gäller {first} till {last}. Välj en dag däremellan: {fields}.",
        first=_day(verdict.facts, "first"),
        last=_day(verdict.facts, "last"),
        fields=and_list([within_sentence(field) for field in verdict.fields]),
    )


def _reasons(verdict: LawVerdict) -> str:
    parts = {"provisions": tr("vilka lagrum det vilar på"), "circumstances": tr("det som har avgjort")}
    lacks = verdict.facts["lacks"]
    said = [parts[part] for part in lacks if part in parts] if isinstance(lacks, tuple) else []
    return tr("Be rektorn komplettera motiveringen: {parts}.", parts=and_list(said))


def _heavy(verdict: LawVerdict) -> str:
    return tr(
        "Texten är lite tung att läsa (LIX {lix}, gärna under {limit}). Korta meningar hjälper. Börja med: {fields}.",
        lix=verdict.facts["lix"],
        limit=verdict.facts["limit"],
        fields=and_list(list(dict.fromkeys(within_sentence(field) for field in verdict.fields)) or ["–"]),
    )


def _new_decision(verdict: LawVerdict) -> str:
    facts = verdict.facts
    sentences = {
        NewDecision.BELOW_FLOOR: tr("steg {steps} går under beslutets golv", steps=_names(facts, "below_floor")),
        NewDecision.SUBJECT_REMOVED: tr("fler ämnen tas bort: {subjects}", subjects=_names(facts, "subject_removed")),
        NewDecision.FORM_CHANGED: tr("undervisningen får en annan form: {forms}", forms=_forms(facts)),
        NewDecision.PERIOD_EXTENDED: tr("planen blir längre, till {day}", day=_names(facts, "period_extended")),
    }
    why = and_list([sentence for reason, sentence in sentences.items() if reason.value in facts])
    return tr("Planen behöver ett nytt beslut av rektorn: {why}.", why=why)


def _forms(facts: Facts) -> str:
    given = facts.get(NewDecision.FORM_CHANGED.value, ())
    return and_list([decision_called(DecisionKind(kind)) for kind in given]) if isinstance(given, tuple) else ""


def _overdue(verdict: LawVerdict) -> str:
    return tr(
        "Uppföljning försenad: utvärderingen skulle vara klar {day}. Planen förlängs inte av sig själv.",
        day=_day(verdict.facts, "date"),
    )


def _moving(verdict: LawVerdict) -> str:
    given = verdict.facts["hand_over"]
    what = [say_handed_over(code) for code in given] if isinstance(given, tuple) else []
    ends = tr("Planen upphör {day}.", day=_day(verdict.facts, "plan_ends")) if "plan_ends" in verdict.facts else ""
    return f"{tr('Lämna det här till den nya skolan: {what}.', what=and_list(what))} {ends}".strip()


def say_handed_over(code: str) -> str:
    """One thing that goes along to the next school, in lower case; empty for what is not known."""
    return {
        "decision": tr("rektorns beslut"),
        "plan": tr("planen steg för steg"),
        "needs": tr("behov och insatser"),
        "tried": tr("stöd som har prövats"),
        "investigations": tr("vilka utredningar som finns"),
        "subjects": tr("ämnen med betyg och ämnen som väntar"),
        "follow_up": tr("dagar för uppföljning och utvärdering"),
        "attendance": tr("närvaro enligt planen"),
    }.get(code, "")


_DEVIATES: Mapping[str, Say] = {
    "P1": _late,
    "P2": _late,
    "P3": _late,
    "P5": lambda v: tr(
        "{names} kan svara till och med {until}. Rektorn kan besluta därefter.",
        names=_names(v.facts, "guardians") or tr("Vårdnadshavare"),
        until=_day(v.facts, "until"),
    ),
    "P6": _outside,
    "P7": lambda v: tr(
        "Rektorn beslutar själv, eller en ställföreträdare som är utsedd. Nu står det {by}.", by=v.facts["by"]
    ),
    "P8": _reasons,
    "P12": _heavy,
    "P13": _new_decision,
    "P14": _overdue,
    "P15": _moving,
}
