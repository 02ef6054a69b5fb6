package org.gemello.console.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.osgi.service.component.annotations.Component;

/** Leads who types the bare address to the console. */
@Component(service = Servlet.class, property = "osgi.http.whiteboard.servlet.pattern=") // empty: the root and nothing below it
public final class FrontDoor extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect("/ui/");
    }
}
