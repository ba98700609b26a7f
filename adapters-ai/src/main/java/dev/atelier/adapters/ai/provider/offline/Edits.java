package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.adapters.ai.provider.offline.Changes.NotUnderstood;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Wording;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Understands what is to be different in a diagram, sentence by sentence, the first rule that
/// fits.
final class Edits {

    private static final String ADD =
            "^(?:please\\s+)?(?:add|insert|put|include|create|füge|ergänze|ajoute[rz]?|añade|agrega)\\s+";
    private static final String AND = "\\s+(?:and|und|et|y)\\s+";

    private static final Pattern SENTENCES =
            Request.pattern("\\s*(?:[;\\n]|\\.(?=\\s|$)|,?\\s+(?:and\\s+)?then\\s+)\\s*");

    private static final Pattern LISTED = Request.pattern("\\s*,\\s*(?:and\\s+)?|" + AND);

    private record Rule(Pattern words, BiConsumer<Edits, Matcher> change) {

        static Rule of(String words, BiConsumer<Edits, Matcher> change) {
            return new Rule(Request.pattern(words), change);
        }
    }

    private static final List<Rule> RULES =
            List.of(
                    Rule.of(
                            "^(?:call (?:it|this|the (?:diagram|canvas))|(?:set|change|rename)"
                                    + " (?:the )?(?:title|heading)(?: to)?|title:?)\\s+(?<a>.+)$",
                            (it, words) -> it.changes.entitle(it.name(words, "a"))),
                    Rule.of(
                            "^(?:remove|delete|drop|entferne|supprime[rz]?|elimina)\\s+(?:the\\s+)?(?:arrow|edge|line|connection|link)s?"
                                + "\\s+(?:from|between)\\s+(?<a>.+?)\\s+(?:to|and)\\s+(?<b>.+)$",
                            Edits::disconnect),
                    Rule.of(
                            "^(?:please\\s+)?(?:remove|delete|drop|erase|take"
                                    + " (?:out|away)|entferne|lösche|supprime[rz]?|elimina|quita)"
                                    + "\\s+(?<a>.+)$",
                            (it, words) -> it.listed(words).forEach(it.changes::remove)),
                    Rule.of(
                            "^(?:please\\s+)?(?:rename|relabel|change|replace|turn|benenne|renomme[rz]?|renombra|cambia)\\s+(?<a>.+?)\\s+(?:to"
                                + "|into|with|by|in|zu|en|por|par|a)\\s+(?<b>.+?)(?:\\s+um)?$",
                            (it, words) ->
                                    it.changes.rename(it.known(words, "a"), it.name(words, "b"))),
                    Rule.of(
                            "^(?:please\\s+)?(?:connect|link|join|verbinde|relie[rz]?|conecta|(?:draw|add)"
                                + " an? (?:arrow|line|edge|connection)"
                                + " (?:from|between))\\s+(?<a>.+?)\\s+(?:to|with|and|mit|à|con)\\s+(?<b>.+?)(?:\\s+(?:labell?ed|saying|with"
                                + " the (?:label|text))\\s+(?<l>.+))?$",
                            Edits::connect),
                    Rule.of(
                            ADD
                                    + "(?<x>.+?)\\s+(?:between|zwischen|entre)\\s+(?<a>.+?)"
                                    + AND
                                    + "(?<b>.+)$",
                            Edits::between),
                    Rule.of(
                            ADD
                                    + "(?<x>.+?)\\s+(?:after|behind|following|nach|après|después"
                                    + " de)\\s+(?<a>.+)$",
                            Edits::after),
                    Rule.of(
                            ADD
                                    + "(?<x>.+?)\\s+(?:before|ahead of|vor|avant|antes"
                                    + " de)\\s+(?<a>.+)$",
                            Edits::before),
                    Rule.of(
                            ADD
                                    + "(?<x>.+?)\\s+(?:to|into|in|under|below|beneath|unter|zu|à|sous|a|bajo)\\s+(?<a>.+)$",
                            Edits::under),
                    Rule.of(ADD + "(?<a>.+)$", Edits::loose));

    private final Changes changes;

    private Edits(Changes changes) {
        this.changes = changes;
    }

    /// @throws NotUnderstood if a sentence fits no rule, or names what is not there
    static void read(String instructions, Changes changes) {
        var edits = new Edits(changes);
        SENTENCES
                .splitAsStream(instructions.strip())
                .filter(sentence -> !sentence.isBlank())
                .forEach(edits::sentence);
    }

    private void sentence(String sentence) {
        if (Arrows.isIn(sentence)) {
            drawn(sentence);
            return;
        }
        for (var rule : RULES) {
            var words = rule.words().matcher(sentence);
            if (words.matches()) {
                rule.change().accept(this, words);
                return;
            }
        }
        throw NotUnderstood.wish(sentence);
    }

    /// What is drawn with arrows is there afterwards, new or not.
    private void drawn(String sentence) {
        var told =
                Pattern.compile(ADD, Pattern.CASE_INSENSITIVE).matcher(sentence).replaceFirst("");
        var drawn = Arrows.flowchart("?", told).build();
        for (var edge : drawn.edges()) {
            changes.connect(
                    changes.knownOrNew(label(drawn, edge.from())),
                    changes.knownOrNew(label(drawn, edge.to())),
                    edge.label());
        }
    }

    private static String label(Diagram drawn, String id) {
        return drawn.nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow()
                .label();
    }

    private void disconnect(Matcher words) {
        var from = known(words, "a");
        var to = known(words, "b");
        if (changes.disconnect(from, to).isEmpty() && changes.disconnect(to, from).isEmpty()) {
            throw NotUnderstood.wish(words.group());
        }
    }

    private void connect(Matcher words) {
        var label = words.group("l");
        changes.connect(
                known(words, "a"), known(words, "b"), label == null ? null : Naming.plain(label));
    }

    private void between(Matcher words) {
        var from = known(words, "a");
        var to = known(words, "b");
        var id = added(words, from);
        if (hasOrderOnly()) {
            return;
        }
        var was = changes.disconnect(from, to).values().stream().findFirst().orElse(null);
        changes.connect(from, id, was == null ? null : was.label());
        changes.connect(id, to, null);
    }

    private void after(Matcher words) {
        var from = known(words, "a");
        var id = added(words, from);
        if (hasOrderOnly()) {
            return;
        }
        if (changes.exits(from) == 1) {
            changes.disconnect(from, null)
                    .values()
                    .forEach(
                            was -> {
                                changes.connect(from, id, was.label());
                                changes.connect(id, was.to(), null);
                            });
        } else {
            changes.connect(from, id, null);
        }
    }

    private void before(Matcher words) {
        var to = known(words, "a");
        var previous = previous(to);
        var id = added(words, previous);
        if (hasOrderOnly()) {
            return;
        }
        changes.disconnect(null, to)
                .values()
                .forEach(was -> changes.connect(was.from(), id, was.label()));
        changes.connect(id, to, null);
    }

    private @Nullable String previous(String id) {
        var nodes = changes.before().nodes();
        for (int i = 1; i < nodes.size(); i++) {
            if (nodes.get(i).id().equals(id)) {
                return nodes.get(i - 1).id();
            }
        }
        return null;
    }

    /// Into a column or an area of that name, else hanging from the node of that name.
    private void under(Matcher words) {
        var group = changes.group(words.group("a"));
        if (group != null) {
            listed(words, "x").forEach(label -> changes.add(label, group, null));
            return;
        }
        var parent = known(words, "a");
        listed(words, "x")
                .forEach(label -> changes.connect(parent, changes.add(label, null, null), null));
    }

    private void loose(Matcher words) {
        var root = root();
        for (var label : listed(words)) {
            var id = changes.add(label, firstGroup(), null);
            if (root != null) {
                changes.connect(root, id, null);
            }
        }
    }

    /// In a tree, what is added without a word of where is a branch of its own.
    private @Nullable String root() {
        var kind = changes.before().kind();
        return kind == Kind.MIND_MAP || kind == Kind.ORG_CHART
                ? changes.before().nodes().getFirst().id()
                : null;
    }

    private @Nullable String firstGroup() {
        return changes.before().kind() == Kind.KANBAN && !changes.before().groups().isEmpty()
                ? changes.before().groups().getFirst().id()
                : null;
    }

    private boolean hasOrderOnly() {
        var kind = changes.before().kind();
        return kind == Kind.TIMELINE || kind == Kind.KANBAN || kind == Kind.SEQUENCE;
    }

    private String added(Matcher words, @Nullable String after) {
        var group = after == null || after.startsWith("new-") ? null : changes.node(after).group();
        return changes.add(name(words, "x"), group, after);
    }

    private String known(Matcher words, String group) {
        return changes.known(words.group(group));
    }

    private String name(Matcher words, String group) {
        var name = Naming.plain(words.group(group));
        if (name.isEmpty()) {
            throw NotUnderstood.wish(words.group());
        }
        return Wording.capitalised(name);
    }

    private List<String> listed(Matcher words) {
        return listed(words, "a").toList();
    }

    private Stream<String> listed(Matcher words, String group) {
        return LISTED.splitAsStream(words.group(group))
                .map(Naming::plain)
                .filter(name -> !name.isEmpty())
                .map(Wording::capitalised);
    }
}
