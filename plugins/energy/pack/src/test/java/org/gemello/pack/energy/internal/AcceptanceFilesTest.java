package org.gemello.pack.energy.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gemello.api.pack.PackRefusedException;
import org.gemello.gpack.AcceptanceRunner;
import org.gemello.gpack.AcceptanceTest;
import org.gemello.spi.TwinType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The acceptance tests of the pack, as whoever installs it runs them. */
class AcceptanceFilesTest {
    private static final Path FOLDER = Path.of("src/main/pack/acceptance");
    private final List<TwinType<?>> types = List.of(new MetMastType(), new WindTurbineType(), new GasTurbineType(), new TurbofanType(),
            new SteamPlantType(), new GridType(), new PvPlantType(), new BatteryType(), new WindFarmType());

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void holds(Path file) throws IOException, PackRefusedException {
        AcceptanceTest test = AcceptanceTest.read(Files.readAllBytes(file), file.getFileName().toString());
        TwinType<?> type = types.stream().filter(each -> each.id().value().equals(test.type())).findFirst().orElseThrow();
        assertThat(AcceptanceRunner.run(type, test).failures()).isEmpty();
    }

    @Test
    void everyFileIsNamedByThePack() throws IOException {
        String manifest = Files.readString(Path.of("src/main/pack/pack.yaml"));
        assertThat(files()).allSatisfy(file -> assertThat(manifest).contains("acceptance/" + file.getFileName()));
    }
}
