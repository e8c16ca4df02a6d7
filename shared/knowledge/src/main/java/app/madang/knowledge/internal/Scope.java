package app.madang.knowledge.internal;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a search looks: the readable collections among those asked for, and their totals.
 *
 * @param numbers the collections' internal numbers
 * @param passages how many passages they hold
 * @param length how many words those have
 * @param analyzers what made the words of its postings, the current one first
 */
record Scope(Long[] numbers, long passages, long length, List<TermAnalyzer> analyzers) {

  private static final String READ =
      """
      SELECT coalesce(array_agg(number), '{}') AS numbers,
        coalesce(sum(t.passages), 0) AS passages, coalesce(sum(t.length), 0) AS length,
        ARRAY(SELECT v FROM unnest(CAST(:earlier AS integer[])) AS k (v) WHERE EXISTS (
          SELECT FROM knowledge.documents d
          WHERE d.analyzer = k.v AND d.status IN ('CHUNKED', 'READY'))) AS earlier,
        -- for this transaction. The policy and the filters drop rows after the graph gave them: it goes on.
        -- A plan made without knowing the collections compares vectors one by one. Compiling a plan takes
        -- longer than it saves.
        set_config('hnsw.iterative_scan', 'relaxed_order', true),
        set_config('plan_cache_mode', 'force_custom_plan', true),
        set_config('jit', 'off', true), set_config('work_mem', '32MB', true)
      FROM knowledge.collections c
      LEFT JOIN LATERAL (
        SELECT sum(d.passages) AS passages, sum(d.length) AS length
        FROM knowledge.corpus_deltas d WHERE d.collection = c.number) t ON true
      WHERE c.deleted_at IS NULL AND (CAST(:all AS boolean) OR c.id = ANY (CAST(:ids AS uuid[])))
      """;

  static Scope read(JdbcClient jdbc, List<UUID> collectionIds, Analyzers analyzers) {
    return jdbc.sql(READ)
        .param("all", collectionIds.isEmpty())
        .param("ids", collectionIds.stream().map(UUID::toString).toArray(String[]::new))
        .param("earlier", analyzers.earlierVersions())
        .query(
            (row, n) ->
                new Scope(
                    (Long[]) row.getArray("numbers").getArray(),
                    row.getLong("passages"),
                    row.getLong("length"),
                    analyzers.of(Arrays.asList((Integer[]) row.getArray("earlier").getArray()))))
        .single();
  }

  boolean isEmpty() {
    return numbers.length == 0;
  }

  double averageLength() {
    return passages == 0 ? 1 : Math.max(1, (double) length / passages);
  }
}
