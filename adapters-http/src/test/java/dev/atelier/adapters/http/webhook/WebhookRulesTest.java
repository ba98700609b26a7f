package dev.atelier.adapters.http.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.domain.InvalidValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// Which URLs a job may bring along.
class WebhookRulesTest {

    private static final WebhookSecrets SECRETS = new WebhookSecrets.Given(List.of(Sending.SECRET));
    private static final WebhookRules RULES = new WebhookRules(new WebhookSettings(SECRETS, false));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://example.com/hooks/atelier?key=a%20b",
                "HTTPS://Example.COM:8443/",
                "https://xn--grer-5qa.example/",
                "https://8.8.8.8/",
                "https://[2606:4700::1111]/x",
                "https://localhost.example.com/",
                "https://internal.example/",
                "https://127.0.0.1.example/"
            })
    void public_hosts_are_taken(String url) {
        assertThat(RULES.accept(url).value()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://LOCALHOST:8443/",
                "https://localhost./",
                "https://db.localhost/",
                "https://printer.local/",
                "https://metadata.google.internal/",
                "https://127.0.0.1/",
                "https://127.255.255.254/",
                "https://0.0.0.0/",
                "https://0.1.2.3/",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.0.1/",
                "https://100.64.0.1/",
                "https://100.100.100.200/",
                "https://169.254.169.254/latest/meta-data/",
                "https://168.63.129.16/",
                "https://192.0.0.192/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://255.255.255.255/",
                "https://240.0.0.1/",
                "https://[::]/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:a9fe:a9fe]/",
                "https://[::127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[64:ff9b::169.254.169.254]/",
                "https://[64:ff9b:1::1]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[fe80::1]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001::1]/",
                "https://[2001:db8::1]/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://017700000001/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://127.0.0.1./",
                "https://127.0.0.0x1/",
                "https://10.0.0.256/",
                "https://%31%32%37.0.0.1/",
                "https://①②⑦.0.0.1/",
                "https://[fe80::1%25eth0]/",
                "https://[v1.x]/"
            })
    void private_and_local_hosts_are_refused_however_they_are_written(String url) {
        assertThatThrownBy(() -> RULES.accept(url)).as(url).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "ftp://example.com/",
                "javascript:alert(1)",
                "//example.com/",
                "example.com",
                "https:///path",
                "https://user@example.com/",
                "https://user:secret@example.com/",
                "https://example.com/#part",
                "https://example.com:0/",
                "https://example.com:65536/",
                "https://exam ple.com/",
                "https://example.com/\r\nX: y",
                "https://example.com/ä",
                ""
            })
    void what_is_no_plain_https_url_is_refused(String url) {
        assertThatThrownBy(() -> RULES.accept(url)).as(url).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_url_has_up_to_2048_characters() {
        var start = "https://example.com/";
        var longest = start + "a".repeat(2048 - start.length());

        assertThat(RULES.accept(longest).value()).hasSize(2048);
        assertThatThrownBy(() -> RULES.accept(longest + "a")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void in_development_everything_may_be_called_that_is_a_url() {
        var rules = new WebhookRules(new WebhookSettings(SECRETS, true));

        assertThat(rules.accept("http://localhost:3000/in").receiver()).isEqualTo("localhost:3000");
        assertThat(rules.accept("http://[::1]/").receiver()).isEqualTo("::1:80");
        assertThatThrownBy(() -> rules.accept("ftp://localhost/")).isInstanceOf(InvalidValue.class);
    }

    @Test
    void without_a_secret_no_url_is_taken() {
        var rules = new WebhookRules(new WebhookSettings(new WebhookSecrets.None(), true));

        assertThatThrownBy(() -> rules.accept("https://example.com/"))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("not set up on this server");
    }
}
