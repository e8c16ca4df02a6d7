-- What a person asked and was answered; nobody else reads it, the schema's owner included.

GRANT USAGE ON SCHEMA chat TO chat_rt;

CREATE TABLE chat.conversations (
  id             uuid PRIMARY KEY DEFAULT uuidv7(),
  owner_id       uuid NOT NULL DEFAULT identity.current_user_id(),
  title          text NOT NULL DEFAULT '' CHECK (length(title) <= 120),
  collection_ids uuid[] NOT NULL DEFAULT '{}',
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX conversations_latest ON chat.conversations (owner_id, updated_at DESC, id DESC);

-- created_at is the time inside the id, so that a message is found by its id in its own month alone.
CREATE TABLE chat.messages (
  id               uuid NOT NULL,
  conversation_id  uuid NOT NULL REFERENCES chat.conversations ON DELETE CASCADE,
  owner_id         uuid NOT NULL DEFAULT identity.current_user_id(),
  parent_id        uuid,
  role             text NOT NULL CHECK (role IN ('user', 'assistant')),
  text             text NOT NULL,
  status           text NOT NULL CHECK (status IN ('complete', 'streaming', 'stopped', 'interrupted', 'failed')),
  model            text,
  citations        jsonb NOT NULL DEFAULT '[]',
  feedback         text CHECK (feedback IN ('up', 'down')),
  feedback_comment text,
  created_at       timestamptz NOT NULL CHECK (created_at = uuid_extract_timestamp(id)),
  touched_at       timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (id, created_at)
) PARTITION BY RANGE (created_at);
COMMENT ON COLUMN chat.messages.touched_at IS 'when its writer last showed life; a streaming answer without one is interrupted';
CREATE INDEX messages_of_conversation ON chat.messages (conversation_id);

CREATE TABLE chat.messages_default PARTITION OF chat.messages DEFAULT;

-- Makes the partitions of this month and the months ahead; what waited in the default partition moves over.
CREATE FUNCTION chat.make_partitions(months_ahead integer) RETURNS void
LANGUAGE plpgsql SET search_path = '' SET timezone = 'UTC'
AS $$
DECLARE
  first timestamptz;
  after timestamptz;
  name  text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('chat.make_partitions'));
  FOR n IN 0..months_ahead LOOP
    first := date_trunc('month', now()) + make_interval(months => n);
    after := first + interval '1 month';
    name := 'messages_' || to_char(first, 'YYYY_MM');
    CONTINUE WHEN to_regclass('chat.' || name) IS NOT NULL;
    EXECUTE format('CREATE TABLE chat.%I (LIKE chat.messages INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', name);
    EXECUTE format(
      'WITH moved AS (DELETE FROM chat.messages_default WHERE created_at >= %L AND created_at < %L RETURNING *)
       INSERT INTO chat.%I SELECT * FROM moved', first, after, name);
    EXECUTE format('ALTER TABLE chat.messages ATTACH PARTITION chat.%I FOR VALUES FROM (%L) TO (%L)', name, first, after);
  END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION chat.make_partitions(integer) FROM PUBLIC;

-- Which words stand in which conversation: integer equality is leakproof, so the key is searched before the policy is asked.
CREATE TABLE chat.postings (
  owner_id        uuid NOT NULL DEFAULT identity.current_user_id(),
  term_id         bigint NOT NULL,
  conversation_id uuid NOT NULL REFERENCES chat.conversations ON DELETE CASCADE,
  PRIMARY KEY (owner_id, term_id, conversation_id)
);
CREATE INDEX postings_of_conversation ON chat.postings (conversation_id);

GRANT SELECT, INSERT, DELETE ON chat.conversations, chat.postings TO chat_rt;
GRANT UPDATE (title, updated_at) ON chat.conversations TO chat_rt;
GRANT SELECT, INSERT ON chat.messages TO chat_rt;
GRANT UPDATE (text, status, model, citations, feedback, feedback_comment, touched_at) ON chat.messages TO chat_rt;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['conversations', 'messages', 'postings'] LOOP
    EXECUTE format('ALTER TABLE chat.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE chat.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own ON chat.%I USING (owner_id = (SELECT identity.current_user_id())) '
      'WITH CHECK (owner_id = (SELECT identity.current_user_id()))', name);
  END LOOP;
END $$;
