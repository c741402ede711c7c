"""An answer that obliges somebody to act, said to the coach: calm, which duty it is, and what to do.

The duties: skollagen 6 kap. 10 § (to the rektor, who reports to the huvudman) and 11 § (no reprisals), and skollagen
29 kap. 13 § with socialtjänstlagen (2025:400) 19 kap. 1 § (to the socialnämnd). Nothing here weighs, names or judges
anybody.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple, assert_never

from questionnaire.alerts import Alert, AlertLevel, Routine
from wording.clock import written_date
from wording.language import tr
from wording.places import place_name


class AlertText(NamedTuple):
    """The notice: what has been told, how soon, and what the law and good care ask for, in order."""

    title: str
    body: str
    duties: tuple[str, ...]

    @property
    def todo(self) -> tuple[str, ...]:
        """The duties, and what comes after them everywhere."""
        return (*self.duties, tr("Följ skolans egen rutin."), tr("Skriv här vem som tog emot det, och när."))


def say_alert(alert: Alert) -> AlertText:
    """The notice of one alert."""
    told, duties = _told_and_duties(alert.routine)
    return AlertText(title=told, body=_how_soon(alert.level), duties=duties)


def say_last_day(last: dt.date, today: dt.date) -> str:
    """«Senast onsdag 25 november 2026.»"""
    if last == today:
        return tr("Senast i dag, {date}.", date=written_date(last))
    if last < today:
        return tr("Sista dagen var {date}. Ta hand om det nu.", date=written_date(last))
    return tr("Senast {date}.", date=written_date(last))


def say_setting(kind: str, name: str) -> str:
    """«Sal A12», «Matsalen»: one unsafe setting by its kind and its name in the timetable or the bank."""
    if kind == "place":
        place = place_name(name)
        return place[:1].upper() + place[1:]
    return {
        "room": tr("Sal {name}", name=name),
        "group": tr("Grupp {name}", name=name),
        "teacher": tr("Lärare {name}", name=name),
        "subject": tr("Ämnet {name}", name=name),
        "not_told": tr("Eleven vill inte säga var"),
    }[kind]


def say_measure(code: str) -> str:
    """A measure that the school has taken, in a few words."""
    return {
        "adult_present": tr("En vuxen är med där"),
        "breaks_supervised": tr("Rasterna har vuxna i närheten"),
        "others_moved": tr("Den eller de andra har flyttats"),
        "talks_with_those_involved": tr("Samtal med dem det gäller"),
        "huvudman_investigates": tr("Huvudmannen utreder"),
        "only_this_student_moved": tr("Bara den här eleven har flyttats"),
    }[code]


def _how_soon(level: AlertLevel) -> str:
    match level:
        case AlertLevel.F1:
            return tr("Det här tas om hand i dag, innan planen blir klar. Varken eleven eller du ska vara ensam.")
        case AlertLevel.F2:
            return tr("Det här tas om hand inom två skoldagar, innan planen blir klar. Du ska inte vara ensam.")
        case _:
            assert_never(level)


def _told_and_duties(routine: Routine) -> tuple[str, tuple[str, ...]]:
    if routine in (Routine.STUDENT_HARM, Routine.STUDENT_HARM_GOES_ON, Routine.STAFF_HARM, Routine.ONLINE):
        return _at_school(routine)
    if routine in (Routine.AFRAID, Routine.HOME):
        return _safety(routine)
    return _health(routine)


def _at_school(routine: Routine) -> tuple[str, tuple[str, ...]]:
    listen = tr("Tacka för att du fick veta det. Lyssna, och säg vad som händer nu.")
    report = tr("Anmäl till rektorn. Det är en skyldighet för all personal (skollagen 6 kap. 10 §).")
    onwards = tr("Rektorn anmäler vidare till huvudmannen, som utreder.")
    protect = tr("Planera inget på den platsen förrän en åtgärd är skriven. Fråga också vad som görs där det händer.")
    if routine is Routine.STAFF_HARM:
        above = tr("Anmäl till rektorn, eller till huvudmannen om det gäller rektorn (skollagen 6 kap. 10 §).")
        unseen = tr("Den vuxna som det gäller ser inget av det som står här.")
        return tr("Eleven har berättat om något med en vuxen i skolan."), (listen, above, onwards, unseen)
    if routine is Routine.ONLINE:
        school = tr("Rör det elever på skolan: anmäl till rektorn (skollagen 6 kap. 10 §).")
        police = tr("Finns ett hot i dag: ring 112.")
        return tr("Eleven har berättat om något på nätet som känns otryggt."), (listen, school, police)
    unpunished = tr("Ingen i skolan får straffa eleven för att ha berättat (skollagen 6 kap. 11 §).")
    if routine is Routine.STUDENT_HARM_GOES_ON:
        return tr("Eleven har berättat om något som händer i skolan nu."), (
            listen, report, onwards, unpunished, protect,
        )  # fmt: skip
    return tr("Eleven har berättat om något som hänt i skolan."), (listen, report, onwards, unpunished)


def _safety(routine: Routine) -> tuple[str, tuple[str, ...]]:
    alone = tr("Prata med eleven i enrum. Fråga inte ut, lyssna.")
    duty = tr(
        "Får du veta eller misstänker du att ett barn far illa ska du genast göra en orosanmälan till socialnämnden "
        "(socialtjänstlagen 19 kap. 1 §, skollagen 29 kap. 13 §)."
    )
    advice = tr("Är du osäker: rådgör med kurator eller rektor, eller med socialtjänsten utan att säga vem.")
    home = tr("Vårdnadshavare får inget veta av programmet. Hur de får veta bestämmer ni i rutinen.")
    danger = tr("Är någon i fara nu: ring 112.")
    if routine is Routine.AFRAID:
        return tr("Eleven har berättat om en rädsla för någon."), (alone, duty, advice, home, danger)
    return tr("Eleven har berättat något om hur det är hemma."), (alone, duty, advice, home)


def _health(routine: Routine) -> tuple[str, tuple[str, ...]]:
    kurator = tr("Lämna över till kurator eller skolpsykolog, och berätta för eleven vem det blir.")
    if routine is Routine.TALK_TODAY:
        stay = tr("Stanna hos eleven tills någon annan har tagit över.")
        danger = tr("Är någon i fara nu: ring 112.")
        return tr("Eleven vill prata med någon i dag."), (stay, kurator, danger)
    if routine is Routine.EATING:
        nurse = tr("Lämna över till skolsköterskan. Prata inte om vikt eller mat här.")
        return tr("Eleven har berättat att det är svårt att äta just nu."), (nurse,)
    return tr("Eleven vill prata med någon snart."), (tr("Bestäm en tid tillsammans med eleven."), kurator)
