package org.gemello.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void cellsAreTextWithoutControlCharacters() {
        Table table = new Table("A", "B").row("\u001b]0;title\u0007", 5).row("two\nlines", "\u009b31m");
        assertThat(table.rows()).isEqualTo(Arrays.asList(List.of("?]0;title?", "5"), List.of("two?lines", "?31m")));
    }

    @Test
    void aRowHasACellUnderEveryHeading() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Table("A", "B").row("a")).withMessage("1 cells under 2 headings");
    }
}
