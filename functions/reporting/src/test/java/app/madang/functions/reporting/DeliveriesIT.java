package app.madang.functions.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeliveriesIT {

  private static final Receiver RECEIVER = Receiver.get();
  private static final String WEBHOOK =
      "{\"kind\":\"webhook\",\"target\":\"%s\",\"tells\":[%s],\"language\":\"%s\"}";

  private final UUID channel = UUID.randomUUID();

  @AfterEach
  void forget() {
    RECEIVER.answers(204);
    Platform.SUPERUSER.sql("DELETE FROM reporting.channels").update();
  }

  @Test
  void theReportsOfADayAndAMonthAreMadeOnceAndSentSigned() throws Exception {
    UUID employee = Platform.person("employee");
    Platform.used(employee, Instant.parse("2026-01-31T03:00:00Z"), "small", 11);
    Platform.used(employee, Instant.parse("2025-12-10T03:00:00Z"), "small", 5);
    JsonNode made = put(WEBHOOK.formatted(RECEIVER.url("/hook?a=1"), "\"day\",\"month\"", "ko"));
    String secret = made.path("secret").asString();
    assertThat(secret).startsWith("whsec_");
    assertThat(list("listReportChannels", "/v1/admin/report-channels").toString())
        .doesNotContain("secret");

    // days that were summed already are summed again for late rows
    sweep();
    // five hours after midnight in Seoul requests of the day before may still run
    due("2026-01-31T20:00:00Z");
    assertThat(RECEIVER.next().body()).contains("2025-12-01");
    assertThat(RECEIVER.isQuiet()).isTrue();
    due("2026-01-31T22:00:00Z");
    List<Receiver.Message> sent = List.of(RECEIVER.next(), RECEIVER.next());
    due("2026-01-31T23:00:00Z");
    due("2026-02-01T03:00:00Z");
    assertThat(RECEIVER.isQuiet()).isTrue();

    for (Receiver.Message message : sent) {
      assertThat(message.path()).isEqualTo("/hook?a=1");
      String signed =
          header(message, "webhook-id") + "." + header(message, "webhook-timestamp") + ".";
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      assertThat(header(message, "webhook-signature"))
          .isEqualTo(
              "v1," + Post.sign(key, signed, message.body().getBytes(StandardCharsets.UTF_8)));
    }
    JsonNode month =
        sent.stream()
            .map(message -> JsonMapper.shared().readTree(message.body()).path("report"))
            .filter(report -> report.path("period").asString().equals("month"))
            .findFirst()
            .orElseThrow();
    assertThat(month.path("startsOn").asString()).isEqualTo("2026-01-01");
    assertThat(month.path("figures").path("totals").path("cost").decimalValue())
        .isEqualByComparingTo("11");
    assertThat(month.path("figures").path("costBefore").decimalValue()).isEqualByComparingTo("5");

    JsonNode reports = list("listScheduledReports", "/v1/reports/scheduled");
    assertThat(reports.path("items").valueStream().map(r -> r.path("startsOn").asString()))
        .contains("2026-01-31", "2026-01-01")
        .doesNotHaveDuplicates();
    JsonNode people = reports.path("items").get(0).path("figures").path("people");
    assertThat(people.get(0).path("name").asString()).isEqualTo("김하늘");
    for (String path : List.of("scheduled", "alerts")) {
      String operation = path.equals("alerts") ? "listBudgetAlerts" : "listScheduledReports";
      Platform.refused(operation, "builder", "GET", "/v1/reports/" + path, "", 403);
    }
  }

  @Test
  void anAlertIsKeptOnceAndSentByMail() throws Exception {
    UUID budget = UUID.randomUUID();
    UUID person = Platform.person("reviewer");
    Platform.ok(
        "putBudget",
        "admin",
        "PUT",
        "/v1/admin/budgets/" + budget,
        "{\"scope\":\"person\",\"subjectId\":\"%s\",\"period\":\"month\",\"cap\":5000,\"kind\":\"hard\"}"
            .formatted(person));
    put("{\"kind\":\"email\",\"target\":\"cfo@madang.example\",\"tells\":[\"alert\"]}");
    String payload =
        "{\"budgetId\":\"%s\",\"subjectId\":\"%s\",\"startsOn\":\"2026-03-01\"}"
            .formatted(budget, person);
    Platform.MAIL.purgeEmailFromAllMailboxes();
    for (int n = 0; n < 2; n++) {
      assertThat(Platform.push("reporting.budget-warned", payload)).isEqualTo(204);
      assertThat(Platform.push("reporting.budget-exhausted", payload)).isEqualTo(204);
    }
    MimeMessage[] letters = Platform.MAIL.getReceivedMessages();
    assertThat(letters).hasSize(2);
    assertThat(letters[0].getSubject()).isEqualTo("박서연: 예산의 80%를 넘었어요");
    assertThat(letters[1].getSubject()).isEqualTo("박서연: 예산을 다 썼어요");
    assertThat(GreenMailUtil.getAddressList(letters[0].getAllRecipients()))
        .isEqualTo("cfo@madang.example");
    assertThat((String) letters[0].getContent()).contains("5,000");

    JsonNode alerts = list("listBudgetAlerts", "/v1/reports/alerts");
    assertThat(
            alerts
                .path("items")
                .valueStream()
                .filter(alert -> alert.path("budgetId").asString().equals(budget.toString()))
                .map(alert -> alert.path("kind").asString()))
        .containsExactly("exhausted", "warned");
    // a budget that is gone says nothing, and nothing breaks
    Platform.ok("deleteBudget", "admin", "DELETE", "/v1/admin/budgets/" + budget, "");
    assertThat(Platform.push("reporting.budget-warned", payload)).isEqualTo(204);
  }

  @Test
  void aNameCallsNobodyInAChatProgramAndStandsAsItIsInTheData() throws Exception {
    UUID budget = UUID.randomUUID();
    UUID person = Platform.person("shouter");
    String name = "<!channel> & <@U024BE7LH>";
    Platform.SUPERUSER
        .sql("UPDATE identity.users SET name = ? WHERE id = ?")
        .params(name, person)
        .update();
    Platform.ok(
        "putBudget",
        "admin",
        "PUT",
        "/v1/admin/budgets/" + budget,
        "{\"scope\":\"person\",\"subjectId\":\"%s\",\"period\":\"month\",\"cap\":5,\"kind\":\"hard\"}"
            .formatted(person));
    put(WEBHOOK.formatted(RECEIVER.url("/chat"), "\"alert\"", "en"));
    Platform.push(
        "reporting.budget-exhausted",
        "{\"budgetId\":\"%s\",\"subjectId\":\"%s\",\"startsOn\":\"2026-03-01\"}"
            .formatted(budget, person));
    JsonNode sent = JsonMapper.shared().readTree(RECEIVER.next().body());
    assertThat(sent.path("text").asString())
        .startsWith("&lt;!channel&gt; &amp; &lt;@U024BE7LH&gt;: the budget is used up\n");
    assertThat(sent.path("alert").path("subjectName").asString()).isEqualTo(name);
    Platform.ok("deleteBudget", "admin", "DELETE", "/v1/admin/budgets/" + budget, "");
  }

  @Test
  void whatDoesNotArriveIsTriedAgainAndSeen() throws Exception {
    put(WEBHOOK.formatted(RECEIVER.url("/down"), "\"alert\"", "en"));
    RECEIVER.answers(302);
    alert();
    RECEIVER.next();
    JsonNode waiting = delivery();
    assertThat(waiting.path("state").asString()).isEqualTo("waiting");
    assertThat(waiting.path("problem").asString()).isEqualTo("redirect");
    assertThat(Instant.parse(waiting.path("nextAt").asString())).isAfter(Instant.now());

    // not before its time
    sweep();
    assertThat(RECEIVER.isQuiet()).isTrue();
    RECEIVER.answers(500);
    for (int n = 0; n < 5; n++) {
      Platform.SUPERUSER.sql("UPDATE reporting.deliveries SET next_at = now()").update();
      sweep();
      RECEIVER.next();
    }
    assertThat(delivery().path("state").asString()).isEqualTo("failed");
    assertThat(delivery().path("problem").asString()).isEqualTo("status_500");

    RECEIVER.answers(200);
    String retry = "/v1/admin/deliveries/" + delivery().path("id").asString() + "/retry";
    Platform.refused("retryDelivery", "auditor", "POST", retry, "", 403);
    Platform.ok("retryDelivery", "admin", "POST", retry, "");
    assertThat(RECEIVER.next().body()).contains("The company: 80 % of the budget is used");
    assertThat(delivery().path("state").asString()).isEqualTo("sent");
    Platform.refused("retryDelivery", "admin", "POST", retry, "", 404);
  }

  @Test
  void aChannelIsTriedWhileItsAdministratorWaits() throws Exception {
    put(WEBHOOK.formatted(RECEIVER.url("/try"), "\"month\"", "ko"));
    String path = "/v1/admin/report-channels/" + channel + "/test";
    JsonNode good = Platform.ok("testReportChannel", "admin", "POST", path, "");
    assertThat(good.path("sent").asBoolean()).isTrue();
    Receiver.Message message = RECEIVER.next();
    assertThat(message.body()).contains("\"type\":\"test\"").contains("마당 알림 시험");
    assertThat(header(message, "webhook-signature")).startsWith("v1,");
    RECEIVER.answers(404);
    JsonNode bad = Platform.ok("testReportChannel", "admin", "POST", path, "");
    RECEIVER.next();
    assertThat(bad.path("sent").asBoolean()).isFalse();
    assertThat(bad.path("problem").asString()).isEqualTo("status_404");
    Platform.refused("testReportChannel", "auditor", "POST", path, "", 403);
    Platform.refused(
        "testReportChannel",
        "admin",
        "POST",
        "/v1/admin/report-channels/" + UUID.randomUUID() + "/test",
        "",
        404);
  }

  @Test
  void aSecretIsMadeAnewForAnotherAddressOrOnDemand() {
    String first = put(hook("/one", "")).path("secret").asString();
    assertThat(put(hook("/one", "")).has("secret")).isFalse();
    String second = put(hook("/two", "")).path("secret").asString();
    String third = put(hook("/two", ",\"newSecret\":true")).path("secret").asString();
    assertThat(List.of(first, second, third)).doesNotHaveDuplicates().doesNotContain("");
    Platform.refused(
        "putReportChannel",
        "admin",
        "PUT",
        "/v1/admin/report-channels/" + channel,
        "{\"kind\":\"email\",\"target\":\"a@madang.example\",\"tells\":[\"day\"]}",
        409);
  }

  @Test
  void anAddressIsSealedAndOnlyItsHostIsShown() throws Exception {
    String path = "/v1/admin/report-channels/" + channel;
    JsonNode made = put(WEBHOOK.formatted(RECEIVER.url("/T0/B0/hidden"), "\"month\"", "ko"));
    String host = RECEIVER.url("").replace("https://", "");
    assertThat(made.path("target").asString()).isEqualTo(host);
    assertThat(list("listReportChannels", "/v1/admin/report-channels").toString())
        .contains(host)
        .doesNotContain("hidden");
    assertThat(kept()).doesNotContain("hidden");
    // whoever changes the rest does not know the address, and keeps it and its secret
    JsonNode changed = put("{\"kind\":\"webhook\",\"tells\":[\"day\"]}");
    assertThat(changed.has("secret")).isFalse();
    assertThat(changed.path("target").asString()).isEqualTo(host);
    Platform.ok("testReportChannel", "admin", "POST", path + "/test", "");
    assertThat(RECEIVER.next().path()).isEqualTo("/T0/B0/hidden");
    assertThat(list("listDeliveries", "/v1/admin/deliveries").toString()).doesNotContain("hidden");
    Platform.refused(
        "putReportChannel",
        "admin",
        "PUT",
        "/v1/admin/report-channels/" + UUID.randomUUID(),
        "{\"kind\":\"webhook\",\"tells\":[\"day\"]}",
        400);
  }

  @Test
  void addressesOfAnEarlierVersionAreSealedInTheNextRound() throws Exception {
    put(WEBHOOK.formatted(RECEIVER.url("/old/hidden"), "\"alert\"", "en"));
    Platform.SUPERUSER
        .sql("UPDATE reporting.channels SET address = NULL, target = ?")
        .param(RECEIVER.url("/old/hidden"))
        .update();
    assertThat(kept()).contains("hidden");
    sweep();
    assertThat(kept()).doesNotContain("hidden");
    alert();
    assertThat(RECEIVER.next().path()).isEqualTo("/old/hidden");
  }

  /** All that the database has of channels; bytes as text, for what is not sealed shows in them. */
  private static String kept() {
    return Platform.SUPERUSER
        .sql(
            "SELECT string_agg(concat(c::text, encode(c.address, 'escape')), ' ') FROM reporting.channels c")
        .query(String.class)
        .single();
  }

  @Test
  void daysAndMonthsThatNobodyReportedAreMadeUpForOnceInOrder() {
    UUID employee = Platform.person("employee");
    for (String day : List.of("03-28", "04-29", "05-02", "05-03", "05-30", "06-02")) {
      Platform.used(employee, Instant.parse("2027-" + day + "T03:00:00Z"), "small", 3);
    }
    sweep();
    due("2027-05-03T00:00:00Z");
    assertThat(made("2027-03-01", "2027-05-02"))
        .containsExactly(
            "DAY 2027-04-29", "DAY 2027-05-02", "MONTH 2027-03-01", "MONTH 2027-04-01");
    // nobody came by for a month
    due("2027-06-03T00:00:00Z");
    due("2027-06-03T00:00:00Z");
    assertThat(made("2027-05-01", "2027-06-30"))
        .containsExactly(
            "DAY 2027-05-02",
            "DAY 2027-05-03",
            "DAY 2027-05-30",
            "DAY 2027-06-02",
            "MONTH 2027-05-01");
    // and a late round of long ago makes nothing twice
    due("2027-05-03T00:00:00Z");
    assertThat(made("2027-03-01", "2027-06-30")).hasSize(8).doesNotHaveDuplicates();
  }

  private static List<String> made(String from, String to) {
    return Platform.SUPERUSER
        .sql(
            """
            SELECT period || ' ' || starts_on FROM reporting.reports
             WHERE starts_on BETWEEN CAST(? AS date) AND CAST(? AS date) ORDER BY period, id
            """)
        .params(from, to)
        .query(String.class)
        .list();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com/",
        "https://10.0.0.1/",
        "https://169.254.169.254/computeMetadata/v1/",
        "https://[::1]/",
        "https://user:secret@127.0.0.1/",
        "https://nobody.invalid/",
        "https:///nowhere",
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "https://127.0.0.1/#x",
        "https://127.0.0.1/a b"
      })
  void otherAddressesAreRefused(String target) {
    String body = WEBHOOK.formatted(target, "\"day\"", "ko");
    String path = "/v1/admin/report-channels/" + channel;
    Platform.refused("putReportChannel", "admin", "PUT", path, body, 400);
    Platform.refused("putReportChannel", "auditor", "PUT", path, body, 403);
  }

  private String hook(String path, String more) {
    return "{\"kind\":\"webhook\",\"target\":\"%s\",\"tells\":[\"month\"]%s}"
        .formatted(RECEIVER.url(path), more);
  }

  private void alert() {
    UUID budget = UUID.randomUUID();
    Platform.ok(
        "putBudget",
        "admin",
        "PUT",
        "/v1/admin/budgets/" + budget,
        "{\"scope\":\"company\",\"period\":\"day\",\"cap\":9,\"kind\":\"warning\"}");
    Platform.push(
        "reporting.budget-warned",
        "{\"budgetId\":\"%s\",\"startsOn\":\"2026-03-01\"}".formatted(budget));
    Platform.ok("deleteBudget", "admin", "DELETE", "/v1/admin/budgets/" + budget, "");
  }

  private JsonNode delivery() {
    return list("listDeliveries", "/v1/admin/deliveries").path("items").get(0);
  }

  private JsonNode put(String body) {
    return Platform.ok(
        "putReportChannel", "admin", "PUT", "/v1/admin/report-channels/" + channel, body);
  }

  private static JsonNode list(String operation, String path) {
    Platform.person("auditor");
    return Platform.get(operation, "auditor", path);
  }

  private static void due(String at) {
    assertThat(Platform.push("reporting.report-due", "{\"at\":\"" + at + "\"}")).isEqualTo(204);
  }

  private static void sweep() {
    assertThat(Platform.push("reporting.sweep-due", "{\"at\":\"2026-01-01T00:00:00Z\"}"))
        .isEqualTo(204);
  }

  private static String header(Receiver.Message message, String name) {
    return message.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow()
        .getValue()
        .getFirst();
  }
}
