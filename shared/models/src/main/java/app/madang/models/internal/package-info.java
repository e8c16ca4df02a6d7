/** The models themselves. */
@NullMarked
package app.madang.models.internal;

import org.jspecify.annotations.NullMarked;
