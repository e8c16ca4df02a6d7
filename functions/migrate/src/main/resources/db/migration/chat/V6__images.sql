-- Pictures beside a question: sealed like what was said, and only their owner's.
CREATE TABLE chat.images (
  id              uuid PRIMARY KEY,
  owner_id        uuid NOT NULL DEFAULT identity.current_user_id(),
  conversation_id uuid NOT NULL REFERENCES chat.conversations ON DELETE CASCADE,
  media_type      text NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg', 'image/webp', 'image/gif')),
  width           integer NOT NULL CHECK (width BETWEEN 1 AND 8192),
  height          integer NOT NULL CHECK (height BETWEEN 1 AND 8192),
  used            boolean NOT NULL DEFAULT false,
  sealed          bytea NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN chat.images.used IS 'whether a question shows it; others go after a day';
CREATE INDEX images_of_conversation ON chat.images (conversation_id);
CREATE INDEX images_unused ON chat.images (owner_id, created_at) WHERE NOT used;
ALTER TABLE chat.images ENABLE ROW LEVEL SECURITY;
ALTER TABLE chat.images FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON chat.images USING (owner_id = (SELECT identity.current_user_id()))
  WITH CHECK (owner_id = (SELECT identity.current_user_id()));
GRANT SELECT, INSERT, DELETE ON chat.images TO chat_rt;
GRANT UPDATE (used) ON chat.images TO chat_rt;

-- what a question shows: ids, kinds and sizes; the pictures themselves are sealed
ALTER TABLE chat.messages ADD COLUMN images jsonb;
