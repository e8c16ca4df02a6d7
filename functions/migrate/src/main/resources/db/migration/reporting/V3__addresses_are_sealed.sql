-- Whoever knows a webhook's address may post there: it is sealed, and target keeps its host for people to read.
-- Only the function can seal: it seals what stands here already in its next round.
ALTER TABLE reporting.channels ADD COLUMN address bytea;
COMMENT ON COLUMN reporting.channels.address IS 'sealed; a webhook''s whole address, null for e-mail';
