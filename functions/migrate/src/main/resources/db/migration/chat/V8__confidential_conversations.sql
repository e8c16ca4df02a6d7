-- What was read stays in what is said after it.
ALTER TABLE chat.conversations ADD COLUMN confidential boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN chat.conversations.confidential IS 'a confidential passage was read in it: only vendors cleared for that go on';
GRANT UPDATE (confidential) ON chat.conversations TO chat_rt;
