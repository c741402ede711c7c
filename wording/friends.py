"""Needs about other students, in words. Others are only named by the group they share."""

from __future__ import annotations

from planning.needs import FriendNeed
from wording.language import tr
from wording.phrases import Said, or_list


def say_friends(need: FriendNeed) -> Said:
    """The need in words."""
    neutral = tr("Lektionernas ordning är anpassad")
    if not need.groups:
        return Said(tr("Tidigt lektioner där kompisar är med"), tr("Tidigt med kompisar"), neutral)
    groups = or_list(need.groups)
    return Said(tr("Tidigt lektioner med {groups}", groups=groups), tr("Tidigt med {groups}", groups=groups), neutral)
