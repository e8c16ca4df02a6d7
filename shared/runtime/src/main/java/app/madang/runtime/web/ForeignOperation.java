package app.madang.runtime.web;

import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;

/**
 * An operation in another interface's words, such as OpenAI's: it reads, admits, answers and fails
 * in those. A bean of this type is named by the operationId, and the contract marks the operation
 * with {@code x-madang-foreign}.
 */
@FunctionalInterface
public interface ForeignOperation {

  /** Answers; whoever calls is not known yet. */
  void serve(HttpRequest request, HttpResponse response) throws IOException;
}
