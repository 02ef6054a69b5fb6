package org.gemello.rest.internal.event.socket;

import java.io.IOException;
import org.eclipse.jetty.websocket.core.CloseStatus;
import org.gemello.rest.internal.Json;
import org.gemello.rest.internal.contract.EventSocketMessageJson;
import org.gemello.rest.internal.contract.EventSocketMessageJson.TypeEnum;
import org.gemello.rest.internal.event.EventSink;

/** One subscription of a socket. */
final class SocketSink implements EventSink {
    private final Socket socket;
    private final String id;
    private final Runnable ended;

    /** @param ended told when this subscription is over */
    SocketSink(Socket socket, String id, Runnable ended) {
        this.socket = socket;
        this.id = id;
        this.ended = ended;
    }

    @Override
    public void begin(long offset) throws IOException {
        send(message(TypeEnum.SUBSCRIBED).offset(offset));
    }

    @Override
    public void event(String name, Object data, long offset) throws IOException {
        send(message(TypeEnum.EVENT).event(name).data(data).offset(offset));
    }

    @Override
    public void position(long offset) throws IOException {
        send(message(TypeEnum.POSITION).offset(offset));
        socket.ping();
    }

    @Override
    public void dismiss() {
        socket.close(CloseStatus.POLICY_VIOLATION, "this client may listen no longer");
    }

    @Override
    public void close() throws IOException {
        ended.run();
        send(message(TypeEnum.UNSUBSCRIBED));
    }

    private EventSocketMessageJson message(TypeEnum type) {
        return new EventSocketMessageJson().type(type).id(id);
    }

    private void send(EventSocketMessageJson message) throws IOException {
        socket.send(Json.mapper().writeValueAsString(message));
    }
}
