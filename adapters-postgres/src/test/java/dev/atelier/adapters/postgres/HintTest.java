package dev.atelier.adapters.postgres;

import static dev.atelier.testkit.Jobs.ALICE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.postgres.Hint.News;
import dev.atelier.application.port.out.JobLog.Trace;
import dev.atelier.domain.job.JobId;
import dev.atelier.domain.job.UserId;
import dev.atelier.testkit.JobIds;
import dev.atelier.testkit.Jobs;
import dev.atelier.testkit.MutableClock;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

final class HintTest {

    private static final UUID NODE = UUID.randomUUID();
    private static final UserId ODD = new UserId("a|b;c:d, é%🙂");

    private final JobIds ids = new JobIds(MutableClock.atNoon());

    private Hint ended(int count, UserId owner) {
        var jobs = new HashMap<Trace, News>();
        Stream.generate(ids).limit(count).forEach(id -> jobs.put(trace(owner, id), News.ENDED));
        return new Hint(false, jobs, false);
    }

    private static Trace trace(UserId owner, JobId id) {
        return new Trace(owner, id);
    }

    private static Hint sentAndRead(Hint hint) {
        return together(HintText.write(hint, NODE).stream().map(HintText::read));
    }

    private static Hint together(Hint... hints) {
        return together(Stream.of(hints));
    }

    private static Hint together(Stream<Hint> hints) {
        var all = new Hint.Gathered();
        hints.forEach(all::add);
        return all.take();
    }

    @Test
    void what_is_sent_is_what_is_read() {
        var all =
                together(
                        Hint.of(List.of(Jobs.submission())),
                        ended(3, ALICE),
                        ended(2, ODD),
                        Hint.of(trace(ODD, ids.get()), News.PROGRESSED));

        assertThat(sentAndRead(all)).isEqualTo(all);
        assertThat(sentAndRead(Hint.LOOK_AGAIN)).isEqualTo(Hint.LOOK_AGAIN);
        assertThat(HintText.write(all, NODE))
                .allMatch(payload -> HintText.isFrom(NODE, payload))
                .noneMatch(payload -> HintText.isFrom(UUID.randomUUID(), payload));
    }

    @Test
    void a_move_tells_whose_job_it_was_and_whether_it_ended() {
        var running = Jobs.aRunningJob(Jobs.aWorker());
        var trace = trace(running.owner(), running.id());

        assertThat(Hint.of(List.of(Jobs.submission())).queued()).isTrue();
        assertThat(Hint.of(List.of(Jobs.completion(running, Jobs.NOON))))
                .isEqualTo(new Hint(false, Map.of(trace, News.ENDED), false));
    }

    @Test
    void the_end_of_a_job_outweighs_what_was_said_before() {
        var end = ended(1, ALICE);
        var job = end.jobs().keySet().iterator().next();
        var said = Hint.of(job, News.PROGRESSED);

        assertThat(together(said, end)).isEqualTo(end);
        assertThat(together(end, said)).isEqualTo(end);
    }

    @Test
    void many_jobs_travel_in_several_payloads_that_fit() {
        var many = together(ended(900, ALICE), ended(900, ODD));

        var payloads = HintText.write(many, NODE);

        assertThat(payloads).hasSizeGreaterThan(1).allMatch(it -> it.length() < 8_000);
        assertThat(sentAndRead(many)).isEqualTo(many);
    }

    @Test
    void more_than_can_be_said_is_a_reason_to_look() {
        var tooMany = together(ended(1_500, ALICE), ended(1_500, ALICE));

        assertThat(tooMany.lookAgain()).isTrue();
        assertThat(HintText.write(tooMany, NODE)).hasSize(1).allMatch(it -> it.length() < 100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "a|q|not-an-id", "a|b|c|d", "a||;u:x1234567890123456789012"})
    void a_payload_of_another_form_is_a_reason_to_look(String payload) {
        assertThat(HintText.read(payload)).isEqualTo(Hint.LOOK_AGAIN);
    }
}
