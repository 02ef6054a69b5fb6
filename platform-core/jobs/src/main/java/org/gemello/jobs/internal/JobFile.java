package org.gemello.jobs.internal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.gemello.api.job.JobView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs on disk, one line each, oldest first. The file is replaced as a whole, so that a crash leaves the old one or the new one. */
final class JobFile {
    private static final Logger LOG = LoggerFactory.getLogger(JobFile.class);
    private static final String HEADER = "gemello-jobs 1";
    /** Far more than {@link JobList#KEPT} lines can have: a larger file is not ours. */
    private static final long LARGEST = 64L << 20;
    private final Path file;

    JobFile(Path file) {
        this.file = file;
    }

    /** What is remembered; what cannot be read is said and passed over, for it is only a memory. */
    List<JobView> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<JobView> jobs = new ArrayList<>();
        if (Files.size(file) <= LARGEST) {
            String[] lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n");
            for (int i = HEADER.equals(lines[0]) ? 1 : lines.length; i < lines.length; i++) {
                JobLine.parse(lines[i]).ifPresent(jobs::add);
            }
            if (jobs.size() == lines.length - 1) {
                return jobs;
            }
        }
        LOG.warn("{} is damaged: {} jobs of the past could be read", file, jobs.size());
        return jobs;
    }

    void write(List<JobView> jobs) throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        jobs.forEach(job -> text.append(JobLine.format(job)).append('\n'));
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = folder.resolve(file.getFileName() + ".new");
        try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder)) {
            directory.force(true);
        }
    }
}
