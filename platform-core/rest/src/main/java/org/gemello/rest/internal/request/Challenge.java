package org.gemello.rest.internal.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.gemello.rest.internal.problem.Problems;

/** Says how to log in: a script with HTTP Basic, a page with a session. To a page Basic would mean a window of the browser's own. */
public final class Challenge {
    private static final String BASIC = "Basic realm=\"Gemello\", charset=\"UTF-8\"";
    private static final String NO_SESSION = "log in: there is no session, or it has ended";
    private static final String SESSION = "Session realm=\"Gemello\"";

    private Challenge() {
    }

    static Response to(ContainerRequestContext request) {
        boolean page = request.getHeaderString("Sec-Fetch-Mode") != null || !request.getCookies().isEmpty();
        return page ? forSession(NO_SESSION)
                : of(BASIC, "send user name and password with HTTP Basic");
    }

    /** To whoever asks for the session: there is none yet. @param openId what the other way to log in is called, empty for none */
    static Response forLogin(Optional<String> openId) {
        return Response.fromResponse(Problems.loginNeeded(NO_SESSION, openId.orElse(null))).header(HttpHeaders.WWW_AUTHENTICATE, SESSION).build();
    }

    public static Response forSession(String detail) {
        return of(SESSION, detail);
    }

    /** The password is right; what is missing is the code of the second factor. */
    public static Response forCode() {
        return Response.fromResponse(Problems.codeNeeded()).header(HttpHeaders.WWW_AUTHENTICATE, SESSION).build();
    }

    private static Response of(String scheme, String detail) {
        return Response.fromResponse(Problems.response(Status.UNAUTHORIZED, detail)).header(HttpHeaders.WWW_AUTHENTICATE, scheme).build();
    }
}
