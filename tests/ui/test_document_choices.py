"""Before documents are fetched: a draft while anything waits, the language, and whether the calendar reminds."""

from __future__ import annotations

from streamlit.testing.v1 import AppTest

from ui.document_choices import REMINDERS, say_reminder

LONG = 60


def the_choices(must_be_draft: bool, is_protected: bool) -> None:  # noqa: FBT001 – AppTest gives arguments by place
    """The choices, and in a line what they come to."""
    import streamlit as st  # noqa: PLC0415 – runs in a script of its own

    from ui.document_choices import choose  # noqa: PLC0415 – runs in a script of its own

    order = choose(must_be_draft=must_be_draft, is_protected=is_protected)
    st.text(f"{order.is_draft} {order.language} {order.reminder_minutes}")
    st.text(f"{order.is_confirmed}")


def shown(*, must_be_draft: bool, is_protected: bool = False) -> AppTest:
    """The choices as they are first seen."""
    return AppTest.from_function(the_choices, args=(must_be_draft, is_protected)).run(timeout=LONG)


def come_to(page: AppTest) -> str:
    """What is chosen."""
    assert not page.exception
    return str(page.text[0].value)


def test_while_anything_waits_the_proposal_can_only_be_a_draft() -> None:
    """The choice is shown and cannot be made."""
    page = shown(must_be_draft=True)
    draft = page.button_group[0]
    assert draft.disabled
    assert come_to(page) == "True sv 0"


def test_when_nothing_waits_it_is_for_real_unless_a_draft_is_chosen() -> None:
    """A coach may still want to show a draft first."""
    page = shown(must_be_draft=False)
    assert come_to(page) == "False sv 0"
    page.button_group[0].set_value(True).run(timeout=LONG)
    assert come_to(page) == "True sv 0"


def test_language_and_reminder_are_chosen() -> None:
    """The calendar reminds only when somebody has said so."""
    page = shown(must_be_draft=True)
    page.button_group[1].set_value("en").run(timeout=LONG)
    page.selectbox[0].set_value(15).run(timeout=LONG)
    assert come_to(page) == "True en 15"
    assert REMINDERS[0] == 0
    assert [say_reminder(minutes) for minutes in REMINDERS[:2]] == ["Nej", "15 minuter före dagens första"]


def test_of_a_protected_student_one_says_first_where_the_files_go() -> None:
    """Unticked it is not confirmed; for others nothing is asked."""
    assert not shown(must_be_draft=False).checkbox
    page = shown(must_be_draft=False, is_protected=True)
    assert page.text[1].value == "False"
    page.checkbox[0].check().run(timeout=LONG)
    assert page.text[1].value == "True"
