package org.gemello.security.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.PointId;
import org.gemello.api.Sample;
import org.gemello.api.TwinId;
import org.gemello.api.twin.TwinModel;
import org.gemello.api.twin.TwinRegistry;
import org.gemello.api.twin.TwinView;

/** The twins as one caller sees them: a twin, a point and a part that are not seen are not there. */
public final class SeenTwins implements TwinRegistry {
    private final TwinRegistry twins;
    private final Sight sight;

    public SeenTwins(TwinRegistry twins, Sight sight) {
        this.twins = twins;
        this.sight = sight;
    }

    @Override
    public List<TwinView> twins() {
        return twins.twins().stream().filter(twin -> sight.sees(twin.id())).map(this::seen).toList();
    }

    @Override
    public Optional<TwinView> twin(TwinId id) {
        return sight.sees(id) ? twins.twin(id).map(this::seen) : Optional.empty();
    }

    private TwinView seen(TwinView twin) {
        Map<String, Sample> state = new LinkedHashMap<>();
        twin.state().forEach((name, sample) -> {
            if (sees(twin, name)) {
                state.put(name, sample);
            }
        });
        TwinModel model = twin.model();
        TwinModel seen = new TwinModel(model.schema(), model.title(), model.points().stream().filter(point -> sees(twin, point.name())).toList(),
                model.commands(), model.renamed(), model.parts(), model.configuration());
        Map<String, List<TwinId>> parts = new LinkedHashMap<>();
        twin.parts().forEach((role, each) -> parts.put(role, each.stream().filter(sight::sees).toList()));
        return new TwinView(twin.id(), twin.name(), twin.type(), twin.status(), twin.reason(), twin.applied(), state, twin.alarms(), seen, parts);
    }

    private boolean sees(TwinView twin, String point) {
        return sight.sees(new PointId(twin.id(), point));
    }
}
