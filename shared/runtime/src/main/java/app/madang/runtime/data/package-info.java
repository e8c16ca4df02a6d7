/** The database under the caller's rights. */
@NullMarked
package app.madang.runtime.data;

import org.jspecify.annotations.NullMarked;
