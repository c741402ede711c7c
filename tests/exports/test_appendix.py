"""The secret annex holds what the proposal must not."""

from __future__ import annotations

import datetime as dt

from exports.appendix import Adaptation, Exchange, Handled, NeedsMapping, PlannedSupport, Section, build_appendix
from exports.plain_text import render_text
from tests.exports.pictures import check_text

WHOLE = NeedsMapping(
    student_name="Test Testsson",
    reference="BUN 2026/0001",
    date=dt.date(2026, 11, 18),
    answered_by=("Eleven tillsammans med coachen",),
    strengths=("Tycker om bild och musik.", "Har en vän i klassen."),
    sections=(
        Section(title="Tider", lines=("Svårt att komma före 09.20.",)),
        Section(title="Miljö", lines=("Matsalen är för mycket.", "Hörlurar hjälper.")),
        Section(title="Hemma", lines=()),
    ),
    adaptations=(Adaptation(obstacle="Svårt att komma före 09.20", adaptation="Ingen lektion före 09.20"),),
    support=(PlannedSupport(what="Frukost", steps="1–3", meets="Frukost före första lektionen"),),
    sharing=("Mentor får veta allt under Tider.",),
    consents=(
        Exchange(who="Mentorn", what="planen", until=dt.date(2027, 6, 11)),
        Exchange(who="Socialtjänsten", what="planen"),
    ),
    handled=(Handled(duty="Anmälan till rektor (skollagen 6 kap. 10 §)", date=dt.date(2026, 11, 19)),),
)


def test_the_annex_reads_as_it_did() -> None:
    """Every word of a whole annex."""
    check_text(render_text(build_appendix(WHOLE)), "kartlaggning")


def test_an_independent_school_is_bound_by_another_rule() -> None:
    """OSL does not bind an independent school; skollagen's duty of silence does."""
    mark = build_appendix(WHOLE.model_copy(update={"is_independent": True})).mark
    assert mark == "Tystnadsplikt – skollagen 29 kap. 14 §"


def test_what_is_not_shared_stays_with_the_coach() -> None:
    """Nothing said of sharing means that nothing is shared."""
    text = render_text(build_appendix(NeedsMapping()))
    assert "Svaren stannar hos coachen." in text
