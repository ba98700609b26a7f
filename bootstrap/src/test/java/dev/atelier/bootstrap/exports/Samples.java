package dev.atelier.bootstrap.exports;

import dev.atelier.adapters.ai.AiAdapter;
import dev.atelier.adapters.ai.AiSettings;
import dev.atelier.application.port.out.CanvasGenerator;
import dev.atelier.domain.canvas.CanvasBrief;
import dev.atelier.domain.canvas.CanvasStyle;
import dev.atelier.domain.canvas.ColorScheme;
import dev.atelier.domain.canvas.Instructions;
import dev.atelier.domain.diagram.Diagram.Kind;
import dev.atelier.testkit.Designs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the product itself draws offline, and what only somebody who means harm would.
final class Samples {

    private static final List<String> INSTRUCTIONS =
            List.of(
                    "Create a login flow for a mobile app",
                    "Order received -> In stock? -yes-> Pack -> Ship; In stock? -no-> Back order",
                    "Left to right diagram: Client -> Load balancer -> Server 1; Load balancer ->"
                            + " Server 2",
                    "Erstelle ein Flussdiagramm: Antrag stellen, Prüfen?, Bezahlen, Ende",
                    "フローチャート: 注文を受ける -> 在庫がありますか？ -> 発送する",
                    "Блок-схема: Принять заказ -> Проверить наличие товара на складе -> Отправить",
                    "Flowchart: Call the customer back within two working days at the latest ->"
                            + " Supercalifragilisticexpialidocious-handling -> WWWWW MMMMM WWWWW",
                    "Mind map of renewable energy: solar, wind, hydro, geothermal, biomass, tidal",
                    "Mind map of a garden\nFlowers: roses, tulips, daisies\nVegetables: peas, leek",
                    "Org chart: CEO: CTO, CFO, COO; CTO: Head of Engineering, Head of QA",
                    "Timeline of the company: 2015: founded in a garage, 2017: first customer,"
                            + " 2024: listed on the stock exchange",
                    "Kanban: To do: write copy, pick colours; Doing: wireframes; Done: kick-off",
                    "Sequence diagram: Browser -> Server: GET /; Server -> Browser: 200 OK",
                    "ER diagram: Customer: id, name; Order: id, customer_id; Customer 1-n Order",
                    "Flowchart: " + steps(60));

    private Samples() {}

    static List<Sample> all() throws InterruptedException {
        var samples = new ArrayList<Sample>();
        var offline = AiAdapter.open(new AiSettings(List.of("offline"), Map.of())).generator();
        for (int i = 0; i < INSTRUCTIONS.size(); i++) {
            samples.add(drawn("offline-" + (i + 1), i, offline));
        }
        for (var kind : Kind.values()) {
            var name = kind.name().toLowerCase(Locale.ROOT);
            samples.add(new Sample("kind-" + name, Handmade.ordinary(kind)));
            samples.add(new Sample("hostile-" + name, Handmade.hostile(kind)));
        }
        samples.add(new Sample("shapes", Handmade.everyShape()));
        samples.add(new Sample("hostile-shapes", Handmade.hostileShapes()));
        samples.add(new Sample("wordless", Handmade.wordless()));
        samples.add(new Sample("flow", Designs.aFlow()));
        return samples;
    }

    private static Sample drawn(String name, int number, CanvasGenerator generator)
            throws InterruptedException {
        var styles = CanvasStyle.values();
        var colors = ColorScheme.values();
        var brief =
                new CanvasBrief(
                        new Instructions(INSTRUCTIONS.get(number)),
                        styles[number % styles.length],
                        colors[number % colors.length],
                        null);
        return new Sample(name, generator.generate(brief, _ -> {}).design());
    }

    private static String steps(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> "Step " + n)
                .collect(Collectors.joining(" -> "));
    }
}
