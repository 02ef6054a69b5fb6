package org.gemello.energy.farm;

/** Hears what a farm's adviser has to say. Times in ns since the epoch, gains in kW. */
public interface FarmVoice {
    void propose(FarmAdvice advice);

    void withdraw(FarmAdviceKind kind, String reason, long time);

    /** What the last advice of this kind has brought, with its 95 % interval. */
    void measured(FarmAdviceKind kind, double gain, double low, double high, String text, long time);
}
