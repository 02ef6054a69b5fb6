package org.gemello.pack.energy.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.gemello.api.TwinId;
import org.gemello.api.proposal.Gain;
import org.gemello.api.proposal.ProposedCommand;
import org.gemello.energy.farm.FarmAdvice;
import org.gemello.energy.farm.FarmAdviceKind;
import org.gemello.energy.farm.FarmVoice;
import org.gemello.spi.Effects;
import org.gemello.spi.ProposalDraft;

/** What a farm's adviser says, as proposals of its twin. */
record WindFarmProposals(Texts texts, Effects out) implements FarmVoice {
    private static final Duration VALID = Duration.ofHours(2);

    @Override
    public void propose(FarmAdvice advice) {
        FarmAdviceKind kind = advice.kind();
        List<ProposedCommand> commands = advice.settings().stream().map(setting -> new ProposedCommand(new TwinId(setting.turbine()),
                kind.command(), Map.of(kind.parameter(), setting.value()))).toList();
        out.propose(new ProposalDraft(kind.key(), texts.get(WindFarmType.TYPE + ".proposal." + kind.key()), advice.explanation(),
                new Gain(advice.gain(), advice.low(), advice.high(), "kW"), advice.constraints(), commands, advice.time(), VALID));
    }

    @Override
    public void withdraw(FarmAdviceKind kind, String reason, long time) {
        out.withdraw(kind.key(), reason, time);
    }

    @Override
    public void measured(FarmAdviceKind kind, double gain, double low, double high, String text, long time) {
        out.measured(kind.key(), new Gain(gain, low, high, "kW"), text, time);
    }
}
