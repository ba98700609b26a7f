package dev.atelier.bootstrap;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Environment variables, read as what they mean. A blank one counts as absent.
final class Environment {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)?");

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    int number(String name, int usual, int least, int most) {
        return number(name, least, most).orElse(usual);
    }

    Optional<Integer> number(String name, int least, int most) {
        var takes = "a whole number from " + least + " to " + most;
        return text(name)
                .map(
                        value -> {
                            if (!value.matches("-?\\d{1,9}")) {
                                throw new WrongSetting(name, value, takes);
                            }
                            var number = Integer.parseInt(value);
                            if (number < least || number > most) {
                                throw new WrongSetting(name, value, takes);
                            }
                            return number;
                        });
    }

    Optional<Double> decimal(String name, double least, double most) {
        return text(name)
                .map(
                        value -> {
                            if (!DECIMAL.matcher(value).matches()
                                    || Double.parseDouble(value) < least
                                    || Double.parseDouble(value) > most) {
                                throw new WrongSetting(
                                        name,
                                        value,
                                        "a number from %.0f to %.0f".formatted(least, most));
                            }
                            return Double.valueOf(value);
                        });
    }

    /// Absent means no.
    boolean flag(String name) {
        return text(name).map(value -> flag(name, value)).orElse(false);
    }

    private static boolean flag(String name, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new WrongSetting(name, value, "true or false");
        };
    }

    /// A plain number is seconds; `ms`, `s`, `m`, `h` and `d` are understood.
    Duration duration(String name, Duration usual) {
        return text(name).map(value -> duration(name, value)).orElse(usual);
    }

    private static Duration duration(String name, String value) {
        var match = DURATION.matcher(value.toLowerCase(Locale.ROOT));
        if (!match.matches() || Long.parseLong(match.group(1)) == 0) {
            throw new WrongSetting(
                    name, value, "a time above zero, such as 30 (seconds), 500ms or 5m");
        }
        var amount = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            case "d" -> Duration.ofDays(amount);
            case null, default -> Duration.ofSeconds(amount);
        };
    }

    List<String> list(String name) {
        return text(name).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /// Reads a value by a parser that explains itself; its explanation becomes the operator's line.
    <T> Optional<T> parsed(String name, Function<String, T> parser) {
        return text(name)
                .map(
                        value -> {
                            try {
                                return parser.apply(value);
                            } catch (IllegalArgumentException wrong) {
                                throw new WrongSetting(
                                        name + "=" + value + ": " + wrong.getMessage());
                            }
                        });
    }
}
