package dev.atelier.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.domain.InvalidValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://Hooks.Example/a?b=c, hooks.example:443, true",
        "https://hooks.example:8443, hooks.example:8443, true",
        "HTTP://[2001:DB8::1]/, 2001:db8::1:80, false"
    })
    void knows_its_receiver(String url, String receiver, boolean secure) {
        assertThat(new WebhookUrl(url).receiver()).isEqualTo(receiver);
        assertThat(new WebhookUrl(url).isSecure()).isEqualTo(secure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " https://a.example",
                "https://a.example/b c",
                "https://a.example/\n",
                "https://a.example/ü",
                "https://a.example/%zz",
                "https://a_b.example/",
                "https:a.example",
                "mailto:a@b.example",
                "https://a@b.example",
                "https://a.example#b",
                "https://a.example#",
                "https://a.example:99999"
            })
    void is_nothing_else(String url) {
        assertThatThrownBy(() -> new WebhookUrl(url)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_message_is_named_by_the_job_and_the_version_at_its_end() {
        var job = Given.submitted(Terms.USUAL).job();

        assertThat(new MessageId(job.id(), 7).toString()).matches("msg_[0-9a-f]{32}_7");
    }
}
