ALTER TABLE chat.messages ADD COLUMN failure text;
COMMENT ON COLUMN chat.messages.failure IS 'why a failed answer failed; a code of the contract';
GRANT UPDATE (failure) ON chat.messages TO chat_rt;
