package org.gemello.gpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionsTest {
    /** The example of Semantic Versioning 2.0.0, clause 11. */
    @Test
    void semanticVersionsHaveTheOrderOfTheStandard() {
        List<String> ordered = List.of("0.9.9", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1", "1.0.0", "1.0.1", "1.2.0", "1.10.0");
        List<SemanticVersion> versions = new ArrayList<>(ordered.stream().map(SemanticVersion::parse).toList());
        Collections.shuffle(versions, new Random(1));
        Collections.sort(versions);
        assertThat(versions.stream().map(SemanticVersion::toString)).containsExactlyElementsOf(ordered);
        assertThat(SemanticVersion.parse("1.0.0+a")).isEqualByComparingTo(SemanticVersion.parse("1.0.0+b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"[0.1,0.2)|0.1.0|true", "[0.1,0.2)|0.2.0|false", "[0.1,0.2]|0.2|true", "(0.1,0.2)|0.1.0|false",
            "(0.1,0.2)|0.1.1|true",
            "0.1|7.0|true", "0.1|0.0.9|false", "[1.2.3,1.2.3]|1.2.3.qualifier|true"})
    void ranges(String range, String version, boolean inside) {
        assertThat(VersionRange.parse(range).includes(version)).isEqualTo(inside);
        assertThat(VersionRange.parse(VersionRange.parse(range).toString())).isEqualTo(VersionRange.parse(range));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "latest", "[0.2,0.1)", "[0.1,0.1)", "[0.1", "[0.1,0.2,0.3)", "1.99999999999"})
    void noRanges(String text) {
        assertThatThrownBy(() -> VersionRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
