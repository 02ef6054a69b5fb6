package org.gemello.historian.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gemello.historian.internal.TimeSpans.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @Test
    void saysWhatTheFileCovers() {
        TimeSpans times = new TimeSpans(List.of(new Span(Long.MIN_VALUE, -5), new Span(7, Long.MAX_VALUE)));
        FileName name = new FileName(0, 4711, times, 2, 0xFFFF0001);
        assertThat(FileName.parse(name.toString())).contains(name);
        FileName spilled = new FileName(0, 4711, times, FileName.SPILLED, 7);
        assertThat(spilled.toString()).endsWith("_S_00000007.spill");
        assertThat(FileName.parse(spilled.toString())).contains(spilled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "notes.txt", "7.tmp", "0-1_2_3_L0_00000000.tsfile.bak", "0-1_2_3_4_L0_00000000.tsfile",
        "0-1_L0_00000000.tsfile", "0-1_2_3_S_00000000.tsfile", "0-1_2_3_L0_00000000.spill", "99999999999999999999-1_2_3_L0_00000000.tsfile",
        "9999999999999999999-9999999999999999999_2_3_L0_00000000.tsfile", "../0-1_2_3_L0_00000000.tsfile"})
    void takesNoOtherName(String text) {
        assertThat(FileName.parse(text)).isEmpty();
    }
}
