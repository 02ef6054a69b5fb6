package org.gemello.energy.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Program program = new Program("demo/heat", "usage: demo/heat FILE --t K",
            new Program.Syntax(Set.of("--t"), Set.of("--csv"), 1),
            (arguments, answer) -> {
                double heat = 2 * arguments.number("--t", 0, 100).orElse(10.0);
                if (arguments.operand(0, "the file").toString().equals("broken")) {
                    throw new IOException("broken: line 3 is no number");
                }
                answer.println(arguments.has("--csv") ? "°," + heat : "° " + heat);
            });

    private int run(String line) {
        return program.run(line.isEmpty() ? new String[0] : line.split(" "), new PrintStream(out), new PrintStream(err));
    }

    @Test
    void answersInUtf8() {
        assertThat(run("a --t 4 --csv")).isZero();
        assertThat(run("a")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly("°,8.0", "° 20.0");
        assertThat(err.size()).isZero();
    }

    @Test
    void helpEndsWithTheExitCodes() {
        assertThat(run("--nonsense --help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("usage: demo/heat").contains("exit code: 0 done");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '|', value = {"||,the file is needed", "a b,'b' is one too many", "a --x,'--x' is not an option",
        "a --t,--t needs a value", "a --csv --csv,--csv is there twice", "a --t hot,--t: 'hot' is not a number",
        "a --t 101,--t: 101 must be from 0.0 to 100.0", "a --t NaN,--t: NaN must be from"})
    void aWrongCommandIsNamedWithTheWayToHelp(String line, String message) {
        assertThat(run(line)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("demo/heat: ").contains(message).endsWith("; see demo/heat --help\n");
        assertThat(out.size()).isZero();
    }

    @Test
    void whatCannotBeUsedHasItsOwnExitCode() {
        assertThat(run("broken")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("demo/heat: broken: line 3 is no number\n");
    }
}
