"""From fields to a decision: dates however they are written, and nothing guessed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.decision_form import DECIDED_ON, RULING, VALID_FROM
from exports.decision_values import decision_in, read_date
from exports.document_code import DocumentCode
from exports.returned import Values
from planning.decided import CameAs, Ruling

CODE = DocumentCode(document="K7QM3XTA9WZD", version=2, plan="0" * 16)
DAY = dt.date(2026, 11, 3)


@pytest.mark.parametrize("text", ["2026-11-03", " 2026-11-3 ", "20261103", "2026.11.03", "3/11 2026", "03.11.2026"])
def test_a_date_is_read_however_it_is_written(text: str) -> None:
    """As the label asks for it, and as people write dates anyway."""
    assert read_date(text) == DAY


@pytest.mark.parametrize("text", ["", "genast", "2026-02-30", "3/11", "0000-00-00", "11-03", "2026-11-03 eller så"])
def test_what_is_no_date_is_not_made_one(text: str) -> None:
    """It is told of instead."""
    assert read_date(text) is None


@given(st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_of_the_century_can_be_written(day: dt.date) -> None:
    """In the form's own way."""
    assert read_date(day.isoformat()) == day


def test_a_decision_is_read_with_its_document() -> None:
    """Which version it answers, and which plan, come from the code; a date that cannot be read is named."""
    values = Values(by_name=((RULING, "as_proposed"), (VALID_FROM, "2026-11-03"), (DECIDED_ON, "i måndags")))
    read = decision_in(values, CODE, CameAs.FORM)
    assert read.decided is not None
    assert (read.decided.ruling, read.decided.valid_from, read.decided.decided_on) == (Ruling.AS_PROPOSED, DAY, None)
    assert (read.decided.proposal_version, read.decided.proposal_hash) == (2, CODE.plan)
    assert read.unread == (DECIDED_ON,)


@pytest.mark.parametrize("said", ["", "yes", "Off", "AS_PROPOSED"])
def test_without_an_answer_there_is_no_decision(said: str) -> None:
    """Also where a file holds a word that the form does not have."""
    assert decision_in(Values(by_name=((RULING, said),)), CODE, CameAs.FORM).decided is None
