package org.gemello.runtime.internal;

import java.util.List;
import org.gemello.api.alarm.AlarmView;
import org.gemello.api.command.CommandView;
import org.gemello.api.proposal.ProposalView;

/**
 * What the runtime keeps on disk: enough to go on from {@code offset} of the log.
 *
 * @param offset   everything of the log before it is in the images and commands
 * @param twins    images of all twins that ever ran
 * @param commands the latest commands, oldest first
 * @param proposals the latest proposals, oldest first
 * @param alarms   alarms with what was done about them
 */
record RuntimeImage(long offset, List<StateImage> twins, List<CommandView> commands, List<ProposalView> proposals, List<AlarmView> alarms) {
    static final RuntimeImage EMPTY = new RuntimeImage(0, List.of(), List.of(), List.of(), List.of());
}
