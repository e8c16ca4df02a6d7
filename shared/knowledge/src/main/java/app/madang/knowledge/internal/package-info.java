/** SQL, word analysis and score fusion behind {@code app.madang.knowledge}. */
@NullMarked
package app.madang.knowledge.internal;

import org.jspecify.annotations.NullMarked;
