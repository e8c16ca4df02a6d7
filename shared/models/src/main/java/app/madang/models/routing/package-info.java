/** Which model is asked, what happens when it fails, and what that cost. */
@NullMarked
package app.madang.models.routing;

import org.jspecify.annotations.NullMarked;
