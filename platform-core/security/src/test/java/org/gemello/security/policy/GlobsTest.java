package org.gemello.security.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobsTest {
    @ParameterizedTest
    @CsvSource({"*, wt-01, true", "wt-*, wt-01, true", "wt-*, wf-01, false", "wt-??, wt-01, true", "wt-??, wt-001, false", "*-01, wt-01, true",
        "w*1, wt-01, true", "wt-01, wt-01, true", "wt-01, wt-011, false", "w**1, wt-01, true", "WT-01, wt-01, false", "WTUR.*, WTUR.W, true",
        "WTURxW, WTUR.W, false"})
    void aPatternTakesIn(String pattern, String name, boolean expected) {
        assertThat(Globs.of(pattern).matches(name)).isEqualTo(expected);
    }

    @Test
    void anExceptionTakesOutWhereverItStands() {
        assertThat(Globs.of("*", "!wt-01").matches("wt-01")).isFalse();
        assertThat(Globs.of("!wt-0*", "wt-*", "wt-01").matches("wt-01")).isFalse();
        assertThat(Globs.of("!wt-0*", "wt-*").matches("wt-11")).isTrue();
        assertThat(Globs.NONE.matches("wt-01")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "wt 01", "wt,01", "(a+)+$", "wt/01", "ü"})
    void refusesOtherForms(String pattern) {
        assertThatThrownBy(() -> Globs.of(pattern)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("pattern");
    }

    @Test
    void refusesWhatTakesNothingInAndWhatHasNoEnd() {
        assertThatThrownBy(() -> Globs.of("!a")).hasMessageContaining("take nothing in");
        assertThatThrownBy(() -> new Globs(Collections.nCopies(Globs.MOST + 1, "a"))).hasMessageContaining("more than 100");
    }

    /** A second opinion: the same pattern as a regular expression. */
    @Property
    void matchesAsARegularExpressionDoes(@ForAll("pattern") String pattern, @ForAll("name") String name) {
        String regex = pattern.replace(".", "\\.").replace("*", ".*").replace("?", ".");
        assertThat(Globs.of(pattern).matches(name)).isEqualTo(Pattern.matches(regex, name));
    }

    @Property
    void orderDoesNotMatter(@ForAll("patterns") List<String> patterns, @ForAll("name") String name, @ForAll Random random) {
        List<String> shuffled = new ArrayList<>(patterns);
        Collections.shuffle(shuffled, random);
        assertThat(new Globs(shuffled).matches(name)).isEqualTo(new Globs(patterns).matches(name));
    }

    @Test
    void aPatternOfManyStarsCostsLittle() {
        String name = "a".repeat(128);
        assertThat(Globs.of("*a".repeat(60) + "b").matches(name)).isFalse();
    }

    @Provide
    Arbitrary<String> pattern() {
        return Arbitraries.strings().withChars("ab.*?").ofMinLength(1).ofMaxLength(6);
    }

    @Provide
    Arbitrary<List<String>> patterns() {
        return pattern().flatMap(pattern -> Arbitraries.of(pattern, "!" + pattern)).list().ofMaxSize(4)
                .filter(list -> list.isEmpty() || list.stream().anyMatch(each -> !each.startsWith("!")));
    }

    @Provide
    Arbitrary<String> name() {
        return Arbitraries.strings().withChars("ab.").ofMinLength(1).ofMaxLength(6);
    }
}
