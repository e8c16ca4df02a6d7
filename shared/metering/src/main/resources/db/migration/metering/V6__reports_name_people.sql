-- Reports and alerts are made for no person and name people and groups all the same.
CREATE POLICY reports ON identity.users FOR SELECT TO reporting_rt USING (true);
CREATE POLICY reports ON identity.groups FOR SELECT TO reporting_rt USING (true);
