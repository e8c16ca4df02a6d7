package app.madang.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that a function prepares. */
public final class StatementCounter extends DelegatingDataSource {

  /** So many since the start, or since a test set it. */
  public static final AtomicInteger PREPARED = new AtomicInteger();

  private final Pattern besides;

  private StatementCounter(DataSource target, Pattern besides) {
    super(target);
    this.besides = besides;
  }

  /**
   * Counts the statements of one data source.
   *
   * @param besides a regular expression of those that are not counted; empty for none
   */
  public static StatementCounter of(DataSource target, String besides) {
    return new StatementCounter(target, Pattern.compile(besides.isEmpty() ? "(?!)" : besides));
  }

  /** Counts the statements of every data source in a context. */
  public static BeanPostProcessor everyDataSource() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? of(source, "") : bean;
      }
    };
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("prepareStatement")
                  && !besides.matcher(arguments[0].toString()).find()) {
                PREPARED.incrementAndGet();
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
