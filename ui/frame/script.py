"""What Streamlit runs for every view: the frame around the page, and the page itself."""

from __future__ import annotations

import streamlit as st

from ui.frame.around import frame_around
from ui.frame.ways import all_pages

st.set_page_config(page_title="Stegvis", page_icon="🌱", layout="wide", initial_sidebar_state="collapsed")
page = st.navigation(all_pages(), position="hidden")
with frame_around(page):
    page.run()
