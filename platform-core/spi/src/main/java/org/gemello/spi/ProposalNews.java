package org.gemello.spi;

import java.time.Instant;
import org.gemello.api.proposal.ProposalState;

/**
 * What became of a proposal of this twin.
 *
 * @param id     of the proposal
 * @param key    as the behaviour named it
 * @param state  ACCEPTED, APPLIED, FAILED, DECLINED or EXPIRED
 * @param by     who decided; empty where time or a command did
 * @param reason why, in words
 * @param time   when
 */
public record ProposalNews(String id, String key, ProposalState state, String by, String reason, Instant time) {
}
