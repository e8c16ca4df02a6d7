-- Which tool answers in a conversation; it never changes, but what is live of the tool does.
ALTER TABLE chat.conversations ADD COLUMN tool_id uuid;
