package dev.atelier.adapters.postgres;

import dev.atelier.testkit.contract.CanvasStoreContract;
import dev.atelier.testkit.contract.ErasureContract;
import dev.atelier.testkit.contract.FairnessContract;
import dev.atelier.testkit.contract.JobCatalogueContract;
import dev.atelier.testkit.contract.JobDetailsContract;
import dev.atelier.testkit.contract.JobFeedContract;
import dev.atelier.testkit.contract.JobHistoryContract;
import dev.atelier.testkit.contract.JobLogContract;
import dev.atelier.testkit.contract.JobQueueContract;
import dev.atelier.testkit.contract.JobRetentionContract;
import dev.atelier.testkit.contract.JobSignalsContract;
import dev.atelier.testkit.contract.JobStatsContract;
import dev.atelier.testkit.contract.JobStoreContract;
import dev.atelier.testkit.contract.JobTimesContract;
import dev.atelier.testkit.contract.JobUsageContract;
import dev.atelier.testkit.contract.OncePerKeyContract;
import dev.atelier.testkit.contract.OutlookContract;
import dev.atelier.testkit.contract.OverviewContract;
import dev.atelier.testkit.contract.PauseBoardContract;
import dev.atelier.testkit.contract.ProgressBoardContract;
import dev.atelier.testkit.contract.StandingContract;
import dev.atelier.testkit.contract.StarvationContract;
import dev.atelier.testkit.contract.StoredStatesContract;
import dev.atelier.testkit.contract.WaitingContract;
import dev.atelier.testkit.contract.WebhookLogContract;
import dev.atelier.testkit.contract.WebhookOutboxContract;
import dev.atelier.testkit.contract.WorkerRegistryContract;

import org.junit.jupiter.api.Nested;

/// The adapter keeps every contract that the application relies on.
final class PostgresJobsTest {

    @Nested
    class Canvases extends PostgresTest implements CanvasStoreContract {}

    @Nested
    class Everybodys extends PostgresTest implements OverviewContract {}

    @Nested
    class Standing extends PostgresTest implements StandingContract {}

    @Nested
    class Sights extends PostgresTest implements OutlookContract {}

    @Nested
    class Pauses extends PostgresTest implements PauseBoardContract {}

    @Nested
    class Partials extends PostgresTest implements ProgressBoardContract {}

    @Nested
    class Fairness extends PostgresTest implements FairnessContract {}

    @Nested
    class Catalogue extends PostgresTest implements JobCatalogueContract {}

    @Nested
    class Details extends PostgresTest implements JobDetailsContract {}

    @Nested
    class Feed extends PostgresTest implements JobFeedContract {}

    @Nested
    class Past extends PostgresTest implements JobHistoryContract {}

    @Nested
    class Log extends PostgresTest implements JobLogContract {}

    @Nested
    class Queue extends PostgresTest implements JobQueueContract {}

    @Nested
    class Retention extends PostgresTest implements JobRetentionContract {}

    @Nested
    class Erasure extends PostgresTest implements ErasureContract {}

    @Nested
    class Signals extends PostgresTest implements JobSignalsContract {}

    @Nested
    class Statistics extends PostgresTest implements JobStatsContract {}

    @Nested
    class Store extends PostgresTest implements JobStoreContract {}

    @Nested
    class Times extends PostgresTest implements JobTimesContract {}

    @Nested
    class OncePerKey extends PostgresTest implements OncePerKeyContract {}

    @Nested
    class Starvation extends PostgresTest implements StarvationContract {}

    @Nested
    class StoredStates extends PostgresTest implements StoredStatesContract {}

    @Nested
    class Usage extends PostgresTest implements JobUsageContract {}

    @Nested
    class Waiting extends PostgresTest implements WaitingContract {}

    @Nested
    class Outbox extends PostgresTest implements WebhookOutboxContract {}

    @Nested
    class Messages extends PostgresTest implements WebhookLogContract {}

    @Nested
    class Workers extends PostgresTest implements WorkerRegistryContract {}
}
