"""The questions as Streamlit's own widgets under `streamlit run`, to measure ours beside.

`STEGVIS_QUESTIONS` names the folder that they are in. One picture, one question, four buttons with keys, undo, a line
of dots; every answer is stored before the next question is shown. This is how one would write it without a component of
one's own.
"""

from __future__ import annotations

import json
import os
import sqlite3
from pathlib import Path
from typing import Any
from uuid import uuid4

import streamlit as st

FOLDER = Path(os.environ["STEGVIS_QUESTIONS"])
PICTURE = '<svg viewBox="0 0 48 48" width="96" aria-hidden="true"><circle cx="24" cy="24" r="20" fill="#23705e"/></svg>'


@st.cache_data
def questions() -> list[dict[str, Any]]:
    """What is asked: text and section."""
    asked: list[dict[str, Any]] = json.loads((FOLDER / "questions.json").read_text(encoding="utf-8"))
    return asked


@st.cache_resource
def kept() -> sqlite3.Connection:
    """Where answers are stored, as durably as ours are."""
    connection = sqlite3.connect(FOLDER / "by_streamlit.db", isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS answers (id TEXT PRIMARY KEY, question INTEGER, choice TEXT)")
    return connection


def answer(question: int, choice: str) -> None:
    """Store it, and go on."""
    kept().execute("INSERT INTO answers VALUES (?, ?, ?)", (str(uuid4()), question, choice))
    st.session_state.at = question + 1


def undo() -> None:
    """Back to the question before."""
    st.session_state.at = max(0, st.session_state.at - 1)


@st.fragment
def ask() -> None:
    """One question."""
    at = st.session_state.setdefault("at", 0) % len(questions())
    item = questions()[at]
    sections = list(dict.fromkeys(one["section"] for one in questions()))
    now = sections.index(item["section"])
    st.markdown("".join("●" if number == now else "○" for number in range(len(sections))) + f" {item['section']}")
    st.html(PICTURE)
    st.header(item["text"])
    columns = st.columns(4)
    choices = {"yes": ("Ja", "j"), "no": ("Nej", "n"), "dont_know": ("Vet inte", "v"), "skip": ("Hoppa över", "h")}
    for column, (choice, (label, key)) in zip(columns, choices.items(), strict=True):
        column.button(label, key=f"choice_{choice}", shortcut=key, on_click=answer, args=(at, choice), width="stretch")
    st.button("Ångra", key="undo", on_click=undo)
    st.markdown("Sparat")


st.set_page_config(page_title="Frågor")
ask()
