/** Measures the search on a folder of documents, questions and judgements. */
@NullMarked
package app.madang.functions.local.evaluation;

import org.jspecify.annotations.NullMarked;
