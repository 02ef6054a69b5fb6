package org.gemello.security.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.Map;
import java.util.TreeMap;
import org.gemello.security.AuditVerification;
import org.gemello.security.internal.AuditLineReader.Linked;

/** Goes through the audit log from its first line and looks for a break. */
final class AuditWalk {
    private final AuditFolder folder;
    private final AuditKey key;
    private final long end;
    private final Map<Long, Checkpoint> checkpoints = new TreeMap<>();
    private String problem = "";
    private String previous = AuditLine.BEGINNING;
    private long next;
    private long agreed;

    /** @param end number of lines that are on disk for good; what is being written behind them is not looked at */
    AuditWalk(AuditFolder folder, AuditKey key, long end) {
        this.folder = folder;
        this.key = key;
        this.end = end;
    }

    AuditVerification verify() throws IOException {
        readCheckpoints();
        for (Path file : folder.all()) {
            AuditFolder.lines(file, line -> next < end && problem.isEmpty() && check(file, line));
        }
        if (problem.isEmpty() && next < end) {
            problem = "the log ends after line " + (next - 1) + ", it had " + end + " lines";
        }
        checkpoints.keySet().stream().filter(sequence -> sequence >= next && problem.isEmpty()).findFirst()
                .ifPresent(sequence -> problem = "line " + sequence + " was signed and is gone: the log has been cut");
        return new AuditVerification(next, agreed, problem, key.publicKey());
    }

    private void readCheckpoints() throws IOException {
        if (Files.exists(folder.checkpoints())) {
            AuditFolder.lines(folder.checkpoints(), line -> {
                try {
                    Checkpoint checkpoint = Checkpoint.parse(line);
                    if (!checkpoint.isSignedBy(key)) {
                        problem = "the checkpoint of line " + checkpoint.sequence() + " is not signed by this platform's key";
                    }
                    checkpoints.put(checkpoint.sequence(), checkpoint);
                } catch (IllegalArgumentException | DateTimeException e) {
                    problem = folder.checkpoints() + " has a line that is no checkpoint: " + e.getMessage();
                }
                return problem.isEmpty();
            });
        }
    }

    private boolean check(Path file, String line) {
        String where = file.getFileName() + ", line " + next + ": ";
        try {
            Linked linked = AuditLineReader.read(line);
            if (linked.record().sequence() != next) {
                problem = where + "has the number " + linked.record().sequence();
            } else if (!linked.previous().equals(previous)) {
                problem = where + "the line before it is not the one that it was written after";
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            problem = where + e.getMessage();
        }
        previous = Secrets.hash(line);
        Checkpoint checkpoint = checkpoints.get(next);
        if (problem.isEmpty() && checkpoint != null) {
            agreed++;
            if (!checkpoint.hash().equals(previous)) {
                problem = where + "is not the line that was signed";
            }
        }
        if (problem.isEmpty()) {
            next++;
        }
        return problem.isEmpty();
    }
}
