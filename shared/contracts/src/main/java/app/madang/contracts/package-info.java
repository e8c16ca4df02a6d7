/**
 * What crosses a boundary: the OpenAPI files, the events and the problem codes. Depends on nothing.
 */
@NullMarked
package app.madang.contracts;

import org.jspecify.annotations.NullMarked;
