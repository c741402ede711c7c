"""What is said of a decision that has come back: what it is, what differs, who has signed, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from planning.decided import CameAs, Decided, Ruling
from planning.returned import DecisionPart, Difference, DifferenceKind, SignatureSeen, Standing
from wording.case_errors import written
from wording.language import tr, trn
from wording.phrases import and_list


def returned_text(code: str, data: Mapping[str, object]) -> str:
    """What is wrong with a returned file or a typed code, and what to do; empty when it is none of these codes."""
    by_hand = tr("Skriv in beslutet för hand med koden på beslutssidan.")
    texts = {
        "returned_too_large": tr(
            "Filen är större än {most} MB, och kan inte vara förslaget. Be skolan om filen som den kom.",
            most=written(data, "most"),
        ),
        "returned_too_heavy": tr("Filen rymmer mer än något förslag gör, så den läses inte. Be skolan om en ny."),
        "returned_not_pdf": tr("Filen är ingen PDF.") + " " + by_hand,
        "returned_locked": tr("Filen är låst med lösenord. Be skolan om den utan lås.") + " " + by_hand,
        "returned_broken": tr("Filen går inte att läsa, den kan ha blivit avbruten på vägen. Be skolan om en ny."),
        "returned_not_ours": tr("Det är inte ett förslag från Stegvis, eller så är den utskriven eller inläst på nytt.")
        + " "
        + by_hand,
        "returned_without_plan": tr("Planen som följde med filen är borta.") + " " + by_hand,
        "returned_without_form": tr("Fälten för beslutet är borta, som efter «skriv ut till PDF».") + " " + by_hand,
        "returned_plan_unreadable": tr("Planen i filen går inte att läsa, den är ändrad. Be skolan om en ny."),
        "returned_newer": tr("Filen är gjord av en nyare version av Stegvis. Uppdatera programmet."),
        "returned_signature_unreadable": tr("En underskrift i filen går inte att läsa. Be skolan om en ny fil."),
        "returned_another_case": tr("Beslutet hör till ett annat ärende. Öppna det ärendet och läs in det där."),
        "returned_unknown_version": tr(
            "Den versionen av förslaget har inte lämnats härifrån. Se efter att koden är rätt."
        ),
        "returned_differs": tr("Filen är inte som när den lämnades. Be skolan om en ny, eller skriv in från papper."),
        "returned_draft": tr("Beslutet står på ett utkast. Lämna det färdiga förslaget, och be skolan besluta om det."),
        "returned_undecided": tr("Inget beslut är ikryssat. Be skolan att kryssa i ett och skicka filen igen."),
        "code_form": tr(
            "Koden känns inte igen. Den står vid QR-koden på beslutssidan: dokument, version och kontroll."
        ),
        "code_check": tr("Något tecken i koden är fel. Läs den en gång till."),
        "date_form": tr("Datumet går inte att läsa. Skriv det som 2026-11-30."),
        "signing_needs_more": tr(
            "Det här programmet saknar det som behövs för att skriva under. Det går bra på papper."
        ),
        "key_unreadable": tr("Nyckelfilen eller lösenordet är fel."),
        "place_taken": tr("Där är det redan underskrivet, eller så finns platsen inte."),
    }
    return texts.get(code, "")


def say_ruling(ruling: Ruling) -> str:
    """«Beslutar enligt förslaget»."""
    match ruling:
        case Ruling.AS_PROPOSED:
            return tr("Beslutar enligt förslaget")
        case Ruling.WITH_CHANGES:
            return tr("Beslutar med ändringar")
        case Ruling.RETURNED:
            return tr("Återsänder för komplettering")
        case Ruling.NO_PROGRAMME:
            return tr("Beslutar att åtgärdsprogram inte ska utarbetas")
        case _:
            assert_never(ruling)


def say_part(part: DecisionPart) -> str:
    """A part of the decision, as the form names it."""
    match part:
        case DecisionPart.RULING:
            return tr("Beslut")
        case DecisionPart.REASONS:
            return tr("Motivering")
        case DecisionPart.VALID_FROM:
            return tr("Gäller från")
        case DecisionPart.VALID_TO:
            return tr("Gäller till")
        case DecisionPart.DECIDED_ON:
            return tr("Datum för beslutet")
        case DecisionPart.DECIDED_BY:
            return tr("Namn och titel")
        case DecisionPart.REFERENCE:
            return tr("Diarienummer")
        case _:
            assert_never(part)


def say_difference(difference: Difference) -> str:
    """One difference between what left and what came back, in a sentence."""
    pages = _pages(difference)
    match difference.kind:
        case DifferenceKind.OTHER_DOCUMENT:
            return tr("Filen hör till ett annat ärende.")
        case DifferenceKind.OTHER_VERSION:
            return tr("Planen i filen säger en annan version än den som lämnades.")
        case DifferenceKind.PLAN:
            return tr("Planen som följer med filen är utbytt mot en annan.")
        case DifferenceKind.PAGES:
            return tr("Filen har fler eller färre sidor än när den lämnades.")
        case DifferenceKind.WORDS:
            return tr("Det står något annat än när filen lämnades på {pages}.", pages=pages)
        case DifferenceKind.DRAWN:
            return tr(
                "Orden är desamma, men något är ritat eller ändrat på {pages}. Det kan också vara ett program som har "
                "sparat om sidan.",
                pages=pages,
            )
        case DifferenceKind.ADDED:
            return tr("Något är lagt ovanpå {pages}: en anteckning, en stämpel eller en ritning.", pages=pages)
        case DifferenceKind.FORM:
            return tr("Fält i beslutsrutan är borttagna eller tillagda.")
        case DifferenceKind.TICK:
            return tr("Krysset som syns är inte det svar som filen säger.")
        case DifferenceKind.AFTER_SIGNATURE:
            changed = and_list([say_part(part).lower() for part in difference.parts])
            return tr("Ändrat efter att rektorn skrev under: {parts}.", parts=changed)
        case _:
            assert_never(difference.kind)


def _pages(difference: Difference) -> str:
    numbers = and_list([str(number) for number in difference.pages])
    return trn("sidan {pages}", "sidorna {pages}", len(difference.pages), pages=numbers)


def say_signature(signature: SignatureSeen) -> str:
    """Who has signed, and what can be said of it."""
    who = signature.signer or (tr("rektorn") if signature.is_the_rektor_s else tr("vårdnadshavare"))
    match signature.standing:
        case Standing.GOOD:
            return tr("Signerad av {who}. Underskriften är hel och utfärdaren känd.", who=who)
        case Standing.UNKNOWN_ISSUER:
            return tr("Signerad av {who}, men utfärdaren är inte känd här. Underskriften är hel.", who=who)
        case Standing.NOT_CHECKED:
            return tr("Signerad av {who}. Underskriften kan inte kontrolleras på den här datorn.", who=who)
        case Standing.CHANGED_AFTER:
            return tr("Signerad av {who}, och filen är ändrad efteråt.", who=who)
        case Standing.BROKEN:
            return tr("Underskriften av {who} stämmer inte med det som står i filen.", who=who)
        case _:
            assert_never(signature.standing)


def say_came_as(came_as: CameAs) -> str:
    """How the decision came."""
    match came_as:
        case CameAs.SIGNED_FORM:
            return tr("fil med kontrollerad underskrift")
        case CameAs.FORM:
            return tr("fil utan kontrollerad underskrift")
        case CameAs.PAPER:
            return tr("papper")
        case CameAs.HERE:
            return tr("i Stegvis, av rektorn själv")
        case _:
            assert_never(came_as)


def decided_rows(decided: Decided) -> tuple[tuple[str, str], ...]:
    """The decision, label by label; what was not filled in says so."""
    empty = tr("inte ifyllt")
    dates = (decided.valid_from, decided.valid_to, decided.decided_on)
    valid_from, valid_to, decided_on = (day.isoformat() if day else "" for day in dates)
    rows = [
        (say_part(DecisionPart.RULING), say_ruling(decided.ruling)),
        (say_part(DecisionPart.REASONS), decided.reasons),
        (say_part(DecisionPart.VALID_FROM), valid_from),
        (say_part(DecisionPart.VALID_TO), valid_to),
        (say_part(DecisionPart.DECIDED_ON), decided_on),
        (say_part(DecisionPart.DECIDED_BY), decided.decided_by),
        (say_part(DecisionPart.REFERENCE), decided.reference),
        (tr("Gäller förslagets version"), str(decided.proposal_version)),
        (tr("Kom som"), say_came_as(decided.came_as)),
    ]
    return tuple((label, value or empty) for label, value in rows)
