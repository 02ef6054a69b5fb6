package org.gemello.packs.internal;

import java.util.List;
import org.gemello.runtime.exchange.TypeExchange;

/** The cut of types that nobody has served before: there is nothing to compare with, and nothing to go back to but nobody. */
final class FirstCut implements TypeExchange.Cut {

    @Override
    public List<Long> pauses() {
        return List.of();
    }

    @Override
    public void confirm() {
        // nobody stands ready to take over again
    }

    @Override
    public void rollBack() {
        // the twins are parked when the version stands by
    }
}
