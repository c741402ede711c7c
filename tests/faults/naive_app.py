"""Weakened on purpose: an app that saves in several steps and speaks to Streamlit in between.

`STEGVIS_NAIVE` names the file that it writes a line to for each half of a save.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

import streamlit as st

FILE = Path(os.environ["STEGVIS_NAIVE"])


def note(line: str) -> None:
    """One line more."""
    with FILE.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


if st.button("Spara"):
    number = time.monotonic_ns()
    note(f"first {number}")
    for step in range(3):
        st.write(f"Sparar {step} …")
        time.sleep(0.005)
    note(f"second {number}")
st.write("Klart")
