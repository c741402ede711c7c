"""How Alembic runs here: on the connection that it is given, inside the transaction that this is in already."""

from __future__ import annotations

from alembic import context

from storage.columns import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
