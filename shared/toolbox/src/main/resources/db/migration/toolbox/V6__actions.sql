-- What tools may do outside: operations of HTTP APIs that administrators brought in, pinned to a tool as they were when its maker picked them.

-- Nothing is called beyond these, whatever was pinned when.
CREATE TABLE toolbox.action_hosts (
  host text PRIMARY KEY CHECK (host = lower(host) AND length(host) BETWEEN 1 AND 260)
);
COMMENT ON COLUMN toolbox.action_hosts.host IS 'name, or name:port where the port is not the usual one';

CREATE TABLE toolbox.action_sources (
  id         uuid PRIMARY KEY DEFAULT uuidv7(),
  name       text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  base_url   text NOT NULL CHECK (length(base_url) <= 300),
  header     text CHECK (length(header) BETWEEN 1 AND 60),
  sealed     bytea,
  created_by uuid NOT NULL DEFAULT identity.current_user_id(),
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((header IS NULL) = (sealed IS NULL))
);
COMMENT ON COLUMN toolbox.action_sources.base_url IS 'never changes: the secret is for this host alone';
COMMENT ON COLUMN toolbox.action_sources.sealed IS 'what the header holds, sealed to the source and its host';

CREATE TABLE toolbox.actions (
  id         uuid PRIMARY KEY,
  source_id  uuid NOT NULL REFERENCES toolbox.action_sources ON DELETE CASCADE,
  definition text NOT NULL CHECK (definition IS JSON OBJECT)
);
CREATE INDEX actions_of_source ON toolbox.actions (source_id, id);

ALTER TABLE toolbox.tools ADD COLUMN actions text NOT NULL DEFAULT '[]' CHECK (actions IS JSON ARRAY);
ALTER TABLE toolbox.releases ADD COLUMN actions text NOT NULL DEFAULT '[]';
COMMENT ON COLUMN toolbox.tools.actions IS 'whole definitions with their hashes: what is changed of a source later changes no tool';

-- Each call that a tool wanted and what became of it; never with what was said.
CREATE TABLE toolbox.action_calls (
  id        uuid PRIMARY KEY DEFAULT uuidv7(),
  at        timestamptz NOT NULL DEFAULT now(),
  person_id uuid NOT NULL DEFAULT identity.current_user_id(),
  tool_id   uuid NOT NULL,
  answer_id uuid NOT NULL,
  action_id uuid NOT NULL,
  name      text NOT NULL,
  host      text NOT NULL,
  confirmed boolean NOT NULL,
  outcome   text NOT NULL CHECK (outcome IN ('done', 'refused', 'declined', 'expired', 'failed')),
  reason    text
);
COMMENT ON COLUMN toolbox.action_calls.outcome IS 'refused by the platform, declined by the person';
CREATE INDEX action_calls_of_person ON toolbox.action_calls (person_id);

GRANT SELECT, INSERT, DELETE ON toolbox.action_hosts TO publishing_rt;
GRANT SELECT (id, name, base_url, header, created_at), INSERT, DELETE ON toolbox.action_sources TO publishing_rt;
GRANT SELECT, INSERT, DELETE, UPDATE (definition) ON toolbox.actions TO publishing_rt;
GRANT UPDATE (actions) ON toolbox.tools TO publishing_rt;
GRANT SELECT ON toolbox.action_hosts TO chat_rt;
GRANT SELECT (id, base_url, header, sealed) ON toolbox.action_sources TO chat_rt;
GRANT INSERT ON toolbox.action_calls TO chat_rt;
GRANT SELECT ON toolbox.action_calls TO publishing_rt;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['action_hosts', 'action_sources', 'actions', 'action_calls'] LOOP
    EXECUTE format('ALTER TABLE toolbox.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE toolbox.%I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['action_hosts', 'action_sources', 'actions'] LOOP
    EXECUTE format('CREATE POLICY administrator ON toolbox.%I TO publishing_rt '
      'USING ((SELECT identity.has_role(''admin''))) WITH CHECK ((SELECT identity.has_role(''admin'')))', name);
    EXECUTE format('CREATE POLICY builder ON toolbox.%I FOR SELECT TO publishing_rt '
      'USING ((SELECT identity.has_role(''builder'')))', name);
  END LOOP;
END $$;
-- what is called is looked up for whoever asks; its secret opens with the platform's key alone
CREATE POLICY caller ON toolbox.action_hosts FOR SELECT TO chat_rt USING ((SELECT identity.current_user_id()) IS NOT NULL);
CREATE POLICY caller ON toolbox.action_sources FOR SELECT TO chat_rt USING ((SELECT identity.current_user_id()) IS NOT NULL);
CREATE POLICY caller ON toolbox.action_calls FOR INSERT TO chat_rt WITH CHECK (person_id = (SELECT identity.current_user_id()));
CREATE POLICY audit ON toolbox.action_calls FOR SELECT TO publishing_rt
  USING ((SELECT identity.has_role('admin')) OR (SELECT identity.has_role('auditor')));
