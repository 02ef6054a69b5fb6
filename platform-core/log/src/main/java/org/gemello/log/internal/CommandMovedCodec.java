package org.gemello.log.internal;

import org.gemello.api.command.CommandState;
import org.gemello.api.log.LogEntry.CommandMoved;

/** The state by its name, so that states may be added in any place. */
final class CommandMovedCodec implements EntryCodec<CommandMoved> {

    @Override
    public boolean write(CommandMoved entry, PayloadWriter out, PointNumbers numbers) {
        out.putText(entry.commandId());
        out.putText(entry.state().name());
        out.putText(entry.reason());
        out.putInstant(entry.time());
        return true;
    }

    @Override
    public CommandMoved read(PayloadReader in, int count, long offset, PointNames names) {
        return new CommandMoved(in.getText(), CommandState.valueOf(in.getText()), in.getText(), in.getInstant());
    }
}
