package dev.atelier.adapters.postgres;

import dev.atelier.testkit.contract.CanvasStoreContract;
import dev.atelier.testkit.contract.FairnessContract;
import dev.atelier.testkit.contract.JobQueueContract;
import dev.atelier.testkit.contract.JobStoreContract;
import dev.atelier.testkit.contract.OncePerKeyContract;
import dev.atelier.testkit.contract.StarvationContract;
import dev.atelier.testkit.contract.StoredStatesContract;
import dev.atelier.testkit.contract.WorkerRegistryContract;

import org.junit.jupiter.api.Nested;

/// The adapter keeps every contract that the application relies on.
final class PostgresJobsTest {

    @Nested
    class Store extends PostgresTest implements JobStoreContract {}

    @Nested
    class StoredStates extends PostgresTest implements StoredStatesContract {}

    @Nested
    class OncePerKey extends PostgresTest implements OncePerKeyContract {}

    @Nested
    class Canvases extends PostgresTest implements CanvasStoreContract {}

    @Nested
    class Queue extends PostgresTest implements JobQueueContract {}

    @Nested
    class Fairness extends PostgresTest implements FairnessContract {}

    @Nested
    class Starvation extends PostgresTest implements StarvationContract {}

    @Nested
    class Workers extends PostgresTest implements WorkerRegistryContract {}
}
