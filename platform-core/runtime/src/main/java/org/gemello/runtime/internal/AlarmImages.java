package org.gemello.runtime.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.gemello.api.TwinId;
import org.gemello.api.alarm.AlarmAction;
import org.gemello.api.alarm.AlarmState;
import org.gemello.api.alarm.AlarmView;
import org.gemello.api.alarm.AlarmView.Handling;
import org.gemello.api.twin.Severity;

/** Alarms with their handling as part of an image. */
final class AlarmImages {
    private AlarmImages() {
    }

    static void view(AlarmView view, DataOutput out) throws IOException {
        ImageParts.text(view.source().value(), out);
        ImageParts.text(view.name(), out);
        out.writeByte(view.severity().ordinal());
        ImageParts.text(view.message(), out);
        ImageParts.time(view.since(), out);
        out.writeBoolean(view.active());
        out.writeBoolean(view.acknowledged());
        out.writeByte(view.state().ordinal());
        handling(view.aside(), out);
        handling(view.handling(), out);
    }

    static AlarmView view(DataInput in) throws IOException {
        return new AlarmView(new TwinId(ImageParts.text(in)), ImageParts.text(in), ImageParts.constant(Severity.values(), in), ImageParts.text(in),
                ImageParts.time(in), in.readBoolean(), in.readBoolean(), ImageParts.constant(AlarmState.values(), in), handling(in), handling(in));
    }

    private static void handling(Handling handling, DataOutput out) throws IOException {
        out.writeBoolean(handling != null);
        if (handling != null) {
            out.writeByte(handling.action().ordinal());
            ImageParts.text(handling.by(), out);
            ImageParts.text(handling.reason(), out);
            ImageParts.time(handling.time(), out);
            out.writeBoolean(handling.until() != null);
            if (handling.until() != null) {
                ImageParts.time(handling.until(), out);
            }
        }
    }

    private static Handling handling(DataInput in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        AlarmAction action = ImageParts.constant(AlarmAction.values(), in);
        String by = ImageParts.text(in);
        String reason = ImageParts.text(in);
        Instant time = ImageParts.time(in);
        return new Handling(action, by, reason, time, in.readBoolean() ? ImageParts.time(in) : null);
    }
}
