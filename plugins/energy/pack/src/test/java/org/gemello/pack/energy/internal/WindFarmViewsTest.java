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
import java.util.stream.Stream;
import org.gemello.api.twin.PointSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The views of the wind farm name no point that neither the farm nor its turbines have. */
class WindFarmViewsTest {
    private static final Pattern POINT = Pattern.compile("\"((?:W[A-Z]{3}|FARM)\\.\\w+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"farm.json", "farm-3d.json"})
    void everyPointIsOneOfTheModels(String file) throws IOException {
        Set<String> known = Stream.of(new WindFarmType(), new WindTurbineType()).flatMap(type -> type.model().points().stream())
                .map(PointSpec::name).collect(Collectors.toSet());
        Matcher matcher = POINT.matcher(Files.readString(Path.of("src/main/pack/views").resolve(file)));
        Set<String> named = new TreeSet<>();
        while (matcher.find()) {
            named.add(matcher.group(1));
        }
        assertThat(named).contains("FARM.WdDir", "WTUR.W").isSubsetOf(known);
    }
}
