/** A Model Context Protocol server: stateless, streamable HTTP, JSON answers. */
@NullMarked
package app.madang.functions.chat.mcp;

import org.jspecify.annotations.NullMarked;
