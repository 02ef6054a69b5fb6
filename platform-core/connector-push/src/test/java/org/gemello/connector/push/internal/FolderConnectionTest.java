package org.gemello.connector.push.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gemello.testkit.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gemello.api.log.LogUnavailableException;
import org.gemello.binding.ConnectionDefinition;
import org.gemello.binding.Settings;
import org.gemello.connector.EntrySink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderConnectionTest {
    private static final String HOUR = "2023-11-14T22:";
    @TempDir
    Path folder;
    private Path inbox;
    private Inputs inputs;
    private FolderConnection connection;

    @BeforeEach
    void open() throws IOException {
        inbox = Files.createDirectories(folder.resolve("inbox"));
        inputs = new Inputs(folder.resolve("log"));
    }

    @AfterEach
    void close() {
        connection.close();
        inputs.close();
    }

    private void start(EntrySink sink, String... more) throws IOException {
        Map<String, String> texts = new java.util.HashMap<>(Map.of("folder", inbox.toString(), "settle", "1 ms"));
        for (int i = 0; i < more.length; i += 2) {
            texts.put(more[i], more[i + 1]);
        }
        FolderSettings settings = FolderSettings.of(new ConnectionDefinition("lab", "folder", Settings.of(texts)));
        NamedPoints points = new NamedPoints(Inputs.bindings(), inputs.log.points());
        InputFigures figures = new InputFigures("lab", "folder", "", points.size());
        FolderJournal journal = new FolderJournal(folder.resolve("journal/lab.journal"));
        connection = new FolderConnection("lab", settings, inputs.services(), figures,
                new FileReading("lab", settings, points, inputs.services(), sink, journal, figures)).start();
    }

    private void drop(String name, String text) throws IOException {
        Path part = folder.resolve(name + ".part");
        Files.writeString(part, text);
        Files.move(part, inbox.resolve(name));
    }

    private void awaitFile(String name) {
        await().until(() -> Files.exists(inbox.resolve(name)));
    }

    @Test
    void storesAColumnForEachNameAndKeepsTheFile() throws Exception {
        start(inputs::append, "csv.separator", ";", "csv.decimal", ",", "csv.time", "Zeit");
        drop("a.csv", "\uFEFFZeit;temperature;other;state\n" + HOUR + "13:20Z;212,0;1;an\n" + HOUR + "13:21Z;32;;\n");
        awaitFile("done/a.csv");
        assertThat(inputs.stored()).containsExactly("lab/T=100.0 Good 2023-11-14T22:13:20Z", "lab/S=an Good 2023-11-14T22:13:20Z",
                "lab/T=0.0 Good 2023-11-14T22:13:21Z");
        assertThat(inputs.causes).singleElement().asString().contains("line 2: 'other' is not bound");
    }

    @Test
    void aFileThatCannotBeReadIsKeptAndSaidWhy() throws Exception {
        start(inputs::append);
        drop("wrong.csv", "when,what\n1,2\n");
        awaitFile("failed/wrong.csv");
        drop("unbound.csv", "time,pressure\n1700000000,2\n");
        awaitFile("failed/unbound.csv");
        assertThat(inputs.causes).hasSize(2);
        assertThat(inputs.causes.get(0)).contains("wrong.csv", "there is no column 'time'");
        assertThat(inputs.causes.get(1)).contains("none of the columns [pressure] is bound");
        assertThat(connection.view().refused()).isEqualTo(2);
    }

    @Test
    void aLogThatDoesNotTakeItMakesTheFileWait() throws Exception {
        AtomicInteger refusals = new AtomicInteger(2);
        start((entry, trace) -> refusals.getAndDecrement() > 0
                ? CompletableFuture.failedFuture(new LogUnavailableException("disk full")) : inputs.append(entry, trace));
        drop("a.csv", "time,state\n1700000000,1\n");
        awaitFile("done/a.csv");
        assertThat(inputs.stored()).containsExactly("lab/S=1.0 Good 2023-11-14T22:13:20Z");
    }

    /** 2,500 lines are three batches; the second is stored, but nobody learns of it: as after a kill. */
    @Test
    void isReadOnWhereItWasInterruptedAndNothingIsStoredTwice() throws Exception {
        AtomicInteger batches = new AtomicInteger();
        start((entry, trace) -> {
            CompletableFuture<Void> stored = inputs.append(entry, trace);
            return batches.incrementAndGet() == 2 ? stored.thenCompose(x -> new CompletableFuture<>()) : stored;
        });
        drop("many.csv", IntStream.range(0, 2_500).mapToObj(i -> (1_700_000_000L + i) + "," + i).collect(Collectors.joining("\n", "time,state\n", "\n")));
        await().until(() -> inputs.log.status().durable() == 2_000);
        connection.close();
        assertThat(inbox.resolve("many.csv")).exists();
        start(inputs::append);
        awaitFile("done/many.csv");
        assertThat(inputs.stored()).hasSize(2_500).doesNotHaveDuplicates();
    }

    @Test
    void lateFilesAreForTheHistoryOnlyAndAGoodFileMayBeDeleted() throws Exception {
        start(inputs::append, "late", "true", "after", "delete");
        drop("a.csv", "name,time,value\nstate,1700000000,true\n");
        await().until(() -> inputs.log.status().durable() == 1 && !Files.exists(inbox.resolve("a.csv")));
        assertThat(inputs.stored()).containsExactly("late:lab/S=true Good 2023-11-14T22:13:20Z");
        assertThat(inbox.resolve("done")).doesNotExist();
    }

    @Test
    void passesOverWhatIsNotMeant() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "time,state\n1700000000,1\n");
        Files.createSymbolicLink(inbox.resolve("link.csv"), secret);
        Files.writeString(inbox.resolve(".hidden.csv"), "time,state\n1700000000,1\n");
        Files.writeString(inbox.resolve("notes.txt"), "time,state\n1700000000,1\n");
        start(inputs::append);
        drop("z.csv", "time,state\n1700000009,9\n");
        awaitFile("done/z.csv");
        assertThat(inputs.stored()).containsExactly("lab/S=9.0 Good 2023-11-14T22:13:29Z");
    }
}
