/** OpenAI's interface, so that its clients work here unchanged. */
@NullMarked
package app.madang.functions.chat.openai;

import org.jspecify.annotations.NullMarked;
