/** Vendors' interfaces through langchain4j: nothing outside this package knows either. */
@NullMarked
package app.madang.models.internal.vendor;

import org.jspecify.annotations.NullMarked;
