package app.madang.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import app.madang.runtime.contract.OperationTable;
import jakarta.validation.constraints.NotBlank;
import java.text.Normalizer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestBinderTest {

  private static final String ID = "019a8f00-0000-7000-8000-000000000001";

  private final RequestBinder binder =
      new RequestBinder(JsonConfiguration.strictMapper(), new WebConfiguration().validator());

  record Upload(
      UUID collectionId,
      @NotBlank String name,
      long size,
      @Nullable String contentType,
      @Nullable String idempotencyKey) {}

  private Upload bind(FakeRequest request) {
    OperationTable.Match match =
        OperationTable.of("documents").match(request.method(), request.path());
    return (Upload) binder.bind(request, match, Upload.class).input();
  }

  private static FakeRequest upload(String body) {
    return FakeRequest.of("POST", "/v1/collections/" + ID + "/documents", body);
  }

  @Test
  void path_header_and_body_become_one_record() {
    Upload upload =
        bind(upload("{\"name\":\"a.pdf\",\"size\":3}").header("Idempotency-Key", "abcdefgh"));
    assertThat(upload).isEqualTo(new Upload(UUID.fromString(ID), "a.pdf", 3, null, "abcdefgh"));
  }

  @Test
  void decomposed_hangul_arrives_composed() {
    String decomposed = Normalizer.normalize("취업규칙", Normalizer.Form.NFD);
    assertThat(bind(upload("{\"name\":\"" + decomposed + "\",\"size\":3}")).name())
        .isEqualTo("취업규칙");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"a\",\"size\":3,\"owner\":1}|INVALID_REQUEST|owner",
        "{\"name\":5,\"size\":3}|INVALID_REQUEST|name",
        "{\"name\":\"a\",\"size\":\"3\"}|INVALID_REQUEST|size",
        "{\"name\":\"a\",\"size\":3.5}|INVALID_REQUEST|size",
        "{\"name\":\"a\",\"size\":null}|INVALID_REQUEST|size",
        "{\"name\":\" \",\"size\":3}|INVALID_REQUEST|name",
        "{\"name\":{},\"size\":3}|INVALID_REQUEST|name",
        "{\"name\":\"a\\u0000\",\"size\":3}|INVALID_REQUEST|name",
        "{\"name\":\"a\",\"size\":3,\"collectionId\":\"x\"}|INVALID_REQUEST|collectionId",
        "{\"name\":\"a\",\"name\":\"b\",\"size\":3}|MALFORMED_JSON|",
        "{\"name\":\"a\",\"size\":3} x|MALFORMED_JSON|",
        "[]|MALFORMED_JSON|",
        "'{'|MALFORMED_JSON|",
        "''|MALFORMED_JSON|"
      })
  void what_the_contract_does_not_allow_is_refused_by_name(
      String body, ProblemCode code, @Nullable String field) {
    assertThatThrownBy(() -> bind(upload(body)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              if (field != null) {
                assertThat(problem.errors()).extracting("field").containsExactly(field);
              }
            });
  }

  @Test
  void a_megabyte_of_nesting_is_refused_without_a_stack_overflow() {
    assertThatThrownBy(() -> bind(upload("[".repeat(500_000))))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.MALFORMED_JSON));
  }

  @Test
  void more_than_a_megabyte_is_too_large() {
    assertThatThrownBy(() -> bind(upload(" ".repeat(RequestBinder.MAX_BODY_BYTES + 1))))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.TOO_LARGE));
  }

  @Test
  void a_body_that_is_not_json_by_its_type_is_refused() {
    assertThatThrownBy(() -> bind(upload("{}").header("Content-Type", "text/plain")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.UNSUPPORTED_MEDIA_TYPE));
  }
}
