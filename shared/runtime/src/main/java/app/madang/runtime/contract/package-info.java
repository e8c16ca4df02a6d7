/** The contract at run time: which request is which operation. */
@NullMarked
package app.madang.runtime.contract;

import org.jspecify.annotations.NullMarked;
