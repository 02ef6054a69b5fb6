package org.gemello.energy.grid;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.gemello.api.twin.Severity;
import org.gemello.energy.live.Notice;
import org.gemello.energy.live.WindowMeans;
import org.gemello.energy.signal.StatePart;

/** What the twin of a grid remembers: its meters' present window, and what it has told. */
public final class GridTwinState implements StatePart {
    final WindowMeans window = new WindowMeans(GridTwin.SLOTS);
    final Notice overload = new Notice(GridTwin.OVERLOAD, Severity.HIGH);
    final Notice voltage = new Notice(GridTwin.VOLTAGE, Severity.MEDIUM);
    final Notice badData = new Notice(GridTwin.BAD_DATA, Severity.LOW);
    final Notice estimation = new Notice(GridTwin.ESTIMATION, Severity.MEDIUM);
    final Notice security = new Notice(GridTwin.SECURITY, Severity.LOW);
    long tabled = Long.MIN_VALUE;

    @Override
    public void write(DataOutput out) throws IOException {
        window.write(out);
        overload.write(out);
        voltage.write(out);
        badData.write(out);
        estimation.write(out);
        security.write(out);
        out.writeLong(tabled);
    }

    @Override
    public void read(DataInput in) throws IOException {
        window.read(in);
        overload.read(in);
        voltage.read(in);
        badData.read(in);
        estimation.read(in);
        security.read(in);
        tabled = in.readLong();
    }
}
