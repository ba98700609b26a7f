package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Role;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Writes sequence diagrams: "A -> B: text" message by message, sentences that tell who does what,
/// or the way that most requests go.
final class Sequences {

    private static final String ARROW = "\\s*(?:[-=]{1,2}>{1,2}|[→⇒⟶])\\s*";
    private static final Pattern HAS_ARROW = Pattern.compile(ARROW);
    private static final Pattern NEXT = Pattern.compile("\\R|[;；]|[,，、](?=[^,，、]*(?:[-=]>|[→⇒⟶]))");
    private static final Pattern MESSAGE =
            Pattern.compile("(?<way>[^:：]*)(?:[:：]\\s*(?<text>.*))?", Pattern.DOTALL);
    private static final Pattern DEED =
            Request.pattern(
                    "(?:then |and )?(?:(?:the|an?) )?(?<who>[\\p{L}][\\p{L}\\d-]*(?:"
                        + " (?:server|service|database|app|system|client))?)\\s+(?<deed>\\p{L}+s\\b.*?)(?:\\s+(?:to|from|in|with|at)\\s+(?:(?:the|an?)"
                        + " )?(?<whom>\\p{L}[\\p{L}\\d-]*(?: (?:server|service|database|app|system"
                        + "|client))?))?");

    /// After an article of another language, the first word acts and the rest is what it does.
    private static final Pattern FOREIGN_DEED =
            Request.pattern(
                    "(?:le|la|les|der|die|das|el|los|las|il|lo|o|os|as)\\s+(?<who>\\p{L}[\\p{L}\\d-]*)"
                        + "\\s+(?<deed>\\p{L}.*)");

    private static final Pattern BETWEEN =
            Request.pattern(
                    "(?<![\\p{L}])(?:between|among|zwischen|entre|tra|между)\\s+(?<all>[^.;:\\n"
                            + "]+?)(?:\\s+(?:when|while|if|wenn|cuando|quand|lorsque)\\s.*|[.;:\\n"
                            + "].*|$)");

    private static final List<String> USUAL =
            List.of(
                    "User -> Client: asks for %s",
                    "Client -> Server: sends the request",
                    "Server -> Database: looks up the data",
                    "Database -> Server: returns it",
                    "Server -> Client: answers",
                    "Client -> User: shows the result");

    private final Names names = new Names();

    private Sequences() {}

    static Diagram write(Request request) {
        var sequence = new Sequences();
        var told = BETWEEN.matcher(request.subject() + "\n" + request.body());
        if (told.find() && !HAS_ARROW.matcher(request.body()).find()) {
            sequence.thereAndBack(Items.list(told.group("all")));
        } else {
            sequence.read(request.body());
        }
        if (sequence.names.edges().isEmpty()) {
            sequence.thereAndBack(Items.list(request.body()));
        }
        if (sequence.names.edges().isEmpty()) {
            var subject = request.subject().isEmpty() ? "something" : request.subject();
            var plain = subject.replaceAll("[:：;；\\n>→⇒⟶%]", " ");
            USUAL.forEach(message -> sequence.message(message.formatted(plain)));
        }
        return new Diagram(
                request.title(),
                Kind.SEQUENCE,
                Direction.DOWN,
                sequence.names.all(),
                sequence.names.edges(),
                List.of());
    }

    /// Whether the text is nothing but messages that all say something.
    static boolean isIn(String text) {
        var parts = parts(text).toList();
        return parts.size() > 1
                && parts.stream()
                        .allMatch(
                                part -> {
                                    var message = MESSAGE.matcher(part);
                                    return message.matches()
                                            && message.group("text") != null
                                            && HAS_ARROW.matcher(message.group("way")).find();
                                });
    }

    private void read(String body) {
        if (HAS_ARROW.matcher(body).find()) {
            parts(body).forEach(this::message);
        } else if (!body.isBlank()) {
            deeds(Items.read(body));
        }
    }

    /// Of participants that nothing more is told about, each asks the next, and the answer comes
    /// back the same way.
    private void thereAndBack(List<String> participants) {
        var isList = participants.size() > 1 && participants.stream().allMatch(Sequences::isName);
        for (int i = 1; isList && i < participants.size(); i++) {
            message(participants.get(i - 1) + " -> " + participants.get(i) + ": request");
        }
        for (int i = participants.size() - 1; isList && i > 0; i--) {
            message(participants.get(i) + " -> " + participants.get(i - 1) + ": answer");
        }
    }

    private static boolean isName(String item) {
        return item.split("\\s+").length <= 3 && !item.matches(".*[:：?!].*");
    }

    private static Stream<String> parts(String text) {
        return NEXT.splitAsStream(text).map(String::strip).filter(part -> !part.isEmpty());
    }

    /// "A -> B -> C: text" is two messages with one text.
    private void message(String part) {
        var message = MESSAGE.matcher(part);
        if (!message.matches()) {
            return;
        }
        @Nullable String from = null;
        for (var name : List.of(HAS_ARROW.split(message.group("way")))) {
            var to = participant(name);
            if (from != null && to != null) {
                names.join(from, to, message.group("text"));
            }
            from = to == null ? from : to;
        }
    }

    private @Nullable String participant(String name) {
        var plain = name.replaceAll("^[\\s\\[({\"*•.,-]+|[\\s\\])}\",.;-]+$", "");
        return names.mention(plain, role(plain), List.of()).orElse(null);
    }

    private static Role role(String name) {
        return switch (Roles.of(name)) {
            case ACTOR -> Role.ACTOR;
            case DATA -> Role.DATA;
            case START, END, PROCESS, DECISION, NOTE -> Role.PROCESS;
        };
    }

    /// Who is not told to do something to somebody does it to whoever acts next.
    private void deeds(List<String> steps) {
        var deeds = new ArrayList<Deed>();
        for (var step : steps) {
            var told = DEED.matcher(step);
            var foreign = FOREIGN_DEED.matcher(step);
            if (foreign.matches()) {
                deeds.add(new Deed(foreign.group("who"), foreign.group("deed"), null));
            } else if (told.matches()) {
                deeds.add(new Deed(told.group("who"), told.group("deed"), told.group("whom")));
            }
        }
        for (int i = 0; i < deeds.size(); i++) {
            var deed = deeds.get(i);
            var next = i + 1 < deeds.size() ? deeds.get(i + 1).who() : deed.who();
            var from = participant(deed.who());
            var to = participant(deed.whom() == null ? next : deed.whom());
            if (from != null && to != null) {
                names.join(from, to, deed.what());
            }
        }
    }

    private record Deed(String who, String what, @Nullable String whom) {}
}
