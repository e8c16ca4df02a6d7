package app.madang.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The rules themselves; a rule's text says what to do instead. */
final class Rules {

  private static final String ROOT = "app.madang.";

  /** Which shared module may use which; what is not listed is refused. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "contracts", Set.of(),
          "runtime", Set.of("contracts"),
          "testing", Set.of("contracts", "runtime"),
          "identity", Set.of("contracts", "runtime"),
          "metering", Set.of("contracts", "runtime", "identity"),
          "models", Set.of("contracts", "runtime", "metering"),
          "toolbox", Set.of("contracts", "runtime", "identity"),
          "knowledge", Set.of("contracts", "runtime", "identity"));

  static final ArchRule FUNCTIONS_DO_NOT_CALL_FUNCTIONS =
      slices()
          .matching("app.madang.functions.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(resideInAPackage("app.madang.functions.local.."), alwaysTrue())
          .as("functions reach each other through events only; move shared code into a module");

  static final ArchRule SHARED_MODULES_FOLLOW_THE_GRAPH =
      classes()
          .that()
          .resideInAnyPackage(
              ALLOWED.keySet().stream().map(m -> ROOT + m + "..").toArray(String[]::new))
          .should(dependOnlyWhere("follow Rules.ALLOWED", Rules::allowed));

  static final ArchRule INTERNALS_STAY_INSIDE =
      classes()
          .should(
              dependOnlyWhere(
                  "use another module's public package, never its internal one",
                  dependency ->
                      !dependency.getTargetClass().getPackageName().contains(".internal")
                          || !dependency.getTargetClass().getPackageName().startsWith(ROOT)
                          || module(dependency.getOriginClass())
                              .equals(module(dependency.getTargetClass()))));

  static final ArchRule CONTRACTS_NEED_NOTHING =
      noClasses()
          .that()
          .resideInAPackage("app.madang.contracts..")
          .should()
          .dependOnClassesThat()
          .resideOutsideOfPackages(
              "app.madang.contracts..", "java..", "org.jspecify.annotations..");

  static final ArchRule PROVIDERS_ONLY_IN_MODELS =
      noClasses()
          .that()
          .resideOutsideOfPackage("app.madang.models..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.langchain4j.model.openai..",
              "dev.langchain4j.model.anthropic..",
              "dev.langchain4j.model.googleai..",
              "dev.langchain4j.model.vertexai..",
              "dev.langchain4j.model.ollama..",
              "com.google.genai..")
          .allowEmptyShould(true);

  static final ArchRule ONE_JACKSON =
      noClasses()
          .that()
          .resideOutsideOfPackage("app.madang.models..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.databind..")
          .as(
              "our JSON is Jackson 3 (tools.jackson); Jackson 2 belongs to the providers' libraries");

  static final ArchRule NO_DUMPS =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helpers?|Manager|Common|Misc)")
          .as("a class is named after what it is");

  private Rules() {}

  private static boolean allowed(Dependency dependency) {
    String from = module(dependency.getOriginClass()).orElse("");
    Optional<String> to = module(dependency.getTargetClass());
    return to.isEmpty()
        || to.get().equals(from)
        || ALLOWED.getOrDefault(from, Set.of()).contains(to.get());
  }

  /** The first package step behind the root; functions count as one module each. */
  private static Optional<String> module(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(ROOT)) {
      return Optional.empty();
    }
    String[] steps = name.substring(ROOT.length()).split("\\.");
    return Optional.of(
        steps[0].equals("functions") && steps.length > 1 ? "functions." + steps[1] : steps[0]);
  }

  private static ArchCondition<JavaClass> dependOnlyWhere(
      String description, Predicate<Dependency> permitted) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          if (!permitted.test(dependency)) {
            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
          }
        }
      }
    };
  }
}
