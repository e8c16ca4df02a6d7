-- Each collection says whose vectors its searches compare. Another model's are made beside them, and searches
-- change over when all are there.
ALTER TABLE knowledge.collections
  ADD COLUMN embedding_model text NOT NULL DEFAULT 'all-minilm-l6-v2-q',
  ADD COLUMN embedding_dimensions smallint NOT NULL DEFAULT 384 CHECK (embedding_dimensions IN (384, 768, 1024, 1536)),
  ADD COLUMN next_model text CHECK (length(next_model) BETWEEN 1 AND 64),
  ADD COLUMN next_dimensions smallint CHECK (next_dimensions IN (384, 768, 1024, 1536)),
  ADD COLUMN next_since timestamptz,
  ADD COLUMN old_vectors boolean NOT NULL DEFAULT false,
  ADD CHECK ((next_model IS NULL) = (next_dimensions IS NULL) AND (next_model IS NULL) = (next_since IS NULL));
COMMENT ON COLUMN knowledge.collections.old_vectors IS 'vectors of an earlier model are still to be removed';

GRANT UPDATE (embedding_model, embedding_dimensions, next_model, next_dimensions, next_since, old_vectors)
  ON knowledge.collections TO documents_rt;

CREATE INDEX collections_changing ON knowledge.collections (id) WHERE next_model IS NOT NULL OR old_vectors;
