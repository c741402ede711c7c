"""What the rules D come to can be printed; which words tell, and what to say instead, is for the coach alone."""

from __future__ import annotations

import re

import pytest

from planning.decision import DocumentFacts, Measure
from planning.law.rules import law_rules_on
from planning.law.verdicts import Fact, LawVerdict, Standing
from planning.telling import Telling, telling_words
from tests.planning.law.cases import ON
from wording.language import LANGUAGES, Language, speaking
from wording.law_protection import (
    say_instead,
    say_kept,
    say_protection,
    say_protection_rule,
    say_suggested,
    say_timer,
    suggestions,
)

RULES = law_rules_on(ON)
CODES = ("D1r", "D2r", "D3r", "D4r", "D5r", "D6r")


def verdict(code: str, standing: Standing, facts: dict[str, Fact] | None = None, *fields: str) -> LawVerdict:
    """A verdict of that rule."""
    return LawVerdict(rule=RULES.by_code[code], standing=standing, facts=facts or {}, fields=fields)


WAITING = (
    verdict("D1r", Standing.DEVIATES, {"passages": 1}, "needs.0", "needs.2", "way_back"),
    verdict("D2r", Standing.DEVIATES, {}, "student.full_name", "school.unit"),
    verdict("D4r", Standing.DEVIATES),
    verdict("D5r", Standing.DEVIATES),
    verdict("D6r", Standing.UNKNOWN, {"without": ("annex", "log")}),
)


def test_what_waits_says_what_to_do() -> None:
    """Fields are called by their names, each once; of a duty nothing is told."""
    assert [say_protection(one) for one in WAITING] == [
        ("Skriv om det här så att det handlar om skolsituationen: behov i skolsituationen och "
        "varför planen inte slutar i hela schemat."),
        "Töm det här. Skolan skriver det för hand: hela namnet och skolenhet.",
        "Något ska anmälas till rektorn först. Läs det själv under Ta hand om.",
        "Något ska tas om hand först. Läs det själv under Ta hand om.",
        ("Kommunens plan för hur länge uppgifter sparas är inte inlagd för: bilagan med kartläggningen och loggen. "
        "Inget raderas av sig självt."),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_can_be_printed_tells_nothing_and_blames_nobody(language: Language) -> None:
    """No telling word, no code, no fault, in either language."""
    with speaking(language):
        for one in (*WAITING, *(verdict(code, Standing.MET) for code in CODES)):
            said = say_protection(one)
            assert said.endswith(".")
            assert telling_words(said) == ()
            assert not re.search(r"\b(fel|brist\w*|wrong|fault\w*)\b|[{}_]", said, re.IGNORECASE)


def test_a_rule_that_is_not_asked_says_why_and_every_rule_has_a_heading() -> None:
    """Rules of other groups have neither here."""
    told = say_protection(verdict("D2r", Standing.NOT_ASKED, {"because": "not_protected"}))
    assert told == "Eleven har inte skyddade personuppgifter."
    assert all(say_protection_rule(code) for code in CODES)
    assert say_protection(verdict("T1", Standing.MET)) == say_protection_rule("T1") == ""


def test_the_coach_hears_the_word_the_place_and_another_way_to_say_it() -> None:
    """Passage by passage, with what each word tells of."""
    facts = DocumentFacts(
        needs=("Lugn start", "Har adhd och tar medicin"),
        measures=(Measure(need="Lugn start", what="Sitter med kompisen Alva"),),
    )
    first, second = suggestions(facts)
    assert (first.field, first.words) == ("needs.1", ("adhd", "medicin"))
    assert first.instead == (say_instead(Telling.HEALTH), say_instead(Telling.MEDICINE))
    assert second.words == ("kompisen Alva",)
    assert say_suggested(second) == (
        "Insatser med vem, när och hur ofta (Uppgifter till skolan, Behov, mål och insatser): «kompisen Alva». "
        "Skriv utan namn, till exempel «en kompis i klassen»."
    )
    assert suggestions(DocumentFacts(needs=("Lugn start",))) == ()


@pytest.mark.parametrize("tells", Telling)
def test_every_kind_of_word_has_another_way(tells: Telling) -> None:
    """And it tells nothing itself."""
    assert say_instead(tells).endswith(".")
    assert telling_words(say_instead(tells)) == ()


def test_every_kind_of_paper_has_a_name_and_a_timer_is_said() -> None:
    """What the rule's list names; «1 månad» and «24 månader»."""
    assert all(say_kept(kind) for kind in RULES.by_code["D6r"].words["kinds"])
    assert say_timer("drafts", 1) == "Utkasten: 1 månad efter att ärendet avslutats."
    assert say_timer("annex", 24) == "Bilagan med kartläggningen: 24 månader efter att ärendet avslutats."
