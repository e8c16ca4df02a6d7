-- Rows that waited in the default partition step aside while their month's partition is made: attaching a filled
-- table would check its foreign key as the owner, from whom row-level security hides the conversations.
CREATE OR REPLACE FUNCTION chat.make_partitions(months_ahead integer) RETURNS void
LANGUAGE plpgsql SET search_path = '' SET timezone = 'UTC'
AS $$
DECLARE
  first timestamptz;
  after timestamptz;
  name  text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('chat.make_partitions'));
  FOR n IN 0..months_ahead LOOP
    first := date_trunc('month', now()) + make_interval(months => n);
    after := first + interval '1 month';
    name := 'messages_' || to_char(first, 'YYYY_MM');
    CONTINUE WHEN to_regclass('chat.' || name) IS NOT NULL;
    CREATE TEMPORARY TABLE aside ON COMMIT DROP AS
      SELECT * FROM chat.messages_default WHERE created_at >= first AND created_at < after;
    DELETE FROM chat.messages_default WHERE created_at >= first AND created_at < after;
    EXECUTE format('CREATE TABLE chat.%I PARTITION OF chat.messages FOR VALUES FROM (%L) TO (%L)', name, first, after);
    EXECUTE format('INSERT INTO chat.%I SELECT * FROM pg_temp.aside', name);
    DROP TABLE pg_temp.aside;
  END LOOP;
END $$;
