package org.gemello.pack.energy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gemello.api.TwinId;
import org.gemello.api.log.LogEntry;
import org.gemello.spi.ProposalDraft;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinType;
import org.gemello.testkit.pack.Effect;
import org.gemello.testkit.pack.GivenContext;
import org.gemello.testkit.pack.RecordingEffects;
import org.gemello.testkit.runtime.TestTwin;

/** What a twin proposed and derived as text, told from all that it was fed. */
final class Told {
    private final List<Effect> effects = new ArrayList<>();

    private Told() {
    }

    static <S> Told by(TwinType<S> type, Map<String, String> configuration, TestTwin twin) {
        Told told = new Told();
        TwinBehavior<S> behavior = type.behavior(new GivenContext(new TwinId("twin-1"), configuration));
        S state = behavior.initial();
        RecordingEffects out = new RecordingEffects(type.model());
        for (LogEntry entry : twin.recording()) {
            if (entry instanceof LogEntry.Samples samples) {
                behavior.onSamples(state, samples.batch(), out);
            } else if (entry instanceof LogEntry.Tick tick) {
                behavior.onTick(state, tick.time(), out);
            }
            told.effects.addAll(out.take());
        }
        return told;
    }

    List<ProposalDraft> proposals(String key) {
        return effects.stream().filter(Effect.Proposed.class::isInstance).map(each -> ((Effect.Proposed) each).draft())
                .filter(draft -> draft.key().equals(key)).toList();
    }

    /** The last document of a point. */
    String text(String point) {
        return last(point).text();
    }

    Effect.DerivedText last(String point) {
        List<Effect.DerivedText> all = effects.stream().filter(Effect.DerivedText.class::isInstance).map(each -> (Effect.DerivedText) each)
                .filter(each -> each.point().equals(point)).toList();
        return all.get(all.size() - 1);
    }

    boolean withdrew(String key) {
        return effects.stream().anyMatch(each -> each instanceof Effect.Withdrawn withdrawn && withdrawn.key().equals(key));
    }
}
