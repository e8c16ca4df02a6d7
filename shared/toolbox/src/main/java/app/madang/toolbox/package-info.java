/** Released tools: immutable snapshots that chat runs and publishing makes. */
@NullMarked
package app.madang.toolbox;

import org.jspecify.annotations.NullMarked;
