package app.madang.models.internal.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextChunkTest {

  private static String read(String event) {
    byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
    return TextChunk.of(bytes, bytes.length);
  }

  @Test
  void aPieceOfTextIsRead() {
    assertThat(
            read(
                "{\"id\":\"c\",\"created\":1,\"choices\":[{\"index\":0,\"delta\":{\"content\":\"마당\"},\"finish_reason\":null}]}"))
        .isEqualTo("마당");
    assertThat(
            read(
                "{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"a\\nb\",\"refusal\":null},\"logprobs\":null}],\"usage\":null}"))
        .isEqualTo("a\nb");
    assertThat(read("{\"model\":\"m\",\"choices\":[{\"delta\":{\"content\":\"\"}}]}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[DONE]",
        "{\"error\":{\"message\":\"no\"}}",
        "{\"choices\":[]}",
        "{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}",
        "{\"choices\":[{\"delta\":{\"content\":\"x\"},\"finish_reason\":\"length\"}]}",
        "{\"choices\":[{\"delta\":{\"content\":\"x\",\"tool_calls\":[{\"index\":0}]}}]}",
        "{\"choices\":[{\"delta\":{\"reasoning_content\":\"hm\"}}]}",
        "{\"choices\":[{\"delta\":{\"content\":null}}]}",
        "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"x\"}}]}",
        "{\"choices\":[{\"delta\":{\"content\":\"x\"}},{\"delta\":{\"content\":\"y\"}}]}",
        "{\"choices\":[{\"delta\":{\"content\":\"x\"}}],\"usage\":{\"prompt_tokens\":1}}",
        "{\"choices\":[{\"delta\":{\"content\":\"x\"",
        "{\"choices\":[{\"delta\":[\"content\"]}]}",
        "null",
      })
  void everythingElseIsLeft(String event) {
    assertThat(read(event)).isNull();
  }
}
