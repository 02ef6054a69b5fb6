package org.gemello.shell.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gemello.api.pack.PackOffer;
import org.gemello.api.pack.Packs;

/** {@code pack:search}. */
@Service
@Command(scope = "pack", name = "search", description = "Lists what the configured repositories offer")
public final class PackSearchCommand extends TableCommand {
    @Reference
    Packs packs;

    @Argument(name = "text", description = "Words in id or title; all where it is absent")
    String text = "";

    @Override
    List<Table> tables(Instant now) {
        Table table = new Table("Repository", "Pack", "Version", "Title", "Publisher", "Fits", "Note", "Size");
        try {
            for (PackOffer offer : packs.search(text)) {
                table.row(offer.repository(), offer.id(), offer.version(), offer.title().getOrDefault("en", ""), offer.publisher(),
                        offer.compatible() ? "yes" : "no", offer.note(), Texts.bytes(offer.bytes()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
        return List.of(table);
    }
}
