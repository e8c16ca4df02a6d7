/** The payloads of the events that join the functions; ids only, never content. */
@NullMarked
package app.madang.contracts.events;

import org.jspecify.annotations.NullMarked;
