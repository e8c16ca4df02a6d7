/** What this company has set up: the shipped catalogue, what administrators changed, and keys. */
@NullMarked
package app.madang.models.setup;

import org.jspecify.annotations.NullMarked;
