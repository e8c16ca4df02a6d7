/**
 * What integration tests stand on: one stack of real servers a JVM, tokens, functions over HTTP.
 */
@NullMarked
package app.madang.testing;

import org.jspecify.annotations.NullMarked;
