"""Who may know what: with whom the plan is shared (G14), what teachers are told (VU8), and how one is in touch."""

from __future__ import annotations

from questionnaire.answers import AnswerSheet, QuestionId
from questionnaire.bank import load_bank
from questionnaire.effects import GivenConsent, consents_from
from questionnaire.vocabulary import Consent
from wording.consents import say_consent

_SHOWN = (Consent.SHARED_WITH, Consent.TEACHERS_MAY_KNOW, Consent.HOME_VISITS, Consent.TEXTS)
_UNTIL_SAID = {
    Consent.SHARED_WITH: GivenConsent(consent=Consent.SHARED_WITH, question=QuestionId("G14"), is_given=False),
    Consent.TEACHERS_MAY_KNOW: GivenConsent(
        consent=Consent.TEACHERS_MAY_KNOW, question=QuestionId("VU8"), is_given=False
    ),
}
"""What holds where nothing has been said: nobody but those who decide, and times and support alone."""


def who_may_know(sheet: AnswerSheet) -> tuple[str, ...]:
    """One sentence for each, for the coach: functions, never names."""
    given = {one.consent: one for one in consents_from(load_bank(), sheet)}
    told = (given.get(consent, _UNTIL_SAID.get(consent)) for consent in _SHOWN)
    return tuple(say_consent(one) for one in told if one is not None)
