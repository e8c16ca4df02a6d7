package app.madang.runtime.security;

import app.madang.contracts.ProblemCode;
import app.madang.runtime.ProblemException;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies JWTs of one issuer: signature by its published keys, issuer, audience, times. */
public final class TokenVerifier {

  private static final Logger LOG = LoggerFactory.getLogger(TokenVerifier.class);
  private static final int CLOCK_SKEW_SECONDS = 30;
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

  private final String issuer;
  private final JWKSource<SecurityContext> keys;
  private final @Nullable String rolesClaim;

  /**
   * A verifier of an issuer's tokens.
   *
   * @param rolesClaim claim with role names, or null to take none from the token
   */
  public TokenVerifier(String issuer, String jwksUrl, @Nullable String rolesClaim) {
    this.issuer = issuer;
    this.rolesClaim = rolesClaim;
    try {
      this.keys =
          JWKSourceBuilder.create(URI.create(jwksUrl).toURL())
              .retrying(true)
              .outageTolerant(3_600_000)
              .build();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("not a URL of a key set: " + jwksUrl, e);
    }
  }

  /**
   * Verifies a token.
   *
   * @throws ProblemException unauthenticated when anything about it is wrong; unavailable when the
   *     issuer's keys cannot be read
   */
  public VerifiedToken verify(String token, String audience) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            audience,
            new JWTClaimsSet.Builder().issuer(issuer).build(),
            Set.of("sub", "exp", "iat"));
    claims.setMaxClockSkew(CLOCK_SKEW_SECONDS);
    processor.setJWTClaimsSetVerifier(claims);
    try {
      return read(processor.process(token, null));
    } catch (KeySourceException e) {
      LOG.warn("The keys of {} cannot be read: {}", issuer, e.getMessage());
      throw new ProblemException(ProblemCode.UNAVAILABLE);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      LOG.debug("Token refused: {}", e.getMessage());
      throw new ProblemException(ProblemCode.UNAUTHENTICATED);
    }
  }

  private VerifiedToken read(JWTClaimsSet claims) throws ParseException {
    boolean emailVerified = Boolean.TRUE.equals(claims.getClaim("email_verified"));
    String email = emailVerified ? claims.getStringClaim("email") : null;
    String name = claims.getStringClaim("name");
    List<String> roles = rolesClaim == null ? null : claims.getStringListClaim(rolesClaim);
    return new VerifiedToken(
        issuer,
        claims.getSubject(),
        email,
        name != null ? name : email != null ? email : claims.getSubject(),
        roles == null ? List.of() : List.copyOf(roles));
  }
}
