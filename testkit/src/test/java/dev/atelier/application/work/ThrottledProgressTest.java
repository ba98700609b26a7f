package dev.atelier.application.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.out.StoreUnavailable;
import dev.atelier.testkit.Designs;
import dev.atelier.testkit.Jobs;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class ThrottledProgressTest {

    private final ManualNanos nanos = new ManualNanos();
    private final List<Integer> shown = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final ThrottledProgress listener =
            new ThrottledProgress(
                    Jobs.aRunningJob(Jobs.aWorker()),
                    new Given.Board(
                            progress -> shown.add(progress.percent()),
                            design -> titles.add(design.title())),
                    nanos);

    @Test
    void shows_the_first_word_at_once() {
        listener.progress(at(1));

        assertThat(shown).containsExactly(1);
    }

    @Test
    void shows_at_most_five_a_second() {
        for (int percent = 1; percent <= 100; percent++) {
            listener.progress(at(percent));
            nanos.pass(Duration.ofMillis(10));
        }

        assertThat(shown).containsExactly(1, 21, 41, 61, 81);
    }

    @Test
    void never_fails_the_job_that_it_tells_of() {
        var broken =
                new ThrottledProgress(
                        Jobs.aRunningJob(Jobs.aWorker()),
                        new Given.Board(_ -> refuse(), _ -> refuse()),
                        nanos);

        assertThatCode(() -> broken.progress(at(1))).doesNotThrowAnyException();
        assertThatCode(() -> broken.partial(Designs.aFlow())).doesNotThrowAnyException();
    }

    @Test
    void shows_at_most_five_pictures_a_second_whatever_is_said_beside_them() {
        for (int n = 1; n <= 100; n++) {
            listener.progress(at(n));
            listener.partial(Designs.oneBox("v" + n));
            nanos.pass(Duration.ofMillis(10));
        }

        assertThat(titles).containsExactly("v1", "v21", "v41", "v61", "v81");
    }

    private static void refuse() {
        throw new StoreUnavailable(new IOException("connection refused"));
    }

    private static Progress at(int percent) {
        return new Progress(percent, "Drawing");
    }
}
