package org.gemello.log.internal;

import org.gemello.api.log.LogEntry.CommandRequested;

/** The command, then why it waits. */
final class CommandRequestedCodec implements EntryCodec<CommandRequested> {

    @Override
    public boolean write(CommandRequested entry, PayloadWriter out, PointNumbers numbers) {
        CommandParts.write(entry.command(), out);
        out.putText(entry.because());
        return true;
    }

    @Override
    public CommandRequested read(PayloadReader in, int count, long offset, PointNames names) {
        return new CommandRequested(CommandParts.read(in), in.getText());
    }
}
