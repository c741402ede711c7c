"""What the rules C of subjects, pace, period and of who the student is come to, said plainly."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from planning.decision_forms import TestChoice
from planning.law.verdicts import LawVerdict, Standing
from wording.form_names import choice_called
from wording.language import tr, trn
from wording.law_facts import (
    day,
    in_steps_text,
    joined,
    listed,
    number,
    subjects_by_code,
    subjects_listed,
    texts,
    to_fill_in,
)
from wording.phrases import upper_first

Say = Callable[[LawVerdict], str]


def say_content(verdict: LawVerdict) -> str:
    """One to three sentences for a verdict of a rule C; empty for the verdict of another rule."""
    code = verdict.rule.code
    if code not in _SAY:
        return ""
    if verdict.standing is Standing.NOT_ASKED:
        return _not_asked()[code]
    return joined(_SAY[code](verdict), to_fill_in(verdict.fields))


def say_content_rule(code: str) -> str:
    """What a rule C is about, as a short heading; empty for other rules."""
    names = {
        "C1": tr("Svenska, engelska och matematik"),
        "C2": tr("Ämnen som leder till gymnasiet"),
        "C3": tr("Ämnen som det önskade programmet frågar efter"),
        "C4": tr("Termin utan undervisning i ett ämne"),
        "C5": tr("Motiv för varje ämne som avviker"),
        "C6": tr("Mindre tid hellre än inget ämne"),
        "C7": tr("Steg som växer mot hela schemat"),
        "C8": tr("Planens och stegens längd"),
        "C9": tr("Nationella prov"),
        "C10": tr("Prao"),
        "C11": tr("Nyanländ elev"),
        "C12": tr("Skolform och timplan"),
    }
    return names.get(code, "")


def _not_asked() -> dict[str, str]:
    return {
        "C1": "",
        "C2": tr("Betygen till gymnasiet ligger längre fram."),
        "C3": tr("Inget program som frågar efter särskilda ämnen är skrivet."),
        "C4": tr("Planen täcker ingen hel termin."),
        "C5": tr("Inget ämne avviker från klassens schema."),
        "C6": tr("Inget ämne avviker från klassens schema."),
        "C7": "",
        "C8": tr("Planen har inga steg än."),
        "C9": tr("Inga nationella prov ligger i planen."),
        "C10": tr("Prao hör till senare eller tidigare årskurser."),
        "C11": tr("Inget är skrivet om att eleven är ny i Sverige."),
        "C12": "",
    }


def _core(verdict: LawVerdict) -> str:
    facts = verdict.facts
    if verdict.standing is Standing.MET:
        return tr("Svenska, engelska och matematik är med i sista steget.")
    if texts(facts, "waiting"):
        waiting = subjects_listed(facts, "waiting")
        return tr("{subjects} väntar i början av planen. Skriv varför.", subjects=upper_first(waiting))
    subjects = upper_first(subjects_by_code(texts(facts, "subjects")))
    if verdict.standing is Standing.UNKNOWN:
        names = listed(facts, "names")
        return tr("{subjects} syns inte i sista steget. Säg vilket ämne {names} är.", subjects=subjects, names=names)
    said = tr(
        "{subjects} har ingen tid i sista steget. Yrkesprogram och högskoleförberedande program frågar efter det.",
        subjects=subjects,
    )
    return joined(said, _unless_reasoned(verdict, tr("Skriv varför, eller planera en del av tiden.")))


def _unless_reasoned(verdict: LawVerdict, to_do: str) -> str:
    """What is left to do; nothing where somebody has recorded a reason already."""
    return "" if verdict.reason else to_do


def _alive(verdict: LawVerdict) -> str:
    facts = verdict.facts
    all_subjects, fewest = number(facts, "all_subjects"), number(facts, "fewest_subjects")
    said = trn(
        "{n} ämne är godkänt, pågår eller kommer tillbaka.",
        "{n} ämnen är godkända, pågår eller kommer tillbaka.",
        number(facts, "number"),
    )
    if verdict.standing is Standing.MET:
        return joined(said, tr("Yrkesprogram frågar efter {few} och högskoleförberedande program efter {all_subjects}.",
                               few=fewest, all_subjects=all_subjects))  # fmt: skip
    asked = tr("Yrkesprogram frågar efter {few}.", few=fewest)
    return joined(said, asked, _unless_reasoned(verdict, tr("Se vilka ämnen som kan tas upp igen, och när.")))


def _programme(verdict: LawVerdict) -> str:
    facts = verdict.facts
    if verdict.standing is Standing.MET:
        return tr("Ämnena som det önskade programmet frågar efter är med.")
    subjects = subjects_by_code(texts(facts, "subjects"))
    return tr(
        "Det önskade programmet frågar också efter {subjects}. Prata med eleven om när det kan tas upp.",
        subjects=subjects,
    )


def _no_grade(verdict: LawVerdict) -> str:
    if verdict.standing is Standing.MET:
        return tr("Varje ämne med betyg har undervisning någon gång under terminen.")
    subjects = subjects_listed(verdict.facts, "subjects")
    said = tr(
        "Ingen undervisning i {subjects} på en hel termin. Då sätts inget betyg i ämnet den terminen.",
        subjects=subjects,
    )
    to_do = tr("Berätta det för eleven och vårdnadshavarna, och skriv varför.")
    return joined(said, _unless_reasoned(verdict, to_do))


def _motives(verdict: LawVerdict) -> str:
    if verdict.standing is Standing.MET:
        return tr("Varje ämne som avviker har minuter i veckan, period och motiv.")
    subjects = subjects_listed(verdict.facts, "subjects")
    return tr(
        "Motiv saknas för {subjects}. Beslutet behöver minuter, period och motiv för varje ämne som avviker.",
        subjects=subjects,
    )


def _removed(verdict: LawVerdict) -> str:
    if verdict.standing is Standing.MET:
        return tr("Alla ämnen finns kvar, med mindre tid.")
    subjects = subjects_listed(verdict.facts, "subjects")
    return tr(
        "{subjects} har ingen tid i något steg. Lite tid i ämnet håller vägen öppen till en prövning.",
        subjects=upper_first(subjects),
    )


def _growing(verdict: LawVerdict) -> str:
    facts, said = verdict.facts, []
    if verdict.standing is Standing.MET:
        if texts(facts, "last_step") == ("",):
            return tr("Tiden växer eller är densamma, och sista steget är hela schemat.")
        return tr("Tiden växer eller är densamma. Varför planen inte slutar i hela schemat är skrivet.")
    if texts(facts, "steps"):
        steps = upper_first(in_steps_text(texts(facts, "steps")))
        said.append(tr("{steps} har mindre tid än steget före.", steps=steps))
    if verdict.fields:
        said.append(tr("Sista steget är inte hela schemat."))
    return joined(*said)


def _length(verdict: LawVerdict) -> str:
    facts = verdict.facts
    usual, most = number(facts, "usual_weeks"), number(facts, "most_weeks")
    if verdict.standing is Standing.MET:
        return tr("Planen slutar inom terminen, och inget steg är längre än {most} veckor.", most=most)
    said = []
    if "term_ends" in facts:
        said.append(
            tr(
                "Planen slutar {last}, efter terminens slut {term}.",
                last=day(facts, "last_day"), term=day(facts, "term_ends"),
            )
        )  # fmt: skip
        said.append(_unless_reasoned(verdict, tr("Skriv varför den är längre.")))
    if texts(facts, "steps"):
        steps = upper_first(in_steps_text(texts(facts, "steps")))
        said.append(
            tr("{steps} är längre än {most} veckor. Stäm av efter {usual}–{most}.", steps=steps, most=most, usual=usual)
        )
    if verdict.standing is Standing.UNKNOWN:
        said.append(tr("Planen börjar mellan två terminer. Kontrollera terminernas datum."))
    return joined(*said)


def _tests(verdict: LawVerdict) -> str:
    facts = verdict.facts
    subjects = subjects_listed(facts, "subjects")
    which = tr("Nationella prov i {subjects} ligger i planen.", subjects=subjects) if subjects else tr(
        "I årskursen skrivs nationella prov."
    )
    if verdict.standing is Standing.MET:
        return f"{which} {choice_called(TestChoice(listed(facts, 'choice')))}."
    return joined(which, tr("Kom överens om eleven deltar, och hur. Rektorn beslutar."))


def _prao(verdict: LawVerdict) -> str:
    if verdict.standing is Standing.MET:
        return tr("Prao är genomtänkt.")
    return tr(
        "Eleven ska ha minst {n} dagar prao under de sista årskurserna. Skriv när, eller varför det väntar.",
        n=number(verdict.facts, "days"),
    )


def _arrived(verdict: LawVerdict) -> str:
    if verdict.standing is Standing.MET:
        return tr("En individuell studieplan eller anpassad timplan är övervägd.")
    most = number(verdict.facts, "most_years")
    return tr(
        "Eleven kan räknas som nyanländ (högst {most} år). Fråga skolan om en individuell studieplan eller anpassad "
        "timplan passar bättre (skollagen 3 kap. 12 g och 12 h §§).",
        most=most,
    )


def _form(verdict: LawVerdict) -> str:
    facts = verdict.facts
    form = listed(facts, "form")
    if verdict.standing is Standing.MET:
        return tr("Planen jämförs med grundskolans timplan.")
    if verdict.standing is Standing.UNKNOWN:
        return tr("Skolformen avgör vilken timplan som gäller.")
    return tr(
        "{form} har en egen timplan (skolförordningen bilaga {first}–{last}). Den finns inte i programmet. "
        "Jämför med skolans egen.",
        form=form, first=number(facts, "first_annex"), last=number(facts, "last_annex"),
    )  # fmt: skip


_SAY: Mapping[str, Say] = {
    "C1": _core,
    "C2": _alive,
    "C3": _programme,
    "C4": _no_grade,
    "C5": _motives,
    "C6": _removed,
    "C7": _growing,
    "C8": _length,
    "C9": _tests,
    "C10": _prao,
    "C11": _arrived,
    "C12": _form,
}
