/** HTTP as the functions framework gives it, turned into calls of plain functions. */
@NullMarked
package app.madang.runtime.web;

import org.jspecify.annotations.NullMarked;
