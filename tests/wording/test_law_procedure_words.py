"""What the rules P come to is said plainly: what is in place, what is left to do, and why a rule is not asked yet."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from planning.law.not_asked import NotAsked
from planning.law.rules import law_rules_on
from planning.law.verdicts import Fact, LawVerdict, Standing
from wording.language import LANGUAGES, Language, speaking
from wording.law_procedure import say_handed_over, say_procedure, say_procedure_rule

DAY, LATER = dt.date(2026, 12, 14), dt.date(2027, 1, 4)
RULES = law_rules_on(DAY)
BLAMES = re.compile(r"\b(fel|felaktig\w*|brist\w*|wrong|fault\w*|fail\w*)\b|[{}_]", re.IGNORECASE)
CODES = tuple(f"P{n}" for n in range(1, 18))


def verdict(code: str, standing: Standing, facts: dict[str, Fact] | None = None, *fields: str) -> LawVerdict:
    """A verdict of that rule."""
    return LawVerdict(rule=RULES.by_code[code], standing=standing, facts=facts or {}, fields=fields)


SAID = [
    (verdict("P1", Standing.MET, {"date": DAY}), "Behovet av särskilt stöd utreddes måndag 14 december 2026."),
    (
        verdict("P1", Standing.DEVIATES, {"date": LATER, "by": DAY}, "investigations.special_support"),
        ("Det här ska vara klart senast måndag 14 december 2026, och är skrivet till måndag 4 januari 2027: "
        "utredning om särskilt stöd."),
    ),
    (verdict("P2", Standing.MET, {"date": DAY}), "Elevhälsan hördes måndag 14 december 2026."),
    (
        verdict("P2", Standing.MET, {"not_needed": "yes"}),
        "Det finns skäl till att elevhälsan uppenbart inte behövde höras.",
    ),
    (
        verdict("P3", Standing.UNKNOWN, {}, "investigations.absence", "investigations.provider_notified"),
        "Fyll i: utredning om frånvaro och när huvudmannen fick veta.",
    ),
    (verdict("P3", Standing.MET, {"date": DAY}), "Frånvaron är utredd, och de som ska veta det har fått veta."),
    (
        verdict("P4", Standing.UNKNOWN, {}, "student_view.how_weighed"),
        "Fyll i: elevens inställning: hur den har vägts in.",
    ),
    (
        verdict("P4", Standing.MET),
        "Elevens inställning är med, hur den blev känd och hur den har vägts in.",
    ),
    (
        verdict("P5", Standing.DEVIATES, {"guardians": ("Förälder Ett", "Förälder Två"), "until": DAY}),
        ("Förälder Ett och Förälder Två kan svara till och med måndag 14 december 2026. "
        "Rektorn kan besluta därefter."),
    ),
    (
        verdict("P5", Standing.UNKNOWN, {"guardians": ("Förälder Två",)}, "guardian_views"),
        ("Skriv när och hur Förälder Två fick erbjudande om att delta. "
        "Fyll i: att varje vårdnadshavare har fått säga sitt."),
    ),
    (
        verdict("P5", Standing.DEVIATES, {"until": DAY}),
        "Vårdnadshavare kan svara till och med måndag 14 december 2026. Rektorn kan besluta därefter.",
    ),
    (verdict("P5", Standing.MET), "Varje vårdnadshavare har fått möjlighet att delta."),
    (
        verdict("P6", Standing.DEVIATES, {"first": DAY, "last": LATER}, "evaluation.date"),
        "Planen gäller måndag 14 december 2026 till måndag 4 januari 2027. Välj en dag däremellan: utvärdering.",
    ),
    (
        verdict("P6", Standing.MET, {"first": DAY, "last": LATER}),
        "Uppföljning och utvärdering har dag och ansvarig, inom planens tid.",
    ),
    (
        verdict("P7", Standing.DEVIATES, {"by": "Adam Annan, biträdande rektor"}, "around.substitute.name"),
        "Rektorn beslutar själv, eller en ställföreträdare som är utsedd. Nu står det Adam Annan, biträdande rektor.",
    ),
    (
        verdict("P7", Standing.UNKNOWN, {"by": "Adam Annan"}, "decided.decided_by"),
        "Kontrollera vem som har beslutat: Adam Annan. Fyll i: namn och titel.",
    ),
    (verdict("P7", Standing.MET, {"by": "Eva Exempel, rektor"}), "Beslutet är fattat av Eva Exempel, rektor."),
    (
        verdict("P8", Standing.DEVIATES, {"lacks": ("provisions", "circumstances")}, "decided.reasons"),
        "Be rektorn komplettera motiveringen: vilka lagrum det vilar på och det som har avgjort.",
    ),
    (verdict("P8", Standing.MET), "Beslutet anger både lagrum och det som har avgjort."),
    (
        verdict("P9", Standing.MET, {"received": DAY, "until": LATER}),
        ("Ni fick beslutet måndag 14 december 2026. "
        "Ett överklagande ska ha kommit till skolan senast måndag 4 januari 2027."),
    ),
    (verdict("P9", Standing.UNKNOWN, {}, "decided.received_on"), "Fyll i: dagen då ni fick beslutet."),
    (verdict("P10", Standing.MET, {"date": DAY}), "Eleven fick ett eget exemplar måndag 14 december 2026."),
    (
        verdict("P11", Standing.UNKNOWN, {"languages": ("arabiska", "tigrinja")}, "around.interpreter_arranged"),
        "Tolk behövs: arabiska och tigrinja. Fyll i: så ordnas tolk och översättning.",
    ),
    (verdict("P11", Standing.MET, {"languages": ("arabiska",)}), "Det är ordnat för arabiska."),
    (
        verdict("P12", Standing.DEVIATES, {"lix": 52, "limit": 40}, "needs.0", "needs.1", "way_back"),
        ("Texten är lite tung att läsa (LIX 52, gärna under 40). Korta meningar hjälper. "
        "Börja med: behov i skolsituationen och varför planen inte slutar i hela schemat."),
    ),
    (verdict("P12", Standing.MET, {"lix": 28, "limit": 40}), "Texten är lätt att läsa (LIX 28)."),
    (
        verdict("P13", Standing.DEVIATES, {"below_floor": ("1", "2"), "subject_removed": ("Musik",)}),
        ("Planen behöver ett nytt beslut av rektorn: steg 1 och 2 går under beslutets golv och "
        "fler ämnen tas bort: Musik."),
    ),
    (
        verdict("P13", Standing.DEVIATES, {"form_changed": ("distance",)}),
        ("Planen behöver ett nytt beslut av rektorn: undervisningen får en annan form: "
        "Distansundervisning (3 kap. 11 a §)."),
    ),
    (
        verdict("P13", Standing.DEVIATES, {"period_extended": ("2027-02-05",)}),
        "Planen behöver ett nytt beslut av rektorn: planen blir längre, till 2027-02-05.",
    ),
    (verdict("P13", Standing.MET), "Planen ryms inom beslutet."),
    (
        verdict("P14", Standing.DEVIATES, {"date": DAY, "days": 3}, "around.evaluated_on"),
        ("Uppföljning försenad: utvärderingen skulle vara klar måndag 14 december 2026. "
        "Planen förlängs inte av sig själv."),
    ),
    (verdict("P14", Standing.MET, {"date": DAY}), "Utvärderingen ska vara klar måndag 14 december 2026."),
    (verdict("P14", Standing.MET, {"written": DAY}), "Utvärderingen är skriven."),
    (
        verdict("P15", Standing.DEVIATES, {"hand_over": ("decision", "plan"), "plan_ends": DAY}),
        ("Lämna det här till den nya skolan: rektorns beslut och planen steg för steg. "
        "Planen upphör måndag 14 december 2026."),
    ),
    (
        verdict("P15", Standing.MET, {"date": DAY}),
        "Uppgifterna lämnades till den nya skolan måndag 14 december 2026.",
    ),
    (
        verdict("P16", Standing.UNKNOWN, {}, "around.attendance_export"),
        ("Lämna elevens lektioner till den som sköter närvaron. Tid utanför planen är inte frånvaro. "
        "Fyll i: när närvarosystemet fick elevens lektioner."),
    ),
    (verdict("P16", Standing.MET, {"date": DAY}), "Närvarosystemet fick elevens lektioner måndag 14 december 2026."),
    (
        verdict("P17", Standing.UNKNOWN, {"days": 1}, "around.transport_checked"),
        ("1 veckodag börjar eller slutar på en annan tid än klassens. "
        "Fyll i: när skolskjutsen kontrollerades mot planens tider."),
    ),
    (verdict("P17", Standing.MET, {"days": 2, "date": DAY}), "Skolskjutsen är kontrollerad måndag 14 december 2026."),
]


@pytest.mark.parametrize(("of", "said"), SAID, ids=lambda given: given.rule.code if hasattr(given, "rule") else "")
def test_a_verdict_is_a_plain_sentence(of: LawVerdict, said: str) -> None:
    """What is in place, or what to do next."""
    assert say_procedure(of) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_called_wrong_and_no_code_is_met(language: Language) -> None:
    """In either language every sentence is whole, and blames nobody."""
    with speaking(language):
        for of, _ in SAID:
            said = say_procedure(of)
            assert said.endswith((".", "§).")), said
            assert not BLAMES.search(said), said


@pytest.mark.parametrize("because", NotAsked)
def test_what_is_not_asked_says_why(because: NotAsked) -> None:
    """Every reason has a sentence of its own."""
    said = say_procedure(verdict("P9", Standing.NOT_ASKED, {"because": because.value}))
    assert said.endswith(".")
    others = {say_procedure(verdict("P9", Standing.NOT_ASKED, {"because": one.value})) for one in NotAsked}
    assert len(others) == len(NotAsked)


@pytest.mark.parametrize("code", CODES)
def test_every_rule_has_a_heading(code: str) -> None:
    """And rules of other groups have none here."""
    assert say_procedure_rule(code)
    assert say_procedure_rule("T1") == say_procedure(verdict("T1", Standing.MET)) == ""


def test_every_rule_has_been_said() -> None:
    """The examples above leave out no rule."""
    assert {of.rule.code for of, _ in SAID} == set(CODES)


def test_everything_to_hand_over_has_a_name() -> None:
    """What the rule's list names."""
    assert all(say_handed_over(code) for code in RULES.by_code["P15"].words["hand_over"])
