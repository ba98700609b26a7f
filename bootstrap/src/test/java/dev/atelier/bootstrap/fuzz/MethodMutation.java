package dev.atelier.bootstrap.fuzz;

import java.util.List;
import java.util.random.RandomGenerator;

/// Methods that a path does not take, or that nobody knows.
final class MethodMutation implements Mutations.Mutation {

    private static final List<String> METHODS =
            List.of(
                    "GET",
                    "POST",
                    "PUT",
                    "PATCH",
                    "DELETE",
                    "OPTIONS",
                    "TRACE",
                    "CONNECT",
                    "PROPFIND",
                    "get",
                    "PRI",
                    "M".repeat(300),
                    "G\u00c4T");

    @Override
    public WireRequest of(WireRequest request, RandomGenerator random) {
        return request.method(Mutations.one(METHODS, random)).mutated("method: other");
    }
}
