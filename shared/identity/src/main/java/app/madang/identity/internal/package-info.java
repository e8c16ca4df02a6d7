/** How people are found and made. */
@NullMarked
package app.madang.identity.internal;

import org.jspecify.annotations.NullMarked;
