-- What a tool wants to do outside waits here for the person; the row decides, whichever instance was told.
CREATE TABLE chat.confirmations (
  id              uuid PRIMARY KEY,
  conversation_id uuid NOT NULL REFERENCES chat.conversations ON DELETE CASCADE,
  answer_id       uuid NOT NULL,
  owner_id        uuid NOT NULL DEFAULT identity.current_user_id(),
  hash            text NOT NULL,
  decision        text CHECK (decision IN ('allowed', 'declined', 'used')),
  expires_at      timestamptz NOT NULL
);
COMMENT ON COLUMN chat.confirmations.hash IS 'of the action, its host, its arguments, the answer and the person';
COMMENT ON COLUMN chat.confirmations.decision IS 'null while it waits; an allowed one is used once';
CREATE INDEX confirmations_of_conversation ON chat.confirmations (conversation_id);
CREATE INDEX confirmations_of_person ON chat.confirmations (owner_id);
ALTER TABLE chat.confirmations ENABLE ROW LEVEL SECURITY;
ALTER TABLE chat.confirmations FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON chat.confirmations USING (owner_id = (SELECT identity.current_user_id()))
  WITH CHECK (owner_id = (SELECT identity.current_user_id()));
GRANT SELECT, INSERT, UPDATE (decision), DELETE ON chat.confirmations TO chat_rt;
