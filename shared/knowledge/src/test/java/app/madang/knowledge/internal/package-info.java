/** Tests of the index and the search, on a real database. */
@NullMarked
package app.madang.knowledge.internal;

import org.jspecify.annotations.NullMarked;
