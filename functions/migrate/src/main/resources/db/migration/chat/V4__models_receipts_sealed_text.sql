-- What a model was asked and how the answer came; what was said is sealed by the function.
ALTER TABLE chat.messages
  ADD COLUMN receipt jsonb,
  ADD COLUMN sealed  bytea,
  ALTER COLUMN text DROP NOT NULL,
  ADD CONSTRAINT said CHECK (num_nonnulls(text, sealed) = 1);
COMMENT ON COLUMN chat.messages.text IS 'only of messages from before they were sealed';
COMMENT ON COLUMN chat.messages.sealed IS 'the text, sealed for this message';

-- The map from placeholders to values of a conversation, sealed: the same value gets the same placeholder in every turn.
ALTER TABLE chat.conversations ADD COLUMN placeholders bytea;

GRANT UPDATE (sealed, receipt) ON chat.messages TO chat_rt;
GRANT UPDATE (placeholders) ON chat.conversations TO chat_rt;
