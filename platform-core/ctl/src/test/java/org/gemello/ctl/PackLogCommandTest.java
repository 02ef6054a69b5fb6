package org.gemello.ctl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The log of a pack at a terminal. */
class PackLogCommandTest extends AtATerminal {
    private static final String STARTS = "{\"id\": 7, \"time\": \"2026-03-01T12:00:00Z\", \"level\": \"INFO\", \"version\": \"0.1.0\", \"logger\": \"org.acme.Tank\", "
            + "\"message\": \"starts\"}";
    private static final String ODD = "{\"id\": 8, \"time\": \"2026-03-01T12:00:01Z\", \"level\": \"WARN\", \"version\": \"0.2.0\", \"logger\": \"org.acme.Tank\", "
            + "\"message\": \"odd\", \"twin\": \"tank-1\"}";

    @Test
    void linesAreATableTheNewestAtTheEnd() {
        platform.answers("GET /packs/acme/log?level=INFO&limit=100", '[' + ODD + ',' + STARTS + ']');

        assertThat(run("pack", "log", "acme")).isZero();
        assertThat(out.lines()).containsExactly("TIME                  LEVEL  VERSION  TWIN    LOGGER         MESSAGE",
                "2026-03-01T12:00:00Z  INFO   0.1.0            org.acme.Tank  starts", "2026-03-01T12:00:01Z  WARN   0.2.0    tank-1  org.acme.Tank  odd");
    }

    @Test
    void filtersAreThoseOfTheApi() {
        platform.answers("GET /packs/acme/log?level=WARN&limit=5&text=not%20far&version=0.2.0&since=2026-03-01T12:00:00Z", "[]");

        assertThat(run("pack", "log", "acme", "--level", "warn", "--lines", "5", "--text", "not far", "--of", "0.2.0", "--since", "2026-03-01T12:00:00Z"))
                .as(() -> err + platform.asked).isZero();
        assertThat(run("pack", "log", "acme", "--level", "SEVERE")).isEqualTo(Gemelloctl.USAGE);
        assertThat(run("pack", "log", "steel")).isEqualTo(Gemelloctl.FAILED);
    }

    @Test
    void whoFollowsGetsEachLineOnce() {
        platform.answers("GET /packs/acme/log?level=INFO&limit=100", '[' + STARTS + ']')
                .answers("GET /events?kind=packs", "id: 1\nevent: pack-log\ndata: {\"pack\":\"other\",\"newest\":9}\n\n"
                        + "id: 1\nevent: pack-log\ndata: {\"pack\":\"acme\",\"newest\":8}\n\n")
                .answers("GET /packs/acme/log?level=INFO&limit=1000&since=2026-03-01T12:00:00Z", '[' + ODD + ',' + STARTS + ']');

        assertThat(run("pack", "log", "acme", "--follow", "--count", "1")).isZero();
        assertThat(out.lines()).hasSize(3).last().asString().isEqualTo("2026-03-01T12:00:01Z  WARN  0.2.0  tank-1  org.acme.Tank  odd");
        assertThat(run("pack", "log", "acme", "--follow", "--count", "1", "-o", "json")).isZero();
        assertThat(out.lines()).hasSize(2).first().asString().startsWith("{\"id\":7,");
    }
}
