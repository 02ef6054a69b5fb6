package org.gemello.rest.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client of the event socket: the one of Java. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    final CompletableFuture<ByteBuffer> pong = new CompletableFuture<>();
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;

    /** @throws CompletionException where the handshake is refused */
    SocketClient(URI uri, String... headers) {
        WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        socket = builder.buildAsync(URI.create(uri.toString().replaceFirst("^http", "ws")), this).join();
    }

    static SocketClient as(String user, URI uri) {
        return new SocketClient(uri, "Authorization", ApiServer.basic(user));
    }

    void send(String message) {
        socket.sendText(message, true).join();
    }

    void ping(ByteBuffer payload) {
        socket.sendPing(payload).join();
    }

    void sendBinary() {
        socket.sendBinary(ByteBuffer.allocate(1), true).join();
    }

    /** The next message, whatever it is. Each is held against the contract. */
    JsonNode next() throws InterruptedException {
        JsonNode message = messages.poll(20, TimeUnit.SECONDS);
        Contract.checkSchema("EventSocketMessage", message);
        return message;
    }

    /** The next message of a type; positions are passed over. */
    JsonNode next(String type) throws InterruptedException {
        JsonNode message = next();
        while (!message.get("type").asText().equals(type)) {
            if (!message.get("type").asText().equals("position")) {
                throw new AssertionError("wanted " + type + ", got " + message);
            }
            message = next();
        }
        return message;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        text.append(part);
        if (last) {
            try {
                messages.add(JSON.readTree(text.toString()));
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException("no JSON: " + text, e);
            }
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer payload) {
        pong.complete(payload);
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").handle((done, failed) -> null).join();
        socket.abort();
    }
}
