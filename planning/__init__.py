"""Nouns, law and checks: what a plan is and when it keeps its promises. Standard library and pydantic only."""
