package org.gemello.rest.internal.mapping;

import org.gemello.api.connection.ConnectionProbes.Probe;
import org.gemello.api.connection.ConnectionProbes.Reading;
import org.gemello.rest.internal.contract.ConnectionProbeJson;
import org.gemello.rest.internal.contract.ProbedPointJson;

/** What a connection that was tried gave, as the contract shows it. */
public final class ProbeMapping {
    private ProbeMapping() {
    }

    public static ConnectionProbeJson of(Probe probe) {
        return new ConnectionProbeJson().reached(probe.reached()).text(probe.text())
                .readings(probe.readings().stream().map(ProbeMapping::of).toList());
    }

    private static ProbedPointJson of(Reading reading) {
        return new ProbedPointJson().point(reading.point()).address(reading.address()).value(SampleMapping.value(reading.value()))
                .unit(reading.unit()).quality(reading.quality() == null ? null : SampleMapping.of(reading.quality())).time(reading.time())
                .problem(Texts.orAbsent(reading.problem()));
    }
}
