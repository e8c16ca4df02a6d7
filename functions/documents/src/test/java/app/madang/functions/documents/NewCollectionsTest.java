package app.madang.functions.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.knowledge.EmbeddingSpace;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NewCollectionsTest {

  @Test
  void theModelInTheProcessUnlessVertexIsOnOrOneIsNamed() {
    assertThat(space(Map.of())).isEqualTo(EmbeddingSpace.LOCAL);
    assertThat(space(Map.of("VERTEX_LOCATION", "asia-northeast3")))
        .isEqualTo(new EmbeddingSpace("vertex-gemini-embedding-001", 1536));
    assertThat(space(Map.of("VERTEX_LOCATION", "here", "EMBEDDING_MODEL", "bge-m3:1024")))
        .isEqualTo(new EmbeddingSpace("bge-m3", 1024));
  }

  @Test
  void aLengthWithoutAnIndexIsRefusedAtTheStart() {
    assertThatThrownBy(() -> space(Map.of("EMBEDDING_MODEL", "bge-m3:1000")))
        .hasMessageContaining("EMBEDDING_MODEL");
    assertThatThrownBy(() -> space(Map.of("EMBEDDING_MODEL", "bge-m3")))
        .hasMessageContaining("EMBEDDING_MODEL");
  }

  private static EmbeddingSpace space(Map<String, String> settings) {
    return NewCollections.space(name -> Optional.ofNullable(settings.get(name)));
  }
}
