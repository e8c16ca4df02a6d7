package app.madang.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was left out of a document that is otherwise read.
 *
 * @param reason why
 * @param file the file in the file, such as an archive's entry; null when it is the document itself
 * @param pages the pages that were left out; empty when all of that file was
 */
public record Omission(FailureCode reason, @Nullable String file, List<Integer> pages) {}
