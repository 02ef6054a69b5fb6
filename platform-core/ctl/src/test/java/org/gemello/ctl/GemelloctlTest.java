package org.gemello.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GemelloctlTest extends AtATerminal {
    private static final String TWIN = """
            {"id": "wt-01", "name": "Turbine", "type": "energy/wind-turbine", "status": "RUNNING", "state":
              [{"point": "wt-01/WTUR.W", "value": 1792.5, "unit": "kW", "quality": {"symbol": "Good"}, "sourceTime": "2026-01-02T03:04:05Z"}],
             "model": {"commands": [{"name": "set-power-limit", "parameters": [{"name": "limit", "unit": "kW", "low": 0, "high": 5000}]}]}}""";

    @Test
    void pagesAreOneTable() {
        platform.page("GET /twins?type=energy%2Fwind-turbine", "{\"items\": [" + TWIN + "], \"next\": \"c2\"}", "/twins?type=energy%2Fwind-turbine&cursor=c2")
                .answers("GET /twins?type=energy%2Fwind-turbine&cursor=c2", "{\"items\": [{\"id\": \"wt-02\", \"status\": \"PARKED\", \"reason\": \"no pack\"}]}");

        assertThat(run("get", "twins", "-f", "type=energy/wind-turbine")).isZero();

        assertThat(out.lines()).containsExactly("ID     NAME     TYPE                 STATUS   REASON",
                "wt-01  Turbine  energy/wind-turbine  RUNNING", "wt-02                                PARKED   no pack");
    }

    @Test
    void oneTwinIsItsValues() {
        platform.answers("GET /twins/wt-01", TWIN);

        assertThat(run("get", "twin", "wt-01")).isZero();
        assertThat(out).contains("wt-01/WTUR.W  1792.5  kW    Good     2026-01-02T03:04:05Z");

        assertThat(run("get", "twin", "wt-01", "-o", "yaml")).isZero();
        assertThat(out).contains("- point: wt-01/WTUR.W").contains("  value: 1792.5");
        assertThat(run("get", "twin", "wt-01", "-o", "json")).isZero();
        assertThat(out).contains("\"symbol\" : \"Good\"");
    }

    @Test
    void exitCodesTellWhatWentWrong() {
        platform.answers("GET /jobs", 401, "{\"title\": \"who are you\"}").answers("GET /backups", 503, "{\"title\": \"no backups\", \"detail\": \"disk full\"}");

        assertThat(run("get", "jobs")).isEqualTo(Gemelloctl.FORBIDDEN);
        assertThat(run("get", "backups")).isEqualTo(Gemelloctl.FAILED);
        assertThat(err).isEqualToIgnoringNewLines("gemelloctl: no backups: disk full");
        assertThat(run("get", "everything")).isEqualTo(Gemelloctl.USAGE);
        assertThat(err).contains("staged-packs");
        environment.put("GEMELLO_URL", "http://127.0.0.1:1");
        assertThat(run("get", "jobs")).isEqualTo(Gemelloctl.UNREACHABLE);
        environment.put("GEMELLO_PASSWORD_FILE", "");
        assertThat(run("get", "jobs")).isEqualTo(Gemelloctl.USAGE);
        environment.clear();
        assertThat(run("get", "jobs")).isEqualTo(Gemelloctl.USAGE);
        assertThat(err).contains("gemelloctl context set");
    }

    @Test
    void aCommandIsWaitedFor() {
        platform.answers("POST /twins/wt-01/commands", 202, "{\"id\": \"c1\", \"state\": \"ACCEPTED\"}")
                .answers("GET /commands/c1", "{\"id\": \"c1\", \"state\": \"WRITING\"}")
                .answers("GET /commands/c1", "{\"id\": \"c1\", \"state\": \"REJECTED\", \"reason\": \"storm\"}");

        assertThat(run("command", "wt-01", "set-power-limit", "limit=3000", "--wait")).isEqualTo(Gemelloctl.FAILED);

        assertThat(platform.asked.get(0)).isEqualTo("POST /twins/wt-01/commands {\"name\":\"set-power-limit\",\"arguments\":{\"limit\":3000.0}}");
        assertThat(out).contains("REJECTED").contains("storm");
    }

    @Test
    void whatDoesNotEndInTimeIsToldApart() {
        platform.answers("POST /twins/wt-01/commands", 202, "{\"id\": \"c1\", \"state\": \"ACCEPTED\"}")
                .answers("GET /commands/c1", "{\"id\": \"c1\", \"state\": \"WRITING\"}");

        assertThat(run("command", "wt-01", "set-power-limit", "limit=3000", "--wait=PT0S")).isEqualTo(Gemelloctl.TIMEOUT);
        assertThat(err).contains("it goes on");
    }

    @Test
    void aDryRunChecksAgainstTheModelAndSendsNothing() {
        platform.answers("GET /twins/wt-01", TWIN);

        assertThat(run("command", "wt-01", "set-power-limit", "limit=3000", "--dry-run")).isZero();
        assertThat(run("command", "wt-01", "set-power-limit", "limit=6000", "--dry-run")).isEqualTo(Gemelloctl.USAGE);
        assertThat(err).contains("limit is 6000.0, it may be from 0 to 5000 kW");
        assertThat(run("command", "wt-01", "set-power-limit", "limit=1", "angle=2", "--dry-run")).isEqualTo(Gemelloctl.USAGE);
        assertThat(run("command", "wt-01", "fly", "--dry-run")).isEqualTo(Gemelloctl.USAGE);
        assertThat(platform.asked).allMatch(request -> request.startsWith("GET"));
    }

    @Test
    void aContextKeepsWhichCertificateThePlatformHas() throws IOException {
        environment.clear();
        Path secret = Files.writeString(folder.resolve("token"), "key");
        String[] set = {"context", "set", "plant", "--url", platform.url(), "--token-file", secret.toString(), "--fingerprint", "ab".repeat(32)};

        assertThat(run(set)).isZero();
        assertThat(Files.readString(folder.resolve("config/contexts.yaml"))).contains("AB:AB:").doesNotContain("caFile");
        platform.answers("GET /packs", "[]");
        assertThat(run("get", "packs")).isZero();

        set[set.length - 1] = "ab";
        assertThat(run(set)).isEqualTo(Gemelloctl.USAGE);
        assertThat(err).contains("'AB' is no SHA-256 fingerprint");
        set[set.length - 1] = "ab".repeat(32);
        List<String> both = new ArrayList<>(List.of(set));
        both.addAll(List.of("--ca-file", "ca.pem"));
        assertThat(run(both.toArray(String[]::new))).isEqualTo(Gemelloctl.USAGE);
        assertThat(err).contains("either --ca-file or --fingerprint");
    }

    @Test
    void contextsAreKeptForTheirOwnerAlone() throws IOException {
        environment.clear();
        platform.answers("GET /packs", "[]");
        Path password = folder.resolve("password");

        assertThat(run("context", "set", "plant", "--url", platform.url(), "--user", "olga", "--password-file", password.toString())).isZero();
        assertThat(run("context", "set", "other", "--url", "http://127.0.0.1:1", "--token-file", password.toString())).isZero();
        assertThat(run("context", "set", "wrong", "--url", "http://127.0.0.1:1", "--user", "olga")).isEqualTo(Gemelloctl.USAGE);
        assertThat(run("get", "packs")).isZero();
        assertThat(run("get", "packs", "-c", "other")).isEqualTo(Gemelloctl.UNREACHABLE);
        assertThat(run("context", "use", "other")).isZero();
        assertThat(run("get", "packs")).isEqualTo(Gemelloctl.UNREACHABLE);
        assertThat(run("context", "list")).isZero();

        assertThat(out).contains("* other").contains("  plant");
        Path file = folder.resolve("config/contexts.yaml");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(Files.readString(file)).doesNotContain("secret");
        assertThat(run("context", "remove", "other")).isZero();
        assertThat(run("context", "use", "other")).isEqualTo(Gemelloctl.USAGE);
    }

    @Test
    void historyIsAskedOverAnInterval() {
        platform.answers("GET /twins/wt-01/points/WTUR.W/history?from=2026-01-01T23:00:00Z&to=2026-01-02T00:00:00Z&maxPoints=500",
                "{\"samples\": [{\"sourceTime\": \"2026-01-01T23:10:00Z\", \"value\": 5, \"unit\": \"kW\"}], \"gaps\": [{\"from\": \"a\", \"to\": \"b\", \"reason\": \"lost\"}]}");

        assertThat(run("history", "wt-01/WTUR.W", "--to", "2026-01-02T00:00:00Z")).isZero();
        assertThat(out).contains("2026-01-01T23:10:00Z  5      kW");
        assertThat(err).contains("gap from a to b: lost");
        assertThat(run("history", "WTUR.W")).isEqualTo(Gemelloctl.USAGE);
    }

    @Test
    void applyIsUnderstoodWholeBeforeItBegins() throws IOException {
        String key = "-----BEGIN PUBLIC KEY-----\nAQID\n-----END PUBLIC KEY-----\n";
        Files.writeString(folder.resolve("acme.pem"), key);
        Path file = Files.writeString(folder.resolve("site.yaml"), """
                kind: publisher
                name: acme
                keyFile: acme.pem
                ---
                kind: annotation
                twin: wt-01
                id: service
                from: 2026-01-01T00:00:00Z
                to: 2026-01-02T00:00:00Z
                text: gearbox oil changed
                """);
        platform.answers("GET /publishers", "[]").answers("POST /publishers", "{}").answers("POST /twins/wt-01/annotations", "{\"id\": \"service\"}");
        // SHA-256 of the bytes 1, 2, 3
        String id = "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81";

        assertThat(run("apply", "-f", file.toString())).isZero();
        assertThat(out.lines()).containsExactly("publisher acme: trusted", "annotation of wt-01: kept as service");

        platform.answers("GET /publishers", "[{\"name\": \"acme\", \"key\": \"" + id + "\"}]");
        assertThat(run("apply", "-f", file.toString())).isZero();
        platform.asked.clear();
        assertThat(run("apply", "-f", file.toString())).isZero();
        assertThat(out).contains("publisher acme: unchanged");

        platform.asked.clear();
        Files.writeString(file, Files.readString(file) + "---\nkind: wish\n");
        assertThat(run("apply", "-f", file.toString())).isEqualTo(Gemelloctl.USAGE);
        assertThat(err).contains("document 3: kind 'wish' is not known");
        assertThat(platform.asked).isEmpty();
    }

    @Test
    void aPackIsPlannedAndInstalled() throws IOException {
        Path pack = Files.writeString(folder.resolve("acme.gpack"), "zip");
        platform.answers("POST /pack-uploads", "{\"handle\": \"h1\"}")
                .answers("POST /pack-plans", "{\"id\": \"acme\", \"from\": \"1\", \"to\": \"2\", \"feasible\": false, \"words\": [\"2 twins change\"], \"obstacles\": [\"no migration\"]}")
                .answers("POST /pack-operations", "{\"id\": \"j1\", \"state\": \"WAITING\"}")
                .answers("GET /jobs/j1", "{\"id\": \"j1\", \"state\": \"RUNNING\", \"progress\": 0.5, \"message\": \"shadow\"}")
                .answers("GET /jobs/j1", "{\"id\": \"j1\", \"state\": \"DONE\", \"progress\": 1}");

        assertThat(run("pack", "install", pack.toString(), "--dry-run")).isEqualTo(Gemelloctl.FAILED);
        assertThat(err).contains("2 twins change").contains("obstacle: no migration");
        assertThat(run("pack", "install", pack.toString(), "--grant-all", "--wait")).isZero();
        assertThat(err).contains(" 50 %  shadow");
        assertThat(platform.asked).contains("POST /pack-operations {\"action\":\"INSTALL\",\"source\":\"h1\",\"grantAll\":true}");
    }

    @Test
    void aProposalIsAcceptedAndFollowed() {
        platform.answers("POST /proposals/wt-01%3Apitch%3A7/decision", "{\"id\": \"wt-01:pitch:7\", \"state\": \"ACCEPTED\"}")
                .answers("GET /proposals/wt-01%3Apitch%3A7", "{\"id\": \"wt-01:pitch:7\", \"state\": \"ACCEPTED\"}")
                .answers("GET /proposals/wt-01%3Apitch%3A7", "{\"id\": \"wt-01:pitch:7\", \"state\": \"FAILED\"}");

        assertThat(run("proposal", "accept", "wt-01:pitch:7", "--reason", "looks right", "--wait")).isEqualTo(Gemelloctl.FAILED);
        assertThat(platform.asked).first().asString().endsWith("/decision {\"decision\":\"accept\",\"reason\":\"looks right\"}");
        assertThat(run("proposal", "decline", "wt-01:pitch:7")).as("a refusal needs a reason").isEqualTo(Gemelloctl.USAGE);
        assertThat(run("proposal", "decline", "wt-01:pitch:7", "--reason", "no")).isZero();
        assertThat(platform.asked).last().asString().endsWith("/decision {\"decision\":\"decline\",\"reason\":\"no\"}");
    }

    @Test
    void aCommandThatWaitsIsApprovedAndFollowed() {
        platform.answers("GET /commands?state=WAITING", "[{\"id\": \"c1\", \"twin\": \"wt-01\", \"name\": \"stop\", \"state\": \"WAITING\"}]");
        assertThat(run("get", "commands", "-f", "state=WAITING")).isZero();
        assertThat(out).contains("c1", "wt-01", "stop");

        platform.answers("POST /commands/c1/decision", 202, "{\"id\": \"c1\", \"state\": \"ACCEPTED\"}")
                .answers("GET /commands/c1", "{\"id\": \"c1\", \"state\": \"CONFIRMED\"}");
        platform.asked.clear();
        assertThat(run("approval", "give", "c1", "--wait")).isZero();
        assertThat(platform.asked).containsExactly("POST /commands/c1/decision {\"decision\":\"accept\"}", "GET /commands/c1");
        assertThat(run("approval", "refuse", "c1")).as("a refusal needs a reason").isEqualTo(Gemelloctl.USAGE);
        assertThat(run("approval", "refuse", "c1", "--reason", "crew at work")).isZero();
        assertThat(platform.asked).last().asString().endsWith("/decision {\"decision\":\"decline\",\"reason\":\"crew at work\"}");
    }

    @Test
    void completionKnowsKinds() {
        assertThat(run("completion")).isZero();
        assertThat(out).contains("complete").contains("staged-packs");
    }
}
