package org.gemello.historian.postgres.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlTextTest {
    @Test
    void tellsWhatATextColumnCanHold() {
        assertThat(SqlText.fits("")).isTrue();
        assertThat(SqlText.fits("läuft \uD83D\uDE00")).isTrue();
        assertThat(SqlText.fits("a\0b")).isFalse();
        assertThat(SqlText.fits("\uD83D")).isFalse();
        assertThat(SqlText.fits("\uDE00\uD83D")).isFalse();
    }

    @Test
    void rawKeepsEveryChar() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            all.append((char) c);
        }
        assertThat(SqlText.ofRaw(SqlText.raw(all.toString()))).isEqualTo(all.toString());
    }

    @Test
    void readableFits() {
        assertThat(SqlText.readable(null)).isEmpty();
        assertThat(SqlText.readable("as it is")).isEqualTo("as it is");
        assertThat(SqlText.fits(SqlText.readable("a\0b \uD83D c"))).isTrue();
        assertThat(SqlText.readable("a\0b \uD83D c")).startsWith("a").endsWith(" c");
    }
}
