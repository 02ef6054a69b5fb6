package org.gemello.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.karaf.shell.support.completers.ArgumentCommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwinIdCompleterTest {

    @ParameterizedTest
    @CsvSource({"'', wt-01 wt-02", "wt, wt-01 wt-02", "wt-02, wt-02", "pump, ''"})
    void completesIds(String typed, String expected) {
        TwinIdCompleter completer = new TwinIdCompleter();
        completer.twins = new Farm();
        completer.permits = new Typing().permits();
        List<String> candidates = new ArrayList<>();
        completer.complete(null, new ArgumentCommandLine(typed, typed.length()), candidates);
        assertThat(candidates).map(String::strip).containsExactlyElementsOf(Arrays.stream(expected.split(" "))
                .filter(id -> !id.isEmpty()).toList());
    }
}
