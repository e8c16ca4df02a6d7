/** Tests against real servers, and units. */
@NullMarked
package app.madang.functions.chat;

import org.jspecify.annotations.NullMarked;
