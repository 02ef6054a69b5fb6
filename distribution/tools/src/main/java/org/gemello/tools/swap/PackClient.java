package org.gemello.tools.swap;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gemello.tools.Platform;

/** The pack manager of a platform, over the API. */
final class PackClient {
    private static final long PATIENCE_SECONDS = 180;
    private final Platform platform;

    PackClient(Platform platform) {
        this.platform = platform;
    }

    void trust(String publisher, String pem) throws IOException, InterruptedException {
        platform.api().post("/publishers", Map.of("publisher", publisher, "pem", pem));
    }

    /** Brings a file into quarantine; its handle. */
    String upload(Path pack) throws IOException, InterruptedException {
        return platform.api().upload("/pack-uploads", pack).get("handle").asText();
    }

    JsonNode plan(String handle) throws IOException, InterruptedException {
        return platform.api().post("/pack-plans", install(handle, 1));
    }

    /** Begins to install what is in quarantine; the job's id. */
    String install(String handle, int confirmSeconds, boolean wait) throws Exception {
        String job = platform.api().post("/pack-operations", install(handle, confirmSeconds)).get("id").asText();
        if (wait) {
            await(job);
        }
        return job;
    }

    private static Map<String, Object> install(String handle, int confirmSeconds) {
        return Map.of("action", "INSTALL", "source", handle, "grantAll", true, "confirmSeconds", confirmSeconds);
    }

    /** Goes to a kept version; the job's id. */
    String rollBack(String pack, String version, int confirmSeconds) throws Exception {
        return platform.api().post("/pack-operations", Map.of("action", "ROLLBACK", "id", pack, "source", version, "confirmSeconds", confirmSeconds)).get("id")
                .asText();
    }

    /** Waits for the end of a job; its state. */
    String await(String job) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (true) {
            JsonNode now = platform.get("/jobs/" + job);
            String state = now.get("state").asText();
            if (!state.equals("WAITING") && !state.equals("RUNNING")) {
                return state;
            }
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the job did not end within " + PATIENCE_SECONDS + " s: " + now);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** The operation that a job carried out. */
    JsonNode operation(String job) throws IOException, InterruptedException {
        for (JsonNode operation : platform.get("/pack-operations")) {
            if (operation.get("id").asText().equals(job)) {
                return operation;
            }
        }
        throw new IOException("there is no operation " + job);
    }

    /** True once the operation of a job has come to a step. */
    boolean isAt(String job, String step) throws IOException, InterruptedException {
        for (JsonNode operation : platform.get("/pack-operations")) {
            if (operation.get("id").asText().equals(job)) {
                return operation.get("steps").findValuesAsText("name").contains(step);
            }
        }
        return false;
    }

    JsonNode pack(String id) throws IOException, InterruptedException {
        return platform.get("/packs/" + id);
    }

    /** Nanoseconds of pause of every twin in an operation. */
    static List<Long> pauses(JsonNode operation) {
        List<Long> pauses = new ArrayList<>();
        operation.get("pauses").forEach(pause -> pauses.add(pause.asLong()));
        return pauses;
    }
}
