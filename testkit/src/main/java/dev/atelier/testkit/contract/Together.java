package dev.atelier.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Many callers at the same moment.
public final class Together {

    private Together() {}

    /// Calls this from so many virtual threads at once.
    ///
    /// @return what the calls returned, in the order of their numbers
    public static <T> List<T> call(int callers, IntFunction<T> work) {
        var start = new CyclicBarrier(callers);
        var calls = new ArrayList<Callable<T>>();
        for (int n = 0; n < callers; n++) {
            int number = n;
            calls.add(
                    () -> {
                        start.await();
                        return work.apply(number);
                    });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<T>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError("a caller failed", failed);
        }
    }
}
