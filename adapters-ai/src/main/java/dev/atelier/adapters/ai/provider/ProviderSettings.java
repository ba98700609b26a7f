package dev.atelier.adapters.ai.provider;

import dev.atelier.adapters.ai.chat.ReplyForm;
import dev.atelier.domain.InvalidValue;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// How one provider is reached. What is null is the provider's own default.
public record ProviderSettings(
        @Nullable String apiKey, @Nullable String model, @Nullable String baseUrl, Tuning tuning) {

    public static final ProviderSettings NONE = new ProviderSettings(null, null, null);

    private static final int LAST_PORT = 65_535;

    /// A blank value counts as none, as an empty variable in the environment does.
    public ProviderSettings {
        apiKey = orNull(apiKey);
        model = orNull(model);
        baseUrl = orNull(baseUrl);
    }

    public ProviderSettings(
            @Nullable String apiKey, @Nullable String model, @Nullable String baseUrl) {
        this(apiKey, model, baseUrl, Tuning.NONE);
    }

    /// The variable that sets `what` of a provider, such as `OPENAI_API_KEY`.
    public static String variable(String provider, String what) {
        return provider.toUpperCase(Locale.ROOT) + "_" + what;
    }

    /// @throws InvalidValue if there is no key, or none that could be sent
    public String requireKey(String provider) {
        var key = key(provider);
        if (key == null) {
            throw new InvalidValue(
                    "%s is missing: the provider %s needs a key"
                            .formatted(variable(provider, "API_KEY"), provider));
        }
        return key;
    }

    /// @throws InvalidValue if the key could not be sent; an HTTP client would complain of it by
    ///   showing it
    public @Nullable String key(String provider) {
        if (apiKey != null && !apiKey.matches("[!-~]+")) {
            throw new InvalidValue(
                    variable(provider, "API_KEY") + " holds a character that no key has");
        }
        return apiKey;
    }

    public String modelOr(String usual) {
        return model == null ? usual : model;
    }

    /// The base URL without a slash at its end, or null if none is set.
    ///
    /// @throws InvalidValue if it is no address of a web server, or none that a path can follow
    public @Nullable String address(String provider) {
        if (baseUrl != null && baseUrl.contains("@")) {
            throw new InvalidValue(
                    variable(provider, "BASE_URL") + " takes no user and no password");
        }
        if (baseUrl == null || isWebAddress(baseUrl)) {
            return baseUrl == null ? null : baseUrl.replaceFirst("/+$", "");
        }
        throw wrong(provider, "BASE_URL", baseUrl, "an address like https://host/v1");
    }

    /// @throws InvalidValue if the provider cannot reply in the form that is set
    public ReplyForm replyOr(ReplyForm usual, String provider, Set<ReplyForm> possible) {
        var form = tuning.reply() == null ? usual : tuning.reply();
        if (!possible.contains(form)) {
            var forms =
                    possible.stream()
                            .sorted()
                            .map(ReplyForm::word)
                            .collect(Collectors.joining(" or "));
            throw wrong(provider, "REPLY", form.word(), forms);
        }
        return form;
    }

    public static InvalidValue wrong(String provider, String what, Object value, String takes) {
        return new InvalidValue(
                "%s=%s: must be %s".formatted(variable(provider, what), value, takes));
    }

    /// Never shows the key.
    @Override
    public String toString() {
        return "ProviderSettings[apiKey=%s, model=%s, baseUrl=%s, tuning=%s]"
                .formatted(apiKey == null ? "none" : "hidden", model, baseUrl, tuning);
    }

    private static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static boolean isWebAddress(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() != null
                    && String.valueOf(uri.getScheme()).matches("https?")
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getPort() <= LAST_PORT;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
