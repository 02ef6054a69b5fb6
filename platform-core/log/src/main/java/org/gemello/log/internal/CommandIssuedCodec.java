package org.gemello.log.internal;

import org.gemello.api.log.LogEntry.CommandIssued;

/** The command and nothing else. */
final class CommandIssuedCodec implements EntryCodec<CommandIssued> {

    @Override
    public boolean write(CommandIssued entry, PayloadWriter out, PointNumbers numbers) {
        CommandParts.write(entry.command(), out);
        return true;
    }

    @Override
    public CommandIssued read(PayloadReader in, int count, long offset, PointNames names) {
        return new CommandIssued(CommandParts.read(in));
    }
}
