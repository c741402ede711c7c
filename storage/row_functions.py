"""The functions that the row rules ask: who acts, how they stand to each case, and which doors that opens.

They are owned by a role that sees past the rules, so that asking how somebody stands does not ask the rules again, and
look up names nowhere but where they are told to. Each answers once for a statement, not once for a row.
`open_to_user` mirrors `storage.people.standings`; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping

SCHEMA = "row_rules"
_SAFE = "SECURITY DEFINER SET search_path = pg_catalog, pg_temp"

_HELD = """
    held AS (
        SELECT m.role, m.unit FROM public.memberships m JOIN public.users u ON u.id = m.user_id
        WHERE m.user_id = row_rules.actor() AND u.is_active
    )"""

_ACTOR = "LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.user', true), '') $$"

_OPEN = """LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN row_rules.actor() = 'system' THEN row_rules.open_to_program(doors)
        ELSE row_rules.open_to_user(doors) END
$$"""

# Apart from users: it reaches over all cases, and a plan that reckons with that looks through all for everybody.
_OPEN_TO_PROGRAM = f"""LANGUAGE sql STABLE {_SAFE} AS $$
    SELECT coalesce(array_agg(c.id::text), '{{}}')
    FROM public.cases c JOIN row_rules.phases f ON f.state = c.state
    WHERE row_rules.actor() = 'system' AND (f.phase, c.is_protected) IN (
        SELECT p.phase, p.is_protected FROM row_rules.permits p
        WHERE p.door = ANY (doors) AND p.role = 'system' AND p.relation = 'assigned'
    )
$$"""  # noqa: S608  words of our own, no values

# In PL/pgSQL, which keeps its plan for the session: to plan takes longer than to answer.
_OPEN_TO_USER = f"""LANGUAGE plpgsql STABLE {_SAFE} AS $$
BEGIN
    RETURN (
        WITH {_HELD},
        named AS (SELECT * FROM public.case_people WHERE user_id = row_rules.actor()),
        stands AS MATERIALIZED (
            SELECT c.id, n.role, n.relation, c.state, c.is_protected
            FROM named n JOIN public.cases c ON c.id = n.case_id WHERE n.role IN (SELECT role FROM held)
            UNION ALL
            SELECT c.id, h.role, 'same_unit', c.state, c.is_protected
            FROM held h JOIN public.cases c ON c.unit = h.unit WHERE h.unit <> ''
            UNION ALL
            SELECT c.id, h.role, 'break_glass', c.state, c.is_protected
            FROM public.break_glass b JOIN public.cases c ON c.id = b.case_id CROSS JOIN held h
            WHERE b.user_id = row_rules.actor() AND b.until > now()
            -- A protected identity takes a second person.
            AND (b.second_user IS NOT NULL OR NOT c.is_protected)
        )
        SELECT coalesce(array_agg(DISTINCT s.id::text), '{{}}') FROM stands s
        WHERE s.id NOT IN (SELECT n.case_id FROM named n WHERE n.is_blocked)
        AND (s.role, s.relation, s.state, s.is_protected) IN (
            SELECT p.role, p.relation, f.state, p.is_protected
            FROM row_rules.permits p JOIN row_rules.phases f ON f.phase = p.phase WHERE p.door = ANY (doors)
        )
    );
END
$$"""  # noqa: S608  words of our own, no values

_SHOWN = """LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN current_setting('transaction_read_only')::boolean THEN row_rules.open(what || '.read')
        WHEN what IN ('cases', 'facts')
            THEN row_rules.open(what || '.read', what || '.add', 'weigh') || row_rules.touched()
        ELSE row_rules.open(what || '.read', what || '.add', 'weigh')
    END
$$"""

_TOUCHED = """LANGUAGE sql STABLE AS $$
    SELECT coalesce(string_to_array(nullif(current_setting('app.touched', true), ''), ','), '{}')
$$"""

_UNITS = f"""LANGUAGE sql STABLE {_SAFE} AS $$
    WITH {_HELD}
    SELECT coalesce(array_agg(DISTINCT h.unit::text), '{{}}')
    FROM held h JOIN row_rules.permits p ON p.role = h.role
    WHERE h.unit <> '' AND p.door = 'do.open_case' AND p.relation = 'same_unit' AND p.phase = 'mapping'
$$"""  # noqa: S608  words of our own, no values

_WATCHES = f"""LANGUAGE sql STABLE {_SAFE} AS $$
    WITH {_HELD}
    SELECT EXISTS (SELECT FROM held h JOIN row_rules.permits p ON p.role = h.role WHERE p.door = 'do.read_audit')
$$"""  # noqa: S608  words of our own, no values

_IS_NEW_BORN = f"""LANGUAGE sql STABLE {_SAFE} AS $$
    SELECT EXISTS (
        SELECT FROM public.cases c
        WHERE c.id = case_id AND c.xmin = pg_current_xact_id_if_assigned()::xid AND c.revision = 0
        AND c.unit = ANY (row_rules.units()) AND NOT EXISTS (SELECT FROM public.case_people p WHERE p.case_id = c.id)
    )
$$"""  # noqa: S608  words of our own, no values

_GUARD_CASE = f"""LANGUAGE plpgsql {_SAFE} AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF (NEW.id, NEW.unit, NEW.created_at) IS DISTINCT FROM (OLD.id, OLD.unit, OLD.created_at) THEN
            RAISE EXCEPTION 'this of a case does not change' USING ERRCODE = '42501';
        END IF;
        IF NEW.state <> OLD.state AND NOT EXISTS (
            SELECT FROM row_rules.turns t
            WHERE t.start = OLD.state AND t."end" = NEW.state AND OLD.id = ANY (row_rules.open('do.' || t.action))
        ) THEN
            RAISE EXCEPTION 'not theirs to move' USING ERRCODE = '42501';
        END IF;
        IF NEW.is_protected <> OLD.is_protected AND OLD.id <> ALL (row_rules.open('do.set_protection')) THEN
            RAISE EXCEPTION 'not theirs to protect' USING ERRCODE = '42501';
        END IF;
    END IF;
    -- Whoever has raised, moved or protected a case finishes what belongs to it, though it may be out of their reach.
    IF row_rules.actor() IS NOT NULL AND (
        TG_OP = 'INSERT' OR (NEW.state, NEW.is_protected) IS DISTINCT FROM (OLD.state, OLD.is_protected)
    ) THEN
        PERFORM set_config(
            'app.touched', concat_ws(',', nullif(current_setting('app.touched', true), ''), NEW.id), true
        );
    END IF;
    RETURN NEW;
END
$$"""  # noqa: S608  words of our own, no values

FUNCTIONS: Mapping[str, str] = {
    "actor() RETURNS text": _ACTOR,
    "open_to_program(doors text[]) RETURNS text[]": _OPEN_TO_PROGRAM,
    "open_to_user(doors text[]) RETURNS text[]": _OPEN_TO_USER,
    "open(VARIADIC doors text[]) RETURNS text[]": _OPEN,
    "touched() RETURNS text[]": _TOUCHED,
    "shown(what text) RETURNS text[]": _SHOWN,
    "units() RETURNS text[]": _UNITS,
    "watches() RETURNS boolean": _WATCHES,
    "is_new_born(case_id text) RETURNS boolean": _IS_NEW_BORN,
    "guard_case() RETURNS trigger": _GUARD_CASE,
}
"""Each with its signature, in the order in which they need each other."""
