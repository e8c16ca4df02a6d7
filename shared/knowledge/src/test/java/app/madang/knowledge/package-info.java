/** Tests of the module's states and rules. */
@NullMarked
package app.madang.knowledge;

import org.jspecify.annotations.NullMarked;
