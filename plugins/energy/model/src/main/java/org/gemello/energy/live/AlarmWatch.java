package org.gemello.energy.live;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Supplier;
import org.gemello.api.twin.Severity;
import org.gemello.energy.signal.Hysteresis;
import org.gemello.energy.signal.StatePart;

/** An alarm of a live twin on a value that gets too high. */
public final class AlarmWatch implements StatePart {
    private final String alarm;
    private final Severity severity;
    private final Hysteresis hysteresis = new Hysteresis();

    public AlarmWatch(String alarm, Severity severity) {
        this.alarm = alarm;
        this.severity = severity;
    }

    /**
     * Looks at the value.
     *
     * @param above raised where the value has been above this
     * @param clear cleared where it has been below this
     * @param delay for so many seconds
     * @param text  what is wrong, with numbers
     */
    public void update(double value, double above, double clear, double delay, long now, Supplier<String> text, Report out) {
        if (Double.isNaN(value)) {
            hysteresis.interrupt();
        } else if (hysteresis.update(-value, now, new Hysteresis.Limits(-above, delay, -clear, delay))) {
            if (hysteresis.isActive()) {
                out.raise(alarm, severity, text.get(), now);
            } else {
                out.clear(alarm, "back to normal: " + text.get(), now);
            }
        }
    }

    public boolean isActive() {
        return hysteresis.isActive();
    }

    @Override
    public void write(DataOutput out) throws IOException {
        hysteresis.write(out);
    }

    @Override
    public void read(DataInput in) throws IOException {
        hysteresis.read(in);
    }
}
