package dev.atelier.adapters.http.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import dev.atelier.adapters.http.Reply;
import dev.atelier.adapters.http.TestServer;
import dev.atelier.adapters.http.TestSettings;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.text.ParseException;
import java.util.List;
import java.util.stream.Stream;

/// Tokens in front of the real server, with keys from a real JWK set.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirebaseTokensTest {

    private Issuer issuer;
    private TestServer server;

    @BeforeAll
    void start() {
        issuer = new Issuer();
        var firebase = issuer.asFirebase();
        server = TestServer.start(TestSettings.trusting(firebase));
    }

    @AfterAll
    void stop() {
        server.close();
        issuer.close();
    }

    @Test
    void a_good_token_tells_who_is_asking() {
        assertThat(jobsWith(token(Issuer.claims())).status()).isEqualTo(200);
        assertThat(server.application.pages.getLast().owner()).isEqualTo(Jobs.ALICE);
    }

    @Test
    void only_a_claim_that_is_true_makes_an_administrator() {
        var admin = token(Issuer.claims().claim("admin", true));
        var almost = token(Issuer.claims().claim("admin", "true"));

        assertThat(server.get("/jobs/stats?scope=all", admin).status()).isEqualTo(200);
        assertThat(server.get("/jobs/stats?scope=all", almost).status()).isEqualTo(403);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void is_refused(String name, JWTClaimsSet.Builder claims) {
        assertRefused(name, token(claims));
    }

    static Stream<Arguments> is_refused() {
        var noon = Jobs.NOON;
        return Stream.of(
                Arguments.of("wrong issuer", Issuer.claims().issuer("https://evil.example")),
                Arguments.of(
                        "issuer of another project",
                        Issuer.claims().issuer("https://securetoken.google.com/other")),
                Arguments.of("no issuer", Issuer.claims().issuer(null)),
                Arguments.of("wrong audience", Issuer.claims().audience("other")),
                Arguments.of(
                        "one audience too many",
                        Issuer.claims().audience(List.of(Issuer.PROJECT, "other"))),
                Arguments.of("no audience", Issuer.claims().audience((String) null)),
                Arguments.of("expired", Issuer.claims().expirationTime(Issuer.at(noon))),
                Arguments.of("no expiry", Issuer.claims().expirationTime(null)),
                Arguments.of(
                        "issued in the future",
                        Issuer.claims().issueTime(Issuer.at(noon.plusSeconds(60)))),
                Arguments.of("never issued", Issuer.claims().issueTime(null)),
                Arguments.of(
                        "not valid yet",
                        Issuer.claims().notBeforeTime(Issuer.at(noon.plusSeconds(60)))),
                Arguments.of(
                        "signed in in the future",
                        Issuer.claims().claim("auth_time", noon.plusSeconds(60).getEpochSecond())),
                Arguments.of("never signed in", Issuer.claims().claim("auth_time", null)),
                Arguments.of("signed in at a text", Issuer.claims().claim("auth_time", "noon")),
                Arguments.of(
                        "signed in beyond time",
                        Issuer.claims().claim("auth_time", Long.MAX_VALUE)),
                Arguments.of("no subject", Issuer.claims().subject(null)),
                Arguments.of("empty subject", Issuer.claims().subject("")),
                Arguments.of("subject too long", Issuer.claims().subject("a".repeat(129))));
    }

    @Test
    void is_refused_without_a_signature() {
        assertRefused("alg none", new PlainJWT(Issuer.claims().build()).serialize());
        var signed = token(Issuer.claims());
        assertRefused("no signature", signed.substring(0, signed.lastIndexOf('.') + 1));
    }

    @Test
    void is_refused_with_the_public_key_as_a_secret() throws JOSEException {
        var secret = issuer.key.toRSAPublicKey().getEncoded();
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("key-1").build();
        var jwt = new SignedJWT(header, Issuer.claims().build());
        jwt.sign(new MACSigner(secret));

        assertRefused("HS256", jwt.serialize());
    }

    @Test
    void is_refused_with_any_other_algorithm() throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS512).keyID("key-1").build();
        var jwt = new SignedJWT(header, Issuer.claims().build());
        jwt.sign(new RSASSASigner(issuer.key));

        assertRefused("RS512", jwt.serialize());
    }

    @Test
    void is_refused_with_a_key_that_is_not_the_issuers() {
        var claims = Issuer.claims().build();

        assertRefused("unknown kid", Issuer.signed(claims, Issuer.newKey("key-2")));
        assertRefused("known kid, other key", Issuer.signed(claims, Issuer.newKey("key-1")));
        assertRefused("no kid", Issuer.signed(claims, withoutId()));
    }

    @Test
    void is_refused_once_it_was_changed() throws ParseException {
        var parts = JOSEObject.split(token(Issuer.claims()));
        var admin = JOSEObject.split(token(Issuer.claims().claim("admin", true)));

        assertRefused("claims of another", parts[0] + "." + admin[1] + "." + parts[2]);
    }

    @Test
    void is_refused_with_a_private_key_in_its_header() {
        var header = "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"jwk\":" + issuer.key + "}";
        var parts = Base64URL.encode(header) + "." + Base64URL.encode("{}") + "." + "AAAA";

        assertRefused("private key", parts);
    }

    @Test
    void nonsense_is_refused() {
        for (var nonsense : List.of("x", "a.b.c", "...", "eyJ.eyJ.eyJ", "=")) {
            assertRefused(nonsense, nonsense);
        }
        var basic = server.request("/jobs", "").header("Authorization", "Basic YTpi").GET();
        assertThat(server.send(basic).status()).isEqualTo(401);
    }

    private Reply jobsWith(String token) {
        return server.get("/jobs", token);
    }

    private void assertRefused(String name, String token) {
        var reply = jobsWith(token);

        assertThat(reply.status()).as(name).isEqualTo(401);
        assertThat(reply.header("www-authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(reply.json().path("error").asText()).isEqualTo("Unauthorized");
        assertThat(reply.text()).doesNotContain("Exception").doesNotContain(token + '"');
    }

    private String token(JWTClaimsSet.Builder claims) {
        return Issuer.signed(claims.build(), issuer.key);
    }

    private RSAKey withoutId() {
        return new RSAKey.Builder(issuer.key).keyID(null).build();
    }
}
