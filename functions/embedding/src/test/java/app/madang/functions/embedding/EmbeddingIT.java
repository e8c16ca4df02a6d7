package app.madang.functions.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import app.madang.testing.ContractValidator;
import app.madang.testing.TestStack;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EmbeddingIT {

  @Test
  void aChunkedDocumentBecomesReady() {
    UUID document = Platform.chunked(40);
    assertThat(Platform.push(UUID.randomUUID(), document)).isEqualTo(204);
    assertThat(Platform.status(document)).isEqualTo("READY 40");
    assertThat(Platform.vectors(document)).isEqualTo(40);
  }

  @Test
  void aRedeliveredEventChangesNothing() {
    UUID document = Platform.chunked(3);
    UUID event = UUID.randomUUID();
    Platform.push(event, document);
    assertThat(Platform.push(event, document)).isEqualTo(204);
    assertThat(Platform.push(UUID.randomUUID(), document)).isEqualTo(204);
    assertThat(Platform.status(document)).isEqualTo("READY 3");
  }

  @Test
  void workGoesOnWhereACrashEndedIt() {
    UUID document = Platform.chunked(40);
    Platform.push(UUID.randomUUID(), document);
    Platform.forgetVectorsFrom(document, 16);
    assertThat(Platform.push(UUID.randomUUID(), document)).isEqualTo(204);
    assertThat(Platform.status(document)).isEqualTo("READY 40");
  }

  @Test
  void twoDeliveriesAtOnceDoTheWorkOnce() {
    UUID document = Platform.chunked(40);
    List<CompletableFuture<Integer>> both =
        Stream.of(UUID.randomUUID(), UUID.randomUUID())
            .map(event -> CompletableFuture.supplyAsync(() -> Platform.push(event, document)))
            .toList();
    assertThat(both).allMatch(delivery -> delivery.join() == 204);
    assertThat(Platform.status(document)).isEqualTo("READY 40");
  }

  @Test
  void aDocumentThatIsGoneIsNoTrouble() {
    assertThat(Platform.push(UUID.randomUUID(), UUID.randomUUID())).isEqualTo(204);
  }

  @Test
  void serviceCallersGetVectorsInOrder() {
    HttpResponse<String> answer = embed(service(), "{\"texts\":[\"vacation\",\"연차\"]}");
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode body = ContractValidator.check("embedTexts", answer);
    assertThat(body.path("model").asString()).isEqualTo("all-minilm-l6-v2-q");
    assertThat(body.path("vectors")).hasSize(2).allMatch(vector -> vector.size() == 384);
  }

  @Test
  void anotherModelsVectorsAreMadeBesideThePresentOnes() {
    UUID document = Platform.chunked(20);
    Platform.push(UUID.randomUUID(), document);
    Platform.next(document, "bge-m3", 1024);
    Platform.VENDOR.received().clear();
    assertThat(Platform.push(UUID.randomUUID(), document)).isEqualTo(204);
    assertThat(Platform.status(document)).isEqualTo("READY 20");
    assertThat(Platform.vectors(document)).isEqualTo(40);
    assertThat(Platform.VENDOR.received())
        .isNotEmpty()
        .allSatisfy(
            call -> {
              assertThat(call.path()).endsWith("/embeddings");
              assertThat(call.body().path("model").asString()).isEqualTo("bge-m3");
              // as words do: the name of the document stands before the passage
              assertThat(call.body().path("input").toString()).contains("d\\nRule number ");
              // an endpoint of one length is not told it
              assertThat(call.body().has("dimensions")).isFalse();
            });
    int asked = Platform.VENDOR.received().size();
    Platform.push(UUID.randomUUID(), document);
    assertThat(Platform.VENDOR.received()).hasSize(asked);
  }

  @Test
  void whereTheModelIsGoneTheDocumentSaysSoAndIsNotAskedForAgainAtOnce() {
    UUID document = Platform.chunked(2);
    Platform.model(document, "nobody", 768);
    assertThat(Platform.push(UUID.randomUUID(), document)).isEqualTo(204);
    assertThat(Platform.meaningFailure(document)).isEqualTo("no_model");
    Platform.model(document, "bge-m3", 1024);
    assertThat(Platform.push(UUID.randomUUID(), document)).isEqualTo(204);
    assertThat(Platform.status(document)).isEqualTo("READY 2");
    assertThat(Platform.meaningFailure(document)).isEqualTo("none");
  }

  @Test
  void aVendorThatFailsForGoodIsToldAfterSomeAttempts() {
    UUID document = Platform.chunked(2);
    // it answers with vectors of 1024
    Platform.model(document, "bge-m3", 768);
    for (int attempt = 1; attempt < 5; attempt++) {
      assertThat(Platform.push(UUID.randomUUID(), document)).isGreaterThanOrEqualTo(500);
      assertThat(Platform.meaningFailure(document)).isEqualTo("none");
    }
    assertThat(Platform.push(UUID.randomUUID(), document)).isEqualTo(204);
    assertThat(Platform.meaningFailure(document)).isEqualTo("unavailable");
    assertThat(Platform.status(document)).startsWith("CHUNKED");
  }

  @Test
  void aQuestionToAVendorsModelIsMaskedFirst() {
    Platform.VENDOR.received().clear();
    HttpResponse<String> answer =
        embed(
            service(),
            "{\"texts\":[\"900101-1234568\"],\"model\":\"bge-m3\",\"dimensions\":1024,\"purpose\":\"QUESTION\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode body = ContractValidator.check("embedTexts", answer);
    assertThat(body.path("vectors").get(0)).hasSize(1024);
    assertThat(Platform.VENDOR.received().element().body().toString()).doesNotContain("1234568");
  }

  @Test
  void aConfidentialQuestionGoesToNoVendorThatIsNotClearedForIt() {
    Platform.VENDOR.received().clear();
    String secret = "{\"texts\":[\"연차\"],%s\"purpose\":\"QUESTION\",\"data\":\"CONFIDENTIAL\"}";
    HttpResponse<String> refused =
        embed(service(), secret.formatted("\"model\":\"bge-m3\",\"dimensions\":1024,"));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(404);
    assertThat(Platform.VENDOR.received()).isEmpty();
    // the platform's own model is no vendor
    assertThat(embed(service(), secret.formatted("")).statusCode()).isEqualTo(200);
  }

  @Test
  void whoAskedWhoUploadedAndTheCompanyPay() {
    Platform.price("bge-m3", 1.0);
    UUID asker = UUID.randomUUID();
    assertThat(embed(service(), question(asker)).statusCode()).isEqualTo(200);
    UUID document = Platform.chunked(2);
    UUID uploader = Platform.uploader(document);
    Platform.model(document, "bge-m3", 1024);
    Platform.push(UUID.randomUUID(), document);
    assertThat(Platform.paid(asker)).isEqualTo(1);
    assertThat(Platform.paid(uploader)).isEqualTo(1);
    // the platform's own model costs nothing and is no vendor's use
    UUID another = Platform.chunked(2);
    long calls = Platform.calls();
    Platform.push(UUID.randomUUID(), another);
    assertThat(Platform.status(another)).isEqualTo("READY 2");
    assertThat(Platform.calls()).isEqualTo(calls);
    // the company changes its model
    long company = Platform.paid(null);
    Platform.next(another, "bge-m3", 1024);
    Platform.push(UUID.randomUUID(), another);
    assertThat(Platform.paid(Platform.uploader(another))).isZero();
    assertThat(Platform.paid(null)).isEqualTo(company + 1);
  }

  @Test
  void whatTheModelMayNotHaveIsFoundByItsWordsAndSaysWhy() {
    UUID document = Platform.chunked(2);
    Platform.model(document, "bge-m3", 1024);
    Platform.confidential(document);
    int before = Platform.VENDOR.received().size();
    Platform.push(UUID.randomUUID(), document);
    assertThat(Platform.status(document)).isEqualTo("CHUNKED 0");
    assertThat(Platform.meaningFailure(document)).isEqualTo("not_cleared");
    assertThat(Platform.VENDOR.received()).hasSize(before);
  }

  private static String question(UUID asker) {
    return "{\"texts\":[\"연차\"],\"model\":\"bge-m3\",\"dimensions\":1024,\"purpose\":\"QUESTION\",\"person\":\"%s\"}"
        .formatted(asker);
  }

  @Test
  void aBudgetRefusesWhoWaitsAndNoDocument() throws Exception {
    Platform.price("bge-m3", 1.0);
    UUID document = Platform.chunked(2);
    UUID poor = Platform.uploader(document);
    Platform.budget(poor);
    HttpResponse<String> answer = embed(service(), question(poor));
    // a new budget is known within five seconds
    for (int tries = 0; tries < 16 && answer.statusCode() == 200; tries++) {
      Thread.sleep(500);
      answer = embed(service(), question(poor));
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(402);
    assertThat(embed(service(), question(UUID.randomUUID())).statusCode()).isEqualTo(200);
    Platform.model(document, "bge-m3", 1024);
    Platform.push(UUID.randomUUID(), document);
    assertThat(Platform.status(document)).isEqualTo("READY 2");
  }

  @Test
  void aModelThatNobodySetUpOrOfAnotherLengthIsUnavailable() {
    for (String model : List.of("\"nobody\",\"dimensions\":768", "\"bge-m3\",\"dimensions\":768")) {
      assertThat(embed(service(), "{\"texts\":[\"x\"],\"model\":" + model + "}").statusCode())
          .isEqualTo(503);
    }
  }

  @Test
  void othersGetNone() {
    assertThat(embed("", "{\"texts\":[\"x\"]}").statusCode()).isEqualTo(401);
    String person = Platform.STACK.tokens().userToken("employee");
    assertThat(embed(person, "{\"texts\":[\"x\"]}").statusCode()).isIn(401, 403);
  }

  @Test
  void oddRequestsAreRefused() {
    assertThat(embed(service(), "{\"texts\":[]}").statusCode()).isEqualTo(400);
    assertThat(embed(service(), "{\"texts\":[\"" + "x".repeat(8001) + "\"]}").statusCode())
        .isEqualTo(400);
  }

  private static String service() {
    return Platform.STACK
        .tokens()
        .serviceToken(TestStack.serviceEmail("chat"), Platform.SERVER.url());
  }

  private static HttpResponse<String> embed(String token, String body) {
    return Platform.SERVER.call(token, "POST", "/internal/v1/embeddings", body);
  }
}
