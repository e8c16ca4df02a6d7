-- A conversation is read from its end, a page at a time, however long it is.
CREATE INDEX messages_in_order ON chat.messages (conversation_id, id);
DROP INDEX chat.messages_of_conversation;
