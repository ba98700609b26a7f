package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Wording;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/// Instructions taken apart: what kind of diagram, about what, under which title, and the part that
/// spells out the content.
///
/// @param kind null where the words name none
/// @param direction null where the words name none
/// @param subject what it is about; empty where the words do not say
/// @param body what is to be in it, word for word; empty where the words only name a subject
record Request(
        String title,
        @Nullable Kind kind,
        @Nullable Direction direction,
        String subject,
        String body) {

    private static final Pattern TITLED =
            pattern(
                    "[,;]?\\s*\\b(?:with\\s+(?:the\\s+)?)?(?:entitled|titled|title|called|named|mit"
                            + " dem Titel)\\s*:?\\s*[\"“„«'](?<title>[^\"”“»'\\n"
                            + "]{1,120})[\"”“»']\\s*[:.]?");

    private static final Pattern RIGHTWARD =
            pattern("\\b(?:horizontal(?:ly)?|left[ -]to[ -]right|sideways|waagerecht)\\b");
    private static final Pattern DOWNWARD =
            pattern("\\b(?:vertical(?:ly)?|top[ -](?:to[ -]bottom|down)|senkrecht)\\b");

    private static final Pattern PICTURE =
            pattern(
                    "\\s*(?:(?:please|bitte)\\s+)?(?:draw|sketch|paint|zeichne|male|dibuja|dessine"
                            + "|disegna|desenhe)(?![\\p{L}\\d])");

    static Request read(String instructions) {
        var text = instructions.strip();
        var titled = TITLED.matcher(text);
        var explicit = titled.find() ? titled.group("title") : null;
        if (explicit != null) {
            var rest = (text.substring(0, titled.start()) + ": " + text.substring(titled.end()));
            text = rest.replaceAll("[\\s:]+$", "").strip();
        }
        var parts = Opening.split(text);
        var about = Subject.of(parts.head());
        var title = explicit == null ? about.phrase() : explicit;
        return new Request(
                title(title, summary(parts.body().isEmpty() ? text : parts.body())),
                about.kind() == null && parts.hasParts() && isPicture(parts)
                        ? Kind.MIND_MAP
                        : about.kind(),
                direction(parts.head()),
                about.subject(),
                parts.body());
    }

    /// Whether a thing is to be drawn, and the rest lists what it has: neither steps nor dates.
    private static boolean isPicture(Opening opening) {
        var body = opening.body();
        return PICTURE.matcher(opening.head()).lookingAt()
                && !Arrows.isIn(body)
                && !Timelines.isDated(body)
                && Items.read(body).equals(Items.list(body));
    }

    /// What to call the thing where one needs a name for it.
    String topic() {
        return subject.isEmpty() ? title : subject;
    }

    private static String title(String wanted, String otherwise) {
        var title = Wording.capitalised(Wording.tidy(wanted, Wording.MAX_TITLE));
        if (!title.isEmpty()) {
            return title;
        }
        var fallback = Wording.capitalised(Wording.tidy(otherwise, 80));
        return fallback.isEmpty() ? "Diagram" : fallback;
    }

    /// What content without an order is called: its first and its last part.
    private static String summary(String content) {
        var parts = Arrows.isIn(content) ? Arrows.names(content) : Items.read(content);
        return switch (parts.size()) {
            case 0 -> content;
            case 1 -> parts.getFirst();
            default -> parts.getFirst() + " → " + parts.getLast();
        };
    }

    private static @Nullable Direction direction(String head) {
        if (RIGHTWARD.matcher(head).find()) {
            return Direction.RIGHT;
        }
        return DOWNWARD.matcher(head).find() ? Direction.DOWN : null;
    }

    static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
