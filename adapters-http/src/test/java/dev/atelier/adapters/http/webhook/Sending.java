package dev.atelier.adapters.http.webhook;

import dev.atelier.domain.canvas.CanvasId;
import dev.atelier.domain.job.Announcement;
import dev.atelier.domain.job.Announcement.Ending;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.MessageId;
import dev.atelier.domain.job.WebhookUrl;
import dev.atelier.testkit.Jobs;

import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import javax.net.ssl.SSLSocketFactory;

/// What tests of the sender share.
final class Sending {

    static final SigningSecret SECRET = new SigningSecret("whsec_" + "QUJD".repeat(10));
    static final SigningSecret OLD_SECRET = new SigningSecret("whsec_" + "REVG".repeat(8));
    static final Names LOOPBACK = _ -> List.of(InetAddress.ofLiteral("127.0.0.1"));
    static final Duration LONG = Duration.ofSeconds(20);
    static final JobId JOB = new JobId(UUID.fromString("019aaf3e-6c00-7000-8000-000000000001"));

    static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private Sending() {}

    static Announcement to(String url) {
        var ending =
                new Ending(
                        "create_canvas", "completed", new CanvasId("my-canvas"), null, Jobs.NOON);
        return new Announcement(
                Jobs.ALICE, new MessageId(JOB, 3), new WebhookUrl(url), ending, TRACE);
    }

    static Announcement to(Receiver receiver) {
        return to("http://hooks.test:" + receiver.port() + "/in?key=%201");
    }

    /// One that calls whatever the names say.
    static HttpWebhookSender permissive(Names names, Duration patience) {
        return sender(new Gate(names, _ -> true, true), defaultTls(), patience);
    }

    static HttpWebhookSender sender(Gate gate, SSLSocketFactory tls, Duration patience) {
        var secrets = new WebhookSecrets.Given(List.of(SECRET, OLD_SECRET));
        return new HttpWebhookSender(
                Signatures.by(secrets), gate, () -> tls, InstantSource.system(), patience);
    }

    static SSLSocketFactory defaultTls() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }
}
