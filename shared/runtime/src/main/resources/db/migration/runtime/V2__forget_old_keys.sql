-- The sweep, which acts for nobody, forgets stored answers after a day.
CREATE POLICY see_old ON runtime.idempotency FOR SELECT TO documents_rt
  USING (created_at < now() - interval '24 hours' AND (SELECT coalesce(current_setting('app.user_id', true), '')) = '');
CREATE POLICY forget_old ON runtime.idempotency FOR DELETE TO documents_rt
  USING (created_at < now() - interval '24 hours' AND (SELECT coalesce(current_setting('app.user_id', true), '')) = '');
