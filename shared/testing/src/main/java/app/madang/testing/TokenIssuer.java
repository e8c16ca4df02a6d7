package app.madang.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

/** An issuer of tokens with its keys published over HTTP, as identity providers do. */
public final class TokenIssuer implements AutoCloseable {

  /** Audience of people's tokens. */
  public static final String AUDIENCE = "madang";

  /** The account that Pub/Sub pushes as. */
  public static final String PUSH_EMAIL = "pubsub-push@madang-local.iam.gserviceaccount.com";

  private final RSAKey key;
  private final HttpServer server;
  private final String issuer;

  /** Starts an issuer at a port. */
  public TokenIssuer(int port) {
    try {
      key = newKey();
      issuer = "http://127.0.0.1:" + port;
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      serve("/oauth2/jwks", new JWKSet(key.toPublicJWK()).toString());
      serve(
          "/.well-known/openid-configuration",
          "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer, jwksUrl()));
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serve(String path, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  /** The issuer's name. */
  public String issuer() {
    return issuer;
  }

  /** Where its keys are. */
  public String jwksUrl() {
    return issuer + "/oauth2/jwks";
  }

  /** A token of one of the {@linkplain Person people}, or of a stranger with that name. */
  public String userToken(String name) {
    return sign(key, userClaims(name).build());
  }

  /** A token that ended an hour ago. */
  public String expiredToken(String name) {
    Instant past = Instant.now().minus(Duration.ofHours(1));
    return sign(key, userClaims(name).expirationTime(Date.from(past)).build());
  }

  /** A token that says the same but is signed by another key under the same key id. */
  public String forgedToken(String name) {
    RSAKey other = new RSAKey.Builder(newKey()).keyID(key.getKeyID()).build();
    return sign(other, userClaims(name).build());
  }

  /** The token of Pub/Sub's push to an address. */
  public String pushToken(String audience) {
    return serviceToken(PUSH_EMAIL, audience);
  }

  /** The token of a service account for an audience. */
  public String serviceToken(String email, String audience) {
    return sign(
        key, claims(email, audience).claim("email", email).claim("email_verified", true).build());
  }

  private JWTClaimsSet.Builder userClaims(String name) {
    boolean known = List.of("employee", "builder", "reviewer", "admin", "auditor").contains(name);
    List<String> roles = known ? Person.of(name).roles() : List.of("member");
    String displayName = known ? Person.of(name).displayName() : name;
    return claims(name, AUDIENCE)
        .claim("email", name + "@madang.example")
        .claim("email_verified", true)
        .claim("name", displayName)
        .claim("roles", roles);
  }

  private JWTClaimsSet.Builder claims(String subject, String audience) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .subject(subject)
        .audience(audience)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofHours(1))));
  }

  private static String sign(RSAKey key, JWTClaimsSet claims) {
    try {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
