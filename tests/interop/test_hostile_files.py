"""Two thousand spoilt files for each parser: each is read or refused, and nothing else happens.

In this process and on the parsers themselves, without the boundary that the reader's process puts around them.
"""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.returned import read_file
from interop.choices import GroupOffer, TimetableChoice
from interop.decoding import assumed_letters, clean, decode
from interop.fet_xml import offered_fet_groups, read_fet
from interop.icalendar_file import offered_icalendar_groups, read_icalendar
from interop.neutral_csv import offered_csv_groups, read_csv
from interop.reading import offered_groups, read_timetable
from planning.errors import BadInput
from planning.strict_json import read_json
from tests.fuzz.seeds import CSV, EVERY, FET, ICS, JSON, PDF, mutated
from wording.errors import say_error

CHOICES = st.builds(
    TimetableChoice,
    group=st.sampled_from([None, "8A", "7A spa", "7B"]),
    unit=st.sampled_from([None, "class", "student_path"]),
    fold=st.sampled_from(["auto", "weekly", "dated"]),
)
TRIED = settings(max_examples=2000)


def claim_offers(offers: tuple[GroupOffer, ...]) -> None:
    """What is offered can be shown."""
    assert all(offer.group == clean(offer.group) for offer in offers)


@TRIED
@given(mutated(CSV), CHOICES)
def test_a_spoilt_table_is_read_or_refused(content: bytes, choice: TimetableChoice) -> None:
    """Whatever stands in it."""
    with contextlib.suppress(BadInput):
        claim_offers(offered_csv_groups(content, "a.csv"))
    with contextlib.suppress(BadInput):
        assert read_csv(content, "a.csv", choice).timetable.lessons


@TRIED
@given(mutated(ICS), CHOICES)
def test_a_spoilt_calendar_is_read_or_refused(content: bytes, choice: TimetableChoice) -> None:
    """Whatever stands in it."""
    with contextlib.suppress(BadInput):
        claim_offers(offered_icalendar_groups(content, "a.ics"))
    with contextlib.suppress(BadInput):
        assert read_icalendar(content, "a.ics", choice).timetable.lessons


@TRIED
@given(mutated(FET), CHOICES)
def test_spoilt_subgroups_are_read_or_refused(content: bytes, choice: TimetableChoice) -> None:
    """Whatever stands in them."""
    with contextlib.suppress(BadInput):
        claim_offers(offered_fet_groups(content, "a.xml"))
    with contextlib.suppress(BadInput):
        assert read_fet(content, "a.xml", choice).timetable.lessons


@TRIED
@given(mutated(EVERY), CHOICES, st.sampled_from(["a", "a.csv", "a.xml", "a.ics"]))
def test_a_spoilt_file_is_read_or_refused_at_the_door(content: bytes, choice: TimetableChoice, name: str) -> None:
    """Each refusal has a sentence of its own."""
    for read in (lambda: offered_groups(content, name), lambda: read_timetable(content, name, choice)):
        try:
            assert read() is not None
        except BadInput as refused:
            assert f"({refused.code})" not in say_error(refused)  # noqa: PT017 - either is right, and nothing else


@TRIED
@given(mutated(EVERY) | st.binary(max_size=300))
def test_spoilt_text_is_decoded_or_refused(content: bytes) -> None:
    """What is shown of letters that were assumed can be shown."""
    assert clean(assumed_letters(content)) == assumed_letters(content)
    try:
        assert decode(content, "a").encode("utf-8", "surrogatepass") is not None
    except BadInput as refused:
        assert refused.code == "unreadable_text"  # noqa: PT017 - as above


@TRIED
@given(mutated(JSON))
def test_spoilt_json_is_read_or_refused(content: bytes) -> None:
    """What is read can be written."""
    with contextlib.suppress(BadInput):
        assert json.dumps(read_json(content, 1_000_000), allow_nan=False).encode("utf-8")


@TRIED
@given(mutated(PDF))
def test_a_spoilt_proposal_is_read_or_refused(content: bytes) -> None:
    """A small one, so that most of what is spoilt is its structure."""
    with contextlib.suppress(BadInput):
        assert read_file(content).print.pages


@pytest.mark.parametrize("parser", [CSV, ICS, FET])
def test_what_they_begin_with_is_good(parser: object) -> None:
    """Spoiling a file says something only when it was whole before."""
    assert all(offered_groups(seed, "a") for seed in parser.seeds)  # type: ignore[attr-defined]  # one of those above
    assert read_file(PDF.seeds[0]).plan.facts.student == "Test Testsson"
