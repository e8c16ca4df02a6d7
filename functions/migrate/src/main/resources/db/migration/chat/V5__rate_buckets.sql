-- Rate limits of API keys while Valkey is away; losing them costs nothing but a little patience.
CREATE UNLOGGED TABLE chat.rate_buckets (
  key_id uuid PRIMARY KEY,
  tokens float8 NOT NULL,
  at     timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON chat.rate_buckets TO chat_rt;
