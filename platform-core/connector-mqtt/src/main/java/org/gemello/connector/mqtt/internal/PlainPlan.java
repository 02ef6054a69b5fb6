package org.gemello.connector.mqtt.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.gemello.api.Quality;
import org.gemello.api.SampleBatchBuilder;

/** Payloads that are one bare value in UTF-8: a number, {@code true}, {@code false}, or text. It goes to every bound point. */
final class PlainPlan implements PayloadPlan {
    /** The grammar of a JSON number, also with a leading plus: what {@link Double#parseDouble} takes besides is not a number here. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final int LONGEST_NUMBER = 100;
    private final List<BoundPoint> points;

    PlainPlan(List<BoundPoint> points) {
        this.points = List.copyOf(points);
    }

    @Override
    public String read(byte[] payload, int length, long received, SampleBatchBuilder into) throws Refusal {
        String text = new String(payload, 0, length, StandardCharsets.UTF_8).trim();
        Double number = number(text);
        if (number == null) {
            for (BoundPoint point : points) {
                if (point.wantsNumber()) {
                    throw new Refusal("the payload is not a finite number, which " + point.name() + " needs because it is scaled");
                }
            }
        }
        for (BoundPoint point : points) {
            if (number != null) {
                if (!point.add(number, Quality.GOOD.code(), received, received, into)) {
                    throw new Refusal("the payload is too large a number for " + point.name());
                }
            } else if (text.equals("true") || text.equals("false")) {
                into.add(point.handle(), text.equals("true"), Quality.GOOD.code(), received, received);
            } else {
                into.add(point.handle(), text, Quality.GOOD.code(), received, received);
            }
        }
        return "";
    }

    /** The number that the text is, null where it is none. */
    static Double number(String text) {
        if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
            return null;
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? number : null;
    }
}
