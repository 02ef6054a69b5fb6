package org.gemello.rest.internal.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text format of Prometheus (version 0.0.4) as strictly as it is written: each family once and in one piece, help and type
 * before the samples, no series twice, counters that end in {@code _total} and are not negative, histograms whose buckets rise.
 */
public final class TextFormat {
    private static final Pattern META = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)");
    private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{" + LABEL + "(?:," + LABEL + ")*})? (\\S+)");
    private static final Pattern BUCKET = Pattern.compile("(.+)_bucket\\{(?:(.+),)?le=\"([^\"]+)\"}");
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, Double> samples = new LinkedHashMap<>();
    private String family = "";

    private TextFormat() {
    }

    /** Series with their values, the series written as in the text. */
    public static Map<String, Double> read(String text) {
        assertThat(text).endsWith("\n").doesNotContain("\r").doesNotContain("\n\n");
        TextFormat format = new TextFormat();
        text.lines().forEach(format::line);
        format.types.forEach(format::checkHistogram);
        return format.samples;
    }

    private void line(String line) {
        Matcher meta = META.matcher(line);
        if (meta.matches()) {
            meta(meta.group(1), meta.group(2), meta.group(3));
            return;
        }
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        String type = types.get(family);
        String name = type.equals("histogram") ? sample.group(1).replaceFirst("_(bucket|sum|count)$", "") : sample.group(1);
        assertThat(name).as("in the piece of its family: " + line).isEqualTo(family);
        double value = sample.group(3).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(sample.group(3));
        assertThat(value).as(line).isNotNaN();
        if (type.equals("counter")) {
            assertThat(name).endsWith("_total");
            assertThat(value).as(line).isNotNegative();
        }
        String series = sample.group(1) + (sample.group(2) == null ? "" : sample.group(2));
        assertThat(samples.put(series, value)).as("twice: " + series).isNull();
    }

    private void meta(String kind, String name, String rest) {
        if (kind.equals("HELP")) {
            assertThat(types).as("each family once").doesNotContainKey(name);
            family = name;
        } else {
            assertThat(name).as("TYPE follows HELP").isEqualTo(family);
            assertThat(rest).isIn("gauge", "counter", "histogram");
            assertThat(types.put(name, rest)).isNull();
        }
    }

    /** For each series of the histogram: its buckets rise, and the last one holds all. */
    private void checkHistogram(String name, String type) {
        if (!type.equals("histogram")) {
            return;
        }
        Map<String, Double> highest = new LinkedHashMap<>();
        for (Map.Entry<String, Double> bucket : samples.entrySet()) {
            Matcher le = BUCKET.matcher(bucket.getKey());
            if (le.matches() && le.group(1).equals(name)) {
                String series = le.group(2) == null ? "" : "{" + le.group(2) + "}";
                assertThat(bucket.getValue()).as(bucket.getKey()).isGreaterThanOrEqualTo(highest.getOrDefault(series, 0.0));
                highest.put(series, bucket.getValue());
                if (le.group(3).equals("+Inf")) {
                    assertThat(samples.get(name + "_count" + series)).as(series).isEqualTo(bucket.getValue());
                    assertThat(samples).containsKey(name + "_sum" + series);
                }
            }
        }
    }
}
