package org.gemello.rest.internal.mapping;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.gemello.api.PointId;
import org.gemello.api.Quality;
import org.gemello.api.Sample;
import org.gemello.api.history.Aggregate;
import org.gemello.api.history.Annotation;
import org.gemello.api.history.CorrectedSample;
import org.gemello.api.history.Correction;
import org.gemello.api.history.Downsampling;
import org.gemello.api.history.HistoryResult;
import org.gemello.api.history.Interpolation;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinView;
import org.gemello.rest.internal.contract.AggregateJson;
import org.gemello.rest.internal.contract.AnnotationJson;
import org.gemello.rest.internal.contract.CorrectionJson;
import org.gemello.rest.internal.contract.CorrectionRequestJson;
import org.gemello.rest.internal.contract.HistoryJson;
import org.gemello.rest.internal.contract.SampleJson;
import org.gemello.rest.internal.problem.InvalidRequestException;
import org.gemello.rest.internal.request.Span;

/** Past values as the contract shows them. */
public final class HistoryMapping {
    private HistoryMapping() {
    }

    public static HistoryJson of(PointId id, Span span, HistoryResult result) {
        return new HistoryJson().point(id.toString()).from(span.from()).to(span.to()).total(result.total()).downsampled(result.downsampled())
                .samples(result.samples().stream().map(SampleMapping::of).toList()).gaps(result.gaps().stream().map(SampleMapping::of).toList());
    }

    public static AggregateJson of(Aggregate aggregate) {
        return new AggregateJson().start(aggregate.start()).length(aggregate.length().toString()).count(aggregate.count())
                .min(finite(aggregate.min())).max(finite(aggregate.max())).mean(finite(aggregate.mean()))
                .timeWeighted(finite(aggregate.timeWeighted())).deviation(finite(aggregate.deviation()))
                .first(sample(aggregate.first())).last(sample(aggregate.last()))
                .good(aggregate.good()).uncertain(aggregate.uncertain()).bad(aggregate.bad());
    }

    public static CorrectionJson of(CorrectedSample corrected) {
        return of(corrected.correction()).originals(corrected.originals().stream().map(SampleMapping::of).toList());
    }

    /** What it replaces is not known yet. */
    public static CorrectionJson of(Correction correction) {
        return new CorrectionJson().point(correction.definition().id().toString()).unit(correction.definition().unit())
                .sourceTime(correction.sourceTime()).value(correction.value()).quality(SampleMapping.of(correction.quality()))
                .author(correction.author()).reason(correction.reason()).time(correction.time()).originals(List.of());
    }

    public static AnnotationJson of(Annotation note) {
        return new AnnotationJson().id(note.id()).twin(note.twin().value()).point(note.point() == null ? null : note.point().name())
                .from(note.from()).to(note.to()).text(note.text()).author(note.author()).time(note.time());
    }

    private static SampleJson sample(Sample sample) {
        return sample == null ? null : SampleMapping.of(sample);
    }

    /** JSON has no NaN. */
    private static Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    public static Downsampling method(String name) {
        return switch (name) {
            case "min-max" -> Downsampling.MIN_MAX;
            case "lttb" -> Downsampling.LTTB;
            default -> throw new InvalidRequestException("method", "must be min-max or lttb");
        };
    }

    public static Interpolation interpolation(String name) {
        return switch (name) {
            case "stepped" -> Interpolation.STEPPED;
            case "linear" -> Interpolation.LINEAR;
            default -> throw new InvalidRequestException("interpolation", "must be stepped or linear");
        };
    }

    public static Duration interval(String text) {
        try {
            Duration interval = Duration.parse(text);
            if (!interval.isZero() && !interval.isNegative()) {
                return interval;
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new InvalidRequestException("interval", "is not an ISO 8601 duration such as PT1M");
        }
        throw new InvalidRequestException("interval", "must be longer than nothing");
    }

    /** Numbers are stored as doubles, as they come from sources. */
    public static Object value(Object asked) {
        if (asked instanceof Number number) {
            return number.doubleValue();
        }
        if (asked == null || asked instanceof Boolean || asked instanceof String) {
            return asked;
        }
        throw new InvalidRequestException("value", "must be a number, true, false or a text");
    }

    public static Quality quality(CorrectionRequestJson asked) {
        if (asked.getQuality() != null) {
            return new Quality((int) (long) asked.getQuality());
        }
        return asked.getValue() == null ? Quality.BAD : Quality.GOOD;
    }

    /** Unit of a point: that of its present value, else that of the model. */
    public static Optional<String> unit(TwinView twin, String point) {
        return Optional.ofNullable(twin.state().get(point)).map(Sample::unit).or(() -> twin.model().point(point).map(PointSpec::unit));
    }
}
