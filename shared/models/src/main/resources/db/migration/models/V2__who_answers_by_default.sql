-- One more kind of entry: who answers those who choose nobody. Its id is 'default'.
ALTER TABLE models.entries DROP CONSTRAINT entries_kind_check;
ALTER TABLE models.entries ADD CONSTRAINT entries_kind_check CHECK (kind IN ('PROVIDER', 'MODEL', 'DEFAULT'));
