"""Salar och lugna platser: a list of rooms, and a short form for one of them."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st
from pydantic import ValidationError

from casework.settings import Setting
from casework.settings_forms import with_room, without_room
from planning.rooms import Room, Rooms, RoomUse
from ui.plain import plain
from wording.language import tr, trn
from wording.setting_words import say_room_use

KeepText = Callable[[str], None]
LONGEST_NAME = 40


def show_rooms(setting: Setting, keep: KeepText) -> None:
    """The rooms, and a new one or a change."""
    rooms: Rooms = setting.value
    st.markdown(tr("Rummen går att kryssa i frågorna, också de som inte står i elevens schema."))
    for name, room in rooms.items():
        _show(name, room)
    if not rooms:
        st.markdown(tr("Inga rum är skrivna än. Frågorna har salarna i elevens schema, och några vanliga ställen."))
    if setting.state.may_keep:
        with st.expander(tr("Lägg till eller ändra ett rum")):
            _ask(setting, rooms, keep)


def _show(name: str, room: Room) -> None:
    with st.container(border=True, key=f"settingcard_{name}"):
        st.markdown(f"**{plain(name)}**")
        seats = trn("{n} plats", "{n} platser", room.seats) if room.seats else ""
        st.markdown(plain(" · ".join(filter(None, (*map(say_room_use, room.use), seats, room.place)))))


def _ask(setting: Setting, rooms: Rooms, keep: KeepText) -> None:
    which = st.selectbox(
        tr("Vilket rum?"), ["", *rooms], format_func=lambda name: name or tr("Ett nytt rum"), key="room_which",
        placeholder=tr("Välj"),
    )  # fmt: skip
    known = rooms.get(which)
    with st.form(f"setting_room_form_{which}", border=False):
        name = st.text_input(
            tr("Namn"), value=which, max_chars=LONGEST_NAME, autocomplete="off", placeholder=tr("Som i schemat"),
            key=f"room_name_{which}",
        )  # fmt: skip
        use = st.pills(
            tr("Används som"), list(RoomUse), selection_mode="multi", format_func=say_room_use,
            default=list(known.use) if known else None, key=f"setting_use_{which}",
        )  # fmt: skip
        left, right = st.columns(2)
        place = left.text_input(
            tr("Var det ligger"), value=known.place if known else "", max_chars=80, autocomplete="off",
            key=f"room_place_{which}",
        )  # fmt: skip
        seats = right.text_input(
            tr("Platser"), value=str(known.seats or "") if known else "", max_chars=3, autocomplete="off",
            key=f"room_seats_{which}",
        )  # fmt: skip
        saves = st.form_submit_button(tr("Spara rummet"), type="primary")
        removes = bool(which) and st.form_submit_button(tr("Ta bort rummet"))
    if removes:
        keep(without_room(setting, which))
    if saves:
        _keep(setting, which, name.strip(), {"place": place, "use": use, "seats": seats.strip() or None}, keep)


def _keep(setting: Setting, which: str, name: str, typed: dict[str, object], keep: KeepText) -> None:
    taken = {other.casefold() for other in setting.value if other != which}
    if not name or name.casefold() in taken:
        st.markdown(tr("Ge rummet ett namn som inget annat rum har."))
        return
    try:
        room = Room.model_validate(typed)
    except ValidationError as error:
        is_use = any(fault["loc"][0] == "use" for fault in error.errors())
        seats = tr("Platser är ett tal mellan 1 och 400, eller tomt.")
        st.markdown(tr("Välj vad rummet används som.") if is_use else seats)
        return
    keep(with_room(setting, name, room, instead_of=which))
