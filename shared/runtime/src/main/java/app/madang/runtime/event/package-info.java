/** Events: outbox, inbox and Pub/Sub push. */
@NullMarked
package app.madang.runtime.event;

import org.jspecify.annotations.NullMarked;
