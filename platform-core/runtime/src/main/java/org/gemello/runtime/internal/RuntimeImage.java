package org.gemello.runtime.internal;

import java.util.List;
import java.util.Map;
import org.gemello.api.TwinId;
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
 * @param types    type of each twin of which there is an image; images of before version 3 do not say it
 */
record RuntimeImage(long offset, List<StateImage> twins, List<CommandView> commands, List<ProposalView> proposals, List<AlarmView> alarms,
                    Map<TwinId, String> types) {
    static final RuntimeImage EMPTY = new RuntimeImage(0, List.of(), List.of(), List.of(), List.of());

    /** Without types. */
    RuntimeImage(long offset, List<StateImage> twins, List<CommandView> commands, List<ProposalView> proposals, List<AlarmView> alarms) {
        this(offset, twins, commands, proposals, alarms, Map.of());
    }
}
