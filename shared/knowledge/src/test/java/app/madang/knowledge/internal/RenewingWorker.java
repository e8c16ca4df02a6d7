package app.madang.knowledge.internal;

import app.madang.knowledge.WordAnalysis;
import app.madang.runtime.Transactions;
import app.madang.runtime.data.CallerTransactions;
import app.madang.runtime.web.JsonConfiguration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.miscellaneous.TruncateTokenFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process that renews words and tells each block, to be killed. */
public final class RenewingWorker {

  /** Other terms and other lengths: short words are dropped, long ones cut. */
  static final TermAnalyzer NEWER =
      new TermAnalyzer(
          WordAnalysis.VERSION + 1,
          words -> new TruncateTokenFilter(new LengthFilter(words, 2, 99), 4));

  private RenewingWorker() {}

  /** Arguments: the database, its password, documents. */
  public static void main(String[] args) {
    DriverManagerDataSource source = new DriverManagerDataSource(args[0], "ingestion", args[1]);
    Transactions transactions = new Transactions(new CallerTransactions(source));
    SqlPassageWriter writer =
        new SqlPassageWriter(JdbcClient.create(source), JsonConfiguration.strictMapper(), NEWER);
    List<UUID> documents = Arrays.stream(args).skip(2).map(UUID::fromString).toList();
    for (UUID document : documents) {
      while (transactions.<Integer>call(() -> writer.renew(document)) > 0) {
        System.out.println(document);
      }
    }
  }
}
