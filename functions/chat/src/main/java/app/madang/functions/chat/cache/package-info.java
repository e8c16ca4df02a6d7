/** Answers that may be given again, to who asks exactly the same and sees the same. */
@NullMarked
package app.madang.functions.chat.cache;

import org.jspecify.annotations.NullMarked;
