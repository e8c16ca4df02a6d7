package app.madang.functions.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BudgetsIT {

  private static final String COMPANY =
      "{\"scope\":\"company\",\"period\":\"%s\",\"cap\":%s,\"kind\":\"%s\"}";

  @Test
  void aBudgetIsMadeChangedAndRemovedAndSaysByWhom() {
    UUID id = UUID.randomUUID();
    UUID admin = Platform.person("admin");
    String path = "/v1/admin/budgets/" + id;
    JsonNode made =
        Platform.ok(
            "putBudget", "admin", "PUT", path, COMPANY.formatted("month", "1000.5", "hard"));
    assertThat(made.path("cap").decimalValue()).isEqualByComparingTo("1000.5");
    assertThat(made.path("warnAt").asInt()).isEqualTo(80);
    assertThat(made.path("changedBy").path("id").asString()).isEqualTo(admin.toString());

    Platform.ok("putBudget", "admin", "PUT", path, COMPANY.formatted("month", "2000", "hard"));
    JsonNode list = Platform.get("listBudgets", "auditor", "/v1/admin/budgets");
    assertThat(list.path("currency").asString()).isEqualTo("KRW");
    assertThat(list.path("items").valueStream().map(b -> b.path("id").asString()))
        .contains(id.toString());
    // what was spent would change its owner
    Platform.refused(
        "putBudget", "admin", "PUT", path, COMPANY.formatted("day", "2000", "hard"), 409);
    Platform.refused(
        "putBudget",
        "admin",
        "PUT",
        "/v1/admin/budgets/" + UUID.randomUUID(),
        COMPANY.formatted("month", "1", "hard"),
        409);

    Platform.ok("deleteBudget", "admin", "DELETE", path, "");
    Platform.refused("deleteBudget", "admin", "DELETE", path, "", 404);
    assertThat(
            Platform.SUPERUSER
                .sql("SELECT action FROM reporting.changes WHERE subject = ? ORDER BY id")
                .param(id.toString())
                .query(String.class)
                .list())
        .containsExactly("budget.put", "budget.put", "budget.deleted");
  }

  @Test
  void onlyAdministratorsChange() {
    String path = "/v1/admin/budgets/" + UUID.randomUUID();
    for (String person : new String[] {"auditor", "employee", "builder", "reviewer"}) {
      Platform.refused(
          "putBudget", person, "PUT", path, COMPANY.formatted("month", "1", "warning"), 403);
      Platform.refused("deleteBudget", person, "DELETE", path, "", 403);
      Platform.refused(
          "putExchangeRate",
          person,
          "PUT",
          "/v1/admin/exchange-rates/USD",
          "{\"rate\":1,\"source\":\"x\"}",
          403);
      Platform.refused(
          "releaseLease", person, "DELETE", "/v1/admin/leases/" + UUID.randomUUID(), "", 403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"scope\":\"company\",\"period\":\"month\",\"cap\":-1,\"kind\":\"hard\"}",
        "{\"scope\":\"company\",\"period\":\"month\",\"cap\":0.0000001,\"kind\":\"hard\"}",
        "{\"scope\":\"company\",\"period\":\"month\",\"cap\":1e30,\"kind\":\"hard\"}",
        "{\"scope\":\"company\",\"period\":\"month\",\"cap\":1e999999999,\"kind\":\"hard\"}",
        "{\"scope\":\"company\",\"period\":\"year\",\"cap\":1,\"kind\":\"hard\"}",
        "{\"scope\":\"company\",\"period\":\"month\",\"cap\":1,\"kind\":\"hard\",\"warnAt\":101}",
        "{\"scope\":\"company\",\"period\":\"month\",\"cap\":1,\"kind\":\"hard\",\"more\":1}",
        "{\"scope\":\"company\",\"subjectId\":\"019a8f00-0000-7000-8000-000000000001\","
            + "\"period\":\"month\",\"cap\":1,\"kind\":\"hard\"}",
      })
  void oddBudgetsAreTheCallersFault(String body) {
    Platform.refused(
        "putBudget", "admin", "PUT", "/v1/admin/budgets/" + UUID.randomUUID(), body, 400);
  }

  @Test
  void aBudgetIsOfSomebodyWhoExists() {
    String body =
        "{\"scope\":\"person\",\"subjectId\":\"%s\",\"period\":\"month\",\"cap\":5,\"kind\":\"hard\"}";
    String path = "/v1/admin/budgets/" + UUID.randomUUID();
    Platform.refused("putBudget", "admin", "PUT", path, body.formatted(UUID.randomUUID()), 404);
    UUID reviewer = Platform.person("reviewer");
    JsonNode made = Platform.ok("putBudget", "admin", "PUT", path, body.formatted(reviewer));
    assertThat(made.path("subjectName").asString()).isEqualTo("박서연");
    Platform.ok("deleteBudget", "admin", "DELETE", path, "");
  }

  @Test
  void peopleSeeWhatBoundsThemAndWhatItTold() {
    UUID builder = Platform.person("builder");
    UUID everyone = UUID.randomUUID();
    UUID own = UUID.randomUUID();
    String body = "{\"scope\":\"person\",%s\"period\":\"month\",\"cap\":%s,\"kind\":\"hard\"}";
    String path = "/v1/admin/budgets/";
    Platform.ok("putBudget", "admin", "PUT", path + everyone, body.formatted("", 70));
    Platform.ok(
        "putBudget",
        "admin",
        "PUT",
        path + own,
        body.formatted("\"subjectId\":\"" + builder + "\",", 50));
    Platform.SUPERUSER
        .sql(
            "INSERT INTO metering.accounts (scope, subject_id, period, starts_on, settled) VALUES ('PERSON', ?, 'MONTH',"
                + " date_trunc('month', now() AT TIME ZONE 'Asia/Seoul')::date, 41000000)")
        .param(builder)
        .update();
    Platform.SUPERUSER
        .sql(
            "INSERT INTO metering.alerts (budget_id, subject_id, starts_on, kind) VALUES"
                + " (?, ?, date_trunc('month', now() AT TIME ZONE 'Asia/Seoul')::date, 'WARNED')")
        .params(own, builder)
        .update();
    JsonNode mine = Platform.get("listMyBudgets", "builder", "/v1/reports/me/budgets");
    assertThat(mine.path("items")).hasSize(1);
    JsonNode budget = mine.path("items").get(0);
    assertThat(budget.path("id").asString()).isEqualTo(own.toString());
    assertThat(budget.path("spent").decimalValue()).isEqualByComparingTo("41");
    assertThat(budget.path("alert").asString()).isEqualTo("warned");
    // what everyone has counts for each alone
    JsonNode other =
        Platform.get("listMyBudgets", "reviewer", "/v1/reports/me/budgets").path("items").get(0);
    assertThat(other.path("id").asString()).isEqualTo(everyone.toString());
    assertThat(other.path("spent").decimalValue()).isZero();
    assertThat(other.has("alert")).isFalse();
    Platform.ok("deleteBudget", "admin", "DELETE", path + everyone, "");
    Platform.ok("deleteBudget", "admin", "DELETE", path + own, "");
    assertThat(Platform.get("listMyBudgets", "builder", "/v1/reports/me/budgets").path("items"))
        .isEmpty();
  }

  @Test
  void ratesHaveASource() {
    JsonNode rates =
        Platform.ok(
            "putExchangeRate",
            "admin",
            "PUT",
            "/v1/admin/exchange-rates/EUR",
            "{\"rate\":1650.25,\"source\":\"한국은행\"}");
    JsonNode newest = rates.path("items").get(0);
    assertThat(newest.path("currency").asString()).isEqualTo("EUR");
    assertThat(newest.path("source").asString()).isEqualTo("한국은행");
    assertThat(newest.path("changedBy").path("name").asString()).isEqualTo("최지우");
    for (String path : new String[] {"KRW", "eur", "EURO"}) {
      Platform.refused(
          "putExchangeRate",
          "admin",
          "PUT",
          "/v1/admin/exchange-rates/" + path,
          "{\"rate\":1,\"source\":\"x\"}",
          400);
    }
    Platform.refused(
        "putExchangeRate",
        "admin",
        "PUT",
        "/v1/admin/exchange-rates/EUR",
        "{\"rate\":0,\"source\":\"x\"}",
        400);
  }

  @Test
  void whatASilentInstanceHoldsComesBackByAnAdministrator() {
    UUID instance = UUID.randomUUID();
    Platform.SUPERUSER
        .sql(
            "INSERT INTO metering.instances (id, function, seen_at)"
                + " VALUES (?, 'chat', now() - interval '1 hour')")
        .param(instance)
        .update();
    Platform.SUPERUSER
        .sql(
            "INSERT INTO metering.leases (scope, subject_id, period, starts_on, instance_id, leased)"
                + " VALUES ('COMPANY', '00000000-0000-0000-0000-000000000000', 'MONTH',"
                + " current_date, ?, 5000000)")
        .param(instance)
        .update();
    // the sweep notices the silence
    assertThat(Platform.push("reporting.sweep-due", "{\"at\":\"2026-01-01T00:00:00Z\"}"))
        .isEqualTo(204);
    JsonNode list = Platform.get("listOrphanedLeases", "auditor", "/v1/admin/leases");
    JsonNode found =
        list.path("items")
            .valueStream()
            .filter(lease -> lease.path("instanceId").asString().equals(instance.toString()))
            .findFirst()
            .orElseThrow();
    assertThat(found.path("outstanding").decimalValue()).isEqualByComparingTo("5");
    Platform.ok("releaseLease", "admin", "DELETE", "/v1/admin/leases/" + instance, "");
    Platform.refused("releaseLease", "admin", "DELETE", "/v1/admin/leases/" + instance, "", 404);
  }
}
