package org.gemello.worker.internal.parent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildOutputTest {
    private final List<String> heard = new ArrayList<>();

    private String last(String printed) {
        ChildOutput output = new ChildOutput("test", new ByteArrayInputStream(printed.getBytes(StandardCharsets.UTF_8)), heard::add);
        output.run();
        return output.last();
    }

    @Test
    void theLastLinesWithoutFramesOfAStackAreRemembered() {
        assertThat(last("one\ntwo\njava.lang.Error: three\n\tat a.B.c(B.java:1)\nfour")).isEqualTo("two | java.lang.Error: three | four");
        assertThat(last("")).isEmpty();
    }

    @Test
    void linesAreShortAndHarmless() {
        assertThat(last("x".repeat(1_000_000))).hasSize(500);
        assertThat(last("\u001b[2J\u0007\r\n")).isEqualTo("?[2J?");
    }

    @Test
    void whoListensHearsWhatGoesToTheLogAndNoMore() {
        last("one\n".repeat(199) + "two\nthree\n");
        assertThat(heard).hasSize(200).startsWith("one").endsWith("two");
    }
}
