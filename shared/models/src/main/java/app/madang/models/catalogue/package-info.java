/** Which models there are, what they can do, what they cost and who may see what is sent there. */
@NullMarked
package app.madang.models.catalogue;

import org.jspecify.annotations.NullMarked;
