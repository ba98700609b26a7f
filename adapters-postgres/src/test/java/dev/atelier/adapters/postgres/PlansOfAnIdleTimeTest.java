package dev.atelier.adapters.postgres;

/// The same plans, made by what was gathered when nobody waited: work comes back faster than the
/// next look at the tables.
final class PlansOfAnIdleTimeTest extends PlansTest {

    @Override
    void fill(Runnable unended, Runnable analyze) {
        analyze.run();
        unended.run();
    }
}
