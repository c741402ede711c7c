"""What the rules T of days and hours and of what counts come to, said plainly: what is, and what is left to do.

A deviation «avviker från timplanen» and «kräver rektors beslut»; nothing is ever said to be wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from planning.law.verdicts import LawVerdict, Standing
from planning.subject_codes import SubjectCode
from wording.clock import hours_text
from wording.language import tr, trn
from wording.law_facts import Facts, day, in_steps_text, joined, listed, number, subjects_listed, texts, to_fill_in
from wording.law_forms import say_forms, say_forms_rule
from wording.phrases import and_list, lower_first, upper_first
from wording.subject_names import say_subject

Say = Callable[[LawVerdict], str]
MOST_SUBJECTS_NAMED = 3
"""Subjects named one by one before the rest are told as a number: the tables beside have them all."""


def say_timetable(verdict: LawVerdict) -> str:
    """One to three sentences for a verdict of a rule T; empty for the verdict of another rule."""
    say = _SAY.get(verdict.rule.code)
    return say(verdict) if say else say_forms(verdict)


def say_timetable_rule(code: str) -> str:
    """What a rule T is about, as a short heading; empty for other rules."""
    names = {
        "T1": tr("Lektioner på dagar med skola"),
        "T2": tr("Skoldagens längd"),
        "T3": tr("Läsårets skoldagar"),
        "T4": tr("Ett schema för varje steg"),
        "T5": tr("Sammanhållna dagar"),
        "T6": tr("Avvikelse från klassens schema"),
        "T12": tr("Tid med coachen är inte undervisning"),
        "T13": tr("Extra studietid och lovskola räknas inte"),
        "T14": tr("Undervisning som faller bort"),
    }
    return names.get(code) or say_forms_rule(code)


def _days(verdict: LawVerdict) -> str:
    if verdict.standing is Standing.MET:
        return tr("Alla lektioner ligger på dagar med skola.")
    subjects = listed(verdict.facts, "subjects")
    return tr("{subjects} ligger på en dag utan skola. Flytta till en dag med skola.", subjects=subjects)


def _length(verdict: LawVerdict) -> str:
    facts, numbers = verdict.facts, verdict.rule.numbers
    if verdict.standing is Standing.MET:
        return tr("Ingen dag är längre än {most}.", most=hours_text(numbers["minutes_a_day"]))
    said = tr(
        "{date}: {length} från första lektionens början till den sistas slut.",
        date=upper_first(day(facts, "date")), length=hours_text(number(facts, "minutes")),
    )  # fmt: skip
    most = hours_text(number(facts, "most_minutes"))
    if verdict.standing is Standing.UNKNOWN:
        return joined(said, tr("De yngsta har högst {most}.", most=most), to_fill_in(verdict.fields))
    return joined(said, tr("Gränsen är {most}. Korta den dagen.", most=most))


def _days_of_year(verdict: LawVerdict) -> str:
    facts = verdict.facts
    days = trn("{n} skoldag", "{n} skoldagar", number(facts, "days_of_terms") or number(facts, "days"))
    if verdict.standing is Standing.MET:
        return tr("Planen har {days}. Ett läsår har högst {most}.", days=days, most=number(facts, "most_days"))
    year = number(facts, "year")
    school_year = f"{year}/{(year + 1) % 100:02d}"
    if "days_of_terms" in facts:
        return tr(
            "Läsåret {year} har {days} mellan terminernas datum. Det ska vara minst {fewest}. Kontrollera datumen.",
            year=school_year, days=days, fewest=number(facts, "fewest_days"),
        )  # fmt: skip
    return tr(
        "Läsåret {year} har planen {days}. Gränsen är {most}. Skriv in lov och studiedagar, eller korta planen.",
        year=school_year, days=days, most=number(facts, "most_days"),
    )  # fmt: skip


def _every_step(verdict: LawVerdict) -> str:
    if verdict.standing is Standing.MET:
        return tr("Varje steg har ett schema.")
    steps = upper_first(in_steps_text(texts(verdict.facts, "steps")))
    return tr("{steps} har inget schema än. Planera det innan förslaget lämnas.", steps=steps)


def _whole_days(verdict: LawVerdict) -> str:
    if verdict.standing is Standing.MET:
        return tr("Dagarna hänger ihop, och tiden är spridd över veckan.")
    facts, said = verdict.facts, []
    waiting, gathered = texts(facts, "steps"), texts(facts, "gathered_steps")
    if waiting:
        minutes = number(facts, "gap_minutes")
        steps = in_steps_text(waiting)
        said.append(tr("I {steps} finns upp till {n} minuters väntan mellan lektioner.", steps=steps, n=minutes))
    if gathered:
        steps = in_steps_text(gathered)
        said.append(tr("I {steps} ligger veckans lektioner på en enda dag.", steps=steps))
    return joined(*said, tr("Se om det går att jämna ut, om eleven vill det."))


def _deviation(verdict: LawVerdict) -> str:
    facts = verdict.facts
    if verdict.standing is Standing.MET:
        return tr("Planen har all undervisning i klassens schema.")
    said = tr("Avviker från timplanen: {less}.", less=_less(facts))
    decision = tr("Det är en anpassad studiegång och kräver rektors beslut.")
    asked = tr("Skriv in anpassad studiegång bland besluten som behövs.") if verdict.fields else ""
    return joined(said, decision, asked)


def _less(facts: Facts) -> str:
    """«90 minuter mindre i veckan i matematik, 30 i bild och mindre i 4 ämnen till»."""
    pairs = list(zip(texts(facts, "subjects"), texts(facts, "minutes"), strict=True))
    if not pairs:
        return trn("{n} minut mindre i veckan", "{n} minuter mindre i veckan", number(facts, "minutes_a_week"))
    named = pairs[:MOST_SUBJECTS_NAMED]
    subject, minutes = named[0]
    first = trn("{n} minut mindre i veckan i {subject}", "{n} minuter mindre i veckan i {subject}", int(minutes),
                subject=lower_first(subject))  # fmt: skip
    more = [tr("{n} i {subject}", n=minutes, subject=lower_first(subject)) for subject, minutes in named[1:]]
    rest = len(pairs) - len(named)
    others = [trn("mindre i {n} ämne till", "mindre i {n} ämnen till", rest)] if rest else []
    return and_list([first, *more, *others])


def _coach_time(verdict: LawVerdict) -> str:
    facts = verdict.facts
    if verdict.standing is Standing.MET:
        apart = number(facts, "minutes")
        if not apart:
            return tr("Bara lektioner räknas som undervisning.")
        return tr(
            "Bara lektioner räknas som undervisning. {hours} av planen är annan tid och räknas inte.",
            hours=hours_text(apart),
        )
    minutes = number(facts, "counted_minutes")
    return tr(
        "{n} minuter bland lektionerna står inte i klassens schema. De får inte räknas som undervisning. "
        "Ta bort dem bland lektionerna.",
        n=minutes,
    )


def _not_counted(verdict: LawVerdict) -> str:
    subjects = subjects_listed(verdict.facts, "subjects")
    if verdict.standing is Standing.NOT_ASKED:
        return tr("Ingen sådan tid står i schemat.")
    if verdict.standing is Standing.MET:
        return tr("{subjects} räknas inte mot den garanterade tiden.", subjects=upper_first(subjects))
    return tr(
        "{n} minuter i {subjects} räknas mot den garanterade tiden. Extra studietid, lovskola och distansundervisning "
        "gör inte det. Ändra vad ämnet står för, eller vad som ges på distans.",
        n=number(verdict.facts, "counted_minutes"), subjects=subjects,
    )  # fmt: skip


def _lost(verdict: LawVerdict) -> str:
    facts = verdict.facts
    if verdict.standing is Standing.MET:
        return tr("Ingen undervisning i klassens schema faller bort.")
    if verdict.standing is Standing.UNKNOWN:
        return tr("Schemat saknar lektioner för några av planens veckor. De räknas inte.")
    most = [lower_first(name) for name in texts(facts, "subjects")[:MOST_SUBJECTS_NAMED]]
    said = tr(
        "{hours} undervisning avviker från klassens schema under hela planen, mest i {subjects}.",
        hours=hours_text(number(facts, "lost_minutes")), subjects=and_list(most),
    )  # fmt: skip
    return joined(said, _below(facts), to_fill_in(verdict.fields))


def _below(facts: Facts) -> str:
    """Which rows of the timplan the plan has less of than the stage's share."""
    rows = texts(facts, "timplan")
    if not rows:
        return ""
    named = [say_subject(SubjectCode(code)) for code in rows[:MOST_SUBJECTS_NAMED]]
    rest = len(rows) - len(named)
    others = [trn("{n} ämne till", "{n} ämnen till", rest)] if rest else []
    return tr("Mindre än timplanens andel i {subjects}.", subjects=and_list([*named, *others]))


_SAY: Mapping[str, Say] = {
    "T1": _days,
    "T2": _length,
    "T3": _days_of_year,
    "T4": _every_step,
    "T5": _whole_days,
    "T6": _deviation,
    "T12": _coach_time,
    "T13": _not_counted,
    "T14": _lost,
}
