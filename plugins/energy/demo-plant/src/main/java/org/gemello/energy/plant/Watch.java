package org.gemello.energy.plant;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The wind farm in a terminal, as the platform's API gives it: a table that is renewed every second, or lines where the output is
 * no terminal. Exit codes: 0, 1 no answer from the platform (with {@code --once}), 2 wrong option.
 */
public final class Watch {
    private static final String HELP = """
            The wind farm in a terminal
              --url URL             where the platform is (http://127.0.0.1:8181)
              --user NAME           user of the platform (admin)
              --password-file FILE  file whose first line is the password
              --ansi                renew in place although the input is no terminal, as for a job in the background
              --once                one table, then end
            """;
    private static final Set<String> OPTIONS = Set.of("url", "user", "password-file");
    /** Up by so many lines and clear from there: what was printed before the table stays. */
    private static final String UP_AND_CLEAR = "\u001b[%dA\r\u001b[J";
    /** A line that is wider than the terminal is cut and not continued, else the count of lines would be wrong. */
    private static final String WRAP_OFF = "\u001b[?7l";
    private static final String WRAP_ON = "\u001b[?7h";
    private static final long PERIOD_MILLIS = 1000;
    /** Without a terminal the lines pile up. */
    private static final long PERIOD_OF_LINES_MILLIS = 10_000;
    private final PlatformClient platform;
    private final boolean terminal;
    private final FarmTable table;

    private Watch(PlatformClient platform, boolean terminal) {
        this.platform = platform;
        this.terminal = terminal;
        this.table = new FarmTable(terminal);
    }

    private List<String> look() throws PlantException {
        return table.lines(platform.twins(), Instant.now());
    }

    private void follow() throws InterruptedException {
        int printed = 0;
        while (true) {
            List<String> lines = new ArrayList<>(List.of(Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()));
            try {
                lines.addAll(look());
            } catch (PlantException e) {
                lines.add(e.getMessage());
            }
            System.out.print(terminal && printed > 0 ? String.format(UP_AND_CLEAR, printed) : "");
            String text = String.join(System.lineSeparator(), lines);
            System.out.println(terminal ? WRAP_OFF + text + WRAP_ON : text);
            printed = lines.size();
            Thread.sleep(terminal ? PERIOD_MILLIS : PERIOD_OF_LINES_MILLIS);
        }
    }

    public static void main(String[] args) throws InterruptedException {
        if (Options.asksForHelp(args)) {
            System.out.print(HELP);
            return;
        }
        try {
            Options options = new Options(args, OPTIONS, Set.of("once", "ansi"));
            boolean once = options.has("once");
            PlatformClient platform = PlatformClient.of(options);
            Watch watch = new Watch(platform, (System.console() != null || options.has("ansi")) && !once);
            if (once) {
                watch.look().forEach(System.out::println);
            } else {
                watch.follow();
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (PlantException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
