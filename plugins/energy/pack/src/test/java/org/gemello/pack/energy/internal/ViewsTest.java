package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gemello.api.twin.TwinModel;
import org.gemello.energy.live.JsonObject;
import org.gemello.spi.TwinType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Views show points that their twins have; what the lint cannot know. */
class ViewsTest {
    private static final Path FOLDER = Path.of("src/main/pack");
    private static final Set<String> POINTS = Set.of("point", "points", "table", "band");
    private static final Pattern DATA = Pattern.compile("data-(?:text|level|fill|show|rotate|spin|move|quality)=\"([^\"]+)\"");

    static Stream<TwinType<?>> types() {
        return Stream.of(new GasTurbineType(), new TurbofanType(), new SteamPlantType(), new GridType(), new PvPlantType(),
                new BatteryType());
    }

    @ParameterizedTest
    @MethodSource("types")
    void showsWhatIsThere(TwinType<?> type) throws IOException {
        TwinModel model = type.model();
        Map<String, Object> view = JsonObject.of(Files.readString(FOLDER.resolve("views/" + type.id().value().replace("energy/", "")
                + ".json")));
        assertThat(view.get("twin")).isEqualTo(type.id().value());
        Set<String> shown = new TreeSet<>();
        gather(view, shown);
        assertThat(shown).isNotEmpty().allSatisfy(point -> assertThat(model.point(point)).as(point).isPresent());
    }

    private static void gather(Object node, Set<String> shown) throws IOException {
        if (node instanceof List<?> list) {
            for (Object each : list) {
                gather(each, shown);
            }
        } else if (node instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (POINTS.contains(entry.getKey().toString()) && entry.getValue() instanceof String point) {
                    shown.add(point);
                } else if (entry.getKey().equals("points") && entry.getValue() instanceof List<?> points) {
                    points.stream().filter(String.class::isInstance).forEach(point -> shown.add((String) point));
                    gather(points, shown);
                } else if (entry.getKey().equals("file")) {
                    Matcher drawn = DATA.matcher(Files.readString(FOLDER.resolve(entry.getValue().toString())));
                    while (drawn.find()) {
                        shown.add(drawn.group(1));
                    }
                } else {
                    gather(entry.getValue(), shown);
                }
            }
        }
    }
}
