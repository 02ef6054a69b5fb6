package org.gemello.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A client of a platform's API. The password is read from its file for each request: a platform makes the file at its first start. */
public final class ApiClient {
    private static final Set<String> GOES_ON = Set.of("WAITING", "RUNNING");
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String url;
    private final String user;
    private final Path passwordFile;

    /** @param url up to {@code /api/v1}, without a slash at its end */
    public ApiClient(String url, String user, Path passwordFile) {
        this.url = url;
        this.user = user;
        this.passwordFile = passwordFile;
    }

    /**
     * Asks without a body.
     *
     * @throws IOException where the answer is no success, with what the platform says about it
     */
    public JsonNode call(String method, String path) throws IOException, InterruptedException {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    /** Posts JSON; as {@link #call}. */
    public JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
    }

    /** Posts a file; as {@link #call}. */
    public JsonNode upload(String path, Path file) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofFile(file)));
    }

    /**
     * Waits for a job.
     *
     * @param job      as the platform gave it
     * @param progress what the job says meanwhile
     * @return the job at its end
     */
    public JsonNode ended(JsonNode job, Consumer<JsonNode> progress) throws IOException, InterruptedException {
        JsonNode now = job;
        while (GOES_ON.contains(now.get("state").asText())) {
            TimeUnit.MILLISECONDS.sleep(100);
            now = call("GET", "/jobs/" + job.get("id").asText());
            progress.accept(now);
        }
        return now;
    }

    private JsonNode send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        HttpRequest request = builder.timeout(Duration.ofSeconds(30)).build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() >= 300) {
            throw new IOException(request.method() + " " + request.uri().getPath() + ": " + response.statusCode() + " "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return json.readTree(response.body());
    }

    /** The lines of an answer that does not end. */
    HttpResponse<Stream<String>> lines(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofLines());
    }

    JsonNode parse(String text) throws IOException {
        return json.readTree(text);
    }

    private HttpRequest.Builder request(String path) throws IOException {
        String credentials = user + ":" + Files.readString(passwordFile).trim();
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }
}
