package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client of the event stream over a plain socket, so that it can go away as clients do. */
final class EventClient implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader reader;

    /** One event as it came. */
    record Event(long id, String name, JsonNode data) {
    }

    /** Listens as the viewer; returns when the stream has begun. */
    EventClient(URI uri, String... headers) throws IOException {
        this("Authorization: " + ApiServer.basic("viewer") + "\r\n", uri, headers);
    }

    private EventClient(String proof, URI uri, String... headers) throws IOException {
        socket = new Socket(uri.getHost(), uri.getPort());
        OutputStream out = socket.getOutputStream();
        out.write(("GET " + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()) + " HTTP/1.1\r\nHost: " + uri.getAuthority() + "\r\n"
                + proof + String.join("", headers) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        assertThat(reader.readLine()).isEqualTo("HTTP/1.1 200 OK");
        skipTo("retry:");
    }

    static EventClient withSession(String token, URI uri, String... headers) throws IOException {
        return new EventClient("Cookie: gemello-session-" + uri.getPort() + "=" + token + "\r\n", uri, headers);
    }

    static EventClient withKey(String secret, URI uri, String... headers) throws IOException {
        return new EventClient("Authorization: Bearer " + secret + "\r\n", uri, headers);
    }

    /** Reads on until the server has ended the stream. */
    void awaitEnd() throws IOException {
        String line = reader.readLine();
        while (line != null && !line.equals("0")) {
            line = reader.readLine();
        }
    }

    private String skipTo(String begin) throws IOException {
        String line = reader.readLine();
        while (!line.startsWith(begin)) {
            line = reader.readLine();
        }
        return line;
    }

    /** The next event; the lengths of HTTP's chunks and heartbeats are passed over. */
    Event next() throws IOException {
        long id = -1;
        String name = null;
        while (true) {
            String line = reader.readLine();
            if (line.startsWith("id: ")) {
                id = Long.parseLong(line.substring(4));
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                return new Event(id, name, new ObjectMapper().readTree(line.substring(6)));
            }
        }
    }

    /** The id that the next heartbeat carries. */
    long nextHeartbeat() throws IOException {
        skipTo(":");
        return Long.parseLong(skipTo("id: ").substring(4));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
