package dev.atelier.adapters.ai.diagram;

import java.util.List;
import java.util.stream.Stream;

/// Something wrong with a reply that code cannot mend without a loss; the model may.
///
/// @param about what it concerns, in the model's own words; empty where that is the whole reply
public record Finding(Problem problem, String about) {

    public enum Problem {
        UNKNOWN_ID("names something that is not there, so it was left out"),
        TOO_FEW_EXITS("is a decision with fewer than two exits"),
        UNLABELLED_EXIT("is a decision with an exit that does not say when it is taken"),
        TOO_MUCH("is more than a diagram can hold, so the rest was left out"),
        NOTHING_LEFT("would leave nothing, so nothing was removed"),
        BADLY_PLACED("would not be seen as it should on the canvas"),
        CUT_OFF("the reply broke off before its end; say it with fewer words"),
        NOTHING_TO_DRAW("the reply had nothing that could be drawn; follow the format");

        private final String words;

        Problem(String words) {
            this.words = words;
        }

        /// What is wrong, for the model.
        public String words() {
            return words;
        }
    }

    static Finding about(Problem problem) {
        return new Finding(problem, "");
    }

    /// @param cutOff whether the model was stopped before it had said everything
    public static List<Finding> withCutOff(List<Finding> findings, boolean cutOff) {
        var stopped = cutOff ? Stream.of(about(Problem.CUT_OFF)) : Stream.<Finding>empty();
        return Stream.concat(findings.stream(), stopped).distinct().toList();
    }
}
