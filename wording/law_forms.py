"""What the rules T7–T11 of special ways of teaching come to, said plainly."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from planning.law.verdicts import LawVerdict, Standing
from wording.language import tr, trn
from wording.law_facts import day, joined, listed, number, texts, to_fill_in

Say = Callable[[LawVerdict], str]


def say_forms(verdict: LawVerdict) -> str:
    """One to three sentences for a verdict of T7–T11; empty for the verdict of another rule."""
    code = verdict.rule.code
    if code not in _DEVIATES:
        return ""
    match verdict.standing:
        case Standing.NOT_ASKED:
            return _not_asked()[code]
        case Standing.MET:
            return _MET[code](verdict)
        case Standing.UNKNOWN:
            return joined(_unknown()[code], to_fill_in(verdict.fields))
        case Standing.DEVIATES:
            return joined(_DEVIATES[code](verdict), to_fill_in(verdict.fields))


def say_forms_rule(code: str) -> str:
    """What a rule is about, as a short heading; empty for other rules."""
    names = {
        "T7": tr("Liten grupp eller enskild undervisning"),
        "T8": tr("Distansundervisning"),
        "T9": tr("Fjärrundervisning"),
        "T10": tr("Undervisning i hemmet"),
        "T11": tr("Utbildning på en arbetsplats"),
    }
    return names.get(code, "")


def _not_asked() -> dict[str, str]:
    return {
        "T7": tr("Ingen undervisning i liten grupp eller enskilt är planerad."),
        "T8": tr("Ingen distansundervisning är planerad."),
        "T9": tr("Ingen fjärrundervisning är planerad."),
        "T10": tr("Ingen undervisning i hemmet är planerad."),
        "T11": tr("Ingen utbildning på en arbetsplats är planerad."),
    }


def _unknown() -> dict[str, str]:
    return {
        "T7": "",
        "T8": tr("Distansundervisning som särskilt stöd har flera villkor, och alla ska vara på plats före beslutet."),
        "T9": tr("Fjärrundervisning har gränser för tid och ämnen."),
        "T10": tr("Undervisning i hemmet har ett eget beslut, vid sidan av planen."),
        "T11": tr("Utbildning på en arbetsplats har en handledare där och en kontakt i skolan."),
    }


def _group_met(verdict: LawVerdict) -> str:
    often = trn("{n} gång i månaden", "{n} gånger i månaden", number(verdict.facts, "occasions_a_month"))
    return tr("Undervisning i liten grupp eller enskilt är enstaka, som mest {often}.", often=often)


def _group(verdict: LawVerdict) -> str:
    facts = verdict.facts
    often = trn("{n} gång i månaden", "{n} gånger i månaden", number(facts, "occasions_a_month"))
    weeks = trn("{n} vecka", "{n} veckor", number(facts, "weeks"))
    return tr(
        "Undervisning i liten grupp eller enskilt är planerad upp till {often}, under {weeks}. "
        "Det kräver rektors beslut och särskilda skäl.",
        often=often, weeks=weeks,
    )  # fmt: skip


def _distance(verdict: LawVerdict) -> str:
    facts, said = verdict.facts, []
    if texts(facts, "subjects"):
        subjects = listed(facts, "subjects")
        said.append(tr("{subjects} kan inte ges på distans. Välj ett annat sätt för det.", subjects=subjects))
    if "last_day" in facts:
        said.append(
            tr(
                "Distansundervisningen slutar {last}. Den beslutas för högst en termin i taget, till {term}.",
                last=day(facts, "last_day"), term=day(facts, "term_ends"),
            )
        )  # fmt: skip
    return joined(*said)


def _remote_met(verdict: LawVerdict) -> str:
    facts = verdict.facts
    share, most = number(facts, "percent"), number(facts, "most_percent")
    return tr("{share} % av undervisningen är fjärrundervisning. Gränsen är {most} %.", share=share, most=most)


def _remote(verdict: LawVerdict) -> str:
    facts, said = verdict.facts, []
    share, most = number(facts, "percent"), number(facts, "most_percent")
    if share > most:
        said.append(
            tr("{share} % av undervisningen är fjärrundervisning. Minska till högst {most} %.", share=share, most=most)
        )
    if texts(facts, "subjects"):
        subjects = listed(facts, "subjects")
        said.append(tr("{subjects} ges inte som fjärrundervisning i den årskursen.", subjects=subjects))
    return joined(*said)


def _at_home(verdict: LawVerdict) -> str:
    facts = verdict.facts
    if facts.get("why") == "doctor":
        return tr("Villkoren för undervisning i hemmet är inte uppfyllda. Planera ett annat sätt.")
    return tr(
        "Beslutet om undervisning i hemmet är daterat {date}, och planen börjar {begins}. "
        "Låt planen börja efter beslutet.",
        date=day(facts, "date"), begins=day(facts, "first_day"),
    )  # fmt: skip


def _placement(verdict: LawVerdict) -> str:
    facts = verdict.facts
    return tr(
        "Utbildning på en arbetsplats är till för de högre årskurserna, som vi läser som från årskurs {first}. "
        "I planen går eleven i årskurs {year}. Rektorn avgör.",
        first=number(facts, "first_year"), year=number(facts, "year_group"),
    )  # fmt: skip


_MET: Mapping[str, Say] = {
    "T7": _group_met,
    "T8": lambda _: tr("Alla villkor för distansundervisning är på plats."),
    "T9": _remote_met,
    "T10": lambda _: tr("Beslut, besked och samtycke finns."),
    "T11": lambda _: tr("Arbetsplats, handledare och skolans kontakt är skrivna."),
}

_DEVIATES: Mapping[str, Say] = {
    "T7": _group,
    "T8": _distance,
    "T9": _remote,
    "T10": _at_home,
    "T11": _placement,
}
