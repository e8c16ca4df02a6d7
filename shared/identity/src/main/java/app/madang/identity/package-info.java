/** Who people are in this company and what they may do; every function uses it, auth writes it. */
@NullMarked
package app.madang.identity;

import org.jspecify.annotations.NullMarked;
