package org.gemello.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TwinCommandsTest {

    private static TwinShowCommand show(String id) {
        TwinShowCommand command = new TwinShowCommand();
        command.twins = new Farm();
        command.permits = new Typing().permits();
        command.id = id;
        return command;
    }

    private static String printed(TableCommand command) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        command.print(command.tables(Farm.NOW), new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anUnknownTwinIsNamedWithTheWayToTheOthers() {
        assertThatIllegalArgumentException().isThrownBy(() -> show("wt-99").tables(Farm.NOW))
                .withMessage("there is no twin 'wt-99'; twin:list shows all");
        assertThatIllegalArgumentException().isThrownBy(() -> show("WT 99").tables(Farm.NOW))
                .withMessageContaining("twin id 'WT 99' is not of");
    }

    @Test
    void whatIsPrintedHasNoColourAndNoControlCharacters() {
        assertThat(printed(show("wt-01"))).contains("WTUR.W", "4321.123", "underperformance", "set-power-limit")
                .matches(text -> text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r'));
    }

    @Test
    void withoutFormatThereAreTabsAndNoHeadings() {
        TwinListCommand list = new TwinListCommand();
        list.twins = new Farm();
        list.permits = new Typing().permits();
        list.noFormat = true;
        assertThat(printed(list).lines()).containsExactly(
                "wt-01\tenergy/wind-turbine\tRUNNING\t3\tBad_SensorFailure\t2026-03-01T11:59:59.580Z\t0.4 s\t1",
                "wt-02\tenergy/wind-turbine\tPARKED\t0\t-\t-\t-\t0");
    }
}
