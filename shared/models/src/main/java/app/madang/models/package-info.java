/** The door to models that answer questions; vendors stay behind it. */
@NullMarked
package app.madang.models;

import org.jspecify.annotations.NullMarked;
