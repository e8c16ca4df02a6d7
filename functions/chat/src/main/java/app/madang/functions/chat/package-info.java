/** Conversations, and answers that stream from the documents with their citations. */
@NullMarked
package app.madang.functions.chat;

import org.jspecify.annotations.NullMarked;
