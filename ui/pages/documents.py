"""The documents: exactly what leaves, each to be fetched by hand. Nothing is sent by itself."""

from __future__ import annotations

import streamlit as st
st.title("…")
