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
        "Timeline of our hiring process, TIMELINE",
        "Draw a sequence diagram of a login, SEQUENCE",
        "Sequenzdiagramm der Anmeldung, SEQUENCE",
        "Diagrama de secuencia de un pago, SEQUENCE",
        "Diagramme de séquence d'une commande, SEQUENCE",
        "登录时序图, SEQUENCE",
        "ログインのシーケンス図, SEQUENCE",
        "ER diagram of a shop, ENTITY_RELATIONSHIP",
        "Entity-relationship diagram for a school, ENTITY_RELATIONSHIP",
        "Data model for a library, ENTITY_RELATIONSHIP",
        "Database schema of a blog, ENTITY_RELATIONSHIP",
        "Datenmodell für eine Bibliothek, ENTITY_RELATIONSHIP",
        "Modelo de datos de una tienda, ENTITY_RELATIONSHIP",
        "Modèle de données d'une école, ENTITY_RELATIONSHIP",
        "数据模型, ENTITY_RELATIONSHIP",
        "Database backup process, FLOWCHART",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sequence diagram: Browser -> Server: login, Server -> DB: find user, DB -->"
                        + " Server: row",
                "Browser -> Server: login\nServer -> DB: find user\nDB -> Server: row",
                "Sequence diagram\nBrowser -> Server: login\nserver -> DB: find user\nDB -->"
                        + " server: row",
            })
    void messages_are_read_in_their_order(String text) {
        assertThat(read(text).kind()).isEqualTo(Kind.SEQUENCE);
        assertThat(labels(text)).containsExactly("Browser", "Server", "DB");
        assertThat(edges(text))
                .containsExactly(
                        "Browser >login> Server", "Server >find user> DB", "DB >row> Server");
    }

    @Test
    void sentences_tell_who_does_what_to_whom() {
        assertThat(
                        edges(
                                "Sequence diagram: the user sends the form, the server stores it in"
                                        + " the database, the server shows a receipt to the user"))
                .containsExactly(
                        "User >sends the form> Server",
                        "Server >stores it> Database",
                        "Server >shows a receipt> User");
    }

    @Test
    void a_sequence_that_is_only_named_goes_the_usual_way() {
        assertThat(edges("Draw a sequence diagram of a refund"))
                .contains("User >asks for refund> Client", "Client >sends the request> Server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ER diagram: Customer(id, name, email), Order(id, date); Customer 1-n Order",
                "Data model: Customer (id, name, email); Order (id, date); customer 1:n orders",
            })
    void entities_and_relations_are_read_as_told(String text) {
        assertThat(read(text).nodes())
                .extracting(node -> node.label() + node.details())
                .containsExactly("Customer[id, name, email]", "Order[id, date]");
        assertThat(edges(text)).containsExactly("Customer >1 – n> Order");
    }

    @Test
    void relations_may_be_told_in_words() {
        assertThat(edges("ER diagram: a customer has many orders, an order contains products"))
                .containsExactly("Customer >has many> Order", "Order >contains> Product");
    }

    @Test
    void entities_that_are_only_listed_get_the_usual_attributes() {
        var model = read("A shop database with customers, orders and products");

        assertThat(model.kind()).isEqualTo(Kind.ENTITY_RELATIONSHIP);
        assertThat(model.nodes())
                .extracting(Node::label)
                .containsExactly("Customer", "Order", "Product");
        assertThat(model.nodes()).allSatisfy(node -> assertThat(node.details()).contains("id"));
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
