package dev.atelier.adapters.http.canvases;

import dev.atelier.adapters.http.errors.NotAcceptable;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The media types that a client takes (RFC 9110, 12.5.1). What is not well-formed is not there.
final class Accepted {

    private static final Pattern QUALITY = Pattern.compile("q=([01](?:\\.[0-9]{0,3})?)");

    private record Range(String type, double quality) {}

    private final List<Range> ranges;

    private Accepted(List<Range> ranges) {
        this.ranges = ranges;
    }

    static Accepted by(ServerRequest request) {
        var fields = request.headers().all(HeaderNames.ACCEPT, List::of);
        return fields.isEmpty()
                ? new Accepted(List.of(new Range("*/*", 1)))
                : new Accepted(
                        fields.stream()
                                .flatMap(field -> Stream.of(field.split(",")))
                                .flatMap(Accepted::range)
                                .toList());
    }

    /// @param offers what we have, the one that we would rather give first
    /// @throws NotAcceptable if the client takes none of them
    String best(List<String> offers) {
        var best = offers.getFirst();
        for (var offer : offers) {
            if (quality(offer) > quality(best)) {
                best = offer;
            }
        }
        if (quality(best) == 0) {
            throw new NotAcceptable(offers);
        }
        return best;
    }

    /// The most specific range that fits decides.
    private double quality(String offer) {
        var family = offer.substring(0, offer.indexOf('/')) + "/*";
        return Stream.of(offer, family, "*/*")
                .flatMap(type -> ranges.stream().filter(range -> range.type().equals(type)))
                .mapToDouble(Range::quality)
                .findFirst()
                .orElse(0);
    }

    private static Stream<Range> range(String text) {
        var parts = Stream.of(text.toLowerCase(Locale.ROOT).split(";", -1)).map(String::strip);
        var range = parts.toList();
        return range.stream()
                .skip(1)
                .filter(part -> part.startsWith("q="))
                .findFirst()
                .map(Accepted::weight)
                .orElse(OptionalDouble.of(1))
                .stream()
                .mapToObj(quality -> new Range(range.getFirst(), quality));
    }

    private static OptionalDouble weight(String text) {
        var quality = QUALITY.matcher(text);
        return quality.matches()
                ? OptionalDouble.of(Double.parseDouble(quality.group(1)))
                : OptionalDouble.empty();
    }
}
