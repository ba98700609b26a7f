package dev.atelier.application.watch;

import static dev.atelier.application.watch.Moves.taken;
import static dev.atelier.testkit.Jobs.ALICE;
import static dev.atelier.testkit.Jobs.NOON;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.application.port.in.JobDetails.Progress;
import dev.atelier.application.port.in.JobMove;
import dev.atelier.application.port.in.WatchJobs.Update;
import dev.atelier.application.port.in.WatchJobs.Update.Drawn;
import dev.atelier.application.port.in.WatchJobs.Update.Moved;
import dev.atelier.application.port.in.WatchJobs.Update.Progressed;
import dev.atelier.domain.job.JobId;
import dev.atelier.testkit.Designs;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

class MailboxTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final Mailbox mailbox = new Mailbox();
    private final List<JobMove> life = Moves.ofALife(ALICE, NOON);
    private final JobId job = life.getFirst().job().id();

    @Test
    void moves_come_in_the_order_in_which_they_were_put_in() {
        life.forEach(move -> mailbox.put(mail(move)));

        assertThat(taken(mailbox))
                .containsExactlyElementsOf(life.stream().map(MailboxTest::mail).toList());
    }

    @Test
    void of_progress_and_drawings_the_latest_is_kept_and_comes_after_moves() {
        mailbox.put(said(10));
        mailbox.put(drawn("First"));
        mailbox.put(said(20));
        mailbox.put(drawn("Second"));
        var other = mail(Moves.ofALife(ALICE, NOON).getFirst());
        mailbox.put(other);

        assertThat(taken(mailbox))
                .containsExactly(other, new Mail.Word(said(20)), new Mail.Word(drawn("Second")));
    }

    @Test
    void a_move_makes_what_its_job_said_before_void() {
        mailbox.put(said(10));
        mailbox.put(drawn("First"));
        mailbox.put(mail(life.getLast()));

        assertThat(taken(mailbox)).containsExactly(mail(life.getLast()));
    }

    @Test
    void more_moves_than_fit_give_way_to_a_word_that_something_is_missing() {
        var moves = Moves.ofSubmissions(600, ALICE, NOON);
        moves.subList(0, 256).forEach(move -> mailbox.put(mail(move)));
        assertThat(taken(mailbox)).hasSize(256);

        moves.forEach(move -> mailbox.put(mail(move)));
        assertThat(taken(mailbox)).containsExactly(new Mail.Overflow());

        mailbox.put(mail(life.getFirst()));
        assertThat(taken(mailbox)).containsExactly(mail(life.getFirst()));
    }

    @Test
    void what_was_drawn_counts_by_its_size() {
        var done = Moves.ofALife(ALICE, Moves.large(), NOON).getLast();
        mailbox.put(mail(done));
        mailbox.put(mail(done));
        assertThat(taken(mailbox)).hasSize(2);

        IntStream.range(0, 3).forEach(_ -> mailbox.put(mail(done)));
        assertThat(taken(mailbox)).containsExactly(new Mail.Overflow());
    }

    @Test
    void progress_survives_an_overflow_unless_its_job_has_moved() {
        mailbox.put(said(10));
        Moves.ofSubmissions(300, ALICE, NOON).forEach(move -> mailbox.put(mail(move)));
        assertThat(taken(mailbox)).containsExactly(new Mail.Overflow(), new Mail.Word(said(10)));

        mailbox.put(said(20));
        Moves.ofSubmissions(300, ALICE, NOON).forEach(move -> mailbox.put(mail(move)));
        mailbox.put(mail(life.getLast()));
        assertThat(taken(mailbox)).containsExactly(new Mail.Overflow());
    }

    @Test
    void progress_of_so_many_jobs_is_kept_and_no_more() {
        for (var move : Moves.ofSubmissions(1000, ALICE, NOON)) {
            mailbox.put(new Progressed(move.job().id(), 2, new Progress(1, "Thinking")));
            mailbox.put(new Drawn(move.job().id(), 2, Designs.aFlow()));
        }

        assertThat(taken(mailbox)).hasSize(2 * 64);
    }

    @Test
    void whoever_waits_gets_what_is_put_in() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> mailbox.take(LONG));
            mailbox.put(mail(life.getFirst()));
            assertThat(first.get()).contains(mail(life.getFirst()));

            var second = threads.submit(() -> mailbox.take(LONG));
            mailbox.put(said(10));
            assertThat(second.get()).contains(new Mail.Word(said(10)));
        }
    }

    @Test
    void whoever_waits_in_vain_gets_nothing() throws Exception {
        assertThat(mailbox.take(SHORT)).isEmpty();
        assertThat(mailbox.take(Duration.ZERO)).isEmpty();
    }

    @Test
    void a_move_is_not_taken_for_a_word() {
        assertThatThrownBy(() -> mailbox.put(new Moved(life.getFirst())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Mail.Move mail(JobMove move) {
        return new Mail.Move(move, NOON);
    }

    private Update said(int percent) {
        return new Progressed(job, 2, new Progress(percent, "Thinking"));
    }

    private Update drawn(String title) {
        return new Drawn(job, 2, Designs.oneBox(title));
    }
}
