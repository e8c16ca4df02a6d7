/** Who am I, and the plain administration of people, roles and groups. */
@NullMarked
package app.madang.functions.auth;

import org.jspecify.annotations.NullMarked;
