package app.madang.runtime;

import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions, spelled out. The database knows the caller in each of them. */
public final class Transactions {

  private final TransactionTemplate write;
  private final TransactionTemplate read;

  /** Transactions of a manager. */
  public Transactions(PlatformTransactionManager manager) {
    this.write = new TransactionTemplate(manager);
    this.read = new TransactionTemplate(manager);
    this.read.setReadOnly(true);
    this.read.setIsolationLevel(TransactionDefinition.ISOLATION_DEFAULT);
  }

  /** Runs work in a transaction and gives its result. */
  public <T> T call(Supplier<T> work) {
    T result = write.execute(status -> work.get());
    return result;
  }

  /** Runs work in a transaction. */
  public void run(Runnable work) {
    write.executeWithoutResult(status -> work.run());
  }

  /** Reads in a read-only transaction. */
  public <T> T read(Supplier<T> work) {
    T result = read.execute(status -> work.get());
    return result;
  }
}
