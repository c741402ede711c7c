"""The rektor's decision as a form: filled in on a screen and signed there, or by hand on paper.

The rektor's signature locks the seven fields of `planning.returned.DecisionPart`.
"""

from __future__ import annotations

from collections.abc import Iterator

from exports.document_code import DocumentCode
from planning.decided import Ruling
from planning.frozen import Frozen
from planning.returned import DecisionPart
from wording.language import tr

RULING, REASONS = DecisionPart.RULING.value, DecisionPart.REASONS.value
VALID_FROM, VALID_TO = DecisionPart.VALID_FROM.value, DecisionPart.VALID_TO.value
DECIDED_ON, DECIDED_BY = DecisionPart.DECIDED_ON.value, DecisionPart.DECIDED_BY.value
REFERENCE = DecisionPart.REFERENCE.value
PRINCIPAL_SIGNS, GUARDIAN_SIGNS = "sig_rektor", "sig_vh"
"""A guardian's place has a number after it: they have got the decision, and consent to nothing by that."""
LOCKED = tuple(part.value for part in DecisionPart)
"""What the rektor's signature freezes."""

LONGEST = {REASONS: 4000, VALID_FROM: 10, VALID_TO: 10, DECIDED_ON: 10, DECIDED_BY: 120, REFERENCE: 60}
"""Characters that each field takes. Our default: a page of reasons; a date as 2026-11-30."""
MOST_GUARDIANS = 4
"""Places for guardians; more would not fit the box. Our default."""


class FormField(Frozen):
    """A field for text: its name in the file, its label, and how it is to be written."""

    name: str
    label: str
    hint: str = ""
    share: float = 1.0
    """Its part of the row's width."""


class FormChoice(Frozen):
    """One of the answers of which one is ticked."""

    value: Ruling
    label: str


class SigningPlace(Frozen):
    """A place to sign."""

    name: str
    label: str


class DecisionForm(Frozen):
    """The box that the rektor fills in. `code` says which document it is, once that is known."""

    title: str
    note: str = ""
    """What comes first: that a draft cannot be decided on."""
    choices: tuple[FormChoice, ...]
    choices_about: str
    reasons: FormField
    rows: tuple[tuple[FormField, ...], ...]
    principal: SigningPlace
    informed_title: str
    informed: tuple[SigningPlace, ...] = ()
    code: DocumentCode | None = None


def decision_form(principal: str, guardians: tuple[str, ...]) -> DecisionForm:
    """The form for a rektor and guardians of those names, each «» where it is not to be printed."""
    date = tr("åååå-mm-dd")
    return DecisionForm(
        title=tr("Rektorns beslut"),
        choices=(
            FormChoice(value=Ruling.AS_PROPOSED, label=tr("Beslutar enligt förslaget")),
            FormChoice(value=Ruling.WITH_CHANGES, label=tr("Beslutar med ändringar, se motiveringen")),
            FormChoice(value=Ruling.RETURNED, label=tr("Återsänder för komplettering, se motiveringen")),
            FormChoice(value=Ruling.NO_PROGRAMME, label=tr("Beslutar att åtgärdsprogram inte ska utarbetas")),
        ),
        choices_about=tr("Beslut: kryssa i ett"),
        reasons=FormField(name=REASONS, label=tr("Motivering: föreskrifter och det som har avgjort")),
        rows=(
            (
                FormField(name=VALID_FROM, label=tr("Gäller från"), hint=date),
                FormField(name=VALID_TO, label=tr("Gäller till"), hint=date),
                FormField(name=DECIDED_ON, label=tr("Datum för beslutet"), hint=date),
            ),
            (
                FormField(name=DECIDED_BY, label=tr("Namn och titel"), share=2.0),
                FormField(name=REFERENCE, label=tr("Diarienummer")),
            ),
        ),
        principal=SigningPlace(name=PRINCIPAL_SIGNS, label=tr("Rektor {name}", name=principal).strip()),
        informed_title=tr("Har tagit del av beslutet (inte ett samtycke)"),
        informed=tuple(_informed(guardians)),
    )


def _informed(guardians: tuple[str, ...]) -> Iterator[SigningPlace]:
    for number, name in enumerate(guardians[:MOST_GUARDIANS], 1):
        yield SigningPlace(name=f"{GUARDIAN_SIGNS}{number}", label=name)


def code_lines(code: DocumentCode) -> tuple[str, str, str]:
    """What stands beside the picture, in words."""
    document, version, plan = code.printed
    return (
        tr("Dokument {number}", number=document),
        tr("Version {number}", number=version),
        tr("Kontroll {number}", number=plan),
    )


def form_text(form: DecisionForm) -> Iterator[str]:
    """The form as plain text."""
    yield form.title
    yield from (line for line in (form.note,) if line)
    yield from (f"[ ] {choice.label}" for choice in form.choices)
    for one in (form.reasons, *(field for row in form.rows for field in row)):
        yield f"{one.label}{f' ({one.hint})' if one.hint else ''}: ______"
    yield f"{form.principal.label}: ______"
    if form.informed:
        yield f"{form.informed_title}:"
        yield from (f"{place.label}: ______" for place in form.informed)
    if form.code is not None:
        yield from code_lines(form.code)
