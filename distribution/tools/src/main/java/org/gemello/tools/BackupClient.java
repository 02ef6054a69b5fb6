package org.gemello.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;

/** Asks a running platform for a backup and waits for it. {@code --url URL --user NAME --password-file FILE} */
public final class BackupClient {
    private BackupClient() {
    }

    public static void main(String[] args) throws Exception {
        Options options = new Options(args, "url", "user", "password-file");
        ApiClient api = new ApiClient(options.text("url"), options.text("user"), Path.of(options.text("password-file")));
        JsonNode job = api.ended(api.call("POST", "/backups"),
                now -> System.out.printf("\r%3.0f %%  %s", now.get("progress").asDouble() * 100, now.get("message").asText()));
        boolean done = job.get("state").asText().equals("DONE");
        System.out.println("\r" + (done ? "Backup " + job.get("result").asText()
                : "The backup " + job.get("state") + ": " + job.get("message").asText()));
        System.exit(done ? 0 : 1);
    }
}
