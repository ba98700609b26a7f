package dev.atelier.adapters.ai.provider.offline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.atelier.adapters.ai.Asking;
import dev.atelier.adapters.ai.SoundDesign;
import dev.atelier.adapters.ai.check.DesignCheck;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Locale;

final class OfflinePromptsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Create a simple flowchart",
                "Create a login flow for a mobile app",
                "Please draw a sign-up process for a newsletter",
                "Password reset flow",
                "Checkout process for an online bookshop",
                "Payment flow with error handling",
                "CI/CD pipeline for a Java service",
                "Approval workflow for travel expenses",
                "Customer support ticket workflow",
                "Employee onboarding process",
                "Hiring process of a startup",
                "Flowchart for making pancakes",
                "a -> b -> c",
                "a => b → c ==> d",
                "Order received -> In stock? -yes-> Pack -> Ship; In stock? --no--> Back order",
                "A -> B, A -> C, B -> D, C -> D",
                "loop -> loop; loop -again-> loop; other",
                "Left to right diagram: Client -> Load balancer -> Server 1; Load balancer ->"
                        + " Server 2",
                "1. Collect data 2. Clean it 3. Valid? 4. Train the model 5. Ship it",
                "First boil water, then add tea, if it is too strong then add milk otherwise serve"
                        + " plain, finally drink",
                "- gather requirements\n- design\n- build\n- test\n- release",
                "Mind map of renewable energy: solar, wind, hydro, geothermal, biomass, tidal",
                "Mind map about healthy habits",
                "Mind map of a garden\nFlowers: roses, tulips, daisies\nVegetables: peas, carrots",
                "Timeline of the company: 2015: founded in a garage, 2017: first customer, 2024:"
                        + " listed",
                "Timeline for a product launch",
                "Roadmap: Q1 research, Q2 prototype, Q3 beta with a very long description of what"
                        + " is going to happen in it, Q4 launch",
                "Org chart: CEO: CTO, CFO, COO; CTO: Head of Engineering, Head of QA",
                "Org chart for a bakery",
                "Org chart where the CTO reports to the CEO. The CFO reports to the CEO.",
                "Kanban board with columns Backlog, Doing, Done",
                "Kanban board for a website relaunch",
                "Kanban: To do: write copy, pick colours; Doing: wireframes; Done: kick-off",
                "sequence diagram: Browser -> Server: login, Server -> DB: find user, DB -->"
                        + " Server: row",
                "Sequence diagram of a checkout",
                "Sequenzdiagramm: Kunde -> Shop: bestellt; Shop -> Lager: reserviert",
                "ER diagram: Customer(id, name, email), Order(id, date); Customer 1-n Order",
                "A shop database with customers, orders and products",
                "Modèle de données pour une bibliothèque",
                "データモデル: 顧客(番号, 名前)",
                "Erstelle ein Flussdiagramm: Antrag stellen, Prüfen?, Bezahlen, Ende",
                "Crea un diagrama de flujo para pedir comida",
                "登录流程",
                "先洗菜，然后切菜，最后炒菜",
                "Сварить кофе, налить в чашку, выпить",
                "🍕 -> 😋 -> 😴",
                "supercalifragilisticexpialidociousandthensomemoreletterswithoutanyspaceatall",
                "?",
                ",",
                "Mind map: ,",
                "Org chart: , ;",
                "Timeline: ;",
                "Kanban: ,",
                "Flowchart: -> , ->",
            })
    void gives_a_sound_canvas(String instructions) throws Exception {
        var design = Asking.offline(instructions);

        SoundDesign.check(design);
        assertThat(DesignCheck.findings(design)).isEmpty();
        assertThat(SoundDesign.labels(design)).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Flowchart for making pancakes",
                "Mind map about renewable energy",
                "Timeline of the moon landing",
                "Org chart for a bakery",
                "Kanban board for moving house",
                "Login flow for a mobile app",
                "Bewerbung um einen Studienplatz",
            })
    void is_about_what_was_asked_for(String instructions) throws Exception {
        var design = Asking.offline(instructions);

        var words = String.join(" ", SoundDesign.labels(design)).toLowerCase(Locale.ROOT);
        var subject = instructions.substring(instructions.lastIndexOf(' ') + 1);
        assertThat(words).contains(subject.toLowerCase(Locale.ROOT));
    }
}
