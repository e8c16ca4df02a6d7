-- A passage may run over a page's end or hold several short sections; what is quoted from it stands in one of them.
ALTER TABLE knowledge.passages ADD COLUMN parts jsonb;
COMMENT ON COLUMN knowledge.passages.parts IS 'where each part stands, from which character on; null when location says it all';
