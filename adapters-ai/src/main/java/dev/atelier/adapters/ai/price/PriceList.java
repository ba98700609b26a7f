package dev.atelier.adapters.ai.price;

import dev.atelier.domain.InvalidValue;
import dev.atelier.domain.job.GeneratedBy.Usage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/// What models cost, as far as it is known.
public final class PriceList {

    private static final String FILE = "/prices/prices.csv";

    private final List<Price> prices;

    PriceList(List<Price> prices) {
        this.prices =
                prices.stream()
                        .sorted(Comparator.comparingInt(price -> -price.model().length()))
                        .toList();
    }

    /// The list that this build brings along.
    ///
    /// @throws InvalidValue if a row of it is wrong; the message names the row
    public static PriceList load() {
        try (var file = PriceList.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new InvalidValue(FILE + " is missing");
            }
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A list of one's own: rows of `provider,host,model,input,output,since`, `#` before a comment.
    ///
    /// @throws InvalidValue if a row is wrong or comes twice; the message names it
    public static PriceList read(String table) {
        return PriceRows.read(table);
    }

    /// What holds for providers at this address: a list price is that of the provider's own server.
    ///
    /// @param baseUrl null for a provider's usual address
    public PriceList at(@Nullable String baseUrl) {
        if (baseUrl == null) {
            return this;
        }
        var host = host(baseUrl);
        return new PriceList(
                prices.stream().filter(price -> price.host().equalsIgnoreCase(host)).toList());
    }

    private static @Nullable String host(String baseUrl) {
        try {
            return URI.create(baseUrl).getHost();
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    /// A dated name, such as `gpt-4.1-2025-04-14`, costs what the model does, unless it has a row
    /// of its own.
    ///
    /// @return US dollars, exactly; null if there is no price, or nothing was counted
    public @Nullable BigDecimal cost(
            String provider, @Nullable String model, @Nullable Usage usage) {
        if (model == null || usage == null) {
            return null;
        }
        return prices.stream()
                .filter(price -> price.isOf(provider, model))
                .findFirst()
                .map(price -> price.cost(usage))
                .orElse(null);
    }

    int size() {
        return prices.size();
    }
}
