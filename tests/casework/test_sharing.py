"""Who may know what is said from what was answered, and the careful way where nothing was."""

from __future__ import annotations

from casework.sharing import who_may_know
from tests.casework.small_week import sheet


def test_nothing_said_means_times_and_support_alone() -> None:
    """And nobody that the guardians have named."""
    assert who_may_know(sheet()) == (
        "Vårdnadshavarna har inte sagt vilka som får ta del av planen.",
        "Lärarna får bara veta tider och stöd.",
    )


def test_what_was_answered_is_said() -> None:
    """By function, with what teachers may know and how one is in touch."""
    by = {"by": "guardian"}
    answers = sheet(
        G14={"ticks": ["principal", "mentor"], **by}, VU8=["what_helps"], G12={"choice": "no", **by},
        G13={"choice": "yes", **by},
    )  # fmt: skip
    shared, teachers, visits, texts = who_may_know(answers)
    assert shared == "Vårdnadshavarna säger ja till att rektorn och mentorn får ta del av planen."
    assert teachers == "Lärarna får veta vad som hjälper."
    assert visits == "Coachen kommer inte hem."
    assert "sms" in texts
