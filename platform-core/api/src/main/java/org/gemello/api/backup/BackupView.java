package org.gemello.api.backup;

import java.time.Instant;

/**
 * A backup that is whole.
 *
 * @param name      of the file in the backup folder
 * @param time      when it was finished
 * @param bytes     its size
 * @param encrypted true where it can only be read with the passphrase
 */
public record BackupView(String name, Instant time, long bytes, boolean encrypted) {
}
