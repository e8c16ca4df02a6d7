package app.madang.functions.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.ContractCalls;
import app.madang.testing.StatementCounter;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

class UsageIT {

  private static final String RANGE = "from=2026-03-01&to=2026-03-31";
  private static UUID employee;
  private static UUID builder;

  @BeforeAll
  static void spend() {
    employee = Platform.person("employee");
    builder = Platform.person("builder");
    Platform.person("auditor");
    Platform.used(employee, Instant.parse("2026-03-02T03:00:00Z"), "small", 10);
    Platform.used(employee, Instant.parse("2026-03-02T15:30:00Z"), "large", 30);
    Platform.used(builder, Instant.parse("2026-03-03T03:00:00Z"), "large", 7);
    for (int i = 0; i < 5; i++) {
      Platform.used(UUID.randomUUID(), Instant.parse("2026-03-20T03:00:00Z"), "small", 2);
    }
  }

  @Test
  void daysAreTheCompanysDays() {
    JsonNode report = Platform.get("getUsage", "admin", usage("day"));
    assertThat(report.path("timeZone").asString()).isEqualTo("Asia/Seoul");
    assertThat(report.path("totals").path("cost").decimalValue()).isEqualByComparingTo("57");
    assertThat(report.path("totals").path("requests").asLong()).isEqualTo(8);
    // half past three in the afternoon in London is the next day in Seoul
    assertThat(values(report, "day")).containsExactly("2026-03-02", "2026-03-03", "2026-03-20");
    assertThat(report.path("items").get(1).path("cost").decimalValue()).isEqualByComparingTo("37");
  }

  @Test
  void peopleAreNamedTheDearestFirst() {
    JsonNode report = Platform.get("getUsage", "auditor", usage("person"));
    assertThat(values(report, "subjectId").subList(0, 2))
        .containsExactly(employee.toString(), builder.toString());
    JsonNode first = Platform.get("getUsage", "auditor", usage("person") + "&limit=1");
    assertThat(first.path("totals")).isEqualTo(report.path("totals"));
    assertThat(report.path("items").get(0).path("name").asString()).isEqualTo("김하늘");
    assertThat(report.path("items").get(2).has("name")).isFalse();
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    do {
      JsonNode page = Platform.get("getUsage", "admin", usage("person") + "&limit=2" + cursor);
      seen.addAll(values(page, "subjectId"));
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asString() : "";
      pages++;
    } while (!cursor.isEmpty());
    assertThat(pages).isEqualTo(4);
    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void whoIsInTwoGroupsCountsInBothAndOnceInTheSum() {
    Platform.used(builder, Instant.parse("2026-04-07T03:00:00Z"), "small", 6);
    Platform.used(employee, Instant.parse("2026-04-08T03:00:00Z"), "small", 4);
    UUID one = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    Platform.SUPERUSER
        .sql("UPDATE metering.usage SET group_ids = ARRAY[?, ?]::uuid[] WHERE day = '2026-04-07'")
        .params(one, other)
        .update();
    Platform.SUPERUSER
        .sql("UPDATE metering.usage SET group_ids = ARRAY[?]::uuid[] WHERE day = '2026-04-08'")
        .param(one)
        .update();
    JsonNode report =
        Platform.get(
            "getUsage", "admin", "/v1/reports/usage?from=2026-04-01&to=2026-04-30&by=group");
    assertThat(values(report, "subjectId")).containsExactly(one.toString(), other.toString());
    assertThat(report.at("/items/0/cost").decimalValue()).isEqualByComparingTo("10");
    assertThat(report.at("/items/1/cost").decimalValue()).isEqualByComparingTo("6");
    assertThat(report.at("/totals/cost").decimalValue()).isEqualByComparingTo("10");
    assertThat(report.at("/totals/requests").asLong()).isEqualTo(2);
  }

  @Test
  void everybodySeesTheOwnOnly() {
    JsonNode mine = Platform.get("getMyUsage", "employee", "/v1/reports/me?" + RANGE + "&by=model");
    assertThat(mine.path("totals").path("cost").decimalValue()).isEqualByComparingTo("40");
    assertThat(values(mine, "name")).containsExactly("stand-in/large", "stand-in/small");
  }

  @Test
  void costsSayWhetherTheirRateIsOnlyAPlaceholder() {
    Platform.SUPERUSER
        .sql("DELETE FROM metering.exchange_rates WHERE source NOT LIKE 'shipped;%'")
        .update();
    JsonNode shipped = Platform.get("getUsage", "admin", usage("day"));
    assertThat(shipped.path("rateSource").asString()).isEqualTo("shipped");
    assertThat(shipped.path("rateDate").asString()).isEqualTo("2026-01-01");
    assertThat(
            Platform.call(
                    "admin",
                    "PUT",
                    "/v1/admin/exchange-rates/USD",
                    "{\"rate\":1433.5,\"source\":\"bank\"}")
                .statusCode())
        .isEqualTo(200);
    JsonNode entered = Platform.get("getUsage", "admin", usage("day"));
    assertThat(entered.path("rateSource").asString()).isEqualTo("administrator");
    Platform.SUPERUSER
        .sql("DELETE FROM metering.exchange_rates WHERE source NOT LIKE 'shipped;%'")
        .update();
  }

  @Test
  void toolsAreNamedForWhoMaySeeThem() {
    UUID tool = UUID.randomUUID();
    Platform.used(employee, Instant.parse("2026-06-06T03:00:00Z"), "small", 4);
    Platform.SUPERUSER
        .sql("UPDATE metering.usage SET tool_id = ? WHERE day = '2026-06-06'")
        .param(tool)
        .update();
    Platform.SUPERUSER
        .sql(
            """
            INSERT INTO toolbox.tools (id, acl_id, version, status, name_ko, name_en, icon, instructions, collection_ids,
              starters_ko, starters_en, created_by, created_at, updated_at)
            VALUES (:tool, -7, 0, 'DRAFT', '새 이름', NULL, 'chat', 'x', '{}', '{}', '{}', :tool, now(), now())
            """)
        .param("tool", tool)
        .update();
    String may = "from=2026-06-06&to=2026-06-07&by=tool";
    assertThat(values(Platform.get("getUsage", "auditor", "/v1/reports/usage?" + may), "name"))
        .as("what was never released has the name that it is made under")
        .containsExactly("새 이름");
    Platform.SUPERUSER
        .sql(
            """
            INSERT INTO toolbox.releases (tool_id, number, acl_id, name_ko, name_en, icon, instructions, collection_ids,
              starters_ko, starters_en, submitted_by, approved_by)
            VALUES (:tool, 1, -7, '휴가 도우미', 'Leave helper', 'chat', 'x', '{}', '{}', '{}', :tool, :tool)
            """)
        .param("tool", tool)
        .update();
    assertThat(values(Platform.get("getUsage", "admin", "/v1/reports/usage?" + may), "name"))
        .containsExactly("휴가 도우미");
    assertThat(Platform.call("admin", "GET", "/v1/reports/usage.csv?" + may, "").body())
        .contains(tool + ",휴가 도우미,1,");
    JsonNode mine = Platform.get("getMyUsage", "employee", "/v1/reports/me?" + may);
    assertThat(values(mine, "subjectId")).containsExactly(tool.toString());
    assertThat(mine.path("items").get(0).has("name")).as("no longer theirs to use").isFalse();
  }

  static List<ContractCalls.Call> everyAdministration() {
    return ContractCalls.of("reporting", "/v1/admin/");
  }

  static List<ContractCalls.Call> everyReport() {
    return ContractCalls.of("reporting", "/v1/reports/").stream()
        .filter(call -> !call.path().startsWith("/v1/reports/me"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource({"everyAdministration", "everyReport"})
  void whoMayNotIsRefusedEverywhere(ContractCalls.Call call) {
    for (String person : List.of("employee", "builder", "reviewer")) {
      assertThat(
              Platform.refused(
                  call.operation(), person, call.method(), call.path(), call.body(), 403))
          .isEqualTo("forbidden");
    }
    if (!call.method().equals("GET")) {
      Platform.refused(call.operation(), "auditor", call.method(), call.path(), call.body(), 403);
    }
  }

  @Test
  void nobodysOwnUsageIsPartedByPeople() {
    for (String person : List.of("employee", "builder", "reviewer")) {
      String path = "/v1/reports/me?" + RANGE + "&by=person";
      assertThat(Platform.refused("getMyUsage", person, "GET", path, "", 403))
          .isEqualTo("forbidden");
    }
  }

  @Test
  void aDaysHealthIsTheSumOfTheHoursThatAreShown() {
    UUID somebody = UUID.randomUUID();
    Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
    Platform.used(somebody, hour.minus(23, ChronoUnit.HOURS).minusSeconds(1), "rim", 3);
    Platform.used(somebody, hour.minus(23, ChronoUnit.HOURS), "rim", 3);
    JsonNode health = Platform.get("getModelHealth", "admin", "/v1/reports/models?range=hour");
    Instant from = Instant.parse(health.path("from").asString());
    long shown = 0;
    for (JsonNode line : health.path("items")) {
      assertThat(Instant.parse(line.path("from").asString())).isAfterOrEqualTo(from);
      shown += line.path("attempts").asLong();
    }
    assertThat(
            health.path("models").valueStream().mapToLong(m -> m.path("attempts").asLong()).sum())
        .isPositive()
        .isEqualTo(shown);
  }

  @Test
  void theDatabaseShowsTheOwnOnlyToo() throws Exception {
    var source =
        new SingleConnectionDataSource(
            Platform.STACK.jdbcUrl(), "reporting", Platform.STACK.password(), true);
    try (var connection = source) {
      JdbcClient jdbc = JdbcClient.create(connection);
      jdbc.sql("SELECT set_config('app.user_id', ?, false)")
          .param(builder.toString())
          .query((row, n) -> true)
          .single();
      assertThat(jdbc.sql("SELECT DISTINCT person_id FROM metering.daily").query(UUID.class).list())
          .containsExactly(builder);
      assertThat(jdbc.sql("SELECT count(*) FROM metering.subjects").query(Long.class).single())
          .isZero();
      assertThat(jdbc.sql("SELECT count(*) FROM metering.health").query(Long.class).single())
          .isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "from=2026-03-01&to=2026-03-31",
        "from=2026-03-01&to=2026-03-31&by=nobody",
        "from=2026-03-01&to=2026-03-31&by=company",
        "from=2026-03-31&to=2026-03-01&by=day",
        "from=2024-01-01&to=2026-03-31&by=day",
        "from=2026-02-30&to=2026-03-31&by=day",
        "from=-999999999-01-01&to=2026-03-31&by=day",
        "from=2026-03-01&to=%2B999999999-12-31&by=day",
        "from=2026-03-01&to=2026-03-31&by=person&cursor=eA",
        "from=2026-03-01&to=2026-03-31&by=person&limit=0",
        "from=2026-03-01&to=2026-03-31&by=day&by=day",
        "from='%3B--&to=2026-03-31&by=day",
      })
  void oddRangesAreTheCallersFault(String query) {
    Platform.refused("getUsage", "admin", "GET", "/v1/reports/usage?" + query, "", 400);
  }

  @Test
  void aFileOpensInSpreadsheetsAndRunsNothing() {
    Platform.SUPERUSER
        .sql("INSERT INTO identity.groups (id, name) VALUES (?, ?)")
        .params(UUID.nameUUIDFromBytes(new byte[] {1}), "=HYPERLINK(\"http://x\",\"a\")")
        .update();
    Platform.used(employee, Instant.parse("2026-05-02T03:00:00Z"), "small", 1);
    Platform.SUPERUSER
        .sql(
            "UPDATE metering.usage SET group_ids = ARRAY[CAST(? AS uuid)] WHERE day = '2026-05-02'")
        .param(UUID.nameUUIDFromBytes(new byte[] {1}))
        .update();
    HttpResponse<String> file =
        Platform.call(
            "admin", "GET", "/v1/reports/usage.csv?from=2026-05-01&to=2026-05-31&by=group", "");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .isEqualTo("attachment; filename=\"usage-2026-05-01-2026-05-31.csv\"");
    assertThat(file.body())
        .startsWith("\ufeff날짜,")
        .contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"a\"\")\"")
        .endsWith("1.000000\r\n");
  }

  @Test
  void aReportCostsTheSameStatementsHoweverMuchItIs() {
    Platform.get("getUsage", "admin", usage("person"));
    int before = StatementCounter.PREPARED.get();
    Platform.get("getUsage", "admin", usage("person") + "&limit=1");
    int one = StatementCounter.PREPARED.get() - before;
    before = StatementCounter.PREPARED.get();
    Platform.get("getUsage", "admin", usage("person"));
    // a page that is not all needs the totals of all
    assertThat(StatementCounter.PREPARED.get() - before).isEqualTo(one - 1).isLessThanOrEqualTo(5);
  }

  @Test
  void modelsForecastAndAnomaliesAnswer() {
    UUID somebody = UUID.randomUUID();
    Instant now = Instant.now();
    Platform.used(somebody, now.minusSeconds(60), "fresh", 3);
    for (String range : List.of("hour", "day", "month")) {
      JsonNode health =
          Platform.get("getModelHealth", "admin", "/v1/reports/models?range=" + range);
      JsonNode fresh =
          health
              .path("items")
              .valueStream()
              .filter(line -> line.path("model").asString().equals("fresh"))
              .findFirst()
              .orElseThrow();
      assertThat(fresh.path("firstTokenP50").asInt()).isBetween(190, 210);
      assertThat(fresh.path("tokensPerSecond").asDouble()).isEqualTo(25);
      JsonNode whole =
          health
              .path("models")
              .valueStream()
              .filter(line -> line.path("model").asString().equals("fresh"))
              .findFirst()
              .orElseThrow();
      assertThat(whole.path("attempts").asInt()).isEqualTo(1);
      assertThat(whole.path("firstTokenP95").asInt()).isBetween(190, 210);
      assertThat(whole.path("from").asString()).isEqualTo(health.path("from").asString());
    }
    JsonNode forecast = Platform.get("getForecast", "auditor", "/v1/reports/forecast");
    assertThat(forecast.path("expected").decimalValue())
        .isGreaterThanOrEqualTo(forecast.path("spent").decimalValue());
    for (int week = 1; week <= 4; week++) {
      Platform.used(
          builder, Instant.parse("2026-07-29T03:00:00Z").minusSeconds(week * 604_800L), "w", 10);
    }
    Platform.used(builder, Instant.parse("2026-07-29T03:00:00Z"), "w", 31);
    JsonNode days =
        Platform.get(
            "listAnomalies",
            "admin",
            "/v1/reports/anomalies?from=2026-07-20&to=2026-07-31&by=person");
    assertThat(days.path("items")).hasSize(1);
    assertThat(days.path("items").get(0).path("name").asString()).isEqualTo("이도윤");
    assertThat(days.path("items").get(0).path("usual").decimalValue()).isEqualByComparingTo("10");
  }

  private static String usage(String by) {
    return "/v1/reports/usage?" + RANGE + "&by=" + by;
  }

  private static List<String> values(JsonNode report, String field) {
    return report.path("items").valueStream().map(line -> line.path(field).asString()).toList();
  }
}
