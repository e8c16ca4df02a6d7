/** The one safe door to models: masks, asks, restores, meters, and keeps how it went. */
@NullMarked
package app.madang.models.door;

import org.jspecify.annotations.NullMarked;
