package app.madang.functions.local;

import app.madang.testing.Person;
import app.madang.testing.TokenIssuer;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** One public client with PKCE, five people, tokens with the claims that functions read. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

  @Bean
  @Order(1)
  SecurityFilterChain protocol(
      HttpSecurity http, RegisteredClientRepository clients, OAuth2TokenGenerator<?> tokens)
      throws Exception {
    http.oauth2AuthorizationServer(
            server -> {
              http.securityMatcher(server.getEndpointsMatcher());
              server.oidc(Customizer.withDefaults());
              server.tokenGenerator(tokens);
              server.clientAuthentication(
                  client ->
                      client
                          .authenticationConverter(RefreshingClient::of)
                          .authenticationProvider(new RefreshingClient.Door(clients)));
            })
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .cors(Customizer.withDefaults())
        .exceptionHandling(
            exceptions ->
                exceptions.defaultAuthenticationEntryPointFor(
                    new LoginUrlAuthenticationEntryPoint("/login"),
                    new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
    return http.build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain signIn(HttpSecurity http, StackPorts ports) throws Exception {
    // a browser holds the redirect after the form to form-action as well: the site must be in it
    String policy =
        "default-src 'none'; style-src 'self' 'unsafe-inline'; font-src 'self'; base-uri 'none'; frame-ancestors 'none';"
            + " form-action 'self' "
            + ports.siteOrigin();
    http.authorizeHttpRequests(
            requests ->
                requests.requestMatchers(SiteType.PATHS).permitAll().anyRequest().authenticated())
        .formLogin(
            form ->
                form.loginPage("/login")
                    .usernameParameter("person")
                    .passwordParameter("person")
                    .permitAll())
        .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy)));
    return http.build();
  }

  @Bean
  UserDetailsService people() {
    return new InMemoryUserDetailsManager(
        Arrays.stream(Person.values())
            .map(person -> User.withUsername(person.id()).password("{noop}" + person.id()).build())
            .toList());
  }

  @Bean
  RegisteredClientRepository clients(StackPorts ports) {
    return new InMemoryRegisteredClientRepository(
        RegisteredClient.withId("madang-web")
            .clientId("madang-web")
            .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
            .redirectUri(ports.siteOrigin() + "/callback")
            .redirectUri(ports.siteOrigin() + EmbedOrigins.PATH + "callback")
            .postLogoutRedirectUri(ports.siteOrigin() + "/sign-in")
            .postLogoutRedirectUri(ports.siteOrigin() + "/")
            .scopes(scopes -> scopes.addAll(List.of("openid", "profile", "email")))
            .clientSettings(
                ClientSettings.builder()
                    .requireProofKey(true)
                    .requireAuthorizationConsent(false)
                    .build())
            .tokenSettings(
                TokenSettings.builder()
                    .accessTokenTimeToLive(PeopleTokens.signedInFor())
                    .refreshTokenTimeToLive(PeopleTokens.LIFE)
                    .reuseRefreshTokens(false)
                    .build())
            .build());
  }

  @Bean
  AuthorizationServerSettings settings(StackPorts ports) {
    return AuthorizationServerSettings.builder().issuer(ports.issuerUrl()).build();
  }

  @Bean
  JWKSource<SecurityContext> keys(PeopleTokens tokens) {
    return new ImmutableJWKSet<>(new JWKSet(tokens.key()));
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims() {
    return context -> {
      Authentication principal = Objects.requireNonNull(context.getPrincipal());
      Person person = Person.of(principal.getName());
      context
          .getClaims()
          .claim("email", person.email())
          .claim("email_verified", true)
          .claim("name", person.displayName());
      if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
        context.getClaims().audience(List.of(TokenIssuer.AUDIENCE)).claim("roles", person.roles());
      }
    };
  }

  @Bean
  OAuth2TokenGenerator<?> tokens(
      JWKSource<SecurityContext> keys, OAuth2TokenCustomizer<JwtEncodingContext> claims) {
    JwtGenerator jwts = new JwtGenerator(new NimbusJwtEncoder(keys));
    jwts.setJwtCustomizer(claims);
    return new DelegatingOAuth2TokenGenerator(jwts, RefreshingClient::token);
  }

  @Bean
  CorsConfigurationSource corsConfigurationSource(StackPorts ports) {
    CorsConfiguration site = new CorsConfiguration();
    site.setAllowedOrigins(List.of(ports.siteOrigin()));
    site.setAllowedMethods(List.of("GET", "POST"));
    site.setAllowedHeaders(List.of("*"));
    UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
    source.registerCorsConfiguration("/**", site);
    return source;
  }
}
