package org.gemello.energy.rul.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gemello.energy.rul.EngineRun;
import org.gemello.energy.rul.RemainingLife;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulProgramTest {
    private static final Pattern RMSE = Pattern.compile("RMSE ([0-9.]+) cycles");
    @TempDir
    private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void turbofanOfReferenceDataIsPredictedWithinSixteenCycles() {
        Path data = Path.of(System.getProperty("gemello.reference.data", "../shared/data")).resolve("cmapss");
        assumeTrue(Files.isDirectory(data), () -> "skipped: no C-MAPSS data at " + data + ", set -Dgemello.reference.data");
        assertThat(run("--train", data + "/train_FD001.txt.gz", "--test", data + "/test_FD001.txt.gz",
            "--truth", data + "/RUL_FD001.txt.gz")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("# 100 units");
        assertThat(rmse()).isLessThanOrEqualTo(16);
    }

    @Test
    void theModelInThePackIsWhatItsCommandMakes() throws IOException {
        Path data = Path.of(System.getProperty("gemello.reference.data", "../shared/data")).resolve("cmapss");
        assumeTrue(Files.isDirectory(data), () -> "skipped: no C-MAPSS data at " + data + ", set -Dgemello.reference.data");
        Path made = folder.resolve("made.model");
        assertThat(run("--train", data + "/train_FD001.txt.gz", "--save", made.toString())).as(err.toString()).isZero();
        try (InputStream shipped = RemainingLife.class.getResourceAsStream("cmapss-fd001.model")) {
            assertThat(made).hasBinaryContent(shipped.readAllBytes());
        }
        assertThat(run("--model", made.toString(), "--test", data + "/test_FD001.txt.gz", "--truth", data + "/RUL_FD001.txt.gz")).isZero();
        assertThat(rmse()).isLessThanOrEqualTo(16);
        double[] truth = CmapssFile.truth(data.resolve("RUL_FD001.txt.gz"));
        String[] rows = out.toString().split("\\R");
        int held = 0;
        for (int k = 0; k < truth.length; k++) {
            String[] cells = rows[k + 1].split(",");
            double capped = Math.min(RemainingLife.CAP, truth[k]);
            held += Double.parseDouble(cells[3]) <= capped && capped <= Double.parseDouble(cells[4]) ? 1 : 0;
        }
        assertThat(held).as("lives within the interval of nine in ten").isBetween(85, 99);
    }

    @Test
    void whatWasLearnedIsKeptWithAnInterval() throws IOException {
        Path train = write("train.txt", 10, 1, false);
        Path test = write("test.txt", 3, 2, true);
        Path model = folder.resolve("wear.model");
        assertThat(run("--train", train.toString(), "--save", model.toString())).as(err.toString()).isZero();
        assertThat(run("--model", model.toString(), "--test", test.toString())).as(err.toString()).isZero();
        assertThat(out.toString().lines().findFirst().orElseThrow()).endsWith(",low [cycles],high [cycles]");
        assertThat(out.toString().lines().skip(1)).hasSize(3).allSatisfy(line -> {
            String[] cells = line.split(",");
            assertThat(Double.parseDouble(cells[2])).isBetween(Double.parseDouble(cells[3]), Double.parseDouble(cells[4]));
        });
        Files.write(model, new byte[] {1, 2, 3, 4, 5});
        assertThat(run("--model", model.toString(), "--test", test.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("no model of remaining life");
        assertThat(run("--train", train.toString(), "--model", model.toString())).isEqualTo(2);
        assertThat(run("--train", train.toString(), "--save", folder.resolve("no/such/file").toString())).isEqualTo(1);
    }

    /** Wear grows with the square of the life used up; sensors see it with noise. Units differ in length. */
    @Test
    void wearOfSyntheticUnitsIsFound() throws IOException {
        Path train = write("train.txt", 20, 1, false);
        Path test = write("test.txt", 10, 2, true);
        Path truth = Files.writeString(folder.resolve("truth.txt"), "40\n".repeat(10));
        assertThat(run("--train", train.toString(), "--test", test.toString(), "--truth", truth.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("unit,cycles,remaining [cycles, at most 125]");
        assertThat(rmse()).isLessThan(15);
        List<EngineRun> runs = CmapssFile.runs(train);
        EngineRun unit = CmapssFile.runs(test).get(0);
        assertThat(RemainingLife.train(runs).predict(unit)).as("same rows, same model").isEqualTo(RemainingLife.train(runs).predict(unit));
        assertThat(RemainingLife.train(runs).predict(unit, 30)).isGreaterThan(60);
    }

    @Test
    void wrongArgumentsGetHelp() {
        assertThat(run("--train", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("energy/rul: --test is needed; see energy/rul --help");
        assertThat(run("--help")).isZero();
    }

    @Test
    void brokenFileIsNamedWithLine() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.txt"), line(1, 1, 0, new Random(1)) + "1 2 nonsense\n");
        assertThat(run("--train", broken.toString(), "--test", broken.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("broken.txt, line 2: 3 columns, 26 expected");
        Path gap = Files.writeString(folder.resolve("gap.txt"), line(1, 1, 0, new Random(1)) + line(1, 3, 0, new Random(1)));
        run("--train", gap.toString(), "--test", gap.toString());
        assertThat(err.toString()).contains("unit 1 goes from cycle 1 to 3");
    }

    private int run(String... args) {
        return RulProgram.run(args, new PrintStream(out, true), new PrintStream(err, true));
    }

    private double rmse() {
        Matcher found = RMSE.matcher(out.toString());
        assertThat(found.find()).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private Path write(String name, int units, long seed, boolean cut) throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int unit = 1; unit <= units; unit++) {
            int life = 120 + random.nextInt(80);
            for (int cycle = 1; cycle <= life - (cut ? 40 : 0); cycle++) {
                text.append(line(unit, cycle, Math.pow((double) cycle / life, 2), random));
            }
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private static String line(int unit, int cycle, double wear, Random random) {
        StringBuilder line = new StringBuilder(unit + " " + cycle + " 0 0 100");
        for (int sensor = 0; sensor < 21; sensor++) {
            double value = sensor < 4 ? 100 + 10 * wear * (sensor - 1.5) + random.nextGaussian() : 5;
            line.append(String.format(Locale.ROOT, " %.4f", value));
        }
        return line.append('\n').toString();
    }
}
