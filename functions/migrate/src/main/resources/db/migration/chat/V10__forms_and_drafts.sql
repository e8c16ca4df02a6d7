-- A form that a question filled, sealed like what was said, and conversations that try a tool while it is made.
ALTER TABLE chat.messages ADD COLUMN inputs bytea;
COMMENT ON COLUMN chat.messages.inputs IS 'sealed; null on questions that were just written';
ALTER TABLE chat.conversations ADD COLUMN draft boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN chat.conversations.draft IS 'its tool answers as it is being made; in no list, one a person and tool';
ALTER TABLE chat.conversations ADD CONSTRAINT drafts_have_tools CHECK (NOT draft OR tool_id IS NOT NULL);
