package org.gemello.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gemello.api.TwinId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a site says of parts, and of what the platform accepts on its own. */
class PartsOfTwinsTest {
    @TempDir
    Path folder;

    @Test
    void partsAreReadByRoleInTheOrderWritten() throws IOException {
        SiteConfiguration site = new ConfigurationFolder(folder)
                .file("twins/a.yaml", "twins:", "  - id: wf-01", "    type: energy/wind-farm", "    parts:",
                        "      turbine: [wt-02, wt-01]", "      mast: [mast-1]", "    accept: [wake-steering]")
                .file("twins/b.yaml", "twins:", "  - {id: wt-01, type: energy/wind-turbine}", "  - {id: wt-02, type: energy/wind-turbine}",
                        "  - {id: mast-1, type: energy/met-mast}")
                .read().orThrow();
        TwinDefinition farm = site.twins().get(0);
        assertThat(farm.parts()).containsOnlyKeys("turbine", "mast");
        assertThat(farm.parts().get("turbine")).containsExactly(new TwinId("wt-02"), new TwinId("wt-01"));
        assertThat(farm.accept()).containsExactly("wake-steering");
        assertThat(farm.place()).isEqualTo("twins/a.yaml:2:9");
        assertThat(site.twins().get(1).parts()).isEmpty();
    }

    @Test
    void aPartThatIsNoTwinIsNamedWithTheNearestOne() throws IOException {
        assertThat(problems("  - {id: wf-01, type: energy/wind-farm, parts: {turbine: [wt-1]}}", "  - {id: wt-01, type: energy/wind-turbine}"))
                .containsExactly("twins/a.yaml:2:59: there is no twin 'wt-1'; did you mean 'wt-01'?");
    }

    @Test
    void aTwinIsAPartOfAnotherOnce() throws IOException {
        assertThat(problems("  - {id: wf-01, type: energy/wind-farm, parts: {a: [wt-01], b: [wt-01]}}", "  - {id: wt-01, type: energy/wind-turbine}"))
                .singleElement().asString().startsWith("twins/a.yaml:2:65: in one twin the part 'wt-01 of wf-01' is named twice, first at twins/a.yaml:2:53");
    }

    @Test
    void noTwinIsAPartOfItself() throws IOException {
        assertThat(problems("  - {id: a, type: x/y, parts: {p: [a]}}")).singleElement().asString()
                .startsWith("twins/a.yaml:2:36: twin 'a' would be a part of itself");
        assertThat(problems("  - {id: a, type: x/y, parts: {p: [b]}}", "  - {id: b, type: x/y, parts: {p: [c]}}",
                "  - {id: c, type: x/y, parts: {p: [a]}}")).singleElement().asString()
                .isEqualTo("twins/a.yaml:4:36: twin 'c' would be a part of itself, by way of 'a'; remove one of the parts");
    }

    @Test
    void whatIsNoListOrNoIdIsRefused() throws IOException {
        assertThat(problems("  - {id: a, type: x/y, parts: {p: b}, accept: all}", "  - {id: b, type: x/y, parts: {p: [B]}}")).satisfiesExactly(
                first -> assertThat(first).contains("2:35", "'p' must be a list"),
                second -> assertThat(second).contains("2:47", "'accept' must be a list"),
                third -> assertThat(third).contains("3:36", "twin id 'B'"));
    }

    private List<String> problems(String... twins) throws IOException {
        String[] lines = new String[twins.length + 1];
        lines[0] = "twins:";
        System.arraycopy(twins, 0, lines, 1, twins.length);
        return new ConfigurationFolder(folder).file("twins/a.yaml", lines).read().problems();
    }
}
