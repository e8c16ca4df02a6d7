/** Places that documents come from by themselves: what they list and what they give. */
@NullMarked
package app.madang.functions.documents.source;

import org.jspecify.annotations.NullMarked;
