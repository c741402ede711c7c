"""Every need has a plain sentence; public ones tell neither why nor who."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.needs import NEED_KINDS, AnyNeed, Disclosure
from tests.wording.every_need import ROOMS, TEACHERS, a_need, every_need
from wording.language import LANGUAGES, Language, speaking
from wording.needs import say_need, say_publicly

NEEDS = every_need()
HIDDEN = [kind for kind, cls in NEED_KINDS.items() if cls.disclosure is not Disclosure.OPEN]
TELLING_FIELDS = {"teachers", "rooms", "groups", "places", "ways", "subjects", "choices"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("need", NEEDS, ids=lambda need: getattr(need, "item", need.kind))
def test_every_need_has_a_sentence_and_an_easy_one_no_longer(need: AnyNeed, language: Language) -> None:
    """No kind is silent in any language, and the easy variant is the shorter."""
    with speaking(language):
        full, easy = say_need(need), say_need(need, simple=True)
    assert full[0].isupper()
    assert "{" not in full + easy
    assert 0 < len(easy) <= len(full)


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: getattr(need, "item", need.kind))
def test_a_need_is_told_in_public_as_far_as_its_class_allows(need: AnyNeed) -> None:
    """Open: the sentence. Neutral: another, never empty. Closed: nothing."""
    told = say_publicly(need)
    match need.disclosure:
        case Disclosure.OPEN:
            assert told == say_need(need)
        case Disclosure.NEUTRAL:
            assert told
            assert not any(name in told for name in (*TEACHERS, *ROOMS))
        case Disclosure.CLOSED:
            assert told is None


@given(kind=st.sampled_from(HIDDEN), planted=st.from_regex(r"[A-ZÅÄÖ]{2}[0-9]{3}[a-zåäö]{4}", fullmatch=True))
def test_no_planted_name_reaches_a_public_sentence(kind: str, planted: str) -> None:
    """Whatever name a hidden need holds, teacher, room, group, place or subject, it is not printed."""
    names = TELLING_FIELDS & set(NEED_KINDS[kind].model_fields)
    need = a_need(kind, **{name: [planted] for name in names})
    assert planted not in (say_publicly(need) or "")


@pytest.mark.parametrize(
    ("need", "said"),
    [
        (a_need("earliest_start"), "Ingen lektion före 09.30"),
        (a_need("earliest_start", last_step=3), "Ingen lektion före 09.30 till och med steg 3"),
        (a_need("earliest_start", last_step=1), "Ingen lektion före 09.30 i steg 1"),
        (a_need("full_restore", first_step=6, except_subjects=[]), "Alla lektioner är tillbaka från och med steg 6"),
        (a_need("days_off", weeks=["A"]), "Ingen lektion torsdagar och fredagar i veckor A"),
        (a_need("days_off", weeks=["2026-W36", "2026-W37"]), "Ingen lektion torsdagar och fredagar i v. 36 och v. 37"),
        (a_need("avoid_teacher", teachers=["fz"]), "Ingen lektion med fz"),
        (a_need("max_lessons_per_week"), "Högst 2 lektioner i veckan"),
        (a_need("min_lessons_per_week", origin={"source": "goal", "ref": "goals"}), "Minst 1 lektion i veckan"),
        (a_need("max_days"), "Högst 2 dagar i veckan, sedan 1 dag till för varje steg"),
        (a_need("avoid_place"), "Ingen lektion som leder till de här platserna: matsalen"),
        (a_need("max_idle_gap", minutes=0), "Ingen väntan mellan två lektioner"),
        (a_need("travel_times"), "Dagen passar resorna, framme 08.05, hem 14.00"),
        (a_need("with_friend", groups=[]), "Tidigt lektioner där kompisar är med"),
        (a_need("morning_help"), "Hjälp på morgonen: sms"),
        (a_need("half_steps"), "Lugnare tempo: halva steg"),
        (a_need("coach_minutes"), "Coachen har högst 2 h i veckan för eleven"),
        (a_need("lesson_edges"), "Kommer in 10 min efter de andra och går 5 min före, enligt plan"),
        (a_need("lesson_edges", minutes_early=0, last_step=3),
         "Kommer in 10 min efter de andra, enligt plan till och med steg 3"),
        (a_need("lesson_edges", minutes_late=0), "Går 5 min före de andra, enligt plan"),
        (a_need("weekly_item"), "Fika 30 min, 1 gång i veckan"),
        (a_need("weekly_item", item="walk", times_a_week=2, minutes=None), "En promenad, 2 gånger i veckan"),
        (a_need("rest_between_lessons"), "Minst 20 min vila efter varje lektion"),
        (a_need("avoid_group"), "Ingen lektion med 7B"),
        (
            a_need("avoid_group", doorway_minutes=10),
            "Ingen lektion med 7B, och inte strax före eller efter i samma sal",
        ),
        (
            a_need("avoid_teacher", teachers=["fz"], doorway_minutes=10),
            "Ingen lektion med fz, och inte strax före eller efter i samma sal",
        ),
        (a_need("small_group_first"), "Nya lektioner börjar i ett litet rum med få elever"),
        (a_need("small_group_first", most=1), "Nya lektioner börjar i ett litet rum utan andra elever"),
        (a_need("small_group_first", most=3), "Nya lektioner börjar i ett litet rum med högst tre elever"),
        (a_need("small_group_first", most=8), "Nya lektioner börjar i ett litet rum med högst åtta elever"),
        (
            a_need("place_ladder", comfort=["go_out"]),
            "Planen börjar med det som redan går (gå ut) och siktar först på att åka förbi skolan",
        ),
        (a_need("place_ladder", comfort=[]), "Planen börjar hemma och siktar först på att prata med coachen"),
        (
            a_need("place_ladder", comfort=["be_at_lesson"]),
            "Planen börjar med det som redan går: vara på en lektion",
        ),
    ],
)
def test_sentences_read_as_written(need: AnyNeed, said: str) -> None:
    """Golden sentences, with the steps and weeks they hold in."""
    assert say_need(need) == said


@pytest.mark.parametrize("comfort", [[], ["go_out"], ["talk_with_coach", "meet_adult"]])
def test_what_goes_already_is_not_told_in_public(comfort: list[str]) -> None:
    """Only that the plan begins there."""
    assert say_publicly(a_need("place_ladder", comfort=comfort)) == "Planen börjar med det som redan går"


@pytest.mark.parametrize(
    ("need", "said"),
    [
        (a_need("coach_minutes", minutes=90), "The coach has at most 1 h 30 min a week for the student"),
        (a_need("lesson_edges", minutes_late=0), "Leaves 5 min before the others, according to plan"),
        (a_need("weekly_item", times_a_week=2), "Fika 30 min, 2 times a week"),
    ],
    ids=lambda value: getattr(value, "kind", None),
)
def test_what_came_last_is_said_in_english_too(need: AnyNeed, said: str) -> None:
    """The coach's week, the edges of a lesson, and what the coach has written in."""
    with speaking("en"):
        assert say_need(need) == said


def test_english_is_said_when_english_is_spoken() -> None:
    """The same need in the other language, and Swedish again afterwards."""
    with speaking("en"):
        assert say_need(a_need("max_lessons_per_week", n=1)) == "At most 1 lesson a week"
    assert say_need(a_need("max_lessons_per_week", n=1)) == "Högst 1 lektion i veckan"
