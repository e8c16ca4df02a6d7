/** Personal data becomes placeholders before a text leaves, and comes back for the reader only. */
@NullMarked
package app.madang.models.masking;

import org.jspecify.annotations.NullMarked;
