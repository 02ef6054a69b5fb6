package org.gemello.rest.internal.event.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.ServiceUnavailableException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.gemello.rest.internal.Json;
import org.gemello.rest.internal.contract.EventSocketMessageJson;
import org.gemello.rest.internal.contract.EventSocketRequestJson;
import org.gemello.rest.internal.event.EventRequest;
import org.gemello.rest.internal.event.EventSink;
import org.gemello.rest.internal.problem.InvalidRequestException;

/** What a client says over its WebSocket, and the subscriptions that it has made. */
public final class EventSocket implements Socket.Listener {
    private static final int MOST = 8;
    private final Function<EventSocketRequestJson, EventRequest> request;
    private final BiFunction<EventRequest, EventSink, Runnable> streams;
    private final Map<String, Runnable> subscriptions = new HashMap<>();

    /**
     * @param request what a subscription asks for, with the rights of this client
     * @param streams begins to tell a client; gives what ends it
     */
    public EventSocket(Function<EventSocketRequestJson, EventRequest> request, BiFunction<EventRequest, EventSink, Runnable> streams) {
        this.request = request;
        this.streams = streams;
    }

    /** Takes the frames of the connection. */
    public Socket socket() {
        return new Socket(this);
    }

    @Override
    public void take(Socket socket, String text) throws IOException {
        String id = null;
        try {
            EventSocketRequestJson asked = Json.mapper().readValue(text, EventSocketRequestJson.class);
            id = asked.getId();
            if (asked.getType() == null || id == null || !id.matches("[A-Za-z0-9._-]{1,32}")) {
                throw new InvalidRequestException("id", "send 'type' and an 'id' of at most 32 letters, digits, '.', '_' and '-'");
            }
            switch (asked.getType()) {
                case SUBSCRIBE -> subscribe(socket, asked);
                case UNSUBSCRIBE -> unsubscribe(id);
            }
        } catch (JsonProcessingException e) {
            refuse(socket, id, "this is not a request as the contract has it: " + e.getOriginalMessage());
        } catch (InvalidRequestException e) {
            refuse(socket, id, e.field() + ": " + e.getMessage());
        } catch (ServiceUnavailableException e) {
            refuse(socket, id, "too many clients listen, or the log is not running; try again later");
        }
    }

    private synchronized void subscribe(Socket socket, EventSocketRequestJson asked) {
        String id = asked.getId();
        if (subscriptions.containsKey(id)) {
            throw new InvalidRequestException("id", "there is a subscription '" + id + "' already");
        } else if (subscriptions.size() >= MOST) {
            throw new InvalidRequestException("id", "a socket may have " + MOST + " subscriptions");
        }
        subscriptions.put(id, streams.apply(request.apply(asked), new SocketSink(socket, id, () -> forget(id))));
    }

    private synchronized void unsubscribe(String id) {
        Runnable end = subscriptions.get(id);
        if (end == null) {
            throw new InvalidRequestException("id", "there is no subscription '" + id + "'");
        }
        end.run();
    }

    private synchronized void forget(String id) {
        subscriptions.remove(id);
    }

    private static void refuse(Socket socket, String id, String why) throws IOException {
        socket.send(Json.mapper().writeValueAsString(new EventSocketMessageJson().type(EventSocketMessageJson.TypeEnum.ERROR).id(id).detail(why)));
    }

    @Override
    public synchronized void gone() {
        List.copyOf(subscriptions.values()).forEach(Runnable::run);
    }
}
