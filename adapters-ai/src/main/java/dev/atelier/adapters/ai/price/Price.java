package dev.atelier.adapters.ai.price;

import dev.atelier.domain.job.GeneratedBy.Usage;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// What a model costs at a provider's own address, in US dollars per million tokens.
record Price(String provider, String host, String model, BigDecimal input, BigDecimal output) {

    /// A date, a revision, or a word for the newest: the same model under a longer name. Anything
    /// else makes another model, which may cost more.
    private static final Pattern SAME_MODEL =
            Pattern.compile(
                    "(-(\\d{4}-\\d{2}-\\d{2}|\\d{2}-\\d{4}|\\d{2}-\\d{2}|\\d{3,8}|latest|preview))*");

    boolean isOf(String askedProvider, String askedModel) {
        return provider.equals(askedProvider)
                && askedModel.startsWith(model)
                && SAME_MODEL.matcher(askedModel.substring(model.length())).matches();
    }

    /// Exact: nothing is rounded.
    BigDecimal cost(Usage usage) {
        return of(usage.inputTokens(), input).add(of(usage.outputTokens(), output));
    }

    private static BigDecimal of(long tokens, BigDecimal perMillion) {
        return BigDecimal.valueOf(tokens).multiply(perMillion).movePointLeft(6);
    }
}
