package app.madang.models.setup;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.contracts.Clearance;
import app.madang.models.catalogue.CatalogModel;
import app.madang.models.catalogue.Catalogue;
import app.madang.models.catalogue.Policy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentModelsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:11434/v1",
        "http://localhost:8000/v1",
        "http://10.1.2.3/v1",
        "http://192.168.0.9/v1",
        "http://[fd12::1]/v1"
      })
  void whatIsInsideIsTheCompanysOwn(String base) {
    EnvironmentModels found = EnvironmentModels.of(base, List.of("a"), List.of());
    assertThat(found.provider().orElseThrow().clearance()).isEqualTo(Clearance.CONFIDENTIAL);
    assertThat(found.firstIn(Policy.PRIVATE)).isTrue();
    assertThat(found.firstIn(Policy.CHEAP)).isTrue();
    assertThat(found.servesIn(Policy.PRIVATE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://8.8.8.8/v1", "https://[2001:4860:4860::8888]/v1", "no address"})
  void whatIsOutsideIsNot(String base) {
    EnvironmentModels found = EnvironmentModels.of(base, List.of("a"), List.of());
    assertThat(found.provider().orElseThrow().clearance()).isEqualTo(Clearance.INTERNAL);
    assertThat(found.firstIn(Policy.CHEAP)).isFalse();
    assertThat(found.servesIn(Policy.PRIVATE)).isFalse();
    assertThat(found.servesIn(Policy.BEST)).isTrue();
  }

  @Test
  void aNameWithASlashHasAnIdWithoutAndIsFoundByBoth() {
    EnvironmentModels found =
        EnvironmentModels.of(
            "http://127.0.0.1/v1", List.of("Qwen/Qwen3-8B"), List.of("BAAI/bge-m3"));
    assertThat(found.models().stream().map(CatalogModel::id))
        .containsExactly(
            EnvironmentModels.id("Qwen/Qwen3-8B"), EnvironmentModels.id("BAAI/bge-m3"));
    Catalogue catalogue =
        new Catalogue(List.of(found.provider().orElseThrow()), found.models(), Map.of());
    for (String name : List.of("Qwen/Qwen3-8B", EnvironmentModels.id("Qwen/Qwen3-8B"))) {
      assertThat(catalogue.named(name).orElseThrow().vendorName()).isEqualTo("Qwen/Qwen3-8B");
    }
    assertThat(catalogue.named("Qwen")).isEmpty();
  }

  @Test
  void noTwoNamesHaveOneId() {
    String changed = EnvironmentModels.id("a/b");
    List<String> names =
        List.of(
            "a/b",
            "a-b",
            "a--b",
            "A-b",
            "a-B",
            "a b",
            "-a-b",
            "a-b-",
            "a/b/",
            "가",
            "나",
            "",
            "x".repeat(70),
            "x".repeat(71),
            "x".repeat(64),
            changed,
            changed.substring(4));
    assertThat(names.stream().map(EnvironmentModels::id))
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z0-9][a-z0-9._:-]{0,63}"))
        .contains("a-b", "a--b", "x".repeat(64));
  }
}
