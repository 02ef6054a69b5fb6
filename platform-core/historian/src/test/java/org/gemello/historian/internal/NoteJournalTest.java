package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gemello.api.PointDefinition;
import org.gemello.api.Quality;
import org.gemello.api.history.Annotation;
import org.gemello.api.history.Correction;
import org.gemello.history.CorrectionRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteJournalTest {
    private static final Instant NOW = Instant.parse("2026-05-04T03:02:01.000000001Z");
    @TempDir
    private Path folder;

    @BeforeEach
    void makeQuarantine() throws IOException {
        Files.createDirectories(folder.resolve("quarantine"));
    }

    private static NoteRow correction(long offset, Object value) {
        return new NoteRow.Corrected(new CorrectionRow(offset, new Correction(new PointDefinition(Records.POWER, "kW"), NOW, value,
                Quality.UNCERTAIN, "anna", "es war Eis: ❄", NOW)));
    }

    private static NoteRow note(long offset, String text) {
        return new NoteRow.Annotated(offset, new Annotation("n1", Records.POWER.twin(), null, NOW, NOW.plusSeconds(1), text, "bo", NOW));
    }

    private List<NoteRow> stored() throws IOException {
        List<NoteRow> notes = new ArrayList<>();
        new NoteJournal(folder, notes::add);
        return notes;
    }

    @Test
    void keepsEveryKindOnceAndInOrder() throws IOException {
        NoteJournal journal = new NoteJournal(folder, note -> { });
        List<NoteRow> first = List.of(correction(3, 1.5), correction(4, 7L), note(5, "gust"));
        List<NoteRow> second = List.of(correction(9, true), correction(10, "off"), correction(11, null), note(12, ""));
        journal.append(first);
        journal.append(first);
        new NoteJournal(folder, note -> { }).append(List.of(first.get(2), second.get(0)));
        new NoteJournal(folder, note -> { }).append(second);

        List<NoteRow> all = new ArrayList<>(first);
        all.addAll(second);
        assertThat(stored()).isEqualTo(all);
    }

    @Test
    void aDamagedEndIsSetAsideAndComesAgain() throws IOException {
        NoteJournal journal = new NoteJournal(folder, note -> { });
        journal.append(List.of(correction(3, 1.5), note(5, "gust")));
        Path file = folder.resolve(NoteJournal.NAME);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] ^= 1;
        Files.write(file, bytes);

        assertThat(stored()).containsExactly(correction(3, 1.5));
        assertThat(HistorianFixture.files(folder.resolve("quarantine"))).hasSize(1);
        new NoteJournal(folder, note -> { }).append(List.of(note(5, "gust"), note(6, "more")));
        assertThat(stored()).containsExactly(correction(3, 1.5), note(5, "gust"), note(6, "more"));
        assertThat(Arrays.asList(folder.toFile().list())).doesNotContain(NoteJournal.NAME + ".tmp");
    }
}
