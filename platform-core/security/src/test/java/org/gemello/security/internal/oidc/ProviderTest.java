package org.gemello.security.internal.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.gemello.api.Caller;
import org.gemello.api.Role;
import org.gemello.security.AuditEvent;
import org.gemello.security.OpenIdConnect.Attempt;
import org.gemello.security.OpenIdConnect.Begun;
import org.gemello.security.OpenIdRefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProviderTest {
    private static final URI CALLBACK = URI.create("http://127.0.0.1:8181/api/v1/session/oidc/callback");
    private static final Caller OLGA = new Caller("oidc:olga", Set.of(Role.OPERATOR));
    private final List<AuditEvent> events = new ArrayList<>();
    private final SmallProvider small;
    private final Provider provider;

    ProviderTest() throws IOException {
        small = new SmallProvider();
        provider = new Provider(settings(small.issuer()), events::add, Duration.ZERO);
    }

    private static Settings settings(URI issuer) {
        return new Settings(issuer, "Plant", SmallProvider.CLIENT, SmallProvider.SECRET, "profile", "preferred_username", "realm_access.roles",
                Settings.roles(List.of("plant-operators=OPERATOR", "plant-admins = ADMINISTRATOR")), Set.of("gemello-api"));
    }

    @AfterEach
    void stop() {
        small.close();
    }

    private Caller logIn() throws Exception {
        Begun begun = provider.begin(CALLBACK);
        Map<String, String> back = SmallProvider.visit(begun.provider());
        return provider.finish(begun.attempt(), CALLBACK, back.get("state"), back.get("code"));
    }

    private void assertRefused(UnaryOperator<JWTClaimsSet.Builder> twist, String why) {
        small.twist = twist;
        assertThatThrownBy(this::logIn).isInstanceOf(OpenIdRefusedException.class).hasMessageContaining(why);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).outcome()).isEqualTo(AuditEvent.Outcome.REFUSED);
    }

    @Test
    void somebodyLogsInWithTheRolesOfTheClaim() throws Exception {
        assertThat(provider.title()).contains("Plant");
        assertThat(logIn()).isEqualTo(OLGA);
        assertThat(logIn()).isEqualTo(OLGA);
        assertThat(small.keyRequests).as("keys are kept").hasValue(1);
    }

    @Test
    void everyAttemptIsAnother() {
        Begun first = provider.begin(CALLBACK);
        assertThat(provider.begin(CALLBACK).attempt()).isNotEqualTo(first.attempt());
        assertThat(first.provider().getQuery()).contains("code_challenge_method=S256", "scope=openid+profile")
                .doesNotContain(first.attempt().verifier());
        assertThat(first.toString()).as("for no log").doesNotContain(first.attempt().verifier());
    }

    /** RFC 7636, appendix B. */
    @Test
    void theChallengeIsThatOfTheStandard() {
        assertThat(Provider.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void anotherBrowserCannotEndTheLogin() throws Exception {
        Begun begun = provider.begin(CALLBACK);
        Map<String, String> back = SmallProvider.visit(begun.provider());
        Attempt other = provider.begin(CALLBACK).attempt();
        assertThatThrownBy(() -> provider.finish(other, CALLBACK, back.get("state"), back.get("code"))).hasMessageContaining("has not begun");
        assertThatThrownBy(() -> provider.finish(begun.attempt(), CALLBACK, "x", back.get("code"))).hasMessageContaining("has not begun");
        Attempt stolen = new Attempt(begun.attempt().state(), begun.attempt().nonce(), other.verifier());
        assertThatThrownBy(() -> provider.finish(stolen, CALLBACK, back.get("state"), back.get("code"))).as("PKCE").hasMessageContaining("400");
    }

    @Test
    void aCodeIsGoodOnce() throws Exception {
        Begun begun = provider.begin(CALLBACK);
        Map<String, String> back = SmallProvider.visit(begun.provider());
        assertThat(provider.finish(begun.attempt(), CALLBACK, back.get("state"), back.get("code"))).isEqualTo(OLGA);
        assertThatThrownBy(() -> provider.finish(begun.attempt(), CALLBACK, back.get("state"), back.get("code"))).hasMessageContaining("400");
    }

    @Test
    void refusesAnotherNonce() {
        assertRefused(claims -> claims.claim("nonce", "other"), "another login");
    }

    @Test
    void refusesAnotherAudience() {
        assertRefused(claims -> claims.audience("shop"), "aud");
    }

    @Test
    void refusesAnotherIssuer() {
        assertRefused(claims -> claims.issuer("http://127.0.0.1:1"), "iss");
    }

    @Test
    void refusesAnotherAuthorizedParty() {
        assertRefused(claims -> claims.audience(List.of(SmallProvider.CLIENT, "shop")).claim("azp", "shop"), "another client");
    }

    @Test
    void refusesWhatHasExpired() {
        assertRefused(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600))), "xpired");
    }

    @Test
    void refusesWhatIsNotGoodYetButForSomeDifferenceOfClocks() throws Exception {
        small.twist = claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(20))).expirationTime(Date.from(Instant.now().minusSeconds(20)));
        assertThat(logIn()).as("20 s of difference, both ways").isEqualTo(OLGA);
        assertRefused(claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(600))), "before");
    }

    @Test
    void refusesWhatNeverExpires() {
        assertRefused(claims -> claims.expirationTime(null), "exp");
    }

    @Test
    void refusesWhoHasNoRoleHere() {
        assertRefused(claims -> claims.claim("realm_access", Map.of("roles", List.of("others"))), "no");
    }

    @Test
    void refusesNamesOfAnotherForm() {
        assertRefused(claims -> claims.claim("preferred_username", "a b\n"), "no name");
    }

    @Test
    void refusesWhatNobodySigned() {
        small.forge = token -> {
            try {
                return new PlainJWT(SignedJWT.parse(token).getJWTClaimsSet()).serialize();
            } catch (java.text.ParseException e) {
                throw new IllegalStateException(e);
            }
        };
        assertThatThrownBy(this::logIn).isInstanceOf(OpenIdRefusedException.class).hasMessageContaining("not good");
    }

    @Test
    void refusesAPublicKeyUsedAsASecret() {
        small.forge = token -> {
            try {
                SignedJWT forged = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), SignedJWT.parse(token).getJWTClaimsSet());
                forged.sign(new MACSigner("a public key that everybody knows, 256 bits"));
                return forged.serialize();
            } catch (java.text.ParseException | com.nimbusds.jose.JOSEException e) {
                throw new IllegalStateException(e);
            }
        };
        assertThatThrownBy(this::logIn).isInstanceOf(OpenIdRefusedException.class).hasMessageContaining("not good");
    }

    @Test
    void takesAKeyThatWasRotatedAndNoneThatIsUnknown() throws Exception {
        assertThat(logIn()).isEqualTo(OLGA);
        small.rotate("two");
        assertThat(logIn()).isEqualTo(OLGA);
        JWTClaimsSet claims = small.claims("gemello-api").build();
        assertThat(provider.bearer(SmallProvider.sign(claims, SmallProvider.key("three"), JOSEObjectType.JWT))).isEmpty();
        assertThat(provider.bearer(SmallProvider.sign(claims, SmallProvider.key("two"), JOSEObjectType.JWT))).as("same name, other key").isEmpty();
    }

    /** Strangers may send as many as they like. */
    @Test
    void tokensWithUnknownKeysDoNotHaveTheProviderAskedForEachOfThem() throws Exception {
        assertThat(logIn()).isEqualTo(OLGA);
        JWTClaimsSet claims = small.claims("gemello-api").build();
        for (int i = 0; i < 50; i++) {
            assertThat(provider.bearer(SmallProvider.sign(claims, SmallProvider.key("unknown-" + i), JOSEObjectType.JWT))).isEmpty();
        }
        assertThat(small.keyRequests).hasValueLessThan(5);
        assertThat(logIn()).as("those that are known are good all the while").isEqualTo(OLGA);
    }

    @Test
    void aProgramComesWithAnAccessToken() {
        assertThat(provider.bearer(small.sign(small.claims("gemello-api").build()))).contains(OLGA);
        assertThat(provider.bearer(small.sign(small.claims(SmallProvider.CLIENT).build()))).as("an ID token's audience").isEmpty();
        assertThat(provider.bearer(small.sign(small.claims("gemello-api").expirationTime(new Date(0)).build()))).isEmpty();
        assertThat(provider.bearer(small.sign(small.claims("gemello-api").issuer("http://127.0.0.1").build()))).isEmpty();
        assertThat(provider.bearer(new PlainJWT(small.claims("gemello-api").build()).serialize())).isEmpty();
        assertThat(provider.bearer("gibberish")).isEmpty();
    }

    @Test
    void anotherIssuersDocumentIsNotTaken() {
        small.said = "http://127.0.0.1:1";
        assertThatThrownBy(() -> provider.begin(CALLBACK)).isInstanceOf(OpenIdRefusedException.class);
        small.said = small.issuer().toString();
        assertThat(provider.begin(CALLBACK)).as("asked again once it is mended").isNotNull();
    }

    @Test
    void oneThatDoesNotAnswerIsLeftAloneForAWhile() {
        Provider patient = new Provider(settings(small.issuer()), events::add, Duration.ofHours(1));
        small.said = "http://127.0.0.1:1";
        assertThatThrownBy(() -> patient.begin(CALLBACK)).isInstanceOf(OpenIdRefusedException.class);
        small.said = small.issuer().toString();
        assertThatThrownBy(() -> patient.begin(CALLBACK)).hasRootCauseMessage(small.issuer() + " has not answered a moment ago");
    }

    @Test
    void aProviderMustBeOutOfOthersReach() {
        assertThatThrownBy(() -> settings(URI.create("http://login.example.com"))).hasMessageContaining("must be https");
        assertThat(settings(URI.create("https://login.example.com")).toString()).doesNotContain(SmallProvider.SECRET);
        assertThatThrownBy(() -> new Settings(small.issuer(), "", "gemello", "", "", "n", "r", Map.of(), Set.of("gemello")))
                .hasMessageContaining("must not name the client");
        assertThatThrownBy(() -> Settings.roles(List.of("OPERATOR"))).hasMessageContaining("value=ROLE");
    }
}
