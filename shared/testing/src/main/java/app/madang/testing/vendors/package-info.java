/** Stand-ins for vendors' model interfaces, speaking the wire format of each, errors included. */
@NullMarked
package app.madang.testing.vendors;

import org.jspecify.annotations.NullMarked;
