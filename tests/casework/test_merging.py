"""Two who write facts at the same time: what each changed is kept, and a clash shows both."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casework.cases import CaseStore, create_case, keep_facts, open_case
from casework.contact_facts import ContactFacts
from casework.facts import CaseFacts, CoachFacts
from casework.merging import merged, with_field
from tests.opened_store import opened_store

SEEN = CaseFacts(student="Test T.", trusted_person="Bo Påhittad", coach=CoachFacts(name="KE", stays_minutes=10))


@pytest.fixture
def store(tmp_path: Path) -> CaseStore:
    """An empty store."""
    return opened_store(tmp_path / "cases.stegvis")


def test_changes_in_different_places_are_both_kept() -> None:
    """Also inside the same part: one writes the coach's name, the other how long the coach stays."""
    stored = with_field(SEEN, "coach.name", "Coach Exempel")
    mine = with_field(with_field(SEEN, "coach.stays_minutes", 20), "trusted_person", "Cia Exempel")
    facts, clashes = merged(SEEN, stored, mine)
    assert clashes == ()
    assert (facts.coach.name, facts.coach.stays_minutes, facts.trusted_person) == ("Coach Exempel", 20, "Cia Exempel")


def test_a_form_that_was_not_touched_takes_nothing_back() -> None:
    """What the form still shows as it was does not undo what another has written since."""
    stored = with_field(SEEN, "trusted_person", "Cia Exempel")
    assert merged(SEEN, stored, SEEN) == (stored, ())


def test_two_who_write_in_the_same_place_are_told() -> None:
    """The stored value stands, and both values are told with the field's name."""
    stored = with_field(SEEN, "coach.name", "Coach Exempel")
    mine = with_field(SEEN, "coach.name", "Coach Påhittad")
    facts, (clash,) = merged(SEEN, stored, mine)
    assert facts == stored
    assert (clash.field, clash.stored, clash.mine) == ("coach.name", "Coach Exempel", "Coach Påhittad")


def test_the_same_written_twice_is_no_clash() -> None:
    """Both have written the same."""
    both = with_field(SEEN, "coach.name", "Coach Exempel")
    assert merged(SEEN, both, both) == (both, ())


texts = st.sampled_from(["", "a", "b"])
some_facts = st.builds(
    CaseFacts,
    student=texts,
    trusted_person=texts,
    coach=st.builds(CoachFacts, name=texts, stays_minutes=st.sampled_from([5, 10])),
    contacts=st.builds(ContactFacts, stop_sign=texts),
)


@given(seen=some_facts, stored=some_facts, mine=some_facts)
def test_every_change_is_kept_or_told(seen: CaseFacts, stored: CaseFacts, mine: CaseFacts) -> None:
    """A field that one alone has changed is as that one wrote it; one that both have changed is told."""
    facts, clashes = merged(seen, stored, mine)
    told = {clash.field for clash in clashes}
    for field in ("student", "trusted_person", "coach.name", "coach.stays_minutes", "contacts.stop_sign"):
        was, now, given_, kept = (value(version, field) for version in (seen, stored, mine, facts))
        if now == was:
            assert kept == given_
        elif given_ in (was, now):
            assert kept == now
        else:
            assert kept == now
            assert field in told


def value(facts: CaseFacts, field: str) -> object:
    """The value of «coach.name»."""
    at: object = facts
    for name in field.split("."):
        at = getattr(at, name)
    return at


def test_what_others_wrote_is_told_with_who_and_when(store: CaseStore) -> None:
    """The clash comes with the moment and the user; what did not clash is saved already."""
    case_id = create_case(store, name="Test T.")
    seen = open_case(store, case_id).facts
    keep_facts(store, case_id, seen=seen, mine=with_field(seen, "coach.name", "Coach Exempel"))
    mine = with_field(with_field(seen, "coach.name", "Coach Påhittad"), "trusted_person", "Bo Påhittad")
    kept = keep_facts(store, case_id, seen=seen, mine=mine)
    assert [clash.field for clash in kept.clashes] == ["coach.name"]
    assert kept.at is not None
    assert kept.by == "alone"
    now = open_case(store, case_id).facts
    assert (now.coach.name, now.trusted_person) == ("Coach Exempel", "Bo Påhittad")


def test_nothing_is_told_where_nobody_wrote_meanwhile(store: CaseStore) -> None:
    """One who writes alone meets no others."""
    case_id = create_case(store, name="Test T.")
    seen = open_case(store, case_id).facts
    kept = keep_facts(store, case_id, seen=seen, mine=with_field(seen, "coach.name", "KE"))
    assert (kept.clashes, kept.at, kept.by) == ((), None, "")
