package dev.atelier.bootstrap.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/// What is done to proper requests. One in eight stays as it is.
final class Mutations {

    private static final List<Mutation> ALL =
            List.of(
                    new BodyMutation(),
                    new BodyMutation(),
                    new FieldMutation(),
                    new FieldMutation(),
                    new TargetMutation(),
                    new MethodMutation(),
                    new RawMutation());

    private Mutations() {}

    /// One way of spoiling a request.
    interface Mutation {

        WireRequest of(WireRequest request, RandomGenerator random);
    }

    static WireRequest of(WireRequest request, RandomGenerator random) {
        var picked = random.nextInt(ALL.size() + 1);
        return picked == ALL.size() ? request : ALL.get(picked).of(request, random);
    }

    static <T> T one(List<T> all, RandomGenerator random) {
        return all.get(random.nextInt(all.size()));
    }
}
