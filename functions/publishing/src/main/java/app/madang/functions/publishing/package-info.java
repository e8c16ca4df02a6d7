/** Tools: made, reviewed, released, shared and found. */
@NullMarked
package app.madang.functions.publishing;

import org.jspecify.annotations.NullMarked;
