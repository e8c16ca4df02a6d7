package app.madang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

  private static final Map<String, ArchRule> RULES =
      Map.of(
          "functions do not call functions", Rules.FUNCTIONS_DO_NOT_CALL_FUNCTIONS,
          "shared modules follow the graph", Rules.SHARED_MODULES_FOLLOW_THE_GRAPH,
          "internals stay inside", Rules.INTERNALS_STAY_INSIDE,
          "contracts need nothing", Rules.CONTRACTS_NEED_NOTHING,
          "providers only in models", Rules.PROVIDERS_ONLY_IN_MODELS,
          "one Jackson", Rules.ONE_JACKSON,
          "no dumps", Rules.NO_DUMPS);

  private static JavaClasses product;
  private static JavaClasses planted;

  @BeforeAll
  static void read() {
    product = Codebase.product();
    planted = Codebase.planted();
  }

  @Test
  void every_module_was_read() {
    assertThat(Codebase.modules()).hasSizeGreaterThanOrEqualTo(12).allMatch(Files::isDirectory);
    assertThat(product).hasSizeGreaterThan(150);
    assertThat(planted).isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> the_product_keeps_each_rule() {
    return RULES.entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(product)));
  }

  @TestFactory
  Stream<DynamicTest> each_rule_sees_its_planted_violation() {
    return RULES.entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey(),
                    () ->
                        assertThat(rule.getValue().evaluate(planted).hasViolation())
                            .as("'%s' is blind", rule.getKey())
                            .isTrue()));
  }
}
