"""What the rules D come to, said plainly; and to the coach alone which words to write anew, and what to say instead."""

from __future__ import annotations

from typing import NamedTuple

from planning.decision import DocumentFacts
from planning.law.verdicts import Fact, LawVerdict, Standing
from planning.telling import Telling, TellingWord, free_texts, words_that_tell
from wording.language import tr, trn
from wording.law_procedure import say_not_asked
from wording.missing_fields import label_of, place_of, within_sentence
from wording.phrases import and_list


def say_protection(verdict: LawVerdict) -> str:
    """One or two sentences for a verdict of a rule D; empty for the verdict of another rule.

    They can be printed: no telling word is among them, nor what a duty is about.
    """
    code = verdict.rule.code
    if verdict.standing is Standing.NOT_ASKED:
        return say_not_asked(verdict.facts) if code in _names() else ""
    return (_met() if verdict.standing is Standing.MET else _waits(verdict)).get(code, "")


def say_protection_rule(code: str) -> str:
    """What a rule D is about, as a short heading; empty for other rules."""
    return _names().get(code, "")


def _names() -> dict[str, str]:
    return {
        "D1r": tr("Inget känsligt i det som blir offentligt"),
        "D2r": tr("Skyddade personuppgifter"),
        "D3r": tr("Ingen sökning på känsliga uppgifter"),
        "D4r": tr("Det som ska anmälas till rektorn"),
        "D5r": tr("Oro för eleven"),
        "D6r": tr("Hur länge uppgifter sparas"),
    }


def _met() -> dict[str, str]:
    return {
        "D1r": tr("Texten beskriver skolsituationen, utan känsliga uppgifter."),
        "D2r": tr("Inget här visar vem eleven är eller var. Skriv ut, och lämna för hand. Skolan fyller i resten."),
        "D3r": tr("Ingen lista eller sökning väljer ut elever efter känsliga uppgifter."),
        "D4r": tr("Inget väntar på att anmälas till rektorn."),
        "D5r": tr("Ingen oro väntar på att tas om hand."),
        "D6r": tr("Kommunens plan säger hur länge varje sorts uppgift sparas."),
    }


def _waits(verdict: LawVerdict) -> dict[str, str]:
    fields = and_list(list(dict.fromkeys(within_sentence(field) for field in verdict.fields)) or ["–"])
    return {
        "D1r": tr("Skriv om det här så att det handlar om skolsituationen: {fields}.", fields=fields),
        "D2r": tr("Töm det här. Skolan skriver det för hand: {fields}.", fields=fields),
        "D4r": tr("Något ska anmälas till rektorn först. Läs det själv under Ta hand om."),
        "D5r": tr("Något ska tas om hand först. Läs det själv under Ta hand om."),
        "D6r": tr(
            "Kommunens plan för hur länge uppgifter sparas är inte inlagd för: {kinds}. Inget raderas av sig självt.",
            kinds=and_list([say_kept(kind) for kind in _tuple(verdict.facts.get("without", ()))] or ["–"]),
        ),
    }


def _tuple(fact: Fact) -> tuple[str, ...]:
    return fact if isinstance(fact, tuple) else ()


def say_kept(kind: str) -> str:
    """A kind of paper that has a time to be kept, in lower case; empty for what is not known."""
    return {
        "decision": tr("beslutet"),
        "annex": tr("bilagan med kartläggningen"),
        "student_page": tr("elevens eget schema"),
        "answers": tr("svaren"),
        "drafts": tr("utkasten"),
        "log": tr("loggen"),
    }.get(kind, "")


def say_timer(kind: str, months: int) -> str:
    """«Utkasten: 24 månader efter att ärendet avslutats.»"""
    return trn(
        "{kind}: {n} månad efter att ärendet avslutats.",
        "{kind}: {n} månader efter att ärendet avslutats.",
        months,
        kind=say_kept(kind).capitalize(),
    )


class Suggested(NamedTuple):
    """A passage to write anew, for the coach alone: where it is, which words, and what can be said instead."""

    field: str
    where: str
    """«Behov i skolsituationen (Uppgifter till skolan, Behov, mål och insatser)»."""
    words: tuple[str, ...]
    instead: tuple[str, ...]


def suggestions(facts: DocumentFacts) -> tuple[Suggested, ...]:
    """Every passage that tells too much, in the order of the facts. Never to be printed or sent."""
    return tuple(_suggested(at, found) for at, text in free_texts(facts) if (found := words_that_tell(text)))


def say_suggested(suggested: Suggested) -> str:
    """«Behov i skolsituationen (…): adhd. Skriv hur det märks i skolan …»"""
    words = and_list([f"«{word}»" for word in suggested.words])
    return f"{suggested.where}: {words}. {' '.join(suggested.instead)}"


def _suggested(at: str, found: tuple[TellingWord, ...]) -> Suggested:
    label, place = label_of(at), place_of(at)
    return Suggested(
        field=at,
        where=f"{label} ({place})" if place else label,
        words=tuple(one.word for one in found),
        instead=tuple(dict.fromkeys(say_instead(one.tells) for one in found)),
    )


def say_instead(tells: Telling) -> str:
    """How the same can be said of the school situation."""
    return {
        Telling.HEALTH: tr(
            "Skriv hur det märks i skolan och vad som hjälper, till exempel «orkar en lektion i taget» eller "
            "«behöver ett lugnt rum»."
        ),
        Telling.MEDICINE: tr("Ta bort det. Spelar det roll för schemat: skriv vilken tid på dagen som fungerar bäst."),
        Telling.FAMILY: tr(
            "Ta bort det som rör hemmet. Skriv vad skolan behöver göra, till exempel «möts vid entrén på måndagar»."
        ),
        Telling.SOCIAL: tr("Ta bort det. Vilka andra som är med i stödet står i bilagan."),
        Telling.HARM: tr("Skriv vad som gör skolan trygg, till exempel «en vuxen är med på rasterna»."),
        Telling.BLAME: tr(
            "Skriv vad som hindrar och vad som hjälper, till exempel «kommer till lektioner i liten grupp»."
        ),
        Telling.REDUCTION: tr("Skriv att undervisningen är anpassad, och hur många timmar i veckan den är."),
        Telling.OTHERS: tr("Skriv utan namn, till exempel «en kompis i klassen»."),
    }[tells]
