package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Wording;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an order asks for: the kind of diagram and what it is about.
///
/// @param phrase the order without its courtesy and command: "Simple flowchart of making tea"
record Subject(@Nullable Kind kind, String phrase, String subject) {

    private static final Pattern COMMAND =
            Request.pattern(
                    "^\\s*(?:(?:please|hi|hello|hey|bitte)\\b[,!]?\\s*)?(?:(?:can|could|would|will)"
                        + " you\\s+)?(?:please\\s+)?(?:(?:i(?:'d|’d| would) like|i want|i need|we"
                        + " need)(?: you)?(?: to)?\\s+)?"
                        + "(?:(?:create|make|draw|build|design|generate|show|sketch|give|prepare|produce|visuali[sz]e|map(?:"
                        + " out)?|illustrate|write|see|have|get"
                        + "|erstelle|zeichne|mach|crea|dibuja|haz|dessine|crée|créer|fais|disegna|desenhe|crie"
                        + "|нарисуй|создай|ارسم|אייר|צייר)(?![\\p{L}\\d])"
                        + "(?:\\s+(?:me|us|mir|uns|мне))?\\s+)?"
                        + "(?:请?(?:帮我)?(?:画|绘制|创建|制作|做|生成)(?:出)?(?:一个|一张|一幅)?)?"
                        + "(?:(?:an?|the|my|our|some|eine?n?|une?|una|el|la|le)\\s+)?");

    private static final Map<Kind, Pattern> KINDS = kinds();

    private static final Pattern GENERIC_KIND =
            Request.pattern("\\b(?:diagramm?e?|chart|drawing|picture|canvas|visuali[sz]ation)\\b");

    private static final Pattern PREPOSITION =
            Request.pattern(
                    "^[\\s,:;–-]*(?:(?:of|for|about|on|showing|shows?|describing|explaining|that|which|illustrating|depicting|to|how"
                        + " to|de|del|des|du|pour|para|sur|sobre|für"
                        + "|über|zu[mr]?|von|vom|the|an?|my|our|der|die|das|la|el|le|les|una?e?)"
                        + "(?![\\p{L}\\d])\\s*)+");

    private static final Pattern ADJECTIVES =
            Request.pattern(
                    "\\b(?:simple|basic|nice|small|big|large|quick|detailed|clear|beautiful|modern|new"
                        + "|generic|sample|example|short|complete|full|good|einfaches?|sencillo|horizontal|vertical|left["
                        + " -]to[ -]right|top[ -]down)\\b");

    static Subject of(String head) {
        var phrase = unquoted(withoutCommand(head)).replaceAll("[\\s.:!?,;]+$", "");
        var kind = kindIn(phrase);
        var named = (kind == null ? GENERIC_KIND : kindPattern(kind)).matcher(phrase);
        if (!named.find()) {
            return new Subject(kind, phrase, bare(phrase));
        }
        var before = bare(phrase.substring(0, named.start()));
        var tail = phrase.substring(named.end()).strip();
        var after = bare(tail);
        if (before.isEmpty()) {
            return new Subject(kind, phrase, after);
        }
        if (after.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return new Subject(kind, phrase, before);
        }
        return new Subject(kind, phrase, before + " " + tail);
    }

    /// Whether the text starts by asking for something rather than by saying what is in it.
    static boolean isOrder(String text) {
        var command = COMMAND.matcher(text);
        var first = text.lines().findFirst().orElse("");
        return (command.find() && command.end() > 3)
                || kindIn(first) != null
                || GENERIC_KIND.matcher(first).find();
    }

    static String withoutCommand(String text) {
        return COMMAND.matcher(text).replaceFirst("").strip();
    }

    private static @Nullable Kind kindIn(String text) {
        return KINDS.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(text).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static Pattern kindPattern(Kind kind) {
        return KINDS.getOrDefault(kind, GENERIC_KIND);
    }

    private static String bare(String phrase) {
        var bare = ADJECTIVES.matcher(phrase).replaceAll(Matcher.quoteReplacement(" "));
        return Wording.tidy(PREPOSITION.matcher(bare).replaceFirst(""), Wording.MAX_TITLE);
    }

    private static String unquoted(String text) {
        return text.replaceAll("[\"“”„«»]", "");
    }

    /// The more particular kinds come before the flowchart, whose words are the commonest.
    private static Map<Kind, Pattern> kinds() {
        var kinds = new LinkedHashMap<Kind, Pattern>();
        kinds.put(
                Kind.SEQUENCE,
                Request.pattern(
                        "\\b(?:sequence (?:diagram|chart)|sequenzdiagramm|diagrama de"
                                + " secuencias?|diagramme de s[ée]quences?|diagramma di"
                                + " sequenza|diagrama de sequ[êe]ncia)\\b|时序图|顺序图|序列图|シーケンス図|시퀀스"
                                + " 다이어그램|диаграмма последовательности|सीक्वेंस डायग्राम|مخطط"
                                + " تسلسل[يى]?"));
        kinds.put(
                Kind.ENTITY_RELATIONSHIP,
                Request.pattern(
                        "\\b(?:er[ -]?(?:diagramm?|model|modell|d)|erd|entity["
                            + " -]relation(?:ship)?(?:[ -](?:diagramm?|modell?))?|data"
                            + " ?model|database"
                            + " (?:schema|model|diagram|design)|datenmodell|datenbank(?:schema|modell)|(?:diagrama|modelo)"
                            + " entidad[ -]relaci[óo]n|modelo de datos|esquema de(?: la)? base de"
                            + " datos|(?:diagramme|mod[èe]le) entit[ée]["
                            + " -](?:association|relation)|mod[èe]le de donn[ée]es|sch[ée]ma de(?:"
                            + " la)? base de"
                            + " donn[ée]es|database(?=\\s*$|\\s+with\\b))(?![\\p{L}\\d])|ER图|ER図|ER["
                            + " -]?диаграмма(?:\\s+базы\\s+данных)?|实体关系图|数据模型|数据库(?:模式|设计)|データモデル"));
        kinds.put(
                Kind.MIND_MAP,
                Request.pattern(
                        "\\b(?:mind[ -]?map|concept map|brainstorm(?:ing)?|mapa mental|carte"
                                + " mentale|mappa mentale)\\b|思维导图|マインドマップ|마인드맵|интеллект-карта"
                                + "|ментальная карта|خريطة ذهنية|माइंड मैप|מפת חשיבה"));
        kinds.put(
                Kind.ORG_CHART,
                Request.pattern(
                        "\\b(?:org(?:ani[sz]ation(?:al)?)?["
                            + " -]?(?:chart|structure|diagram)|organi[gs]\\w*gramm?\\w*|organigramm?\\w*|reporting"
                            + " structure|hierarchy|(?:who )?reports? to"
                            + " whom|organograma)\\b|组织结构图|組織図|조직도|организационн\\p{L}+"
                            + " структур\\p{L}+|оргструктур\\p{L}+|هيكل تنظيمي"));
        kinds.put(
                Kind.TIMELINE,
                Request.pattern(
                        "\\b(?:time[ -]?line|road[ -]?map|chronology|zeitstrahl|zeitleiste|l[ií]nea"
                            + " de tiempo|frise chronologique|linha do"
                            + " tempo)(?![\\p{L}\\d])|时间线|年表|연표|лента времени|خط زمني|समयरेखा|ציר"
                            + " זמן"));
        kinds.put(
                Kind.KANBAN,
                Request.pattern(
                        "\\b(?:kanban(?:[ -]?(?:board|tafel))?|(?:task|sprint|scrum|project) board"
                                + "|to-?do board)\\b|看板"));
        kinds.put(
                Kind.FLOWCHART,
                Request.pattern(
                        "\\b(?:flow[ -]?(?:chart|diagram)|work[ -]?flow|process"
                            + " (?:map|diagram|chart)|flussdiagramm|ablaufdiagramm|diagrama de"
                            + " flujo|logigramme|diagramme de flux|diagramma di"
                            + " flusso|flow|process|pipeline"
                            + "|procedure|ablauf|prozess|fluxograma)\\b|流程图|流程|フローチャート|플로우차트|순서도|блок-схема|مخطط(?:ًا|ا)?"
                            + " انسيابي(?:ًا|ا)?|फ्लोचार्ट|תרשים זרימה"));
        return kinds;
    }
}
