package org.gemello.connector.mqtt.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gemello.api.SampleBatchBuilder;

/** CSV payloads of one binding: each line is a record. An empty field is no value of bad quality. */
final class CsvPlan implements PayloadPlan {
    private final CsvOptions options;
    private final List<CsvSlot> texts;
    private final List<CsvSlot> values;
    private final BoundSlots binding;

    /**
     * @param texts   slots that are taken as they stand, such as the time
     * @param values  slots of values
     * @param binding whose slots are all of these
     */
    CsvPlan(CsvOptions options, List<CsvSlot> texts, List<CsvSlot> values, BoundSlots binding) {
        this.options = options;
        this.texts = List.copyOf(texts);
        this.values = List.copyOf(values);
        this.binding = binding;
    }

    @Override
    public String read(byte[] payload, int length, long received, SampleBatchBuilder into) throws Refusal {
        List<List<String>> lines = new CsvLines(new String(payload, 0, length, StandardCharsets.UTF_8), options.separator()).all();
        int first = options.header() ? 1 : 0;
        if (lines.size() <= first) {
            throw new Refusal("the payload has no line" + (options.header() ? " after the header" : ""));
        }
        if (options.header()) {
            texts.forEach(slot -> slot.find(lines.get(0)));
            values.forEach(slot -> slot.find(lines.get(0)));
        }
        Troubles troubles = new Troubles();
        for (int i = first; i < lines.size(); i++) {
            List<String> line = lines.get(i);
            texts.forEach(slot -> slot.take(line));
            values.forEach(slot -> slot.takeValue(line, options.decimal()));
            troubles.note("line " + (i + 1), () -> binding.emit(received, into));
        }
        return troubles.text();
    }
}
