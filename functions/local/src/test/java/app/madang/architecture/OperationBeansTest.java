package app.madang.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.runtime.contract.Operation;
import app.madang.runtime.contract.OperationTable;
import app.madang.runtime.web.ForeignOperation;
import app.madang.testing.servers.Subscriptions;
import com.tngtech.archunit.core.domain.JavaMethod;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;

/** The contract and the functions name the same things: nothing unserved, nothing unnamed. */
class OperationBeansTest {

  @Test
  void operations_and_subscriptions_are_exactly_the_function_beans() {
    Map<String, Set<String>> promised = new TreeMap<>();
    for (Operation operation : OperationTable.all()) {
      promised.computeIfAbsent(operation.function(), f -> new TreeSet<>()).add(operation.id());
    }
    Subscriptions.all()
        .forEach(
            subscription ->
                promised
                    .computeIfAbsent(subscription.function(), f -> new TreeSet<>())
                    .add(subscription.name()));
    assertThat(promised).hasSizeGreaterThanOrEqualTo(5);
    assertThat(beans()).isEqualTo(promised);
  }

  private static Map<String, Set<String>> beans() {
    Map<String, Set<String>> found = new TreeMap<>();
    Codebase.product().stream()
        .filter(type -> type.getPackageName().startsWith("app.madang.functions."))
        .flatMap(type -> type.getMethods().stream())
        .filter(method -> method.isAnnotatedWith(Bean.class))
        .filter(
            method ->
                method.getRawReturnType().isEquivalentTo(Function.class)
                    || method.getRawReturnType().isEquivalentTo(Consumer.class)
                    || method.getRawReturnType().isEquivalentTo(ForeignOperation.class))
        .forEach(
            method ->
                found
                    .computeIfAbsent(function(method), f -> new TreeSet<>())
                    .addAll(names(method).toList()));
    return found;
  }

  private static String function(JavaMethod method) {
    return method.getOwner().getPackageName().split("\\.")[3];
  }

  private static Stream<String> names(JavaMethod method) {
    Bean bean = method.getAnnotationOfType(Bean.class);
    String[] named = bean.name().length > 0 ? bean.name() : bean.value();
    return named.length > 0 ? Arrays.stream(named) : Stream.of(method.getName());
  }
}
