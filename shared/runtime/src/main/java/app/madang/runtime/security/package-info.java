/** Tokens: who calls, proven by a signature. */
@NullMarked
package app.madang.runtime.security;

import org.jspecify.annotations.NullMarked;
