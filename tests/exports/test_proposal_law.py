"""The proposal's check against the rules: groups, sources, reasons, version; and what never stands in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from exports.blocks import Block, Document, GroupedRows, Heading, Paragraph
from exports.pdf import render_pdf
from exports.plain_text import render_text
from exports.proposal import build_proposal
from exports.proposal_law import law_checks
from planning.decision import DocumentFacts
from planning.law.judging import judge_law
from planning.law.verdicts import Gate, LawRule, LawVerdict, RuleLevel, Standing
from planning.public_plan import public_plan
from tests.planning.law.cases import law_case

MOTIVES = [{"subject": name, "motive": "Ett ämne i taget."} for name in ("Matematik", "Bild", "Engelska", "Slöjd")]


def checks(*steps: str, **facts: Any) -> tuple[Block, ...]:
    """The blocks of that plan's verdicts."""
    return tuple(law_checks(judge_law(law_case(*steps, facts=facts))))


def document(blocks: Sequence[Block]) -> Document:
    """The blocks as a document of their own."""
    title = Heading(level=1, text="Prov")
    return Document(title="Prov", subject="Prov", author="Exempelby", blocks=(title, *blocks))


def text(blocks: Sequence[Block]) -> str:
    """What the blocks say."""
    return render_text(document(blocks))


def rows(blocks: Sequence[Block]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The rows of each group, by its title."""
    (table,) = (block for block in blocks if isinstance(block, GroupedRows))
    return {group.title: group.rows for group in table.groups}


def verdict(code: str, standing: Standing, level: RuleLevel = RuleLevel.HARD, **more: Any) -> LawVerdict:
    """A verdict made by hand."""
    gate = more.pop("gate", Gate.SEND if level is RuleLevel.HARD else None)
    rule = LawRule(code=code, level=level, gate=gate, source="en lag 1 §", confidence="A")
    return LawVerdict(rule=rule, standing=standing, state="SE", version="2026-11-22", **more)


def test_verdicts_stand_in_groups_each_with_its_source() -> None:
    """What blocks first, then what asks for a decision, then what is worth knowing."""
    grouped = rows(checks("a* b* d*"))
    assert list(grouped) == ["Ska vara på plats först", "Kräver rektors beslut eller ett skäl", "Värt att veta"]
    names = {row[0]: row for row in grouped["Kräver rektors beslut eller ett skäl"]}
    deviation = names["Avvikelse från klassens schema"]
    assert deviation[1].startswith("Avviker från timplanen: ")
    assert deviation[2] == "Skollagen 3 kap. 12 §"
    assert names["Liten grupp eller enskild undervisning"][2] == "Skollagen 3 kap. 11 §; gränsen är vår"


def test_what_is_in_place_is_one_sentence_with_sources() -> None:
    """Compact: the heading of each rule and where it stands."""
    told = text(checks("a b c d e f"))
    assert "På plats: lektioner på dagar med skola (skollagen 7 kap. 17 §; skolförordningen 3 kap. 4 §), " in told


def test_the_version_of_the_rules_stands_last() -> None:
    """So that a reader knows how old the reading is."""
    last = checks("a")[-1]
    assert isinstance(last, Paragraph)
    assert last.text.endswith("Reglerna lästes 2026-11-22 (SE-support-9).")


def test_a_recorded_reason_is_printed_and_no_longer_asked_for() -> None:
    """«Skäl: …» in the place of «skriv varför»."""
    reason = {"rule": "C1", "reason": "Ett ämne i taget, matematik från våren."}
    asked, given = text(checks("a d")), text(checks("a d", law_reasons=[reason]))
    assert "Skriv varför, eller planera en del av tiden." in asked
    assert "Skäl: Ett ämne i taget, matematik från våren." in given
    assert "Skriv varför, eller planera en del av tiden." not in given


def test_what_somebody_has_written_passes_the_language_guard() -> None:
    """A reason that tells of health is not printed."""
    reason = {"rule": "T6", "reason": "Eleven har adhd. Börjar med få ämnen."}
    told = text(checks("a", law_reasons=[reason]))
    assert "adhd" not in told
    assert "Börjar med få ämnen." in told


@pytest.mark.parametrize("standing", list(Standing))
def test_the_talk_with_the_student_is_never_among_them(standing: Standing) -> None:
    """Not even that nothing waits: the rule itself is not named."""
    talk = [verdict("D4r", standing, gate=Gate.CLOSE), verdict("D5r", standing, gate=Gate.CLOSE)]
    assert tuple(law_checks(talk)) == ()


def test_what_the_coach_is_to_write_anew_is_not_told() -> None:
    """That there was something telling is itself telling."""
    assert tuple(law_checks([verdict("D1r", Standing.DEVIATES, fields=("needs.0",))])) == ()


def test_open_duties_change_nothing_that_is_printed() -> None:
    """What a student ticks reaches no public document."""
    case = law_case("a")
    told = text(tuple(law_checks(judge_law(case))))
    assert told == text(tuple(law_checks(judge_law(case._replace(open_reports=True, open_worry=True)))))


def test_without_verdicts_nothing_is_printed() -> None:
    """No heading without anything under it."""
    assert tuple(law_checks(())) == ()


def test_it_is_drawn() -> None:
    """Also with long reasons, markup and signs that no font has."""
    reasons = [{"rule": "T6", "reason": "<b>Skäl</b> & " + "mycket långt skäl " * 40 + "\u0007🙂"}]
    drawn = render_pdf(document(checks("a* b* d*", "a", law_reasons=reasons, subject_motives=MOTIVES)))
    assert drawn.startswith(b"%PDF")


@pytest.mark.parametrize(("count", "comes_first"), [(2, True), (8, False)])
def test_the_rules_fill_the_page_before_the_decision_of_a_short_plan(
    make_plan: Callable[[int], Any], facts: DocumentFacts, count: int, *, comes_first: bool
) -> None:
    """In a longer one they stand last; in both they stand once."""
    made = make_plan(count)
    law = judge_law(law_case("a"))
    told = render_text(build_proposal(public_plan(made.problem, made.plan), facts, law=law))
    assert told.count("Så stämmer planen med reglerna") == 1
    assert (told.index("Så stämmer planen med reglerna") < told.index("Rektorns beslut")) is comes_first
