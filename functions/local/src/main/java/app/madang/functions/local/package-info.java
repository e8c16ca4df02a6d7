/** The whole platform on one machine: real servers, packaged functions, one command. */
@NullMarked
package app.madang.functions.local;

import org.jspecify.annotations.NullMarked;
