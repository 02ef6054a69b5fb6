package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gemello.api.twin.PointSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionViewsTest {
    private static final Pattern POINT = Pattern.compile("\"(?:point|low|high|table)\": \"(W[^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"condition", "vibration"})
    void everyPointOfTheViewIsOneOfTheModel(String view) throws IOException {
        String text = Files.readString(Path.of("src/main/pack/views/" + view + ".json"));
        Set<String> known = new WindTurbineType().model().points().stream().map(PointSpec::name).collect(Collectors.toSet());
        Set<String> named = new TreeSet<>();
        for (Matcher matcher = POINT.matcher(text); matcher.find();) {
            named.add(matcher.group(1));
        }
        assertThat(known).containsAll(named);
        assertThat(named).hasSizeGreaterThan(8);
    }
}
