"""What is wrong with a question, in the reader's words: the problems that `questionnaire.bank_checks` finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from wording.language import tr

Said = Callable[..., str]


def say_bank_problem(problem: str) -> str:
    """The problem as a sentence that says what to do; one that nobody has words for stands as it is."""
    for pattern, said in _everything():
        found = re.fullmatch(pattern, problem)
        if found is not None:
            return said(*found.groups())
    return problem


def _everything() -> Iterator[tuple[str, Said]]:
    yield from _of_the_question()
    yield from _of_its_boxes()
    yield from _of_what_is_told()
    yield from _of_its_conditions()
    yield from _of_its_effects()


def _of_the_question() -> Iterator[tuple[str, Said]]:
    yield "the answer leads to nothing", lambda: tr(
        "Svaret leder inte till något. Skriv vad det ger, till exempel under needs eller tasks."
    )
    yield r"no section (.+?)( in .+)?", lambda code, _: tr(
        "Det finns inget avsnitt {code}. Börja frågans id med ett avsnitt som finns, till exempel SO50.", code=code
    )
    yield r"own questions are numbered from (\d+)", lambda first: tr(
        "Egna frågor numreras från {first}. Byt numret, till exempel SO{first}.", first=first
    )
    yield r"questions G are asked in sitting G.+", lambda: tr(
        'Frågor till vårdnadshavare heter G50 och uppåt, med sitting = "G" och topic = "guardians". Inga andra har det.'
    )
    yield "the guardians' form is asked whole, by themselves", lambda: tr(
        "Vårdnadshavarnas frågor ställs alla, och är inte privata. Ta bort private och short_route."
    )


def _of_its_boxes() -> Iterator[tuple[str, Said]]:
    yield "two boxes have the same code", lambda: tr("Två rutor har samma kod. Ge dem var sin.")
    yield "a time_grid has the half days, and no other boxes", lambda: tr(
        "Ett rutnät med halvdagar har inga egna rutor. Ta bort options."
    )
    yield "rides are offered on the half days of a time_grid", lambda: tr(
        "Skjuts kan bara erbjudas i ett rutnät med halvdagar (time_grid)."
    )
    yield r"a (\w+) item needs options or options_from", lambda _: tr(
        "Frågan har inga rutor att kryssa. Skriv options eller options_from."
    )
    yield r"no box (.+)", lambda code: tr("Frågan har ingen ruta {code}. Kontrollera koden.", code=code)
    yield "only a time_grid has half days", lambda: tr("Bara ett rutnät (time_grid) har halvdagar.")


def _of_what_is_told() -> Iterator[tuple[str, Said]]:
    yield "no such answer", lambda: tr("Det finns inget sådant svar på frågan. Skriv yes, no eller en rutas kod.")
    yield "a private item is never told in the summary", lambda: tr(
        "En privat fråga återges aldrig i sammanfattningen. Ta bort says."
    )
    yield "what the guardians answer is not told as the student's", lambda: tr(
        "Det vårdnadshavare svarar återges inte som elevens. Ta bort says."
    )
    yield "the summary needs a sentence for this answer", lambda: tr(
        "Det saknas en mening till sammanfattningen för det här svaret. Skriv den under says."
    )


def _of_its_conditions() -> Iterator[tuple[str, Said]]:
    yield "name a question of the student's, at a question of the guardians'", lambda: tr(
        "Jämför med en fråga till eleven, från en fråga till vårdnadshavare."
    )
    yield "only questions with buttons can be compared", lambda: tr("Bara frågor med knappar kan jämföras.")
    yield r"(\w+) is not asked before (\w+)", lambda other, own: tr(
        "{other} ställs inte före {own}. Låt frågan hänga på en tidigare fråga.", other=other, own=own
    )
    yield r"there is no question (.+)", lambda other: tr("Det finns ingen fråga {other}.", other=other)
    yield r"(\w+) is a (\w+) item", lambda other, kind: tr(
        "{other} är en fråga av sorten {kind}. Skriv equals för knappar och contains för rutor.", other=other, kind=kind
    )
    yield r"(\w+) has no box (.+)", lambda other, box: tr("{other} har ingen ruta {box}.", other=other, box=box)


def _of_its_effects() -> Iterator[tuple[str, Said]]:
    yield "say at which buttons", lambda: tr('Skriv vid vilka knappar det gäller, till exempel when = ["yes"].')
    yield r"a (\w+) item has no buttons: use when_ticked", lambda _: tr(
        "Frågan har rutor och inga knappar. Skriv when_ticked i stället för when."
    )
    yield r"(\w+) is not among the item's details", lambda name: tr(
        "{name} står inte bland det som kan kommas överens om. Skriv det i details.", name=name
    )
    yield r"no need of kind (.+)", lambda kind: tr("Det finns inget behov som heter {kind}.", kind=kind)
    yield "say which field the values go to", lambda: tr("Skriv i ticks_fill vilket fält rutorna fyller.")
    yield "a wish after the last step: give last_step and a wish", lambda: tr(
        "Det som gäller efteråt behöver last_step, och är ett önskemål (wish_1 till wish_3)."
    )
    yield r"name a list in ticks_fill.+", lambda: tr(
        "Det som släpps ett i taget behöver en lista. Skriv den i ticks_fill."
    )
    yield r"(\w+) has no field (.+)", lambda need, field: tr(
        "Behovet {need} har inget fält {field}.", need=need, field=field
    )
