package dev.atelier.adapters.http.service;

import dev.atelier.adapters.http.errors.Forbidden;
import dev.atelier.adapters.http.exchange.Answer;
import dev.atelier.adapters.http.json.Members;
import dev.atelier.adapters.http.json.RequestJson;
import dev.atelier.adapters.http.security.Caller;
import dev.atelier.adapters.http.security.DevelopmentTokens;
import dev.atelier.domain.job.UserId;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Pattern;

/// `POST /dev/token`: a token for anybody, in development and on this machine only. A web page
/// elsewhere cannot get one, not even by a name that it makes point here (DNS rebinding).
public record IssueTokenHandler(DevelopmentTokens tokens, List<String> corsOrigins)
        implements Handler {

    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        requireThisMachine(request);
        var caller = read(RequestJson.optional(request));

        var token = tokens.issue(caller);

        Answer.json(
                request, response, new TokenView(true, token, DevelopmentTokens.VALID.toSeconds()));
    }

    private static Caller read(Members in) {
        var user = in.text("user", UserId::new);
        var admin = in.flag("admin");
        in.done();
        return new Caller(user.orElseGet(() -> new UserId("dev")), admin.orElse(false));
    }

    private void requireThisMachine(ServerRequest request) {
        var host = request.headers().first(HeaderNames.HOST).orElse("");
        var origin = request.headers().first(HeaderNames.ORIGIN);
        var near =
                request.remotePeer().address() instanceof InetSocketAddress peer
                        && peer.getAddress().isLoopbackAddress();
        if (!near
                || !THIS_MACHINE.matcher(host).matches()
                || origin.filter(page -> !isOurs(page, host)).isPresent()) {
            throw new Forbidden("Development tokens are for this machine only");
        }
    }

    private boolean isOurs(String page, String host) {
        return page.equals("http://" + host) || corsOrigins.contains(page);
    }

    record TokenView(boolean success, String token, long expiresIn) {}
}
