/** Which models there are, at what price and with what key: for administrators. */
@NullMarked
package app.madang.functions.chat.administration;

import org.jspecify.annotations.NullMarked;
