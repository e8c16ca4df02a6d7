package app.madang.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TokenVerifierTest {

  private static RSAKey key;
  private static RSAKey stranger;
  private static HttpServer keys;
  private static String url;

  @BeforeAll
  static void publishKeys() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("k").generate();
    stranger = new RSAKeyGenerator(2048).keyID("k").generate();
    keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] set = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
    keys.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, set.length);
          exchange.getResponseBody().write(set);
          exchange.close();
        });
    keys.start();
    url = "http://127.0.0.1:" + keys.getAddress().getPort();
  }

  @AfterAll
  static void stop() {
    keys.stop(0);
  }

  private static String token(RSAKey by, UnaryOperator<JWTClaimsSet.Builder> change)
      throws Exception {
    Instant now = Instant.now();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(url)
            .audience("madang")
            .subject("s")
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plusSeconds(60)))
            .claim("email", "kim@madang.example")
            .claim("email_verified", true)
            .claim("name", "김하늘")
            .claim("roles", List.of("admin"));
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(),
            change.apply(claims).build());
    jwt.sign(new RSASSASigner(by));
    return jwt.serialize();
  }

  private static TokenVerifier verifier(String rolesClaim) {
    return new TokenVerifier(url, url, rolesClaim);
  }

  private static void assertRefused(String token) {
    assertThatThrownBy(() -> verifier(null).verify(token, "madang"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.code()).isEqualTo(ProblemCode.UNAUTHENTICATED));
  }

  @Test
  void a_good_token_proves_who_calls() throws Exception {
    VerifiedToken proven = verifier("roles").verify(token(key, c -> c), "madang");
    assertThat(proven)
        .isEqualTo(new VerifiedToken(url, "s", "kim@madang.example", "김하늘", List.of("admin")));
  }

  @Test
  void roles_come_from_the_token_only_when_a_claim_is_configured() throws Exception {
    assertThat(verifier(null).verify(token(key, c -> c), "madang").roles()).isEmpty();
  }

  @Test
  void an_address_that_the_issuer_did_not_verify_counts_as_none() throws Exception {
    String token = token(key, c -> c.claim("email_verified", false));
    assertThat(verifier(null).verify(token, "madang").email()).isNull();
  }

  @Test
  void forged_foreign_and_expired_tokens_are_refused() throws Exception {
    assertRefused(token(stranger, c -> c));
    assertRefused(token(key, c -> c.audience("other")));
    assertRefused(token(key, c -> c.issuer("https://evil.example")));
    assertRefused(token(key, c -> c.expirationTime(Date.from(Instant.now().minusSeconds(31)))));
    assertRefused(token(key, c -> c.notBeforeTime(Date.from(Instant.now().plusSeconds(60)))));
    assertRefused(token(key, c -> c.subject(null)));
    assertRefused(new PlainJWT(new JWTClaimsSet.Builder().subject("s").build()).serialize());
    assertRefused("not.a.token");
  }

  @Test
  void keys_that_cannot_be_read_are_not_the_callers_fault() throws Exception {
    TokenVerifier lost = new TokenVerifier(url, "http://127.0.0.1:1", null);
    assertThatThrownBy(() -> lost.verify(token(key, c -> c), "madang"))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.UNAVAILABLE));
  }
}
