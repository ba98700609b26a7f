package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Role;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Writes data models: "Customer(id, name); Customer 1-n Order" as told, entities that are only
/// listed with the attributes that they usually have, or a shop's.
final class Entities {

    private static final String NAME = "\\p{L}[\\p{L}\\d_-]*(?: \\p{L}[\\p{L}\\d_-]*){0,2}?";
    private static final String COUNT = "(?:[01nm*](?:\\.\\.[1nm*])?|one|many)";
    private static final Pattern DEFINITION =
            Request.pattern("(?<name>" + NAME + ")\\s*[(（{](?<details>[^(（{)）}]*)[)）}]");
    private static final Pattern RELATION =
            Request.pattern(
                    "(?:(?:an?|the|each|every|and)\\s+)?(?<from>"
                            + NAME
                            + ")\\s+(?<label>"
                            + COUNT
                            + "\\s*(?:[-–:]{1,2}|\\s?to\\s?)\\s*"
                            + COUNT
                            + "|(?:can\\s+)?(?:has|have|had|belongs?\\s+to|contains?|owns?"
                            + "|places?|writes?|hat|haben|tiene|contient)(?:\\s+(?:many|several"
                            + "|one|an?|viele|mehrere|eine?n?))?)\\s+(?<to>"
                            + NAME
                            + ")\\s*[.]?");
    private static final Pattern NEXT = Pattern.compile("\\R|[,;；，、]|(?<=\\p{L})\\.\\s");
    private static final Pattern ARROW = Pattern.compile("\\s*(?:[-=]{1,2}>{1,2}|[→⇒])\\s*");

    private static final Pattern WISH =
            Request.pattern(
                    "[.!,;]?\\s*(?<![\\p{L}])(?:show|include|with|mit|con|avec)\\s[^.,;]*"
                            + "(?:keys?|attribut|atribut|cardinalit|cardinalid|kardinalit)[^.;]*");

    /// Of more than that, nobody can tell which belongs to which.
    private static final int MOST_RELATED = 6;

    private static final Map<String, List<String>> USUAL =
            Map.of(
                    "customer", List.of("id", "name", "email"),
                    "user", List.of("id", "name", "email"),
                    "order", List.of("id", "date", "status"),
                    "order item", List.of("id", "quantity", "price"),
                    "product", List.of("id", "name", "price"),
                    "invoice", List.of("id", "date", "total"),
                    "payment", List.of("id", "date", "amount"));
    private static final String SHOP =
            "Customer 1-n Order; Order 1-n Order item; Product 1-n Order item";

    private final Names names = new Names();

    private Entities() {}

    static Diagram write(Request request) {
        var entities = new Entities();
        entities.read(request.body());
        if (entities.names.all().isEmpty()) {
            entities.relations(SHOP);
        }
        var direction = request.direction() == null ? Direction.RIGHT : request.direction();
        return new Diagram(
                request.title(),
                Kind.ENTITY_RELATIONSHIP,
                direction,
                entities.names.all(),
                entities.names.edges(),
                List.of());
    }

    private void read(String body) {
        var defined = DEFINITION.matcher(body);
        while (defined.find()) {
            names.mention(
                    defined.group("name"),
                    Role.DATA,
                    List.of(defined.group("details").strip().split("\\s*[,;，、]\\s*")));
        }
        var rest = DEFINITION.matcher(body).replaceAll(" , ");
        if (names.all().isEmpty()) {
            Section.read(body).forEach(it -> entity(it.heading(), it.items()));
            rest = names.all().isEmpty() ? body : "";
        }
        relations(rest);
        if (names.all().isEmpty() && !body.isBlank()) {
            listed(Items.list(WISH.matcher(body).replaceAll("")));
        }
    }

    private void relations(String text) {
        for (var part : List.of(NEXT.split(text))) {
            var relation = RELATION.matcher(part.replaceFirst("^[\\s.]+", "").strip());
            if (relation.matches()) {
                join(relation.group("from"), relation.group("to"), relation.group("label"));
            } else if (ARROW.matcher(part).find()) {
                chain(part);
            }
        }
    }

    private void chain(String part) {
        var ends = List.of(ARROW.split(part.replaceAll("[:：].*", "")));
        var label = part.replaceFirst("^[^:：]*[:：]?", "");
        for (int i = 1; i < ends.size(); i++) {
            join(ends.get(i - 1), ends.get(i), label);
        }
    }

    private void join(String from, String to, String label) {
        var one = entity(from, List.of());
        var other = entity(to, List.of());
        if (one.isPresent() && other.isPresent()) {
            names.join(one.get(), other.get(), label.replaceAll("\\s*[-–:]+\\s*", " – "));
        }
    }

    private Optional<String> entity(String name, List<String> details) {
        var singular = Names.singular(name.strip());
        var usual = USUAL.getOrDefault(singular.toLowerCase(Locale.ROOT), List.of("id"));
        return names.mention(singular, Role.DATA, details.isEmpty() ? usual : details);
    }

    /// Of a few entities that nothing is told about, each belongs to the one before it.
    private void listed(List<String> items) {
        var ids = items.stream().flatMap(item -> entity(item, List.of()).stream()).toList();
        for (int i = 1; i < ids.size() && ids.size() <= MOST_RELATED; i++) {
            if (!ids.get(i - 1).equals(ids.get(i))) {
                names.join(ids.get(i - 1), ids.get(i), "1 – n");
            }
        }
    }
}
