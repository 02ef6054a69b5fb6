package org.gemello.packs.internal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gemello.api.TwinId;
import org.gemello.api.pack.PackLogFilter;
import org.gemello.api.pack.PackLogLine;
import org.gemello.api.pack.PackLogLine.Level;
import org.gemello.packs.internal.bundle.PackOrigin;
import org.junit.jupiter.api.Test;

class PackLogBookTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private final PackLogBook book = new PackLogBook(NOON);

    private void add(String pack, String version, Level level, String message) {
        book.add(new PackOrigin(pack, version, "01234567"), NOON, level, "org.acme.Counter", message, "", Optional.of(new TwinId("wt-01")));
    }

    private List<String> messages(String pack, PackLogFilter filter) {
        return book.lines(pack, filter).stream().map(PackLogLine::message).toList();
    }

    @Test
    void linesOfAllVersionsAreThereTheNewestFirst() {
        add("counter", "1.0.0", Level.INFO, "old");
        add("other", "1.0.0", Level.INFO, "not mine");
        add("counter", "2.0.0", Level.WARN, "new");
        assertThat(messages("counter", PackLogFilter.ALL)).containsExactly("new", "old");
        assertThat(book.lines("counter", PackLogFilter.ALL)).extracting(PackLogLine::version).containsExactly("2.0.0", "1.0.0");
        assertThat(messages("nobody", PackLogFilter.ALL)).isEmpty();
    }

    @Test
    void aFilterLeavesOutWhatIsLessGraveOlderOfAnotherVersionOrWithoutTheText() {
        add("counter", "1.0.0", Level.ERROR, "Broken");
        add("counter", "1.0.0", Level.DEBUG, "detail");
        add("counter", "2.0.0", Level.WARN, "odd");
        assertThat(messages("counter", new PackLogFilter(Level.WARN, Instant.MIN, "", ""))).containsExactly("odd", "Broken");
        assertThat(messages("counter", new PackLogFilter(Level.TRACE, NOON.plusMillis(1), "", ""))).isEmpty();
        assertThat(messages("counter", new PackLogFilter(Level.TRACE, NOON, "", "1.0.0"))).containsExactly("detail", "Broken");
        assertThat(messages("counter", new PackLogFilter(Level.TRACE, NOON, "bROKEN", ""))).containsExactly("Broken");
        assertThat(messages("counter", new PackLogFilter(Level.TRACE, NOON, "WT-01", ""))).hasSize(3);
    }

    @Test
    void theOldestLinesGoWhenThereAreTooMany() {
        for (int i = 0; i <= LineRing.MOST_LINES; i++) {
            add("counter", "1.0.0", Level.INFO, "line " + i);
        }
        assertThat(messages("counter", PackLogFilter.ALL)).hasSize(LineRing.MOST_LINES).startsWith("line 1000").endsWith("line 1");
    }

    @Test
    void theOldestLinesGoWhenTheyAreTooLong() {
        for (int i = 0; i < LineRing.MOST_LINES; i++) {
            add("counter", "1.0.0", Level.INFO, "x".repeat(10_000));
        }
        List<PackLogLine> lines = book.lines("counter", PackLogFilter.ALL);
        assertThat(lines).hasSizeBetween(200, 300).allMatch(line -> line.message().length() == 4_000 && line.message().endsWith("…"));
        assertThat(lines.get(0).id()).isEqualTo(book.newest().get("counter"));
    }

    @Test
    void whatWasThrownIsShortAndNothingCommandsATerminal() {
        book.add(new PackOrigin("counter", "1.0.0", "01234567"), NOON, Level.ERROR, "a\u001bb", "\u001b[2J\u009b\ttwo\nlines\r \ud83d\ude00 \ud83d", "x".repeat(100_000), Optional.empty());
        PackLogLine line = book.lines("counter", PackLogFilter.ALL).get(0);
        assertThat(line.message()).isEqualTo("?[2J?\ttwo\nlines? \ud83d\ude00 ?");
        assertThat(line.logger()).isEqualTo("a?b");
        assertThat(line.trace()).hasSize(8_000).endsWith("…");
    }

    @Test
    void thePackThatHasBeenSilentForLongestIsForgotten() {
        add("first", "1.0.0", Level.INFO, "once");
        add("second", "1.0.0", Level.INFO, "once");
        for (int i = 1; i < PackLogBook.MOST_PACKS; i++) {
            add("pack-" + i, "1.0.0", Level.INFO, "more");
            add("second", "1.0.0", Level.INFO, "again");
        }
        assertThat(book.newest()).hasSize(PackLogBook.MOST_PACKS).containsKey("second").doesNotContainKey("first");
    }

    @Test
    void idsGrowAlsoAfterARestart() {
        add("counter", "1.0.0", Level.INFO, "before");
        PackLogBook later = new PackLogBook(NOON.plusSeconds(1));
        later.add(new PackOrigin("counter", "1.0.0", "01234567"), NOON, Level.INFO, "x", "after", "", Optional.empty());
        assertThat(later.newest().get("counter")).isGreaterThan(book.newest().get("counter"));
    }
}
