package org.gemello.runtime.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gemello.api.TwinId;
import org.gemello.api.command.CommandState;
import org.gemello.api.command.CommandView;
import org.gemello.api.log.SampleLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings twins and books back to where the last image and the log end; what the site no longer has goes to the attic. */
final class Restart {
    private static final Logger LOG = LoggerFactory.getLogger(Restart.class);
    private final SampleLog log;
    private final Map<TwinId, TwinCell> cells;
    private final Books books;
    private final CommandDesk desk;
    private final Attic attic;
    private final Consumer<TwinId> farewell;

    /** @param farewell ends what is open of a twin that has left */
    Restart(SampleLog log, Map<TwinId, TwinCell> cells, Books books, CommandDesk desk, Attic attic, Consumer<TwinId> farewell) {
        this.log = log;
        this.cells = cells;
        this.books = books;
        this.desk = desk;
        this.attic = attic;
        this.farewell = farewell;
    }

    /** @return the offset at which the log goes on */
    long from(RuntimeImage image) throws InterruptedException {
        books.restore(image);
        image.twins().stream().filter(twin -> stays(twin.twin(), image)).forEach(twin -> cells.get(twin.twin()).restore(twin));
        long next = new Recovery(log, books).read(Math.max(image.offset(), log.start()), cells);
        for (CommandView view : books.commands().all()) {
            if (view.state() == CommandState.ACCEPTED) {
                desk.move(view.command().id(), CommandState.EXPIRED, "the platform restarted before it was written");
            } else if (view.state() == CommandState.WRITING) {
                desk.move(view.command().id(), CommandState.UNKNOWN, "the platform restarted while it was being written");
            }
        }
        setAside(image);
        LOG.info("runtime recovered {} twins from offset {}, the log goes on at {}", image.twins().size(), image.offset(), next);
        return next;
    }

    /** Whether the site still has the twin to which an image belongs, of the same type. */
    private boolean stays(TwinId twin, RuntimeImage image) {
        TwinCell cell = cells.get(twin);
        return cell != null && cell.definition().type().equals(image.types().getOrDefault(twin, cell.definition().type()));
    }

    /** Twins that were removed, or made again, while the platform was away. */
    private void setAside(RuntimeImage image) {
        Map<TwinId, List<StateImage>> gone = image.twins().stream().filter(twin -> !stays(twin.twin(), image))
                .collect(Collectors.groupingBy(StateImage::twin));
        gone.forEach((twin, states) -> {
            Optional.ofNullable(image.types().get(twin)).ifPresent(type -> attic.keep(twin, type, states));
            farewell.accept(twin);
        });
        cells.values().stream().filter(cell -> cell.images().newest().isEmpty()).forEach(cell -> {
            List<StateImage> former = attic.find(cell.id(), cell.definition().type());
            if (!former.isEmpty() || gone.containsKey(cell.id())) {
                cell.beginAt(log.end(), former);
            }
        });
    }
}
