import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/// Somebody's work that we ship.
///
/// @param licences what it may be used under, as its author says: one of several, or an SPDX expression
/// @param notice what has to be handed on with it, where it does not carry that itself
record ThirdParty(String coordinates, String version, List<String> licences, String notice) {

    /// From a CycloneDX component.
    static ThirdParty of(JsonNode component) {
        var name = component.path("group").asText() + ":" + component.path("name").asText();
        var version = component.path("version").asText();
        var licences = new ArrayList<String>();
        for (var entry : component.path("licenses")) {
            var licence = entry.path("license");
            licences.add(
                    entry.has("expression")
                            ? entry.path("expression").asText()
                            : licence.path("id").asText(licence.path("name").asText()));
        }
        return new ThirdParty(name + ":" + version, version, licences, "");
    }

    static ThirdParty ofNpm(String name, String version, List<String> licences, String notice) {
        return new ThirdParty("npm:" + name + ":" + version, version, licences, notice);
    }

    /// As a CycloneDX component, of what came from npm.
    ObjectNode component() {
        var name = coordinates.substring("npm:".length(), coordinates.length() - version.length() - 1);
        var purl = "pkg:npm/" + name.replace("@", "%40") + "@" + version;
        var component = new ObjectMapper().createObjectNode();
        component.put("type", "library").put("bom-ref", purl).put("name", name).put("version", version);
        for (var licence : licences) {
            component.withArray("licenses").addObject().put("expression", licence.replace(" and ", " AND "));
        }
        return component.put("purl", purl);
    }
}
