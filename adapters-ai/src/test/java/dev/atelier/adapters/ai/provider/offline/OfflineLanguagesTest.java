package dev.atelier.adapters.ai.provider.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Edge;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// What people write in their own words and languages, as the quality set showed it.
final class OfflineLanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "중복 확인 플로우차트: 이메일, 인증|FLOWCHART",
                "مخططًا انسيابيًا: اختيار، الدفع|FLOWCHART",
                "चाय का फ्लोचार्ट: पानी, दूध|FLOWCHART",
                "תרשים זרימה: פתיחה, סקירה|FLOWCHART",
                "Fluxograma de compras: pedido, ordem|FLOWCHART",
                "Linha do tempo da história|TIMELINE",
                "خط زمني لتاريخ الإنترنت|TIMELINE",
                "Организационная структура банка|ORG_CHART",
                "Who reports to whom in a restaurant|ORG_CHART",
                "ER-диаграмма базы данных: врачи, пациенты|ENTITY_RELATIONSHIP",
                "सीक्वेंस डायग्राम: ग्राहक, बैंक|SEQUENCE",
            })
    void the_kind_is_known_by_its_name_in_many_languages(String text, Kind kind) {
        assertThat(read(text).kind()).isEqualTo(kind);
    }

    @Test
    void a_wide_colon_needs_no_space() {
        assertThat(labels("请画一个外卖订单的流程图：下单、接单、送达")).containsExactly("下单", "接单", "送达");
        assertThat(read("请画一个外卖订单的流程图：下单、接单").title()).isEqualTo("外卖订单的流程图");
    }

    @Test
    void an_arabic_comma_parts_a_list() {
        assertThat(labels("ارسم مخططًا انسيابيًا: اختيار، الدفع، التسليم"))
                .containsExactly("اختيار", "الدفع", "التسليم");
    }

    @Test
    void brackets_hold_what_belongs_to_the_word_before_them() {
        var map = read("Mindmap: Zelle (Kern, Ribosomen), Genetik (DNA, Mitose)");

        assertThat(edges(map))
                .endsWith(
                        "Zelle > Kern",
                        "Zelle > Ribosomen",
                        "Mindmap > Genetik",
                        "Genetik > DNA",
                        "Genetik > Mitose");
    }

    @Test
    void years_part_a_timeline_whatever_its_words() {
        assertThat(labels("Timeline: 1957 Sputnik, 1963 Tereshkova first, 1965 Leonov, alone"))
                .containsExactly("1957: Sputnik", "1963: Tereshkova first", "1965: Leonov, alone");
    }

    @Test
    void participants_without_messages_ask_one_another_and_answer() {
        assertThat(edges(read("Sequence diagram: what happens between app, server and database")))
                .containsExactly(
                        "App > Server", "Server > Database", "Database > Server", "Server > App");
    }

    @Test
    void after_an_article_somebody_acts_in_other_languages_too() {
        assertThat(
                        edges(
                                read(
                                        "Diagramme de séquence. Le client insère sa carte, le"
                                                + " distributeur demande le code")))
                .containsExactly("Client > Distributeur", "Distributeur > Distributeur");
    }

    @Test
    void relations_may_follow_in_a_sentence_of_their_own_and_names_stay_as_told() {
        var model = read("Datenmodell: Mitglied(id), Kurs(id, Titel). Mitglied N:M Kurs");

        assertThat(model.nodes()).extracting(Node::label).containsExactly("Mitglied", "Kurs");
        assertThat(edges(model)).containsExactly("Mitglied > Kurs");
    }

    @Test
    void nothing_is_made_up_between_many_entities() {
        var model = read("Data model: A1, B1, C1, D1, E1, F1, G1, H1. Show keys.");

        assertThat(model.nodes()).hasSize(8);
        assertThat(model.edges()).isEmpty();
    }

    @Test
    void a_comma_in_the_subject_does_not_tear_the_flow_apart() {
        var flow = read("A robot that says hello, and waves");

        assertThat(flow.nodes()).allMatch(node -> isJoined(node, flow.edges()));
    }

    @Test
    void what_a_thing_has_is_no_sequence_of_steps() {
        assertThat(edges(read("Draw a house with a tree and the sun")))
                .containsExactly("House > A tree", "House > The sun");
        assertThat(edges(read("Create an onboarding with sign-up, tour and project")))
                .containsExactly("Sign-up > Tour", "Tour > Project");
    }

    @Test
    void exclamation_marks_are_no_content() {
        assertThat(read("wedding kanban!!! 💍").nodes())
                .extracting(Node::label)
                .noneMatch(label -> label.contains("!"));
    }

    private static boolean isJoined(Node node, List<Edge> edges) {
        return edges.stream()
                .anyMatch(edge -> edge.from().equals(node.id()) || edge.to().equals(node.id()));
    }

    private static Diagram read(String text) {
        return DiagramWriter.write(Request.read(text));
    }

    private static List<String> labels(String text) {
        return read(text).nodes().stream().map(Node::label).toList();
    }

    private static List<String> edges(Diagram diagram) {
        return diagram.edges().stream()
                .map(edge -> label(diagram, edge.from()) + " > " + label(diagram, edge.to()))
                .toList();
    }

    private static String label(Diagram diagram, String id) {
        return diagram.nodes().stream()
                .filter(node -> node.id().equals(id))
                .map(Node::label)
                .findFirst()
                .orElseThrow();
    }
}
