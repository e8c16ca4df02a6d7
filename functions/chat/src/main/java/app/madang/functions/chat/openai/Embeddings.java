package app.madang.functions.chat.openai;

import app.madang.contracts.Clearance;
import app.madang.identity.ApiKeys;
import app.madang.metering.Spender;
import app.madang.models.Embedded;
import app.madang.models.door.VectorDoor;
import app.madang.models.door.VectorDoor.VectorAnswer;
import app.madang.models.door.VectorRequest;
import app.madang.runtime.Caller;
import app.madang.runtime.web.ForeignOperation;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /openai/v1/embeddings}. */
final class Embeddings implements ForeignOperation {

  private static final Logger LOG = LoggerFactory.getLogger(Embeddings.class);

  private final Entrance entrance;
  private final VectorDoor door;
  private final Beats beats;

  Embeddings(Entrance entrance, VectorDoor door, Beats beats) {
    this.entrance = entrance;
    this.door = door;
    this.beats = beats;
  }

  @Override
  public void serve(HttpRequest request, HttpResponse response) throws IOException {
    String model = "";
    try {
      ApiKeys.Owner owner = entrance.admit(request);
      EmbeddingRequest asked = EmbeddingRequest.of(entrance.read(request));
      model = asked.model();
      WholeAnswer waited = new WholeAnswer();
      VectorAnswer answer;
      beats.add(waited, () -> entrance.admitted(request));
      try {
        VectorRequest wanted = wanted(owner, asked);
        answer = Caller.callAs(owner.caller(), () -> door.embed(wanted, waited::cancelled));
      } catch (RuntimeException e) {
        if (waited.gone()) {
          return;
        }
        OpenAiProblem why = waited.ended();
        throw why != null ? why : e;
      } finally {
        beats.remove(waited);
        waited.begins();
        if (waited.mustClose()) {
          response.appendHeader("Connection", "close");
        }
      }
      Answers.send(response, 200, body(answer, asked.base64()).getBytes(StandardCharsets.UTF_8));
    } catch (OpenAiProblem problem) {
      Answers.fail(response, problem);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      OpenAiProblem problem = OpenAiProblem.of(e, model);
      if (problem.status() == 500) {
        LOG.error("Embeddings failed", e);
      }
      Answers.fail(response, problem);
    }
  }

  private static VectorRequest wanted(ApiKeys.Owner owner, EmbeddingRequest asked) {
    return new VectorRequest(
        UUID.randomUUID(),
        asked.model(),
        asked.input(),
        asked.dimensions(),
        Clearance.INTERNAL,
        new Spender(owner.caller().id(), owner.groups(), null),
        owner.keyId());
  }

  private static String body(VectorAnswer answer, boolean base64) {
    Embedded embedded = answer.embedded();
    StringBuilder body = new StringBuilder("{\"object\":\"list\",\"data\":[");
    int index = 0;
    for (float[] vector : embedded.vectors()) {
      body.append(index == 0 ? "" : ",")
          .append("{\"object\":\"embedding\",\"index\":")
          .append(index++)
          .append(",\"embedding\":");
      if (base64) {
        body.append('"').append(encoded(vector)).append('"');
      } else {
        write(vector, body);
      }
      body.append('}');
    }
    long tokens = embedded.tokens().input();
    return body.append("],\"model\":")
        .append(Quoted.of(answer.model()))
        .append(",\"usage\":{\"prompt_tokens\":")
        .append(tokens)
        .append(",\"total_tokens\":")
        .append(tokens)
        .append("}}")
        .toString();
  }

  /** Little-endian floats, as numpy reads them on every machine that matters. */
  private static String encoded(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static void write(float[] vector, StringBuilder body) {
    char separator = '[';
    for (float number : vector) {
      body.append(separator).append(number);
      separator = ',';
    }
    body.append(vector.length == 0 ? "[]" : "]");
  }
}
