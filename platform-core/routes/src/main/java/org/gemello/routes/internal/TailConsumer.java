package org.gemello.routes.internal;

import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.gemello.api.log.LogRecord;
import org.gemello.api.log.Tail;
import org.gemello.connector.EntryConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the log on a thread of its own. A record that the route cannot take is offered again until it can: none is passed over. */
final class TailConsumer extends DefaultConsumer {
    private static final Logger LOG = LoggerFactory.getLogger(TailConsumer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(100);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);
    private final TailEndpoint endpoint;
    private Thread thread;
    private volatile Tail tail;

    TailConsumer(TailEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        tail = endpoint.log().tail(endpoint.position());
        thread = new Thread(this::follow, "tail " + endpoint.group());
        thread.start();
    }

    private void follow() {
        try (Tail reader = tail) {
            while (!reader.isClosed()) {
                Optional<LogRecord> record = reader.poll(PATIENCE);
                if (record.isPresent()) {
                    deliver(record.get(), reader);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(LogRecord record, Tail reader) throws InterruptedException {
        Duration backOff = FIRST_BACK_OFF;
        while (!reader.isClosed()) {
            Exception failure = offer(record);
            if (failure == null) {
                return;
            }
            LOG.error("group {} could not take offset {}, it is offered again in {}", endpoint.group(), record.offset(), backOff, failure);
            Thread.sleep(backOff.toMillis());
            backOff = backOff.multipliedBy(2).compareTo(LONGEST_BACK_OFF) < 0 ? backOff.multipliedBy(2) : LONGEST_BACK_OFF;
        }
    }

    private Exception offer(LogRecord record) {
        Exchange exchange = createExchange(false);
        try {
            exchange.getIn().setBody(record);
            exchange.setProperty(EntryConsumer.TRACE, record.trace());
            getProcessor().process(exchange);
            return exchange.getException();
        } catch (Exception e) {
            return e;
        } finally {
            releaseExchange(exchange, false);
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (tail != null) {
            tail.close();
            thread.join(PATIENCE.toMillis() * 5);
        }
        super.doStop();
    }
}
