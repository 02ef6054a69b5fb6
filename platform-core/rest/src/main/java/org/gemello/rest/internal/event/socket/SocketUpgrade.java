package org.gemello.rest.internal.event.socket;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.util.FutureCallback;
import org.eclipse.jetty.websocket.core.FrameHandler;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.WebSocketMappings;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Turns a request of the container's Jetty into a WebSocket (RFC 6455). By Jetty's own interface: the one of the servlet specification is not
 * implemented there. No extension is agreed on: compression of answers beside secrets has been attacked before.
 */
@Component(service = SocketUpgrade.class)
public final class SocketUpgrade implements AutoCloseable {
    private final WebSocketComponents components = new WebSocketComponents();
    private final WebSocketMappings mappings = new WebSocketMappings(components);

    /** @throws Exception where Jetty cannot start its buffers */
    @Activate
    public SocketUpgrade() throws Exception {
        components.start();
    }

    /**
     * Answers the handshake; from then on the handler has the connection.
     *
     * @return false where the request asks for no WebSocket, or not in a way that is allowed; nothing has been answered then
     */
    public boolean accept(HttpServletRequest request, FrameHandler handler) throws IOException {
        ServletContextRequest jetty = ServletContextRequest.getServletContextRequest(request);
        WebSocketNegotiator negotiator = (asked, answer, callback) -> {
            answer.setExtensions(List.of());
            return handler;
        };
        FutureCallback answered = new FutureCallback();
        boolean accepted = mappings.upgrade(negotiator, jetty, jetty.getServletContextResponse(), answered, null);
        if (accepted) {
            answered.block();
        }
        return accepted;
    }

    @Override
    @Deactivate
    public void close() throws Exception {
        components.stop();
    }
}
