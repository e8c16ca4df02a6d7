/**
 * What every function needs and no product noun: a request in, a plain function called, an answer
 * out.
 */
@NullMarked
package app.madang.runtime;

import org.jspecify.annotations.NullMarked;
