package org.gemello.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gemello.api.demo.DemoPlant;
import org.gemello.api.site.SiteEdit;
import org.gemello.api.site.SiteKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedPlantsTest {
    @TempDir
    Path folder;
    private ServerSocket taken;
    private ShippedPlants plants;

    @BeforeEach
    void describe() throws IOException {
        taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Path demo = Files.createDirectories(folder.resolve("demo/plants"));
        describe(demo.resolve("mill.yaml"), "mill", "[\"{opcua}\"]");
        Path site = folder.resolve("demo/config");
        write(site.resolve("connections/plant.yaml"), "connection: plant\nkind: opcua\nendpoint: opc.tcp://127.0.0.1:" + taken.getLocalPort() + "/plant\n");
        write(site.resolve("twins/all.yaml"), "twins:\n  - {id: m-1, type: mill/roller}\n  - {id: m-2, type: mill/roller}\n");
        write(site.resolve("bindings/plant.yaml"), """
                connection: plant
                bindings:
                  - {twin: m-1, prefix: A., points: [{point: W, node: W, unit: kW}]}
                  - {twin: m-2, points: [{point: W, node: B, unit: kW}]}
                  - {twin: m-1, prefix: C., points: [{point: T, node: T, unit: Cel}]}
                """);
        plants = open();
    }

    private void describe(Path file, String id, String arguments) throws IOException {
        write(file, "plant: " + id + "\ntitle: {en: Mill, ko: 제분소}\npack: mill\nmain: " + PretendedPlant.class.getName() + "\narguments: " + arguments
                + "\nports: {opcua: " + taken.getLocalPort() + "}\nready: plant ready\nsite: ../config\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private ShippedPlants open() throws IOException {
        return new ShippedPlants(folder.resolve("demo/plants"), System.getProperty("java.class.path"), folder.resolve("kept"));
    }

    @AfterEach
    void close() throws IOException {
        plants.close();
        taken.close();
    }

    @Test
    void aPlantWhosePortIsTakenRunsOnAnotherWhichItsSiteNames() throws Exception {
        DemoPlant mill = plants.start("mill");
        int port = port(mill);
        assertThat(port).isNotEqualTo(taken.getLocalPort());
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        assertThat(mill.running()).isTrue();
        assertThat(plants.stop("mill").running()).isFalse();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port)).isInstanceOf(ConnectException.class);
    }

    @Test
    void itsSiteIsConnectionsTwinsAndABindingForEachTwin() {
        List<SiteEdit> site = plants.plants().get(0).site();
        assertThat(site).extracting(SiteEdit::kind, SiteEdit::name).containsExactly(tuple(SiteKind.CONNECTION, "plant"),
                tuple(SiteKind.TWIN, "m-1"), tuple(SiteKind.TWIN, "m-2"),
                tuple(SiteKind.BINDING, "plant/m-1"), tuple(SiteKind.BINDING, "plant/m-2"));
        assertThat((List<?>) site.get(3).content().orElseThrow().get("bindings")).hasSize(2);
    }

    @Test
    void whatRanRunsAgainOnTheSamePort() throws Exception {
        int port = port(plants.start("mill"));
        plants.close();
        plants = open();
        plants.resume();
        assertThat(plants.plants()).singleElement().satisfies(mill -> {
            assertThat(mill.running()).isTrue();
            assertThat(port(mill)).isEqualTo(port);
        });
    }

    @Test
    void aPlantThatCannotStartSaysWhy() throws Exception {
        describe(folder.resolve("demo/plants/calm.yaml"), "calm", "[broken]");
        plants.close();
        plants = open();
        assertThatThrownBy(() -> plants.start("calm")).isInstanceOf(IOException.class).hasMessageContaining("exit code 3: no wind today");
        assertThatThrownBy(() -> plants.start("storm")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("[calm, mill]");
    }

    @Test
    void whileOnePlantStartsTheListIsThereAndTheOthersCanBeStartedAndTheEndDoesNotWait() throws Exception {
        describe(folder.resolve("demo/plants/calm.yaml"), "calm", "[slow]");
        plants.close();
        plants = open();
        CompletableFuture<DemoPlant> starting = CompletableFuture.supplyAsync(() -> {
            try {
                return plants.start("calm");
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        });
        assertThat(plants.start("mill").running()).isTrue();
        assertThat(plants.plants()).extracting(DemoPlant::id, DemoPlant::running).containsExactly(tuple("calm", false), tuple("mill", true));
        assertThat(starting).isNotDone();
        plants.close();
        assertThatThrownBy(() -> starting.get(30, TimeUnit.SECONDS)).hasMessageContaining("demo plant calm ended");
    }

    private static int port(DemoPlant plant) {
        Map<String, Object> connection = plant.site().get(0).content().orElseThrow();
        String endpoint = (String) connection.get("endpoint");
        return Integer.parseInt(endpoint.substring(endpoint.lastIndexOf(':') + 1, endpoint.lastIndexOf('/')));
    }
}
