package org.gemello.runtime.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gemello.api.TwinId;
import org.gemello.api.twin.ConfigurationKey;
import org.gemello.api.twin.ConfigurationSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.binding.TwinDefinition;
import org.gemello.spi.StateCodec;
import org.gemello.spi.TwinBehavior;
import org.gemello.spi.TwinContext;
import org.gemello.spi.TwinType;
import org.gemello.spi.TwinTypeId;
import org.junit.jupiter.api.Test;

class BehaviorHostTest {
    private final AtomicInteger asked = new AtomicInteger();

    /** A counter that declares a key and counts how often it is asked for a behaviour. */
    private final class DeclaringType implements TwinType<CounterType.State> {
        private final CounterType counter = new CounterType();

        @Override
        public TwinTypeId id() {
            return counter.id();
        }

        @Override
        public TwinModel model() {
            return counter.model().configured(new ConfigurationSpec(List.of(ConfigurationKey.number("limit", "Limit", "kW", 5, 0, 10))));
        }

        @Override
        public TwinBehavior<CounterType.State> behavior(TwinContext context) {
            asked.incrementAndGet();
            return counter.behavior(context);
        }

        @Override
        public StateCodec<CounterType.State> codec() {
            return counter.codec();
        }
    }

    private BehaviorHost<?> start(Map<String, String> configuration) throws Exception {
        return BehaviorHost.start(new DeclaringType(), new TwinDefinition(new TwinId("c-1"), CounterType.ID, "One", configuration), null);
    }

    @Test
    void whatATypeDeclaresHoldsBeforeItIsAsked() throws Exception {
        assertThatIllegalArgumentException().isThrownBy(() -> start(Map.of("limit", "11", "limits", "1"))).withMessage("twin c-1: "
                + "configuration 'limit' is '11'; write a number from 0 to 10 (kW); configuration 'limits' is not known; known are limit");
        assertThat(asked).hasValue(0);
        start(Map.of("limit", "10"));
        assertThat(asked).hasValue(1);
    }
}
