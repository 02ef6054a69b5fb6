package org.gemello.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gemello.api.PointId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of {@code docs/configuration.md} together are a site without problems. */
class ConfigurationDocumentTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n# (\\S+)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern UNITS_TABLE_ROW = Pattern.compile("(?m)^\\| [a-z ,]+ \\| ((?:`[^`]+`[^|]*)+)\\| ((?:`[^`]+`,? ?)*)\\|$");
    @TempDir
    Path folder;

    private static String document() throws IOException {
        return Files.readString(Path.of(System.getProperty("basedir", ".")).resolve("../../docs/configuration.md"));
    }

    @Test
    void everyExampleIsRight() throws IOException {
        ConfigurationFolder site = new ConfigurationFolder(folder);
        for (MatchResult example : EXAMPLE.matcher(document()).results().toList()) {
            site.file(example.group(1), example.group(2));
        }
        SiteConfiguration read = site.read().orThrow();
        assertThat(read.connections()).hasSize(2);
        assertThat(read.twins()).hasSize(2);
        assertThat(read.point(PointId.parse("wt-01/WROT.RotSpd")).orElseThrow().scale().apply(60)).isCloseTo(2 * Math.PI, within(1e-12));
        assertThat(read.point(PointId.parse("mast-1/WMET.HorWdSpd"))).isPresent();
        assertThat(document().split("```yaml")).as("every example begins with the name of its file").hasSize(1 + 5);
    }

    static Stream<MatchResult> unitRows() throws IOException {
        String document = document();
        return UNITS_TABLE_ROW.matcher(document.substring(document.indexOf("## Units"))).results();
    }

    @ParameterizedTest
    @MethodSource("unitRows")
    void unitsAreAsTheTableSays(MatchResult row) {
        assertThat(codes(row.group(1))).isNotEmpty().allSatisfy(Units::check);
        assertThat(codes(row.group(2))).allSatisfy(wrong -> assertThatIllegalArgumentException()
                .isThrownBy(() -> Units.check(wrong)));
    }

    private static Stream<String> codes(String cell) {
        return Pattern.compile("`([^`]+)`").matcher(cell).results().map(code -> code.group(1));
    }
}
