package dev.atelier.adapters.ai.provider.offline;

import dev.atelier.domain.diagram.Diagram.Role;

import java.util.regex.Pattern;

/// Guesses from its words what a step is.
final class Roles {

    private static final Pattern START =
            Request.pattern("(?:start|begin|beginn|anfang|inicio|début|inizio)\\b.{0,40}|▶|開始|开始");
    private static final Pattern END =
            Request.pattern(
                    "(?:the"
                        + " )?(?:end|done|finish(?:ed)?|stop|ende|fertig|fin|fine|terminado|終了|结束|■)[.!]?");
    private static final Pattern DECISION = Request.pattern(".*[?？]\\s*");
    private static final Pattern DATA =
            Request.pattern(".*\\b(?:database|data ?store|datenbank|storage|warehouse)\\b.*");
    private static final Pattern ACTOR =
            Request.pattern(
                    "(?:the )?(?:user|customer|client|visitor|admin|kunde|nutzer|usuario)s?");

    private Roles() {}

    static Role of(String label) {
        if (DECISION.matcher(label).matches()) {
            return Role.DECISION;
        }
        if (END.matcher(label).matches()) {
            return Role.END;
        }
        if (START.matcher(label).matches()) {
            return Role.START;
        }
        if (ACTOR.matcher(label).matches()) {
            return Role.ACTOR;
        }
        return DATA.matcher(label).matches() ? Role.DATA : Role.PROCESS;
    }
}
