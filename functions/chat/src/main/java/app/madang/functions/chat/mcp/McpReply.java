package app.madang.functions.chat.mcp;

import tools.jackson.databind.node.ObjectNode;

/** An answer with the status that goes with it over HTTP. */
record McpReply(int status, ObjectNode body) {}
