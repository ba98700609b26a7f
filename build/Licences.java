import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Completes the bill of materials with what the web page is made of, writes the list of third parties beside it, and
/// fails where somebody's licence is not one that we accept. The Maven build calls it with the CycloneDX document, the
/// folder of the page and the list of what is accepted; without a page only what the document names is looked at.
void main(String[] args) throws Exception {
    var document = Path.of(args[0]);
    var accepted = Accepted.read(Path.of(args[1]));
    var json = new ObjectMapper();
    var bom = (ObjectNode) json.readTree(document.toFile());

    var parties = new ArrayList<ThirdParty>();
    for (var component : bom.withArray("components")) {
        if (!component.path("group").asText().equals("dev.atelier")) {
            parties.add(ThirdParty.of(component));
        }
    }
    if (args.length > 2) {
        for (var part : new Page(Path.of(args[2])).parts()) {
            bom.withArray("components").add(part.component());
            parties.add(part);
        }
    }
    refuse(parties, accepted);
    json.writerWithDefaultPrettyPrinter().writeValue(document.toFile(), bom);
    Files.writeString(document.resolveSibling("THIRD-PARTY.txt"), list(parties, accepted));
}

void refuse(List<ThirdParty> parties, Accepted accepted) {
    var refused = parties.stream().filter(party -> accepted.choice(party).isEmpty()).toList();
    if (refused.isEmpty()) {
        return;
    }
    System.err.println("Licences that build/licences.txt does not accept:");
    refused.forEach(party -> System.err.println("  " + party.coordinates() + ": " + party.licences()));
    System.exit(1);
}

String list(List<ThirdParty> parties, Accepted accepted) {
    var text = new StringBuilder();
    text.append("Atelier is made with the work of others. Each jar holds its own notices; those of the web page follow.\n\n");
    parties.stream()
            .sorted((one, other) -> one.coordinates().compareToIgnoreCase(other.coordinates()))
            .map(party -> party.coordinates() + "  " + accepted.choice(party).orElseThrow() + "\n")
            .forEach(text::append);
    for (var party : parties) {
        if (!party.notice().isBlank()) {
            text.append("\n").append("=".repeat(100)).append("\n").append(party.coordinates()).append("\n\n");
            text.append(party.notice().strip()).append("\n");
        }
    }
    return text.toString();
}
