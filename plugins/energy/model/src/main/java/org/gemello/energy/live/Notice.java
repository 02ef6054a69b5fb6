package org.gemello.energy.live;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.api.twin.Severity;
import org.gemello.energy.signal.StatePart;

/**
 * An alarm that stands as long as there is something to say: a sensor without values, a document that cannot be read, a meter that lies.
 */
public final class Notice implements StatePart {
    private static final int LONGEST = 500;
    private final String alarm;
    private final Severity severity;
    private String told = "";

    public Notice(String alarm, Severity severity) {
        this.alarm = alarm;
        this.severity = severity;
    }

    /** Says this from now on; an empty text clears the alarm. */
    public void say(String text, long time, Report out) {
        String news = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        if (news.equals(told)) {
            return;
        }
        if (news.isEmpty()) {
            out.clear(alarm, "back to normal", time);
        } else {
            out.raise(alarm, severity, news, time);
        }
        told = news;
    }

    public boolean isActive() {
        return !told.isEmpty();
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeUTF(told);
    }

    @Override
    public void read(DataInput in) throws IOException {
        told = in.readUTF();
    }
}
