package org.gemello.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.connection.ConnectionProbes.Reading;
import org.gemello.binding.Binding;
import org.gemello.binding.PointBinding;
import org.gemello.binding.SiteConfiguration;

/** What a probe has found for each bound point, in the order of the bindings. Safe for use by many threads. */
public final class Readings {
    private final Map<PointId, Reading> all = new LinkedHashMap<>();

    /** @param problem what to say of points of which nothing comes */
    public Readings(SiteConfiguration site, String connection, String problem) {
        site.bindings(connection).stream().map(Binding::points).flatMap(List::stream).forEach(point -> nothing(point, problem));
    }

    private void nothing(PointBinding point, String problem) {
        put(point.point().id(), new Reading(point.point().id().toString(), point.address(), null, point.point().unit(),
                Quality.BAD_NO_COMMUNICATION, null, problem));
    }

    /** A point has no value, and why. */
    public void problem(PointBinding point, Quality quality, String problem) {
        put(point.point().id(), new Reading(point.point().id().toString(), point.address(), null, point.point().unit(), quality, null, problem));
    }

    /** Why a point has no value; nothing where it has one. */
    public synchronized void explain(PointBinding point, String problem) {
        Reading known = all.get(point.point().id());
        if (known == null || known.value() == null) {
            problem(point, Quality.BAD, problem);
        }
    }

    /** A point has a value, in its unit; also one that a topic has made. */
    public synchronized void value(Sample sample) {
        Reading before = all.get(sample.point());
        put(sample.point(), new Reading(sample.point().toString(), before == null ? "" : before.address(), sample.value(), sample.unit(),
                sample.quality(), sample.sourceTime(), sample.value() == null ? "the source gives no value" : ""));
    }

    private synchronized void put(PointId point, Reading reading) {
        all.put(point, reading);
    }

    /** True where every bound point has a value. */
    public synchronized boolean areComplete() {
        return all.values().stream().allMatch(reading -> reading.value() != null);
    }

    public synchronized List<Reading> all() {
        return List.copyOf(all.values());
    }

    /** In words, such as {@code 3 of 5 points have values}. */
    public synchronized String summary() {
        long there = all.values().stream().filter(reading -> reading.value() != null).count();
        return all.isEmpty() ? "no points are bound" : there + " of " + all.size() + " points have values";
    }
}
