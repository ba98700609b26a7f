package dev.atelier.adapters.http.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.http.Documented;
import dev.atelier.adapters.http.Reply;
import dev.atelier.adapters.http.TestServer;
import dev.atelier.testkit.openapi.ApiDocument;
import dev.atelier.testkit.openapi.Operation;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Calls operations by the names that the document gives them, and remembers what it has seen of
/// the document. [TestServer] holds each answer against it.
final class Driver {

    private final ApiDocument document = Documented.contract().document();
    private final Set<String> seen = new TreeSet<>();

    List<Operation> operations() {
        return document.operations();
    }

    Call call(String operationId) {
        return Call.of(document.operation(operationId));
    }

    /// Sends the call and expects this status.
    Reply expect(int status, Call call, TestServer server) {
        return noted(status, call, server.send(call.to(server)));
    }

    /// Listens until the stream has said this.
    Reply hear(String until, Call call, TestServer server) {
        return noted(200, call, server.listen(call.to(server), until));
    }

    private Reply noted(int status, Call call, Reply reply) {
        assertThat(reply.status())
                .as("%s%s %s: %s", call.operation(), call.query(), call.header(), reply.text())
                .isEqualTo(status);
        seen.add(call.operation() + " " + status);
        return reply;
    }

    /// What the document promises and nobody has seen yet.
    List<String> unseen() {
        return document.operations().stream()
                .flatMap(it -> it.statuses().stream().map(status -> it + " " + status))
                .filter(promise -> !seen.contains(promise))
                .map(
                        promise ->
                                promise
                                        + ": make it happen in SuccessesAndConflicts, or take it"
                                        + " out of openapi.yaml if it never does")
                .toList();
    }
}
