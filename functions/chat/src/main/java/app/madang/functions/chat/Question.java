package app.madang.functions.chat;

import app.madang.models.Turn;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saved question, ready to be answered.
 *
 * @param title the conversation's title when this question named it
 * @param history what was said before, oldest first
 * @param model what was asked for; null for the usual
 * @param anew whether another answer than the one before is wanted
 */
record Question(
    Conversation conversation,
    Message message,
    UUID answerId,
    @Nullable String title,
    List<Turn> history,
    @Nullable String model,
    boolean anew) {}
