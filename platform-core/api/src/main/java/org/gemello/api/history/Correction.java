package org.gemello.api.history;

import java.time.Instant;
import org.gemello.api.PointDefinition;
import org.gemello.api.Quality;

/**
 * A past value put right. The original stays stored and can be read ({@link History#corrections}). A later correction of the same
 * time replaces an earlier one.
 *
 * @param definition which point, in which unit
 * @param sourceTime time of the sample that is replaced; where there is none at that time, one is inserted
 * @param value      the right value: {@link Double}, {@link Long}, {@link Boolean}, {@link String}; null withdraws the value and
 *                   leaves only the quality
 * @param quality    quality of the right value
 * @param author     who says so
 * @param reason     why, in words
 * @param time       when it was said
 */
public record Correction(PointDefinition definition, Instant sourceTime, Object value, Quality quality, String author, String reason,
                         Instant time) {
}
