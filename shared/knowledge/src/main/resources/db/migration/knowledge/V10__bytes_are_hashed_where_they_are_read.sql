-- Who reads a document knows what its bytes hash to; what its uploader announced stands only until then.
GRANT UPDATE (sha256) ON knowledge.documents TO ingestion_rt;
COMMENT ON COLUMN knowledge.documents.sha256 IS 'as its uploader announced it until it is read, then of the bytes themselves: only ever compared within the collection, among its editors';
