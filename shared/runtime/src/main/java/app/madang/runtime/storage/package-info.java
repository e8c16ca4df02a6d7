/** Where the bytes of documents are: Cloud Storage, or a folder that honours the same contract. */
@NullMarked
package app.madang.runtime.storage;

import org.jspecify.annotations.NullMarked;
