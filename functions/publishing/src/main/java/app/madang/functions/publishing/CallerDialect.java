package app.madang.functions.publishing;

import app.madang.runtime.data.CallerTransactions;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import org.hibernate.Session;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.TransactionDefinition;

/** Tells PostgreSQL who calls at the start of every transaction, as it is told without JPA. */
final class CallerDialect extends HibernateJpaDialect {

  private static final long serialVersionUID = 1L;

  @Override
  public Object beginTransaction(EntityManager entities, TransactionDefinition definition)
      throws SQLException {
    Object begun = super.beginTransaction(entities, definition);
    entities.unwrap(Session.class).doWork(CallerTransactions::tell);
    return begun;
  }
}
