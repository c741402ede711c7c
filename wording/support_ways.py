"""Support whose ticked boxes are a closed list of ways, in words: each box has its own, a list joins them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from planning.clock import Weekday
from planning.needs import SupportKind
from wording.language import tr
from wording.phrases import and_list, every_weekday, or_list, upper_first


def said_ways(item: SupportKind, choices: Sequence[str]) -> str:
    """The sentence from the student's side with what was ticked; «» where none of it has a word."""
    say = _WAYS.get(item)
    return say(choices) if say else ""


def _told(choices: Sequence[str], words: Mapping[str, str]) -> list[str]:
    """The words of the boxes that are ticked, in their order; boxes without one are left out."""
    return [words[choice] for choice in choices if choice in words]


def _seat(choices: Sequence[str]) -> str:
    seats = {
        "near_door": tr("nära dörren"),
        "at_back": tr("längst bak"),
        "by_wall": tr("vid väggen"),
        "near_teacher": tr("nära läraren"),
    }
    told = or_list(_told(choices, seats))
    return tr("En plats {where}", where=told) if told else ""


def _come_and_go(choices: Sequence[str]) -> str:
    ways = {
        "come_later": tr("komma in lite senare"),
        "leave_earlier": tr("gå lite före"),
        "seated_before_class": tr("sitta på plats innan de andra kommer"),
    }
    return upper_first(or_list(_told(choices, ways)))


def _quiet_hours(choices: Sequence[str]) -> str:
    return tr("Vara i skolan när få är där") if "empty_school" in choices else ""


def _closeness(choices: Sequence[str]) -> str:
    places = {
        "beside": tr("bredvid"),
        "in_room": tr("i rummet"),
        "in_corridor": tr("i korridoren"),
        "in_building": tr("i huset"),
    }
    told = or_list(_told(choices, places))
    return tr("Coachen är {where}", where=told) if told else ""


def _ride(choices: Sequence[str]) -> str:
    ways = {
        "ride_with_coach": tr("skjuts av coachen"),
        "ride_from_home": tr("skjuts hemifrån"),
        "walk_together": tr("gå med någon"),
        "bus_together": tr("åka buss med någon"),
        "taxi": tr("åka taxi"),
    }
    told = or_list(_told(choices, ways))
    return tr("Till skolan och hem: {ways}", ways=told) if told else ""


def say_way_home(choices: Sequence[str]) -> str:
    """«en taxi kör eller någon går med»: how the student comes home; «» where it is not told by boxes."""
    ways = {
        "ride_with_coach": tr("coachen skjutsar"),
        "ride_from_home": tr("någon hemifrån skjutsar"),
        "walk_together": tr("någon går med"),
        "bus_together": tr("någon åker med på bussen"),
        "taxi": tr("en taxi kör"),
    }
    return or_list(_told(choices, ways))


def _way_home(choices: Sequence[str]) -> str:
    told = say_way_home(choices)
    return tr("Varje besök har en bestämd väg hem, och ett sätt att åka hem direkt: {ways}", ways=told) if told else ""


def _lunch(choices: Sequence[str]) -> str:
    ways = {
        "small_room": tr("i ett litet rum"),
        "with_coach": tr("tillsammans med coachen"),
        "before_others": tr("före de andra"),
    }
    told = or_list(_told(choices, ways))
    return tr("Lunchen äts {how}", how=told) if told else ""


def _breaks(choices: Sequence[str]) -> str:
    things = {
        "quiet_room": tr("vara i ett lugnt rum"),
        "with_adult": tr("vara med en vuxen"),
        "play_something": tr("spela något"),
        "go_out": tr("gå ut"),
        "with_friend": tr("vara med en kompis"),
        "no_break": tr("slippa rast"),
    }
    told = or_list(_told(choices, things))
    return tr("På rasten: {things}", things=told) if told else ""


def _texts(choices: Sequence[str]) -> str:
    times = {
        "evening_before": tr("kvällen före"),
        "in_the_morning": tr("på morgonen"),
        "while_there": tr("medan du är där"),
        "afterwards": tr("efteråt"),
    }
    told = and_list(_told(choices, times))
    return tr("Coachen skickar sms {when}", when=told) if told else ""


def _check_in(choices: Sequence[str]) -> str:
    """Texts have no word here: this is the contact of those who want none, or whose guardians have said no."""
    ways = {
        "fika": tr("över en fika"),
        "lunch": tr("över en lunch"),
        "talk": tr("i ett samtal"),
        "in_the_car": tr("i bilen"),
        "at_home": tr("hemma"),
    }
    told = or_list(_told(choices, ways))
    return tr("Stämma av med coachen {how}", how=told) if told else ""


def _first_meeting(choices: Sequence[str]) -> str:
    told = or_list(_told(choices, {**_interests(), **_first_things()}))
    return tr("Det första mötet med coachen: {things}", things=told) if told else ""


def _interests() -> dict[str, str]:
    return {
        "games": tr("spela spel"),
        "animals": tr("vara med djur"),
        "fishing": tr("fiska"),
        "music": tr("hålla på med musik"),
        "drawing": tr("rita"),
        "building": tr("bygga något"),
        "sport": tr("sporta"),
        "film": tr("se en film"),
        "cooking": tr("laga mat"),
        "outdoors": tr("vara ute"),
        "engines": tr("meka med motorer"),
        "something_else": tr("något annat som du gillar"),
    }


def _first_things() -> dict[str, str]:
    return {
        "fika": tr("ta en fika"),
        "lunch": tr("äta lunch"),
        "car_ride": tr("åka bil"),
        "walk": tr("ta en promenad"),
        "text_messages": tr("skriva sms"),
    }


def _evening(choices: Sequence[str]) -> str:
    things = {"clothes": tr("lägga fram kläder"), "shower": tr("duscha")}
    told = and_list(_told(choices, things))
    return tr("Coachen hör av sig på kvällen, det som går görs redan då: {things}", things=told) if told else ""


def _adult_at_home(choices: Sequence[str]) -> str:
    days = [day for day in Weekday if day.short in choices]
    return tr("En vuxen är hemma på morgonen {days}", days=every_weekday(days)) if days else ""


_WAYS: dict[SupportKind, Callable[[Sequence[str]], str]] = {
    SupportKind.SEAT_AT_EDGE: _seat,
    SupportKind.FADE_IN_ARRIVAL: _come_and_go,
    SupportKind.OFF_PEAK: _quiet_hours,
    SupportKind.COACH_CLOSENESS: _closeness,
    SupportKind.RIDE: _ride,
    SupportKind.WAY_HOME: _way_home,
    SupportKind.LUNCH_PLACE: _lunch,
    SupportKind.BREAK_PLAN: _breaks,
    SupportKind.TEXT_MESSAGES: _texts,
    SupportKind.CONTACT_OTHER_WAY: _check_in,
    SupportKind.FIRST_MEETING: _first_meeting,
    SupportKind.EVENING_CONTACT: _evening,
    SupportKind.ADULT_AT_HOME: _adult_at_home,
}
