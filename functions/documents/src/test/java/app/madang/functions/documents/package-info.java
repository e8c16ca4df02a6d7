/** Tests against real servers, and units. */
@NullMarked
package app.madang.functions.documents;

import org.jspecify.annotations.NullMarked;
