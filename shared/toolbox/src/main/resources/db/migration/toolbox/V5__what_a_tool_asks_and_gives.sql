-- What a tool is for, what its form asks, what its answer looks like and how it is drawn. Text, not jsonb: the order of a schema's fields is the maker's.

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['tools', 'releases'] LOOP
    EXECUTE format($sql$
      ALTER TABLE toolbox.%I
        ADD COLUMN category text NOT NULL DEFAULT 'other'
          CHECK (category IN ('general', 'hr', 'finance', 'legal', 'sales', 'it', 'documents', 'language', 'other')),
        ADD COLUMN inputs text NOT NULL DEFAULT '[]' CHECK (inputs IS JSON ARRAY AND length(inputs) <= 200000),
        ADD COLUMN output text NOT NULL DEFAULT '{"kind":"chat"}' CHECK (output IS JSON OBJECT AND length(output) <= 30000),
        ADD COLUMN sampling text NOT NULL DEFAULT '{}' CHECK (sampling IS JSON OBJECT AND length(sampling) <= 200)
      $sql$, name);
  END LOOP;
END $$;

GRANT UPDATE (category, inputs, output, sampling) ON toolbox.tools TO publishing_rt;
