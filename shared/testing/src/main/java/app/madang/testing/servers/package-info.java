/** Real servers as child processes, for tests and for the platform on one machine. */
@NullMarked
package app.madang.testing.servers;

import org.jspecify.annotations.NullMarked;
