package org.gemello.packs.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.gemello.api.pack.PackRequest;

/**
 * The intent that is under way: {@code journal/intent.json}. It is there from before the first change until after the last, so that a start
 * after a crash knows what was going on. It decides nothing; {@link ActivePacks} does.
 */
public final class Journal {
    private final DurableJson<Intent> file;
    private final Consumer<Stage> watcher;
    private Intent intent;

    /** How far an operation has come. */
    public enum Stage {
        LOAD,
        SHADOW,
        CUT,
        CONFIRM,
        RETIRE
    }

    /**
     * What was going to be done.
     *
     * @param operation id of its job
     * @param action    what was asked
     * @param pack      id
     * @param from      hash of the version before, empty for none
     * @param to        hash of the version wanted, empty for none
     * @param stage     how far it has come
     */
    public record Intent(String operation, PackRequest.Action action, String pack, String from, String to, Stage stage) {
        Intent at(Stage next) {
            return new Intent(operation, action, pack, from, to, next);
        }
    }

    /** @param watcher hears of every stage when it is on disk */
    public Journal(Path folder, Consumer<Stage> watcher) {
        this.file = new DurableJson<>(folder.resolve("journal").resolve("intent.json"), new TypeReference<>() { });
        this.watcher = watcher;
    }

    /** What a crash has interrupted. */
    public Optional<Intent> interrupted() throws IOException {
        return file.read();
    }

    public void begin(Intent begun) throws IOException {
        intent = begun;
        file.write(begun);
        watcher.accept(begun.stage());
    }

    public void at(Stage stage) throws IOException {
        intent = intent.at(stage);
        file.write(intent);
        watcher.accept(stage);
    }

    public void end() throws IOException {
        file.delete();
        intent = null;
    }
}
