package dev.atelier.adapters.http.web;

import dev.atelier.adapters.http.errors.NotFound;
import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.exchange.Exchange;
import dev.atelier.adapters.http.security.TokenIssuer;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whatever is no part of the API: a file of the web page, or the page itself for the addresses
/// that its script gives to what it shows.
public final class WebPage implements Handler {

    private static final String ROUTE = "/web";
    private static final Pattern ADDRESS =
            Pattern.compile("(?!/(?:api|socket\\.io|assets)(?:/|$))/[^.]*");
    private static final Header VARY =
            HeaderValues.createCached(HeaderNames.VARY, "Accept-Encoding, Origin");
    private static final Header FOR_EVER =
            HeaderValues.createCached(
                    HeaderNames.CACHE_CONTROL, "public, max-age=31536000, immutable");
    private static final Header ASK_FIRST =
            HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-cache");

    private final WebFiles files;
    private final List<Header> policy;

    /// @param root where on the class path the files are, as in `/web/`
    public WebPage(String root, TokenIssuer issuer) {
        this.files = WebFiles.under(root);
        this.policy = PagePolicy.headers(issuer);
    }

    /// @throws NotFound if nothing is there
    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        var file = wanted(request).orElseThrow(NotFound::path);
        var exchange = Exchange.of(request);
        exchange.routedTo(ROUTE);
        exchange.addToAnswer(VARY);

        var encoding = AcceptedEncoding.of(request, file);
        if (!encoding.equals(WebFile.IDENTITY)) {
            response.header(HeaderValues.create(HeaderNames.CONTENT_ENCODING, encoding));
        }
        response.header(file.lasting() ? FOR_EVER : ASK_FIRST);
        policy.forEach(response::header);
        Answer.unlessKnown(request, response, file.mediaType(), file.body(encoding));
    }

    private Optional<WebFile> wanted(ServerRequest request) {
        var method = request.prologue().method();
        if (!method.equals(Method.GET) && !method.equals(Method.HEAD)) {
            return Optional.empty();
        }
        var path = request.prologue().uriPath().rawPath();
        var file = files.at(path);
        return file.isPresent() || !isAddress(path, request) ? file : files.page();
    }

    /// A script that is missing must not be answered with a page.
    private static boolean isAddress(String path, ServerRequest request) {
        return ADDRESS.matcher(path).matches()
                && request.headers().all(HeaderNames.ACCEPT, List::of).stream()
                        .anyMatch(accept -> accept.contains("text/html"));
    }
}
