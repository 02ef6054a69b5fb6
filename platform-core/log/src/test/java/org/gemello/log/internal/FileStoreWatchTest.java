package org.gemello.log.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gemello.api.health.DiskWatch.Level;
import org.gemello.api.health.PlatformAlarms.PlatformAlarm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileStoreWatchTest {
    @TempDir
    Path directory;
    private final AlarmBook alarms = new AlarmBook();
    private final List<Level> told = new ArrayList<>();
    private double used;
    private final FileStoreWatch watch = new FileStoreWatch(DiskOptions.DEFAULT, this::usage, alarms, told::add);

    private double usage() throws IOException {
        if (used < 0) {
            throw new IOException("Stale file handle");
        }
        return used;
    }

    private Level at(double percent) {
        used = percent / 100;
        watch.look();
        return watch.level();
    }

    @Test
    void levelsComeAtTheirShareAndGoTwoPerCentBelow() {
        assertThat(at(84.9)).isEqualTo(Level.NORMAL);
        assertThat(at(85)).isEqualTo(Level.NO_EXPORTS);
        assertThat(at(84)).isEqualTo(Level.NO_EXPORTS);
        assertThat(at(82.9)).isEqualTo(Level.NORMAL);
        assertThat(at(97)).isEqualTo(Level.NO_INTAKE);
        assertThat(alarms.active()).extracting(PlatformAlarm::name)
                .containsExactly("disk.exports-stopped", "disk.low-class-history-stopped", "disk.intake-stopped");
        assertThat(alarms.active().get(2).message()).contains("97.0 % full").contains("below 95 %");
        assertThat(at(95)).isEqualTo(Level.NO_INTAKE);
        assertThat(at(94.9)).isEqualTo(Level.NO_LOW_CLASS_HISTORY);
        assertThat(at(89.9)).isEqualTo(Level.NO_EXPORTS);
        assertThat(at(10)).isEqualTo(Level.NORMAL);
        assertThat(alarms.active()).isEmpty();
        assertThat(told).containsExactly(Level.NO_EXPORTS, Level.NORMAL, Level.NO_INTAKE, Level.NO_LOW_CLASS_HISTORY, Level.NO_EXPORTS,
                Level.NORMAL);
    }

    @Test
    void aDiskThatCannotBeAskedChangesNothing() {
        at(93);
        used = -1;
        watch.look();
        assertThat(watch.level()).isEqualTo(Level.NO_LOW_CLASS_HISTORY);
        assertThat(watch.used()).isEqualTo(0.93);
    }

    @Test
    void aRealDiskHasAShare() throws IOException {
        assertThat(FileStoreWatch.Usage.of(directory).used()).isBetween(0.0, 1.0);
    }

    @Test
    void settingsAreReadAndChecked() {
        assertThat(DiskOptions.from(Map.of("gemello.disk.exports.percent", "50", "gemello.disk.hysteresis.percent", "5")::get))
                .isEqualTo(new DiskOptions(50, 92, 97, 5));
        assertThatThrownBy(() -> DiskOptions.from(Map.of("gemello.disk.intake.percent", "90")::get))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("must rise");
    }

    @ParameterizedTest
    @ValueSource(strings = {"101", "-1", "many", "85 %"})
    void aShareThatIsNoneIsRefused(String percent) {
        assertThatThrownBy(() -> DiskOptions.from(Map.of("gemello.disk.exports.percent", percent)::get))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("gemello.disk.exports.percent");
    }
}
