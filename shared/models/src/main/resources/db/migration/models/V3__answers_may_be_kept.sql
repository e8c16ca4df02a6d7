-- One more kind of entry: whether answers may be given again, and for how long. Its id is 'answers'.
ALTER TABLE models.entries DROP CONSTRAINT entries_kind_check;
ALTER TABLE models.entries ADD CONSTRAINT entries_kind_check CHECK (kind IN ('PROVIDER', 'MODEL', 'DEFAULT', 'CACHE'));
