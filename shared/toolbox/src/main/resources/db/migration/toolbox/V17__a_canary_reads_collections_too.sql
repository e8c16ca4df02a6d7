-- A collection that only a canary reads is read, too: its owners know, and its people see by what.
ALTER TABLE toolbox.readings ADD COLUMN percent smallint;
COMMENT ON COLUMN toolbox.readings.percent IS 'of what only a canary reads, which only its people see; else null';

CREATE FUNCTION toolbox.note_readings(p_tool uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = ''
BEGIN ATOMIC
  DELETE FROM toolbox.readings WHERE tool_id = p_tool;
  INSERT INTO toolbox.readings (collection_id, tool_id, number, acl_id, percent)
  SELECT DISTINCT ON (c.id) c.id, s.tool_id, r.number, r.acl_id, CASE WHEN r.number = s.canary THEN s.percent END
    FROM toolbox.shelf s JOIN toolbox.releases r ON r.tool_id = s.tool_id AND r.number IN (s.number, s.canary)
    CROSS JOIN LATERAL unnest(r.collection_ids) c (id)
   WHERE s.tool_id = p_tool
   ORDER BY c.id, r.number IS NOT DISTINCT FROM s.canary;
END;
REVOKE EXECUTE ON FUNCTION toolbox.note_readings(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION toolbox.note_readings(uuid) TO publishing_rt;

CREATE OR REPLACE FUNCTION toolbox.shelved() RETURNS trigger
LANGUAGE plpgsql SET search_path = ''
AS $$
BEGIN
  PERFORM toolbox.note_readings(NEW.tool_id);
  RETURN NULL;
END $$;
DROP TRIGGER shelved ON toolbox.shelf;
CREATE TRIGGER shelved AFTER INSERT OR UPDATE OF number, canary, percent ON toolbox.shelf FOR EACH ROW EXECUTE FUNCTION toolbox.shelved();
DROP FUNCTION toolbox.note_readings(uuid, integer, bigint, uuid[]);

SELECT toolbox.note_readings(tool_id) FROM toolbox.shelf WHERE canary IS NOT NULL;

GRANT EXECUTE ON FUNCTION toolbox.bucket(uuid, uuid), toolbox.drawn(uuid, bigint, integer) TO documents_rt;
ALTER POLICY visible ON toolbox.readings
  USING (acl_id = ANY ((SELECT identity.visible_acls())::bigint[])
    AND (percent IS NULL OR toolbox.drawn(tool_id, acl_id, percent)));
