-- MCP servers as sources of actions beside HTTP APIs.
ALTER TABLE toolbox.action_sources ADD COLUMN kind text NOT NULL DEFAULT 'openapi' CHECK (kind IN ('openapi', 'mcp'));
GRANT SELECT (kind) ON toolbox.action_sources TO publishing_rt;
