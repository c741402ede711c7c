"""Needs about other students, in words. Others are only named by the group they share."""

from __future__ import annotations

from typing import assert_never

from planning.needs import AvoidGroup, FriendNeed, WithFriend
from wording.language import tr
from wording.phrases import Said, or_list


def say_friends(need: FriendNeed) -> Said:
    """The need in words."""
    groups = or_list(need.groups)
    match need:
        case WithFriend():
            neutral = tr("Lektionernas ordning är anpassad")
            if not need.groups:
                return Said(tr("Tidigt lektioner där kompisar är med"), tr("Tidigt med kompisar"), neutral)
            full, easy = tr("Tidigt lektioner med {groups}", groups=groups), tr("Tidigt med {groups}", groups=groups)
            return Said(full, easy, neutral)
        case AvoidGroup():
            full, easy = tr("Ingen lektion med {groups}", groups=groups), tr("Inte med {groups}", groups=groups)
            if need.doorway_minutes:
                full = tr("Ingen lektion med {groups}, och inte strax före eller efter i samma sal", groups=groups)
            return Said(full, easy)
        case _:
            assert_never(need)
