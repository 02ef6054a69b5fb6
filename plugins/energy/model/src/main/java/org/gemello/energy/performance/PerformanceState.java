package org.gemello.energy.performance;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Optional;
import org.gemello.energy.signal.StatePart;

/** What a turbine's twin remembers of its performance: about 4.5 kB, whatever the time. Mutable, for one thread. */
public final class PerformanceState implements StatePart {
    private static final long MINUTE = 60_000_000_000L;
    final TenMinutes tenMinutes = new TenMinutes();
    final PowerCurve curve = new PowerCurve();
    final Account account = new Account();
    /** Source time of the last moment, and what it was like. */
    long moment = Long.MIN_VALUE;
    Category category = Category.INFORMATION_UNAVAILABLE;
    double power;
    double potential;
    /** Since when the turbine stands in the wind without a reason. */
    long standing = Long.MAX_VALUE;
    /** Source time at which the figures, and the tables, were told last. */
    private long told = Long.MIN_VALUE;
    private long tablesTold = Long.MIN_VALUE;
    private Category toldCategory;

    public PowerCurve curve() {
        return curve;
    }

    public Account account() {
        return account;
    }

    /** Of the last moment. */
    public Category category() {
        return category;
    }

    /** True once a minute of source time: figures are due. Asking changes the state. */
    public boolean isDue(long time) {
        boolean due = Math.floorDiv(time, MINUTE) > Math.floorDiv(told, MINUTE);
        told = due ? time : told;
        return due;
    }

    /** True every ten minutes: the table of losses is due. Asking changes the state. */
    public boolean isTableDue(long time) {
        boolean due = Math.floorDiv(time, TenMinutes.LENGTH) > Math.floorDiv(tablesTold, TenMinutes.LENGTH);
        tablesTold = due ? time : tablesTold;
        return due;
    }

    /** The category, where it is another one than when this was last asked. Asking changes the state. */
    public Optional<Category> takeCategoryNews() {
        boolean news = category != toldCategory;
        toldCategory = category;
        return news ? Optional.of(category) : Optional.empty();
    }

    @Override
    public void write(DataOutput out) throws IOException {
        tenMinutes.write(out);
        curve.write(out);
        account.write(out);
        out.writeLong(moment);
        out.writeInt(category.ordinal());
        out.writeDouble(power);
        out.writeDouble(potential);
        out.writeLong(standing);
        out.writeLong(told);
        out.writeLong(tablesTold);
        out.writeInt(toldCategory == null ? -1 : toldCategory.ordinal());
    }

    @Override
    public void read(DataInput in) throws IOException {
        tenMinutes.read(in);
        curve.read(in);
        account.read(in);
        moment = in.readLong();
        category = category(in.readInt());
        power = in.readDouble();
        potential = in.readDouble();
        standing = in.readLong();
        told = in.readLong();
        tablesTold = in.readLong();
        int number = in.readInt();
        toldCategory = number < 0 ? null : category(number);
    }

    private static Category category(int number) throws IOException {
        if (number < 0 || number >= Category.values().length) {
            throw new IOException("a state with category " + number + " of availability, there are " + Category.values().length);
        }
        return Category.values()[number];
    }
}
