package org.gemello.console.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The console under {@code /ui/}. It is open to everybody: it holds nothing but itself, and asks the API with the person's session. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/ui/*")
public final class ConsoleServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private final transient ConsoleFiles files;

    @Activate
    public ConsoleServlet() throws IOException {
        files = new ConsoleFiles();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getPathInfo() == null) {
            response.sendRedirect("/ui/"); // the names in the page are relative to it
            return;
        }
        Optional<ConsoleFile> found = files.find(request.getPathInfo());
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ConsoleFile file = found.get();
        response.setHeader("Content-Security-Policy", file.policy());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", file.isFrame() ? "SAMEORIGIN" : "DENY"); // for browsers that do not read the policy
        if (file.isFrame()) {
            response.setHeader("Connection-Allowlist", "()"); // no host at all, not even its name resolved; the policy leaves that open
        }
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cache-Control", file.cache());
        response.setHeader("Vary", "Accept-Encoding");
        response.setContentType(file.type());
        String encodings = request.getHeader("Accept-Encoding");
        boolean zip = encodings != null && encodings.contains("gzip");
        if (zip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        byte[] bytes = zip ? file.zipped() : file.plain();
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
