package dev.atelier.adapters.ai.provider.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.domain.diagram.Diagram;
import dev.atelier.domain.diagram.Diagram.Direction;
import dev.atelier.domain.diagram.Diagram.Group;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.domain.diagram.Diagram.Node;
import dev.atelier.domain.diagram.Diagram.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

final class OfflineReadingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a -> b -> c", "a => b --> c", "a → b → c", "a->b; b->c", "a -> b\nb -> c"})
    void arrows_are_drawn_as_written(String text) {
        assertThat(edges(text)).containsExactly("a > b", "b > c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a? -yes-> b", "a? --yes--> b", "a? -- yes --> b", "a? ->|yes| b"})
    void an_arrow_may_say_something(String text) {
        assertThat(edges(text)).containsExactly("a? >yes> b");
    }

    @Test
    void chains_share_their_nodes_by_name_and_hyphens_are_no_arrows() {
        assertThat(edges("Sign-in -> E-mail sent, sign-in -> Help"))
                .containsExactly("Sign-in > E-mail sent", "Sign-in > Help");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. wash 2. chop 3. cook",
                "first wash, then chop, finally cook",
                "- wash\n- chop\n- cook",
                "wash, chop and cook",
                "wash; chop; cook",
                "Create a flowchart of dinner: wash, chop, cook",
                "Draw a flowchart with the steps wash, chop and cook",
            })
    void lists_are_steps_in_their_order(String text) {
        assertThat(labels(text)).containsExactly("Wash", "Chop", "Cook");
        assertThat(edges(text)).containsExactly("Wash > Chop", "Chop > Cook");
    }

    @Test
    void a_condition_forks_and_joins_again() {
        assertThat(edges("first boil, if it is late then eat raw otherwise cook, finally rest"))
                .containsExactlyInAnyOrder(
                        "Boil > It is late?",
                        "It is late? >Yes> Eat raw",
                        "It is late? >No> Cook",
                        "Eat raw > Rest",
                        "Cook > Rest");
    }

    @Test
    void a_question_without_an_answer_for_no_leads_back() {
        assertThat(edges("1. Weigh 2. Right? 3. Ship"))
                .containsExactlyInAnyOrder(
                        "Weigh > Right?", "Right? >No> Weigh", "Right? >Yes> Ship");
    }

    @ParameterizedTest
    @CsvSource({
        "Mind map of gardens, MIND_MAP",
        "brainstorming about names, MIND_MAP",
        "Timeline of Rome, TIMELINE",
        "product roadmap, TIMELINE",
        "Org chart for a bank, ORG_CHART",
        "Kanban board for moving, KANBAN",
        "Flowchart of tea, FLOWCHART",
        "Create a simple flowchart, FLOWCHART",
    })
    void the_words_name_the_kind(String text, Kind kind) {
        assertThat(read(text).kind()).isEqualTo(kind);
    }

    @Test
    void a_simple_flowchart_has_start_steps_a_decision_with_two_exits_and_an_end() {
        var diagram = read("Create a simple flowchart");

        assertThat(diagram.title()).isEqualTo("Simple flowchart");
        assertThat(diagram.nodes())
                .extracting(Node::role)
                .contains(Role.START, Role.PROCESS, Role.DECISION, Role.END);
        assertThat(edges("Create a simple flowchart"))
                .contains(
                        "Result correct? >Yes> Save result", "Result correct? >No> Correct input");
    }

    @Test
    void a_login_flow_lets_one_try_again() {
        assertThat(edges("Create a login flow"))
                .contains(
                        "Credentials valid? >No> Show error message",
                        "Too many attempts? >No> Enter e-mail and password");
    }

    @Test
    void a_title_in_quotes_is_used_as_it_is() {
        assertThat(read("Draw a flowchart titled \"My tea\": boil, pour").title())
                .isEqualTo("My tea");
        assertThat(labels("Draw a flowchart titled \"My tea\": boil, pour"))
                .containsExactly("Boil", "Pour");
    }

    @Test
    void columns_of_a_board_keep_their_cards() {
        var board = read("Kanban: To do: copy, colours; Done: kick-off");

        assertThat(board.groups()).extracting(Group::label).containsExactly("To do", "Done");
        assertThat(board.nodes())
                .extracting(node -> node.label() + " in " + node.group())
                .containsExactly("Copy in g1", "Colours in g1", "Kick-off in g2");
    }

    @Test
    void an_org_chart_knows_who_reports_to_whom() {
        assertThat(edges("Org chart: CEO: CTO, CFO; CTO: QA"))
                .containsExactly("CEO > CTO", "CEO > CFO", "CTO > QA");
    }

    @Test
    void a_short_chain_runs_to_the_right_unless_told_otherwise() {
        assertThat(read("a -> b -> c").direction()).isEqualTo(Direction.RIGHT);
        assertThat(read("Vertical flowchart: a -> b -> c").direction()).isEqualTo(Direction.DOWN);
    }

    @Test
    void the_same_words_give_the_same_canvas() throws Exception {
        assertThat(Asking.offline("Login flow")).isEqualTo(Asking.offline("Login flow"));
    }

    @Test
    void an_interrupt_ends_it() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> Asking.offline("a -> b")).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private static Diagram read(String text) {
        return DiagramWriter.write(Request.read(text));
    }

    private static List<String> labels(String text) {
        return read(text).nodes().stream().map(Node::label).toList();
    }

    private static List<String> edges(String text) {
        var diagram = read(text);
        return diagram.edges().stream()
                .map(
                        edge ->
                                label(diagram, edge.from())
                                        + (edge.label() == null ? " " : " >" + edge.label())
                                        + "> "
                                        + label(diagram, edge.to()))
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
