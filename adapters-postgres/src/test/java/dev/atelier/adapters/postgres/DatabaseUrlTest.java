package dev.atelier.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.domain.InvalidValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseUrlTest {

    private static String parameter(String url, String name) {
        return String.valueOf(DatabaseUrl.parse(url).properties().getProperty(name));
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://db.example.com:6543/atelier, jdbc:postgresql://db.example.com:6543/atelier",
        "postgres://u:p@db/atelier, jdbc:postgresql://db/atelier",
        "postgresql://u@db, jdbc:postgresql://db/",
        "postgresql:///atelier, jdbc:postgresql:///atelier",
        "postgresql://[::1]:5433/atelier, jdbc:postgresql://[::1]:5433/atelier",
        "jdbc:postgresql://db:5432/atelier, jdbc:postgresql://db:5432/atelier",
        "jdbc:postgresql:atelier, jdbc:postgresql:///atelier",
        "'  postgresql://db/atelier  ', jdbc:postgresql://db/atelier"
    })
    void both_forms_name_hosts_and_database(String url, String jdbc) {
        assertThat(DatabaseUrl.parse(url).jdbc()).isEqualTo(jdbc);
    }

    @Test
    void credentials_are_decoded_and_a_plus_is_a_plus() {
        var url = "postgresql://o%27brien%40x:p%40s%2Fs%3Aw+rd%25@db/atelier";

        assertThat(parameter(url, "user")).isEqualTo("o'brien@x");
        assertThat(parameter(url, "password")).isEqualTo("p@s/s:w+rd%");
    }

    @Test
    void credentials_may_be_parameters() {
        var url = "jdbc:postgresql://db/atelier?user=alice&password=s%26cret";

        assertThat(parameter(url, "user")).isEqualTo("alice");
        assertThat(parameter(url, "password")).isEqualTo("s&cret");
        assertThat(DatabaseUrl.parse(url).jdbc()).doesNotContain("alice", "cret");
    }

    @Test
    void parameters_of_tls_are_passed_on() {
        var url =
                "postgresql://u:p@db/atelier?sslmode=verify-full&sslrootcert=/etc/ca.pem"
                        + "&sslcert=/etc/me.crt&sslkey=/etc/me.key&sslnegotiation=direct"
                        + "&channel_binding=require";

        assertThat(parameter(url, "sslmode")).isEqualTo("verify-full");
        assertThat(parameter(url, "sslrootcert")).isEqualTo("/etc/ca.pem");
        assertThat(parameter(url, "sslcert")).isEqualTo("/etc/me.crt");
        assertThat(parameter(url, "sslkey")).isEqualTo("/etc/me.key");
        assertThat(parameter(url, "sslNegotiation")).isEqualTo("direct");
        assertThat(parameter(url, "channelBinding")).isEqualTo("require");
    }

    @Test
    void the_systems_certificates_are_those_of_java() {
        var url = "postgresql://db/atelier?sslmode=verify-full&sslrootcert=system";

        assertThat(parameter(url, "sslfactory"))
                .isEqualTo("org.postgresql.ssl.DefaultJavaSSLFactory");
        assertThat(DatabaseUrl.parse(url).properties()).doesNotContainKey("sslrootcert");
    }

    @Test
    void parameters_go_by_the_drivers_names() {
        var url =
                "postgresql://db/atelier?application_name=us&connect_timeout=7&prepareThreshold=0";

        assertThat(parameter(url, "ApplicationName")).isEqualTo("us");
        assertThat(parameter(url, "connectTimeout")).isEqualTo("7");
        assertThat(parameter(url, "prepareThreshold")).isEqualTo("0");
    }

    @Test
    void of_several_hosts_the_one_that_writes_is_meant() {
        var url = "postgresql://u:p@one:5432,two:5433/atelier";

        assertThat(DatabaseUrl.parse(url).jdbc())
                .isEqualTo("jdbc:postgresql://one:5432,two:5433/atelier");
        assertThat(parameter(url, "targetServerType")).isEqualTo("primary");
        assertThat(parameter(url + "?target_session_attrs=any", "targetServerType"))
                .isEqualTo("any");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "atelier",
                "mysql://u:hunter2@db/atelier",
                "jdbc:mysql://u:hunter2@db/atelier",
                "http://u:hunter2@db",
                "postgresql:atelier",
                "postgresql://u:hunter2@db:port/atelier",
                "postgresql://u:hunter2%zz@db/atelier"
            })
    void a_wrong_url_is_refused_without_being_repeated(String url) {
        assertThatThrownBy(() -> DatabaseUrl.parse(url))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("must look like postgresql://")
                .hasMessageNotContaining("hunter2")
                .hasMessageNotContaining("\n");
    }
}
