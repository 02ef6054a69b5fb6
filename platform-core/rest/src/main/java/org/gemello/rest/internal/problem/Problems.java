package org.gemello.rest.internal.problem;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gemello.rest.internal.contract.ProblemJson;
import org.gemello.rest.internal.contract.SiteErrorJson;

/**
 * Problem documents (RFC 9457). {@code instance} and {@code traceId} are filled in by the filter that every response passes,
 * because only it knows the request.
 */
public final class Problems {
    public static final String MEDIA_TYPE = "application/problem+json";
    static final String INVALID_REQUEST = "urn:gemello:problem:invalid-request";
    static final String COMMAND_REFUSED = "urn:gemello:problem:command-refused";
    private static final String CODE_NEEDED = "urn:gemello:problem:code-needed";
    static final String REPEATED = "urn:gemello:problem:repeated-request";
    static final String SITE_REFUSED = "urn:gemello:problem:site-refused";
    /** File, line and column, or a key of a twin's configuration, before what is wrong there. */
    private static final Pattern PLACED = Pattern.compile("([^\\s:]+(?::\\d+){1,2}|configuration\\.[^\\s:]+): (.*)", Pattern.DOTALL);
    private static final String BLANK = "about:blank";

    private Problems() {
    }

    /** A problem that the status alone explains. */
    public static Response response(Response.StatusType status, String detail) {
        return response(new ProblemJson().type(BLANK).title(status.getReasonPhrase()).status(status.getStatusCode()).detail(detail));
    }

    /** Well-formed, but it cannot be done for what it says. */
    public static Response unprocessable(String detail) {
        return response(new ProblemJson().type(BLANK).title("Unprocessable Content").status(422).detail(detail));
    }

    /** What is here cannot be had by a plain request. */
    public static Response upgradeRequired(String detail) {
        return response(new ProblemJson().type(BLANK).title("Upgrade Required").status(426).detail(detail));
    }

    /** A command that became part of the record, in state REJECTED. */
    public static Response commandRefused(String commandId, String reason) {
        return response(new ProblemJson().type(COMMAND_REFUSED).title("Command refused").status(422).detail(reason).commandId(commandId));
    }

    /**
     * A change after which the site would be wrong.
     *
     * @param problems each with its place, what is wrong, and the remedy
     */
    public static Response siteRefused(List<String> problems) {
        return response(new ProblemJson().type(SITE_REFUSED).title("The site would be wrong").status(422).detail(String.join("; ", problems))
                .errors(problems.stream().map(Problems::error).toList()));
    }

    private static SiteErrorJson error(String problem) {
        Matcher placed = PLACED.matcher(problem);
        return placed.matches() ? new SiteErrorJson().place(placed.group(1)).text(placed.group(2)) : new SiteErrorJson().place("").text(problem);
    }

    /** A request that was sent before under the same Idempotency-Key. */
    public static Response repeated(int status, String detail) {
        return response(new ProblemJson().type(REPEATED).title("Sent before").status(status).detail(detail));
    }

    /** Nobody is logged in. @param openId what the login by OpenID Connect is called, null where there is none */
    public static Response loginNeeded(String detail, String openId) {
        return response(new ProblemJson().type(BLANK).title(Response.Status.UNAUTHORIZED.getReasonPhrase()).status(401).detail(detail).openId(openId));
    }

    /** A login that lacks the code of the second factor and nothing else. */
    public static Response codeNeeded() {
        return response(new ProblemJson().type(CODE_NEEDED).title("Code needed").status(401)
                .detail("send 'code' too, the six digits of the authenticator app"));
    }

    static Response response(ProblemJson problem) {
        return Response.status(problem.getStatus()).type(MEDIA_TYPE).entity(problem).build();
    }
}
