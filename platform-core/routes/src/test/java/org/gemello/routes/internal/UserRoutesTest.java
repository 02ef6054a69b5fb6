package org.gemello.routes.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserRoutesTest {
    @TempDir
    Path folder;
    private final CamelContext context = new DefaultCamelContext();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private UserRoutes routes;

    @BeforeEach
    void start() throws Exception {
        context.addRoutePolicyFactory(new Door());
        context.addRoutes(new org.apache.camel.builder.RouteBuilder() {
            @Override
            public void configure() {
                from("direct:taken").routeId("taken").process(exchange -> taken.add(exchange.getMessage().getBody(String.class)
                        + exchange.getMessage().getHeaders().keySet()));
            }
        });
        context.start();
        routes = new UserRoutes(context, folder.resolve("routes")).start();
    }

    @AfterEach
    void stop() {
        routes.close();
        context.stop();
    }

    private void write(String name, String text) throws IOException {
        Path part = Files.writeString(folder.resolve(name), text);
        Files.createDirectories(folder.resolve("routes"));
        Files.move(part, folder.resolve("routes").resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static String timer(String body) {
        return """
                - route:
                    id: mine
                    from:
                      uri: timer:beat
                      parameters: { period: 50 }
                      steps:
                        - setBody: { constant: "%s" }
                        - to: direct:taken
                """.formatted(body);
    }

    @Test
    void aFileComesChangesAndGoes() throws IOException {
        write("beat.yaml", timer("one"));
        await().until(() -> taken.stream().anyMatch(text -> text.startsWith("one")));
        write("beat.yaml", timer("another"));
        await().until(() -> taken.stream().anyMatch(text -> text.startsWith("another")));
        assertThat(routes.problems()).isEmpty();
        Files.delete(folder.resolve("routes/beat.yaml"));
        await().until(() -> context.getRoute("mine") == null);
        assertThat(context.getRoute("taken")).isNotNull();
    }

    @Test
    void aWrongFileIsNamedAndTheOthersRun() throws IOException {
        write("a-wrong.yaml", "- route:\n    from:\n      uri: timer:x\n      stops: []\n");
        write("b-unknown.yaml", "- from:\n    uri: nosuchcomponent:x\n    steps:\n      - to: direct:taken\n");
        write("c-steals.yaml", timer("thief").replace("id: mine", "id: taken"));
        write("d-right.yaml", timer("right"));
        await().until(() -> taken.stream().anyMatch(text -> text.startsWith("right")));
        assertThat(routes.problems()).contains("routes/a-wrong.yaml: ", "stops", "routes/b-unknown.yaml: ", "nosuchcomponent",
                "routes/c-steals.yaml: a route 'taken' runs already");
        assertThat(taken).noneMatch(text -> text.startsWith("thief"));
    }

    /** A file's name would become the header CamelFileName, which other components obey. */
    @Test
    void headersFromOutsideDoNotPassTheDoor() throws IOException {
        Path drop = Files.createDirectories(folder.resolve("drop"));
        write("files.yaml", """
                - route:
                    id: files
                    from:
                      uri: file:%s
                      parameters: { delay: 100, initialDelay: 0 }
                      steps:
                        - setHeader: { name: own, constant: "1" }
                        - to: direct:taken
                """.formatted(drop));
        Files.writeString(drop.resolve("evil.txt"), "content");
        await().until(() -> !taken.isEmpty());
        assertThat(taken).containsExactly("content[own]");
        await().until(() -> Files.exists(drop.resolve(".camel/evil.txt")));
    }

    @Test
    void bodiesOfRoutesBecomeRows() {
        var rows = BodyRows.of(List.of(Map.of("name", "T", "value", 21.5, "time", "2023-11-14T22:13:20Z"), Map.of("name", "S", "value", true)));
        assertThat(rows).extracting(row -> row.name() + "=" + row.value() + "@" + row.time()).containsExactly("T=21.5@1700000000000000000", "S=true@0");
    }
}
