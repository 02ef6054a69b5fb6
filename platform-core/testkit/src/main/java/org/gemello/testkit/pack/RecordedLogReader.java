package org.gemello.testkit.pack;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gemello.api.Quality;
import org.gemello.api.TwinId;
import org.gemello.api.command.Command;
import org.gemello.api.log.LogEntry;
import org.gemello.api.proposal.ProposalState;
import org.gemello.api.twin.TwinModel;

/** Reads the lines of a {@link RecordedLogFile}; what is wrong with a line is the message of an exception. */
final class RecordedLogReader {
    private static final Duration TIME_TO_LIVE = Duration.ofSeconds(10);
    private static final Pattern LINE = Pattern.compile("([^,]*),([^,]*),([^,]*),(\"(?:[^\"]|\"\")*\"|[^\",]*),([^,]*),([^,]*)");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");
    private final TwinId twin;
    private final Recording recording;
    private final List<Consumer<Recording.Moment>> batch = new ArrayList<>();
    private Instant batchTime;
    private int commands;

    RecordedLogReader(TwinId twin, TwinModel model) {
        this.twin = twin;
        this.recording = new Recording(twin, model);
    }

    void line(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + line + "' does not have the columns " + RecordedLogFile.HEADER);
        }
        Instant time = Instant.parse(parts.group(1));
        if (!parts.group(2).equals("+")) {
            endBatch();
        }
        switch (parts.group(2)) {
            case "sample" -> {
                batchTime = time;
                sample(parts);
            }
            case "+" -> {
                if (batch.isEmpty() || !time.equals(batchTime)) {
                    throw new IllegalArgumentException("'+' continues a batch of the same time, and there is none");
                }
                sample(parts);
            }
            case "tick" -> recording.tick(time);
            case "command" -> recording.command(command(time, parts.group(3), parts.group(4)));
            case "proposal" -> proposal(time, parts.group(3), String.valueOf(value(parts.group(4))).split(";", 3));
            default -> throw new IllegalArgumentException("'" + parts.group(2) + "' is none of sample, +, tick, command, proposal");
        }
    }

    private void proposal(Instant time, String key, String[] words) {
        if (words.length != 3) {
            throw new IllegalArgumentException("what became of a proposal is written like \"DECLINED;operator;too windy\"");
        }
        recording.proposal(key, ProposalState.valueOf(words[0]), words[1], words[2], time);
    }

    private Command command(Instant time, String name, String arguments) {
        return new Command("command-" + ++commands, twin, name, arguments(arguments), "operator", time, time.plus(TIME_TO_LIVE));
    }

    private void sample(Matcher parts) {
        String point = parts.group(3);
        Object value = value(parts.group(4));
        Quality quality = parts.group(5).isEmpty() ? Quality.GOOD : new Quality(Integer.parseUnsignedInt(hexadecimal(parts.group(5)), 16));
        Instant source = parts.group(6).isEmpty() ? batchTime : Instant.parse(parts.group(6));
        recording.definition(point);
        batch.add(moment -> moment.with(point, value, quality, source));
    }

    private static String hexadecimal(String text) {
        if (!text.startsWith("0x")) {
            throw new IllegalArgumentException("quality '" + text + "' is not written like 0x40000000");
        }
        return text.substring(2);
    }

    private static Object value(String text) {
        if (text.isEmpty()) {
            return null;
        } else if (text.startsWith("\"")) {
            return text.substring(1, text.length() - 1).replace("\"\"", "\"");
        } else if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return WHOLE.matcher(text).matches() ? (Object) Long.valueOf(text) : Double.valueOf(text);
    }

    private static Map<String, Double> arguments(String text) {
        Map<String, Double> arguments = new HashMap<>();
        for (String argument : text.isEmpty() ? new String[0] : text.split(";")) {
            int equals = argument.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("argument '" + argument + "' is not written like name=value");
            }
            arguments.put(argument.substring(0, equals), Double.valueOf(argument.substring(equals + 1)));
        }
        return arguments;
    }

    private void endBatch() {
        if (!batch.isEmpty()) {
            List<Consumer<Recording.Moment>> values = List.copyOf(batch);
            batch.clear();
            recording.samples(batchTime, moment -> values.forEach(value -> value.accept(moment)));
        }
    }

    List<LogEntry> end() {
        endBatch();
        return recording.entries();
    }
}
