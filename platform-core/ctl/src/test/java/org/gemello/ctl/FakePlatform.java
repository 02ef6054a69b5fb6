package org.gemello.ctl;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers of a platform by method and path, in the order in which they were given; the last one again and again. */
final class FakePlatform implements AutoCloseable {
    /** What is to be answered. */
    private record Answer(int status, String body, String next) {
    }

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    final List<String> asked = new CopyOnWriteArrayList<>();

    FakePlatform() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    FakePlatform answers(String request, String body) {
        return answers(request, 200, body);
    }

    FakePlatform answers(String request, int status, String body) {
        synchronized (answers) {
            answers.computeIfAbsent(request, key -> new ArrayDeque<>()).add(new Answer(status, body, null));
        }
        return this;
    }

    /** A page of a list that goes on. */
    FakePlatform page(String request, String body, String next) {
        synchronized (answers) {
            answers.computeIfAbsent(request, key -> new ArrayDeque<>()).add(new Answer(200, body, next));
        }
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String request = exchange.getRequestMethod() + ' ' + exchange.getRequestURI().toString().replace("/api/v1", "");
        asked.add(body.isEmpty() ? request : request + ' ' + body);
        Answer answer;
        synchronized (answers) {
            Deque<Answer> waiting = answers.get(request);
            answer = waiting == null ? new Answer(404, "{\"title\": \"nothing at " + request + "\"}", null) : waiting.size() > 1 ? waiting.poll() : waiting.peek();
        }
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        if (answer.next() != null) {
            exchange.getResponseHeaders().set("Link", "</api/v1" + answer.next() + ">; rel=\"next\"");
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
