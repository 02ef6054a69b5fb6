package org.gemello.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gemello.api.site.SiteDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever the platform is killed, the folder has either all files of a change or none of them. */
class FolderWritingTest {
    private static final Map<String, Optional<String>> CHANGE = new TreeMap<>(Map.of(
            "twins/a.yaml", Optional.of("twins: [{id: a, type: x/new}]\n"),
            "twins/b.yaml", Optional.of("twins: [{id: b, type: x/new}]\n"),
            "twins/old.yaml", Optional.empty()));
    @TempDir
    Path folder;
    private FolderWriting writing;

    @BeforeEach
    void begin() throws IOException {
        Files.createDirectories(folder.resolve("twins"));
        Files.writeString(folder.resolve("twins/a.yaml"), "twins: [{id: a, type: x/old}]\n");
        Files.writeString(folder.resolve("twins/old.yaml"), "twins: [{id: old, type: x/old}]\n");
        writing = new FolderWriting(folder);
    }

    private void assertNothingHappened() throws IOException {
        assertThat(new LiveSite(folder, difference -> { }, Map::of).documents()).extracting(SiteDocument::name, d -> d.content().get("type"))
                .containsExactly(tuple("a", "x/old"), tuple("old", "x/old"));
        assertThat(folder.resolve(".change")).doesNotExist();
    }

    private void assertAllHappened() throws IOException {
        assertThat(new LiveSite(folder, difference -> { }, Map::of).documents()).extracting(SiteDocument::name, d -> d.content().get("type"))
                .containsExactly(tuple("a", "x/new"), tuple("b", "x/new"));
        assertThat(folder.resolve(".change")).doesNotExist();
        try (Stream<Path> left = Files.list(folder.resolve("twins"))) {
            assertThat(left).hasSize(2);
        }
    }

    @Test
    void writesAll() throws IOException {
        writing.write(CHANGE);
        assertAllHappened();
    }

    @Test
    void killedBeforeTheListIsThereNothingHasHappened() throws IOException {
        writing.lay(CHANGE);
        assertNothingHappened();
    }

    @Test
    void killedInTheMiddleOfLayingNothingHasHappened() throws IOException {
        writing.lay(CHANGE);
        Files.delete(folder.resolve(".change/list.new"));
        assertNothingHappened();
    }

    @Test
    void killedAfterTheListIsThereTheNextStartFinishes() throws IOException {
        writing.lay(CHANGE);
        writing.commit();
        assertAllHappened();
    }

    @Test
    void killedBetweenTwoFilesTheNextStartFinishes() throws IOException {
        writing.lay(CHANGE);
        writing.commit();
        Files.move(folder.resolve(".change/0"), folder.resolve("twins/a.yaml"), StandardCopyOption.REPLACE_EXISTING);
        Files.delete(folder.resolve("twins/old.yaml"));
        assertAllHappened();
    }

    @Test
    void aListThatLeadsElsewhereIsNotFollowed() throws IOException {
        writing.lay(CHANGE);
        writing.commit();
        Files.writeString(folder.resolve(".change/list"), "remove ../precious.yaml\n");
        assertThatThrownBy(() -> writing.recover()).isInstanceOf(IOException.class).hasMessageContaining("nobody has written here");
    }
}
