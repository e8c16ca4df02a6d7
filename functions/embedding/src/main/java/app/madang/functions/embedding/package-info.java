/** Gives passages and questions their vectors. */
@NullMarked
package app.madang.functions.embedding;

import org.jspecify.annotations.NullMarked;
