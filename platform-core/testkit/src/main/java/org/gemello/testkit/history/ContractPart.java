package org.gemello.testkit.history;

/** A part of {@link HistoryContract}; it finds the store that is tested here. */
interface ContractPart {
    StoreUnderTest store();

    default RecordedLog log() {
        return store().log();
    }
}
