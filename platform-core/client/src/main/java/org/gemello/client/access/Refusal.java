package org.gemello.client.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** The platform has answered that it does not do it. */
public final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refusal(int status, JsonNode problem) {
        super(text(status, problem));
        this.status = status;
    }

    /** Title and detail of an RFC 9457 problem, and what is wrong with single fields. */
    private static String text(int status, JsonNode problem) {
        StringBuilder text = new StringBuilder(problem.path("title").asText("status " + status));
        if (problem.hasNonNull("detail")) {
            text.append(": ").append(problem.get("detail").asText());
        }
        problem.path("violations").forEach(violation -> text.append("; ").append(violation.path("field").asText()).append(' ')
                .append(violation.path("message").asText()));
        return text.toString();
    }

    /** HTTP status. */
    public int status() {
        return status;
    }
}
