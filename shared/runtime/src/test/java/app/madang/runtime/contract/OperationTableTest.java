package app.madang.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperationTableTest {

  @Test
  void the_build_compiled_every_operation_of_the_contract() throws Exception {
    List<Operation> written = OperationCompiler.read("/madang/openapi.yaml", false);
    assertThat(written).hasSizeGreaterThan(30);
    assertThat(OperationTable.all()).containsAll(written);
    assertThat(OperationTable.all().stream().map(Operation::id)).doesNotHaveDuplicates();
  }

  @Test
  void a_path_gives_its_parameters_decoded() {
    OperationTable.Match match =
        OperationTable.of("documents").match("GET", "/v1/documents/a%2Fb%20c");
    assertThat(match.operation().id()).isEqualTo("getDocument");
    assertThat(match.path()).containsEntry("documentId", "a/b c");
  }

  @Test
  void another_functions_operation_is_not_found_here() {
    assertThatThrownBy(() -> OperationTable.of("auth").match("GET", "/v1/collections"))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_FOUND));
  }

  @Test
  void a_known_path_with_another_method_says_so() {
    assertThatThrownBy(() -> OperationTable.of("auth").match("DELETE", "/v1/me"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.METHOD_NOT_ALLOWED));
  }

  @Test
  void a_header_parameter_has_a_field_name_that_java_can_write() {
    Operation resume =
        OperationTable.all().stream()
            .filter(o -> o.id().equals("resumeAnswer"))
            .findFirst()
            .orElseThrow();
    assertThat(resume.parameters())
        .contains(new Operation.Parameter("Last-Event-ID", "lastEventId", "header", "integer"));
  }

  @Test
  void streams_are_told_from_answers() {
    assertThat(OperationTable.all().stream().filter(Operation::streams).map(Operation::id))
        .containsExactlyInAnyOrder(
            "ask", "createChatCompletion", "regenerateAnswer", "resumeAnswer");
  }

  @Test
  void a_first_answer_is_kept_where_the_contract_takes_a_key_and_nothing_streams() {
    assertThat(OperationTable.all().stream().filter(Operation::keepsFirstAnswer).map(Operation::id))
        .contains("createCollection", "startUpload")
        .doesNotContain("ask", "getMe");
  }
}
