package app.madang.runtime.web;

import app.madang.runtime.contract.Operation;
import app.madang.runtime.contract.OperationTable;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.function.context.FunctionCatalog;
import org.springframework.cloud.function.context.catalog.SimpleFunctionRegistry.FunctionInvocationWrapper;

/** Plain functions out of spring-cloud-function's catalog: looked up there, called directly. */
public final class OperationBeans {

  private final FunctionCatalog catalog;
  private final Map<String, Bean> operations = new HashMap<>();
  private final Map<String, ForeignOperation> foreign;

  /** A function bean and the type of its input. */
  public record Bean(Object target, Type inputType) {

    /** Calls the function. */
    @SuppressWarnings("unchecked")
    public @Nullable Object apply(Object input) {
      if (target instanceof Consumer<?> consumer) {
        ((Consumer<Object>) consumer).accept(input);
        return null;
      }
      return ((Function<Object, @Nullable Object>) target).apply(input);
    }
  }

  /**
   * Looks up the bean of each operation.
   *
   * @throws IllegalStateException naming the operation that has no bean
   */
  public OperationBeans(
      FunctionCatalog catalog, OperationTable table, Map<String, ForeignOperation> foreign) {
    this.catalog = catalog;
    this.foreign = Map.copyOf(foreign);
    for (Operation operation : table.operations()) {
      if (!operation.foreign()) {
        operations.put(operation.id(), lookup(operation.id()));
      } else if (!foreign.containsKey(operation.id())) {
        throw new IllegalStateException("no foreign operation is named " + operation.id());
      }
    }
  }

  /** The bean of an operation. */
  public Bean operation(String id) {
    Bean bean = operations.get(id);
    if (bean == null) {
      throw new IllegalStateException("no operation " + id);
    }
    return bean;
  }

  /** The bean of an operation in another interface's words. */
  public ForeignOperation foreign(String id) {
    return java.util.Objects.requireNonNull(foreign.get(id));
  }

  /** The bean of that name, an operation or an event's handler. */
  public Optional<Bean> find(String name) {
    return catalog.lookup(name) instanceof FunctionInvocationWrapper wrapper
        ? Optional.of(new Bean(wrapper.getTarget(), wrapper.getInputType()))
        : Optional.empty();
  }

  private Bean lookup(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("no function bean is named " + name));
  }
}
