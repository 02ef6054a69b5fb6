package org.gemello.rest.internal;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What the server stack can do at best: reads what comes, answers with bytes that are there already. */
final class BareServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final byte[] answer;

    BareServlet(byte[] answer) {
        this.answer = answer;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getInputStream().readAllBytes();
        response.setContentType("application/json");
        response.setContentLength(answer.length);
        response.getOutputStream().write(answer);
    }
}
