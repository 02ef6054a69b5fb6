package org.gemello.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.inject.Inject;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** {@code bundle:update} of the energy pack under load: no sample is lost or doubled, in the history and in the twin's state. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class SwapIT {
    private static final int SWAPS = 8;
    @Inject
    private BundleContext bundles;
    private Api api;

    @Before
    public void logIn() throws Exception {
        api = Api.administrator();
    }

    @Configuration
    public static Option[] container() {
        return Container.booted();
    }

    @Test
    public void updatesOfThePackLoseNoSample() throws Exception {
        Bundle pack = Arrays.stream(bundles.getBundles()).filter(bundle -> "org.gemello.pack.energy".equals(bundle.getSymbolicName())).findFirst().orElseThrow();
        Api.await("beats", () -> api.value("wt-01", "WTUR.BeatCount") > 0);
        Instant from = Instant.now();
        for (int swap = 0; swap < SWAPS; swap++) {
            double before = api.value("wt-01", "WTUR.BeatCount");
            pack.update(shippedBundle());
            Api.await("beats after update " + swap, () -> api.get("/twins/wt-01").get("status").asText().equals("RUNNING")
                    && api.value("wt-01", "WTUR.BeatCount") > before + Surroundings.BEAT_HZ / 10.0);
        }
        Instant to = Instant.now();
        assertEquals("missed by the twin", 0, api.value("wt-01", "WTUR.BeatMissed"), 0);
        assertEquals("doubled in the twin", 0, api.value("wt-01", "WTUR.BeatRepeated"), 0);
        JsonNode history = api.get("/twins/wt-01/points/WTUR.Beat/history?from=" + from + "&to=" + to + "&maxPoints=10000");
        assertFalse("the interval fits", history.get("downsampled").asBoolean());
        long last = -1;
        for (JsonNode sample : history.get("samples")) {
            long value = sample.get("value").asLong();
            assertTrue(last + " is followed by " + value, last < 0 || value == last + 1);
            last = value;
        }
        assertTrue("enough beats to mean something: " + history.get("samples").size(), history.get("samples").size() > SWAPS * Surroundings.BEAT_HZ / 10);
    }

    /** The bundle as it lies in the pack that comes with the distribution. */
    private static InputStream shippedBundle() throws IOException {
        Path packs = Path.of(System.getProperty("gemello.packs.shipped"));
        try (DirectoryStream<Path> found = Files.newDirectoryStream(packs, "*energy*.gpack"); ZipFile pack = new ZipFile(found.iterator().next().toFile())) {
            ZipEntry bundle = pack.stream().filter(entry -> entry.getName().startsWith("bundles/")).findFirst().orElseThrow();
            return new ByteArrayInputStream(pack.getInputStream(bundle).readAllBytes());
        }
    }
}
