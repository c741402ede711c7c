"""Teaching that a plan leaves out, in words: it «avviker från timplanen», which a rektor can stand behind; never wrong.

To the student no hour that is missed is counted: the plan's own time is told, and that the rest is the school's to
catch up with.
"""

from __future__ import annotations

from collections.abc import Iterable

from planning.subject_codes import SubjectCode
from planning.teaching import Minutes, Teaching, TeachingStep
from planning.teaching_hours import BesideTimplan, HoursComparison, HoursRow, NoHours
from wording.clock import hours_text, short_date
from wording.eligibility import Reader
from wording.language import tr
from wording.phrases import and_list, upper_first
from wording.subject_names import say_subject


def say_whole(teaching: Teaching, reader: Reader) -> tuple[str, ...]:
    """The whole plan in one or two sentences."""
    if not teaching.steps:
        return ()
    whole = teaching.cumulated_total[-1]
    planned = hours_text(whole.planned)
    if reader is Reader.STUDENT:
        said = tr("I planen finns {planned} lektionstid.", planned=planned)
        later = tr("Det som väntar tas upp steg för steg. Skolan hjälper dig att ta igen det du behöver.")
        return (said, later) if whole.lost else (said,)
    ordinary = hours_text(whole.ordinary)
    if not whole.lost:
        return (tr("Planen har all undervisning i klassens schema: {planned}.", planned=planned),)
    lost = hours_text(whole.lost)
    said = tr(
        "Planen har {planned} undervisning av {ordinary} i klassens schema. {lost} avviker.",
        planned=planned, ordinary=ordinary, lost=lost,
    )  # fmt: skip
    if reader is Reader.SCHOOL:
        return (said, tr("Avvikelsen kräver rektors beslut om anpassad studiegång (skollagen 3 kap. 12 §)."))
    return (said, tr("Kom överens med skolan om hur det tas igen: extra studietid, lovskola eller prövning."))


def say_step(step: TeachingStep, until_then: Minutes) -> str:
    """One step, and what has been summed up at its end."""
    return tr(
        "Steg {step}: {planned} av {ordinary}. Sammanlagt avviker {lost} från klassens schema.",
        step=step.step,
        planned=hours_text(step.total.planned),
        ordinary=hours_text(step.total.ordinary),
        lost=hours_text(until_then.lost),
    )


def say_subject_lost(name: str, minutes: Minutes) -> str:
    """One subject over the whole plan."""
    if not minutes.lost:
        return tr("{subject}: all undervisning är med.", subject=name)
    return tr(
        "{subject}: {planned} av {ordinary} i klassens schema, {lost} avviker.",
        subject=name,
        planned=hours_text(minutes.planned),
        ordinary=hours_text(minutes.ordinary),
        lost=hours_text(minutes.lost),
    )


def say_row(row: HoursRow) -> str:
    """A row of the timplan beside the plan."""
    subject = upper_first(_row_name(row.code))
    planned, guaranteed = hours_text(row.minutes.planned), hours_text(row.guaranteed)
    if not row.below:
        return tr(
            "{subject}: {planned} i planen, minst så mycket som timplanens andel ({guaranteed}).",
            subject=subject, planned=planned, guaranteed=guaranteed,
        )  # fmt: skip
    return tr(
        "{subject} avviker från timplanen: {planned} i planen, och timplanens andel är {guaranteed}.",
        subject=subject, planned=planned, guaranteed=guaranteed,
    )  # fmt: skip


def _row_name(code: SubjectCode) -> str:
    if code is SubjectCode.SV:
        return tr("svenska eller svenska som andraspråk")
    if code is SubjectCode.SPV:
        return tr("språkval")
    return say_subject(code)


def say_beside(beside: BesideTimplan) -> str:
    """A name that no row of the timplan holds."""
    if beside.code is None:
        return tr("{name}: ämnet känns inte igen, så det jämförs inte med timplanen.", name=beside.name)
    return tr("{name}: har inga egna timmar i timplanen.", name=beside.name)


def say_why_no_hours(why: NoHours) -> str:
    """Why nothing is compared with the timplan."""
    match why:
        case NoHours.NO_YEAR_GROUP:
            return tr("Fyll i årskursen, så jämförs planen med timplanen.")
        case NoHours.NOT_READ:
            return tr("Timplanen för den årskursen finns inte i programmet. Jämför med skolans egen timplan.")


def say_teaching_notes(teaching: Teaching, hours: HoursComparison) -> tuple[str, ...]:
    """What was counted and what was not, to coach and school."""
    notes = [tr("Bara lektioner räknas. Tid med coachen, möten, raster och vila är inte undervisning.")]
    if teaching.side_by_side:
        names = and_list(teaching.side_by_side)
        notes.append(tr("{subjects} ligger samtidigt i schemat. Eleven läser kanske bara ett av dem.", subjects=names))
    weeks = [monday for step in teaching.steps for monday in step.weeks_unknown]
    if weeks:
        days = and_list([short_date(monday) for monday in weeks])
        notes.append(tr("Schemat har inga lektioner för veckor som börjar {days}. De räknas inte.", days=days))
    if hours.rows:
        notes.append(
            tr(
                "Timplanens andel är stadiets timmar delade på stadiets skoldagar. Skolan fördelar timmarna mellan "
                "årskurserna, så klassens schema är det viktigaste måttet."
            )
        )
    if hours.rows and hours.days_not_read:
        notes.append(tr("En del av planens dagar har en timplan som inte finns i programmet. De räknas inte."))
    return tuple(notes)


def say_hour_sources(hours: HoursComparison) -> tuple[str, ...]:
    """Where the timplan stands, and which version of it was read."""
    return tuple(
        tr("{source}. Läst {version}.", source=upper_first(ruleset.source), version=ruleset.version)
        for ruleset in hours.rulesets
    )


def say_rows(rows: Iterable[HoursRow]) -> tuple[str, ...]:
    """Every row, blocks with what is due to each of their subjects."""
    said = []
    for row in rows:
        said.append(say_row(row))
        said.extend(_within(one) for one in row.within if one.names)
    return tuple(said)


def _within(row: HoursRow) -> str:
    return tr(
        "{subject}, egna lektioner: {planned} i planen, minst {guaranteed} av blocket.",
        subject=upper_first(say_subject(row.code)),
        planned=hours_text(row.minutes.planned),
        guaranteed=hours_text(row.guaranteed),
    )
