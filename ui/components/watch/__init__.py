"""Watches in each tab whether its session still lives, and empties the page when it does not."""

from __future__ import annotations

import streamlit as st

from ui.components.parts import text_of

ASKS_EVERY_SECONDS = 4
"""A request that finds its row by key: 120 open tabs ask 30 times a second, about two hundredths of one core."""

_watch = st.components.v2.component("stegvis_watch", js=text_of("watch/watch.js"))


def keep_watch(*, is_over: bool = False, is_handed_over: bool = False) -> None:
    """Goes on watching; `is_over`: the session has ended, and the page is emptied at once.

    `is_handed_over`: the screen is another's own for now, and no veil lies over it.
    """
    told = {"every": ASKS_EVERY_SECONDS * 1000, "over": is_over, "handed_over": is_handed_over}
    _watch(data=told, key="watch", height=1)
