package app.madang.functions.local;

import app.madang.testing.Person;
import app.madang.testing.TokenIssuer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The identity provider's key, kept with the data, and access tokens for scripts. */
record PeopleTokens(String issuer, RSAKey key) {

  static final Duration LIFE = Duration.ofHours(8);

  /** How long an access token of a sign-in is good; short in tests of its renewal. */
  static Duration signedInFor() {
    @Nullable String seconds = System.getenv("SIGN_IN_SECONDS");
    return seconds == null ? Duration.ofHours(1) : Duration.ofSeconds(Long.parseLong(seconds));
  }

  private static final Pattern MEMBER = Pattern.compile("member-([1-9]\\d{0,2})");
  private static final String FILE = "identity-key.json";

  static PeopleTokens open(DataFolder data, String issuer) {
    Path file = data.root().resolve(FILE);
    try {
      if (!Files.exists(file)) {
        RSAKey made = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        data.writePrivate(FILE, made.toJSONString());
      }
      return new PeopleTokens(issuer, RSAKey.parse(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException | ParseException e) {
      throw new PlainWords(file + " is not a key: " + e.getMessage());
    }
  }

  /** Whether there is such a person: one who can sign in, or one of many members for scripts. */
  static boolean known(String person) {
    return StackStatus.people().contains(person) || MEMBER.matcher(person).matches();
  }

  /** An access token as the sign-in gives it; of {@code member-17} for who has no sign-in. */
  String accessToken(String person) {
    Matcher member = MEMBER.matcher(person);
    if (member.matches()) {
      String email = person + "@madang.example";
      return accessToken(person, email, "구성원 " + member.group(1), List.of("member"));
    }
    Person known = Person.of(person);
    return accessToken(known.id(), known.email(), known.displayName(), known.roles());
  }

  String accessToken(String subject, String email, String name, List<String> roles) {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .subject(subject)
            .audience(TokenIssuer.AUDIENCE)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .claim("email", email)
            .claim("email_verified", true)
            .claim("name", name)
            .claim("roles", roles)
            .build();
    try {
      JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
