package org.gemello.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Asks a running platform for a backup and waits for it. {@code --url URL --user NAME --password-file FILE} */
public final class BackupClient {
    private static final Set<String> ENDED = Set.of("DONE", "FAILED", "CANCELLED");
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String authorization;

    private BackupClient(String url, String user, Path passwordFile) throws IOException {
        this.url = url;
        String credentials = user + ":" + Files.readString(passwordFile).trim();
        authorization = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    public static void main(String[] args) throws Exception {
        Options options = new Options(args, "url", "user", "password-file");
        BackupClient client = new BackupClient(options.text("url"), options.text("user"), Path.of(options.text("password-file")));
        JsonNode job = client.call("POST", "/backups");
        while (!ENDED.contains(job.get("state").asText())) {
            TimeUnit.MILLISECONDS.sleep(300);
            job = client.call("GET", "/jobs/" + job.get("id").asText());
            System.out.printf("\r%3.0f %%  %s", job.get("progress").asDouble() * 100, job.get("message").asText());
        }
        boolean done = job.get("state").asText().equals("DONE");
        System.out.println("\r" + (done ? "Backup " + job.get("result").asText() : "The backup " + job.get("state") + ": " + job.get("message").asText()));
        System.exit(done ? 0 : 1);
    }

    private JsonNode call(String method, String path) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", authorization)
                .method(method, HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
        JsonNode body = new ObjectMapper().readTree(response.body());
        if (response.statusCode() >= 300) {
            throw new IOException(body.path("detail").asText("the platform answered " + response.statusCode()));
        }
        return body;
    }
}
