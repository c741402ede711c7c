"""How properties are tried: the same cases in every run, and others when somebody goes looking for more."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("search", deadline=None, print_blob=True)
settings.load_profile(os.environ.get("STEGVIS_PROPERTIES", "same"))
