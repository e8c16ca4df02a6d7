package app.madang.runtime.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a token proves once its signature, issuer, audience and times were checked.
 *
 * @param issuer who says it
 * @param subject about whom, unique within the issuer
 * @param email verified address; absent when the issuer did not verify one
 * @param name display name
 * @param roles from the configured claim; empty when none is configured
 */
public record VerifiedToken(
    String issuer, String subject, @Nullable String email, String name, List<String> roles) {}
