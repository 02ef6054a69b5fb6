package org.gemello.rest.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gemello.exchange.Restore;
import org.gemello.exchange.internal.RoomOnDisk;
import org.gemello.exchange.internal.backup.BackupMaker;
import org.gemello.exchange.internal.backup.BackupSettings;
import org.gemello.jobs.internal.JobRunner;
import org.gemello.rest.internal.RealServer.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what, and the record of who did what, come through a backup by the API and the documented command. */
class RestoredSecurityTest {
    private static final String OLGA = "{\"user\":\"olga\",\"password\":\"correct horse battery\"%s}";
    private static final String OTTO = RealServer.basic("otto", "another horse battery");
    @TempDir
    private Path folder;
    private Path data;
    private Path config;
    private String admin;
    private String secret;
    private String key;

    @BeforeEach
    void makeFolders() throws Exception {
        data = Files.createDirectories(folder.resolve("data"));
        config = Files.createDirectories(folder.resolve("config"));
    }

    @Test
    void aRestoredPlatformLetsTheSamePeopleDoTheSameAndProvesWhatWasDone() throws Exception {
        Path backup;
        try (JobRunner jobs = new JobRunner(data.resolve("jobs.log"), 1, 5, Duration.ofSeconds(30))) {
            FakePlatform fake = new FakePlatform();
            BackupMaker backups = new BackupMaker(jobs, fake.log(), new BackupSettings(data, config, data.resolve("backups"), null, "test"),
                    new RoomOnDisk(null), Clock.systemUTC());
            try (RealServer first = new RealServer(data, Map.of())) {
                admin = RealServer.basic("admin", first.initialPassword());
                populate(first);
            }
            try (RealServer before = new RealServer(data, Map.of("jobs", jobs, "backups", backups))) {
                backup = backUp(before);
                assertThat(before.send("PUT", "/users/eve", admin, "{\"roles\":[\"VIEWER\"],\"password\":\"came after the backup\"}").status()).isEqualTo(200);
            }
        }
        Path restored = folder.resolve("restored");
        restore(backup, restored);
        assertThat(restored.resolve("audit/checkpoints")).as("signed when the first one ended").isNotEmptyFile();
        try (RealServer after = new RealServer(restored, Map.of())) {
            assertSamePeople(after);
            assertSameRights(after);
            assertWhole(after);
        }
    }

    private void populate(RealServer server) throws Exception {
        assertThat(server.send("PUT", "/users/olga", admin, "{\"roles\":[\"OPERATOR\"],\"password\":\"correct horse battery\"}").status()).isEqualTo(200);
        assertThat(server.send("PUT", "/users/otto", admin, "{\"roles\":[\"VIEWER\"],\"password\":\"another horse battery\"}").status()).isEqualTo(200);
        String olga = RealServer.basic("olga", "correct horse battery");
        secret = server.send("POST", "/account/second-factor", olga, "{\"present\":\"correct horse battery\"}").body().get("secret").asText();
        assertThat(server.send("POST", "/account/second-factor/confirmation", olga, "{\"code\":\"" + code(0) + "\"}").status()).isEqualTo(204);
        key = "Bearer " + server.send("POST", "/keys", admin, "{\"name\":\"north\",\"role\":\"OPERATOR\",\"days\":1,\"twins\":[\"wt-01\"]}").body()
                .get("secret").asText();
        assertThat(server.send("PUT", "/policies/no-two", admin, "{\"effect\":\"DENY\",\"subjects\":{\"users\":[\"otto\"]},\"actions\":[\"READ\"],"
                + "\"twins\":[\"wt-02\"]}", "If-None-Match", "*").status()).isEqualTo(200);
        assertThat(server.send("POST", "/twins/wt-01/commands", key, "{\"name\":\"stop\"}").status()).isEqualTo(202);
    }

    private Path backUp(RealServer server) throws Exception {
        Answer begun = server.send("POST", "/backups", admin, null);
        assertThat(begun.status()).isEqualTo(202);
        String job = "/jobs/" + begun.body().get("id").asText();
        await().atMost(1, TimeUnit.MINUTES).until(() -> server.send("GET", job, admin, null).body().has("ended"));
        assertThat(server.send("GET", job, admin, null).body().get("state").asText()).isEqualTo("DONE");
        try (Stream<Path> files = Files.list(data.resolve("backups"))) {
            return files.findFirst().orElseThrow();
        }
    }

    /** As {@code ./gemello restore} calls it. */
    private void restore(Path backup, Path restored) throws Exception {
        URI classes = Restore.class.getProtectionDomain().getCodeSource().getLocation().toURI();
        Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dgemello.data=" + restored,
                "-Dgemello.config=" + folder.resolve("restored-config"), "-cp", Path.of(classes).toString(), Restore.class.getName(), backup.toString())
                .redirectErrorStream(true).start();
        String said = new String(java.getInputStream().readAllBytes());
        assertThat(java.waitFor()).as(said).isZero();
    }

    private void assertSamePeople(RealServer server) throws Exception {
        Answer withoutCode = server.send("POST", "/session", null, OLGA.formatted(""));
        assertThat(withoutCode.status()).isEqualTo(401);
        assertThat(withoutCode.body().get("type").asText()).endsWith("code-needed");
        Answer withCode = server.send("POST", "/session", null, OLGA.formatted(",\"code\":\"" + code(1) + "\""));
        assertThat(withCode.status()).isEqualTo(201);
        assertThat(withCode.body().at("/roles/0").asText()).isEqualTo("OPERATOR");
        assertThat(server.send("GET", "/users", admin, null).body()).extracting(user -> user.get("name").asText()).containsExactly("admin", "olga", "otto");
        assertThat(server.send("GET", "/twins", RealServer.basic("eve", "came after the backup"), null).status()).isEqualTo(401);
    }

    private void assertSameRights(RealServer server) throws Exception {
        assertThat(server.send("GET", "/twins/wt-01", key, null).status()).isEqualTo(200);
        assertThat(server.send("GET", "/twins/wt-02", key, null).status()).as("the key is for one twin").isEqualTo(404);
        assertThat(server.send("POST", "/twins/wt-01/commands", key, "{\"name\":\"stop\"}").status()).isEqualTo(202);
        assertThat(server.send("GET", "/twins/wt-03", OTTO, null).status()).isEqualTo(200);
        assertThat(server.send("GET", "/twins/wt-02", OTTO, null).status()).as("a policy hides it").isEqualTo(404);
    }

    private void assertWhole(RealServer server) throws Exception {
        Answer verified = server.send("POST", "/audit/verification", admin, null);
        assertThat(verified.body().get("whole").asBoolean()).as(verified.body().toString()).isTrue();
        assertThat(verified.body().get("lines").asInt()).isGreaterThan(8);
        assertThat(verified.body().get("checkpoints").asInt()).isPositive();
        assertThat(server.send("GET", "/audit?action=policy.put", admin, null).body().toString()).contains("no-two");
    }

    /** Of an authenticator app whose clock is ahead by some steps (RFC 6238): the code that confirmed the app is used, also on the restored platform. */
    private String code(int ahead) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(base32(secret), "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(Instant.now().getEpochSecond() / 30 + ahead).array());
        int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
        return String.format("%06d", number % 1_000_000);
    }

    private static byte[] base32(String text) {
        StringBuilder bits = new StringBuilder();
        text.chars().map("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf).forEach(five -> bits.append(Integer.toBinaryString(32 + five).substring(1)));
        byte[] bytes = new byte[bits.length() / Byte.SIZE];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * Byte.SIZE, (i + 1) * Byte.SIZE), 2);
        }
        return bytes;
    }
}
