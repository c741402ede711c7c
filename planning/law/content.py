"""The rules C: subjects, pace and period (`law.md` §6, C1–C12). One function for each."""

from __future__ import annotations

from collections.abc import Mapping

from planning.law.verdicts import Judge

CONTENT: Mapping[str, Judge] = {}
"""By the rule's code."""
