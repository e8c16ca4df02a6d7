-- The company's acronyms and other words for the same. Everybody's searches use them; administrators write them.
CREATE TABLE knowledge.glossary (
  id uuid PRIMARY KEY DEFAULT uuidv7(),
  term text NOT NULL CHECK (length(term) BETWEEN 1 AND 100),
  synonyms text[] NOT NULL CHECK (cardinality(synonyms) BETWEEN 1 AND 20),
  updated_by uuid NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX glossary_term ON knowledge.glossary (lower(term));

ALTER TABLE knowledge.glossary ENABLE ROW LEVEL SECURITY;
ALTER TABLE knowledge.glossary FORCE ROW LEVEL SECURITY;
GRANT SELECT ON knowledge.glossary TO chat_rt, documents_rt;
GRANT INSERT, DELETE ON knowledge.glossary TO documents_rt;
GRANT UPDATE (term, synonyms, updated_by, updated_at) ON knowledge.glossary TO documents_rt;
CREATE POLICY searching ON knowledge.glossary FOR SELECT TO chat_rt, documents_rt
  USING ((SELECT identity.current_user_id()) IS NOT NULL);
CREATE POLICY administrators ON knowledge.glossary TO documents_rt
  USING ((SELECT identity.has_role('admin'))) WITH CHECK ((SELECT identity.has_role('admin')));
