package org.gemello.packs.internal.log;

/**
 * What was thrown as text: a few causes, of each the frames on top. Nothing of it leads to a class of the pack, which an exception in
 * memory would hold.
 */
final class ThrownText {
    private static final int MOST_CAUSES = 5;
    private static final int MOST_FRAMES = 30;
    private static final int ENOUGH = 8_000;

    private ThrownText() {
    }

    /** @param thrown null for nothing, which is the empty text */
    static String of(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        Throwable each = thrown;
        for (int cause = 0; each != null && cause <= MOST_CAUSES && text.length() < ENOUGH; cause++, each = each.getCause()) {
            text.append(cause == 0 ? "" : "\nCaused by: ").append(each);
            StackTraceElement[] frames = each.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
                text.append("\n    at ").append(frames[i]);
            }
            if (frames.length > MOST_FRAMES) {
                text.append("\n    ... ").append(frames.length - MOST_FRAMES).append(" more");
            }
        }
        return text.toString();
    }
}
