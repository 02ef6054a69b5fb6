package org.gemello.binding.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gemello.api.site.SiteDocument;
import org.gemello.api.site.SiteEdit;
import org.gemello.api.site.SiteKind;
import org.gemello.api.site.SiteRefusedException;
import org.gemello.binding.SiteDifference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A site on a hill as people have written it, with comments, and what is told of its changes. */
abstract class WrittenSite {
    static final String FARM = """
            # The farm on the hill
            twins:
              # the oldest one
              - id: wt-01
                type: energy/wind-turbine   # rebuilt in 2019
                configuration:
                  ratedPower: 5000
                  serial: 007
              # bought second-hand
              - {id: wt-02, type: energy/wind-turbine}
              - id: wt-03
                type: energy/wind-turbine
                parts: {mast: [mast-1]}

            # the mast
              - id: mast-1
                type: energy/met-mast
            """;
    static final String PLANT = """
            connection: plant
            bindings:
              - twin: wt-01
                prefix: ns=2;s=WT01.
                points:
                  - {point: WTUR.W, node: Power, unit: kW, sourceUnit: W} # measured at the terminal
              - twin: wt-02
                points:
                  - {point: WTUR.W, node: ns=2;s=WT02.Power, unit: kW}
            """;
    @TempDir
    Path folder;
    final List<SiteDifference> told = new ArrayList<>();
    LiveSite site;

    @BeforeEach
    void writeSite() throws IOException {
        write("connections/plant.yaml", "# ask Ms Park before changing this\nconnection: plant\nkind: opcua\nendpoint: opc.tcp://localhost:4840\n");
        write("twins/farm.yaml", FARM);
        write("bindings/plant.yaml", PLANT);
        site = new LiveSite(folder, told::add, Map::of);
        assertThat(site.report().problems()).isEmpty();
    }

    void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    String read(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    Map<String, String> files() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                all.put(folder.relativize(path).toString(), Files.readString(path));
            }
        }
        return all;
    }

    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    static SiteEdit put(SiteKind kind, String name, Object... content) {
        return new SiteEdit(kind, name, Optional.of(map(content)), SiteEdit.ANY);
    }

    static SiteEdit remove(SiteKind kind, String name) {
        return new SiteEdit(kind, name, Optional.empty(), SiteEdit.ANY);
    }

    SiteRefusedException refusal(SiteEdit... edits) throws IOException {
        Map<String, String> before = files();
        List<SiteDocument> documents = site.documents();
        SiteRefusedException[] refused = new SiteRefusedException[1];
        assertThatExceptionOfType(SiteRefusedException.class).isThrownBy(() -> site.change(List.of(edits), false))
                .satisfies(e -> refused[0] = e);
        assertThat(files()).isEqualTo(before);
        assertThat(site.documents()).isEqualTo(documents);
        assertThat(told).isEmpty();
        return refused[0];
    }
}
