package org.gemello.rest.internal;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gemello.api.PointDefinition;
import org.gemello.api.PointId;
import org.gemello.api.Role;
import org.gemello.api.Sample;
import org.gemello.api.TwinId;
import org.gemello.api.history.Annotation;
import org.gemello.api.history.Correction;
import org.gemello.api.history.HistoryResult;
import org.gemello.api.log.LogEntry;
import org.gemello.api.twin.TwinView;
import org.gemello.rest.internal.contract.AggregateJson;
import org.gemello.rest.internal.contract.AnnotationJson;
import org.gemello.rest.internal.contract.AnnotationRequestJson;
import org.gemello.rest.internal.contract.CorrectionJson;
import org.gemello.rest.internal.contract.CorrectionRequestJson;
import org.gemello.rest.internal.contract.HistoryApi;
import org.gemello.rest.internal.contract.HistoryJson;
import org.gemello.rest.internal.contract.SampleJson;
import org.gemello.rest.internal.mapping.HistoryMapping;
import org.gemello.rest.internal.mapping.SampleMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.problem.InvalidRequestException;
import org.gemello.rest.internal.request.Page;
import org.gemello.rest.internal.request.Requester;
import org.gemello.rest.internal.request.Span;
import org.gemello.security.policy.Action;
import org.gemello.security.policy.Sight;
import org.gemello.security.policy.Target;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Past values, aggregates, corrections and notes. */
@Component(service = HistoryResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class HistoryResource implements HistoryApi {
    private final Platform platform;
    private final Permits permits;
    private final Sights sights;
    @Context
    private SecurityContext security;

    @Activate
    public HistoryResource(@Reference Platform platform, @Reference Permits permits, @Reference Sights sights) {
        this.platform = platform;
        this.permits = permits;
        this.sights = sights;
    }

    private static final int MOST_INTERVALS = 10_000;

    @Override
    public HistoryJson getHistory(String twinId, String point, Instant from, Instant to, Integer maxPoints, String method) {
        Span span = Span.of(from, to);
        PointId id = seen(twinId, point);
        HistoryResult result = platform.history().read(id, span.from(), span.to(), maxPoints, HistoryMapping.method(method));
        if (result.total() == 0 && result.gaps().isEmpty()) {
            requireKnown(id);
        }
        return HistoryMapping.of(id, span, result);
    }

    @Override
    public List<AggregateJson> getAggregates(String twinId, String point, String interval, Instant from, Instant to) {
        Span span = Span.of(from, to);
        Duration length = HistoryMapping.interval(interval);
        if (length.multipliedBy(MOST_INTERVALS).compareTo(span.length()) < 0) {
            throw new InvalidRequestException("interval", "gives more than " + MOST_INTERVALS + " intervals from " + span.from() + " to " + span.to());
        }
        PointId id = seen(twinId, point);
        requireKnown(id);
        return Asked.of("interval", () -> platform.history().aggregate(id, span.from(), span.to(), length)).stream().map(HistoryMapping::of).toList();
    }

    @Override
    public SampleJson getValue(String twinId, String point, Instant at, String interpolation) {
        PointId id = seen(twinId, point);
        return platform.history().at(id, at, HistoryMapping.interpolation(interpolation)).map(SampleMapping::of)
                .orElseThrow(() -> Asked.notFound("'" + id + "' has no value at or before " + at));
    }

    @Override
    public List<CorrectionJson> listCorrections(String twinId, String point, Instant from, Instant to, Integer limit, String cursor) {
        Span span = Span.of(from, to);
        return Page.following(platform.history().corrections(seen(twinId, point), span.from(), span.to()),
                each -> each.correction().sourceTime() + " " + each.correction().time(), cursor, limit).map(HistoryMapping::of);
    }

    @Override
    public CorrectionJson correct(String twinId, String point, CorrectionRequestJson asked) {
        PointDefinition definition = definition(seen(twinId, point));
        permits.holds(Action.WRITE, Target.of(definition.id()), security, "history.correct", definition.id().toString());
        Requester requester = permits.require(Role.ENGINEER, security, "history.correct", definition.id().toString(),
                asked.getSourceTime() + " to " + asked.getValue() + ": " + asked.getReason());
        Correction correction = new Correction(definition, asked.getSourceTime(), HistoryMapping.value(asked.getValue()), HistoryMapping.quality(asked),
                requester.getName(), asked.getReason(), Instant.now());
        Asked.wait(platform.log().append(new LogEntry.Corrected(correction), requester.trace()));
        return HistoryMapping.of(correction);
    }

    @Override
    public List<AnnotationJson> listAnnotations(String twinId, Instant from, Instant to, Integer limit, String cursor) {
        Span span = Span.of(from, to);
        Sight sight = sights.of(security);
        return Page.following(platform.history().annotations(twin(twinId).id(), span.from(), span.to()).stream()
                .filter(each -> each.point() == null || sight.sees(each.point())).toList(), Annotation::id, cursor, limit).map(HistoryMapping::of);
    }

    @Override
    public AnnotationJson annotate(String twinId, AnnotationRequestJson asked) {
        TwinId twin = twin(twinId).id();
        if (asked.getTo().isBefore(asked.getFrom())) {
            throw new InvalidRequestException("to", asked.getTo() + " is before 'from', " + asked.getFrom());
        }
        String id = asked.getId() == null ? UUID.randomUUID().toString() : asked.getId();
        PointId point = asked.getPoint() == null ? null : new PointId(twin, asked.getPoint());
        Requester requester = permits.require(Action.WRITE, point == null ? Target.of(twin) : Target.of(point), security, "history.annotate",
                twin + "/" + id, asked.getFrom() + " to " + asked.getTo());
        Annotation annotation = new Annotation(id, twin, point, asked.getFrom(), asked.getTo(), asked.getText(), requester.getName(), Instant.now());
        Asked.wait(platform.log().append(new LogEntry.Annotated(annotation), requester.trace()));
        return HistoryMapping.of(annotation);
    }

    private TwinView twin(String id) {
        return sights.twins(platform, security).twin(new TwinId(id)).orElseThrow(() -> Asked.notFound("there is no twin '" + id + "'"));
    }

    private PointId seen(String twin, String point) {
        PointId id = new PointId(new TwinId(twin), point);
        permits.requireSeen(Target.of(id), security);
        return id;
    }

    private void requireKnown(PointId id) {
        boolean known = platform.twins().twin(id.twin()).filter(twin -> twin.state().containsKey(id.name())
                || twin.model().point(id.name()).isPresent()).isPresent();
        if (!known && !platform.history().last(List.of(id)).containsKey(id)) {
            throw Asked.notFound("there is no point '" + id + "', and nothing was ever stored under that name");
        }
    }

    /** The point with the unit in which its values are stored. */
    private PointDefinition definition(PointId id) {
        return platform.twins().twin(id.twin()).flatMap(twin -> HistoryMapping.unit(twin, id.name()))
                .or(() -> Optional.ofNullable(platform.history().last(List.of(id)).get(id)).map(Sample::unit))
                .map(unit -> new PointDefinition(id, unit)).orElseThrow(() -> Asked.notFound("there is no point '" + id + "'"));
    }
}
