package org.gemello.pack.energy.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gemello.api.SampleBatch;
import org.gemello.api.command.Command;
import org.gemello.energy.twin.Estimate;
import org.gemello.energy.twin.WindTurbineInput;
import org.gemello.energy.twin.WindTurbineState;
import org.gemello.energy.twin.WindTurbineTwin;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalNews;
import org.gemello.spi.TwinBehavior;

/** Hands samples to the twin of the model, and what comes, is concluded or is asked for to every theme. */
final class WindTurbineBehavior implements TwinBehavior<WindTurbineState> {
    private final WindTurbineTwin twin;
    private final List<Aspect> aspects;

    WindTurbineBehavior(WindTurbineTwin twin, List<Aspect> aspects) {
        this.twin = twin;
        this.aspects = List.copyOf(aspects);
    }

    @Override
    public WindTurbineState initial() {
        return new WindTurbineState();
    }

    @Override
    public void onSamples(WindTurbineState state, SampleBatch batch, Effects out) {
        for (int row = 0; row < batch.size(); row++) {
            Optional<WindTurbineInput> input = WindTurbineInput.of(batch.point(row).name());
            Optional<Estimate> estimate = Optional.empty();
            if (input.isPresent()) {
                estimate = twin.observe(state, input.get(), batch.doubleValue(row), batch.quality(row), batch.sourceTime(row));
            }
            for (Aspect aspect : aspects) {
                aspect.onSample(state, batch, row, out);
            }
            if (estimate.isPresent()) {
                for (Aspect aspect : aspects) {
                    aspect.onEstimate(state, estimate.get(), out);
                }
            }
        }
    }

    @Override
    public void onTick(WindTurbineState state, Instant now, Effects out) {
        for (Aspect aspect : aspects) {
            aspect.onTick(state, now, out);
        }
    }

    @Override
    public void onProposal(WindTurbineState state, ProposalNews news, Effects out) {
        for (Aspect aspect : aspects) {
            aspect.onProposal(state, news, out);
        }
    }

    @Override
    public void onCommand(WindTurbineState state, Command command, Effects out) {
        for (Aspect aspect : aspects) {
            if (aspect.onCommand(state, command, out)) {
                return;
            }
        }
        out.reject("a wind turbine does not know the command " + command.name());
    }
}
