/**
 * What the company's documents say: their states, passages and the search over them, under the
 * reader's own rights.
 */
@NullMarked
package app.madang.knowledge;

import org.jspecify.annotations.NullMarked;
