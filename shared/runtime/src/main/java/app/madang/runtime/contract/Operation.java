package app.madang.runtime.contract;

import java.util.List;

/**
 * One operation of the contract.
 *
 * @param id the operationId, which is also the bean's name
 * @param function the function that serves it (the OpenAPI tag)
 * @param method HTTP method in capitals
 * @param path template such as {@code /v1/documents/{documentId}}
 * @param status HTTP status of success
 * @param internal offered to other functions only
 * @param foreign in another interface's words: binding, callers and errors are its own
 * @param hasBody a JSON body is required
 * @param streams success is a stream of server-sent events
 * @param parameters path, query and header parameters
 */
public record Operation(
    String id,
    String function,
    String method,
    String path,
    int status,
    boolean internal,
    boolean foreign,
    boolean hasBody,
    boolean streams,
    List<Parameter> parameters) {

  /**
   * A parameter outside the body.
   *
   * @param name as in the request
   * @param field as in the input record
   * @param in {@code path}, {@code query} or {@code header}
   * @param type JSON Schema type
   */
  public record Parameter(String name, String field, String in, String type) {}

  /**
   * Whether the runtime keeps the first answer under the caller's {@code Idempotency-Key}. A stream
   * cannot be kept: an operation that streams answers for its key itself.
   */
  public boolean keepsFirstAnswer() {
    return !streams && parameters.stream().anyMatch(p -> p.name().equals("Idempotency-Key"));
  }
}
