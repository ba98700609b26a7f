package dev.atelier.adapters.postgres;

import static dev.atelier.testkit.Jobs.ALICE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.application.port.in.JobDetails;
import dev.atelier.application.port.in.JobQueries.PageRequest;
import dev.atelier.domain.job.JobId;
import dev.atelier.testkit.contract.JobsContract;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.Set;

/// However many jobs a user has, a page looks at a bounded number of them.
final class LongListTest extends PostgresTest implements JobsContract {

    @Test
    void a_filter_that_few_jobs_meet_is_followed_from_page_to_page() {
        var wanted = added(by(ALICE).tagged("rare"));
        addNewerOnes(SearchRows.LOOK_AT_ONE + 5);

        var first = database().catalogue().page(rare(null));
        assertThat(first.jobs()).isEmpty();
        assertThat(first.next()).isNotNull();

        var second = database().catalogue().page(rare(first.next()));
        assertThat(second.jobs()).extracting(JobDetails::job).containsExactly(wanted);
        assertThat(second.next()).isNull();
    }

    private static PageRequest rare(@Nullable JobId after) {
        return new PageRequest(ALICE, Set.of(), null, "rare", after, 0, 50);
    }

    private void addNewerOnes(int number) {
        database()
                .execute(
                        """
                        insert into ai_jobs
                        select (jsonb_populate_record(j, jsonb_build_object('tags', '[]'::jsonb,
                            'id', 'ffffffff-0000-7000-8000-' || lpad(to_hex(n), 12, '0')))).*
                        from ai_jobs j cross join generate_series(1, cast(? as integer)) n
                        """,
                        number);
    }
}
