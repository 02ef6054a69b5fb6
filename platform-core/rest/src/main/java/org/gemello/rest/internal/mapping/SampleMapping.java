package org.gemello.rest.internal.mapping;

import org.gemello.api.Gap;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.TraceId;
import org.gemello.rest.internal.contract.GapJson;
import org.gemello.rest.internal.contract.QualityJson;
import org.gemello.rest.internal.contract.SampleJson;

/** Samples and gaps as the contract shows them. */
public final class SampleMapping {
    private SampleMapping() {
    }

    public static SampleJson of(Sample sample) {
        return new SampleJson().point(sample.point().toString()).value(value(sample.value())).unit(sample.unit())
                .quality(of(sample.quality())).sourceTime(sample.sourceTime()).receivedTime(sample.receivedTime())
                .offset(sample.offset()).traceId(of(sample.trace()));
    }

    /** JSON knows no infinities and no NaN. */
    static Object value(Object value) {
        return value instanceof Double number && !Double.isFinite(number) ? null : value;
    }

    static QualityJson of(Quality quality) {
        return new QualityJson().code(Integer.toUnsignedLong(quality.code())).symbol(quality.symbol());
    }

    public static GapJson of(Gap gap) {
        return new GapJson().point(gap.definition().id().toString()).from(gap.from()).to(gap.to()).reason(gap.reason());
    }

    /** Null, which is left out, for no trace. */
    static String of(TraceId trace) {
        return trace != null && trace.isPresent() ? trace.toString() : null;
    }
}
