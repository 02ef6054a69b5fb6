package org.gemello.rest.internal.metric;

/**
 * Writes figures in the text format of Prometheus, version 0.0.4: each family once, with its help and type before its samples.
 */
public final class Exposition {
    public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private final StringBuilder text = new StringBuilder(8192);
    private String family = "";

    /** Begins a family whose samples may fall. */
    Exposition gauge(String name, String help) {
        return family(name, "gauge", help);
    }

    /** Begins a family whose samples only rise; its name ends in {@code _total}. */
    Exposition counter(String name, String help) {
        return family(name, "counter", help);
    }

    Exposition histogram(String name, String help) {
        return family(name, "histogram", help);
    }

    private Exposition family(String name, String type, String help) {
        family = name;
        text.append("# HELP ").append(name).append(' ').append(help.replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    /** @param labels name, value, name, value ... */
    Exposition sample(double value, String... labels) {
        return suffixed("", value, labels);
    }

    /** @param suffix what the samples of a histogram have behind the family's name */
    Exposition suffixed(String suffix, double value, String... labels) {
        text.append(family).append(suffix);
        if (labels.length > 0) {
            text.append('{');
            for (int i = 0; i < labels.length; i += 2) {
                text.append(i == 0 ? "" : ",").append(labels[i]).append("=\"");
                text.append(labels[i + 1].replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")).append('"');
            }
            text.append('}');
        }
        text.append(' ').append(number(value)).append('\n');
        return this;
    }

    static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "+Inf" : "-Inf";
        }
        return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? Long.toString((long) value) : Double.toString(value);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
