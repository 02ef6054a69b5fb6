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

/** The views of the wind turbine name no point that the turbine does not have. */
class WindTurbineViewsTest {
    private static final Path VIEWS = Path.of("src/main/pack/views");
    private static final Pattern IN_VIEW = Pattern.compile("\"(W[A-Z]{3}\\.\\w+)\"");
    private static final Pattern IN_DRAWING = Pattern.compile("data-(?:text|rotate|spin|move|level|fill|show|quality)=\"([^\"]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"turbine.json", "turbine-3d.json", "drift.json", "nacelle.svg"})
    void everyPointIsOneOfTheModel(String file) throws IOException {
        Set<String> known = new WindTurbineType().model().points().stream().map(PointSpec::name).collect(Collectors.toSet());
        Matcher matcher = (file.endsWith(".svg") ? IN_DRAWING : IN_VIEW).matcher(Files.readString(VIEWS.resolve(file)));
        Set<String> named = new TreeSet<>();
        while (matcher.find()) {
            named.add(matcher.group(1));
        }
        assertThat(named).isNotEmpty().isSubsetOf(known);
    }
}
