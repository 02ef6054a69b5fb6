package org.gemello.packs.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gemello.api.TwinId;
import org.gemello.runtime.exchange.ShadowReport;
import org.gemello.runtime.exchange.TwinOutlook;
import org.gemello.runtime.exchange.TypeExchange;
import org.gemello.runtime.exchange.TypeHealth;
import org.gemello.spi.TwinType;

/** One twin per type, without a log: who serves, and what is to be said of it. */
final class TestExchange implements TypeExchange {
    final Map<String, TwinType<?>> serving = new ConcurrentHashMap<>();
    final List<String> done = new ArrayList<>();
    /** Schema that cannot be reached, 0 for none. */
    volatile int impossible;
    volatile String shadowFailure = "";
    volatile boolean catchesUp = true;
    volatile long errors;
    volatile String parked = "";
    volatile String holding = "";

    @Override
    public List<TwinOutlook> outlook(List<TwinType<?>> candidates) {
        return candidates.stream().map(type -> {
            int now = Optional.ofNullable(serving.get(type.id().value())).map(each -> each.model().schema()).orElse(0);
            int becomes = type.model().schema();
            return new TwinOutlook(new TwinId("t-1"), type.id().value(), now, becomes, becomes == impossible ? "no migration to "
                    + becomes : "as it is",
                    becomes != impossible, List.of());
        }).toList();
    }

    @Override
    public Shadow shadow(List<TwinType<?>> candidates) {
        done.add("shadow");
        return new Shadow() {
            @Override
            public ShadowReport report() {
                return new ShadowReport(1, catchesUp ? 1 : 0, catchesUp ? 0 : 7, 10, 2, List.of("SUM 1 instead of 2"),
                        shadowFailure.isEmpty() ? List.of() : List.of(shadowFailure));
            }

            @Override
            public boolean awaitCaughtUp(Duration patience) throws InterruptedException {
                if (!catchesUp) {
                    Thread.sleep(10);
                }
                return catchesUp;
            }

            @Override
            public Cut cut() {
                done.add("cut");
                return new Change(candidates);
            }

            @Override
            public void close() {
                done.add("close");
            }
        };
    }

    @Override
    public Optional<TypeHealth> health(String type) {
        return Optional.ofNullable(serving.get(type))
                .map(each -> new TypeHealth(type, 1, parked.isEmpty() ? List.of() : List.of(parked), 100, errors, 1_000, 0, holding));
    }

    @Override
    public int resume(String type) {
        return 0;
    }

    private final class Change implements Cut {
        private final Map<String, TwinType<?>> before = new ConcurrentHashMap<>(serving);

        Change(List<TwinType<?>> candidates) {
            candidates.forEach(type -> serving.put(type.id().value(), type));
        }

        @Override
        public List<Long> pauses() {
            return List.of(1_000_000L);
        }

        @Override
        public void confirm() {
            done.add("confirm");
            before.clear();
        }

        @Override
        public void rollBack() {
            done.add("rollBack");
            errors = 0;
            parked = "";
            holding = "";
            serving.clear();
            serving.putAll(before);
        }
    }
}
