-- A source of actions is read again and its secret put anew where it stands; who changed what of actions is kept.

ALTER TABLE toolbox.action_sources
  ADD COLUMN version    integer NOT NULL DEFAULT 1,
  ADD COLUMN renewed_at timestamptz;
COMMENT ON COLUMN toolbox.action_sources.version IS 'counts what was read: 1 as it was brought in';
GRANT SELECT (version, renewed_at), UPDATE (header, sealed, version, renewed_at) ON toolbox.action_sources TO publishing_rt;

-- Never with a secret.
CREATE TABLE toolbox.action_changes (
  id        uuid PRIMARY KEY DEFAULT uuidv7(),
  at        timestamptz NOT NULL DEFAULT now(),
  actor_id  uuid NOT NULL DEFAULT identity.current_user_id() CHECK (actor_id IS NOT NULL),
  change    text NOT NULL CHECK (change IN ('source.added', 'source.renewed', 'source.removed', 'secret.put', 'action.set', 'hosts.put')),
  source_id uuid,
  source    text CHECK (length(source) <= 60),
  detail    jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON COLUMN toolbox.action_changes.source IS 'its name then';
GRANT SELECT, INSERT (change, source_id, source, detail) ON toolbox.action_changes TO publishing_rt;
ALTER TABLE toolbox.action_changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE toolbox.action_changes FORCE ROW LEVEL SECURITY;
CREATE POLICY read ON toolbox.action_changes FOR SELECT TO publishing_rt
  USING ((SELECT identity.has_role('admin')) OR (SELECT identity.has_role('auditor')));
CREATE POLICY note ON toolbox.action_changes FOR INSERT TO publishing_rt
  WITH CHECK (actor_id = (SELECT identity.current_user_id()) AND (SELECT identity.has_role('admin')));

-- The functions below act as the owner of the tables, for whom the policies hold as well.
CREATE POLICY definer ON toolbox.actions FOR SELECT TO CURRENT_USER USING (true);
CREATE POLICY definer ON toolbox.action_sources FOR SELECT TO CURRENT_USER USING (true);

-- A source's secret, sealed, for administrators who have it read again; the role that asks cannot read it otherwise.
CREATE FUNCTION toolbox.source_secret(p_source uuid) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT sealed FROM toolbox.action_sources WHERE id = p_source AND identity.has_role('admin');
END;

-- Of pinned actions the names of those whose source says something else by now, or has them no more. Who has them pinned need not see sources.
CREATE FUNCTION toolbox.outdated(p_actions text) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  SELECT coalesce(array_agg(p.name ORDER BY p.name), '{}')
    FROM jsonb_to_recordset(p_actions::jsonb) AS p (id uuid, name text, hash text)
    LEFT JOIN toolbox.actions a ON a.id = p.id
   WHERE a.definition::jsonb ->> 'hash' IS DISTINCT FROM p.hash;
END;

-- Drafts take what their source says now; what is handed in or released stays as it was pinned. One in which two actions would have one name
-- keeps what it has, which its makers are shown.
CREATE FUNCTION toolbox.renew_drafts(p_source uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
  renewed integer;
BEGIN
  IF NOT identity.has_role('admin') THEN
    RETURN 0;
  END IF;
  -- what others save or hand in meanwhile is waited for here, and the next statement sees it
  PERFORM FROM toolbox.tools WHERE status = 'DRAFT' AND actions LIKE '%' || p_source || '%' ORDER BY id FOR UPDATE;
  WITH anew AS (
    SELECT t.id, n.actions FROM toolbox.tools t CROSS JOIN LATERAL (
      SELECT jsonb_agg(d.definition ORDER BY p.place)::text AS actions,
          count(*) = count(DISTINCT d.definition ->> 'name') AS fits
        FROM jsonb_array_elements(t.actions::jsonb) WITH ORDINALITY p (pinned, place)
        LEFT JOIN toolbox.actions a ON a.id = (p.pinned ->> 'id')::uuid AND a.source_id = p_source
        CROSS JOIN LATERAL (SELECT coalesce(a.definition::jsonb, p.pinned) AS definition) d) n
     WHERE t.status = 'DRAFT' AND t.actions LIKE '%' || p_source || '%' AND n.fits
       AND n.actions::jsonb <> t.actions::jsonb)
  UPDATE toolbox.tools t SET actions = anew.actions, version = t.version + 1, updated_at = now()
    FROM anew WHERE t.id = anew.id AND t.status = 'DRAFT';
  GET DIAGNOSTICS renewed = ROW_COUNT;
  RETURN renewed;
END $$;
REVOKE EXECUTE ON FUNCTION toolbox.source_secret(uuid), toolbox.outdated(text), toolbox.renew_drafts(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION toolbox.source_secret(uuid), toolbox.outdated(text), toolbox.renew_drafts(uuid) TO publishing_rt;
