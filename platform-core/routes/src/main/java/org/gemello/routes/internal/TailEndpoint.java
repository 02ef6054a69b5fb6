package org.gemello.routes.internal;

import java.util.function.Function;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.gemello.api.log.LogSink;
import org.gemello.api.log.SampleLog;

/** The way out of the log for one consumer group. */
final class TailEndpoint extends DefaultEndpoint {
    private final SampleLog log;
    private final String group;
    private final Function<String, LogSink> sinks;

    TailEndpoint(String uri, Component component, SampleLog log, String group, Function<String, LogSink> sinks) {
        super(uri, component);
        this.log = log;
        this.group = group;
        this.sinks = sinks;
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        TailConsumer consumer = new TailConsumer(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("samples:tail is read from; to store samples use samples:append");
    }

    SampleLog log() {
        return log;
    }

    String group() {
        return group;
    }

    /** Where the group goes on: its sink knows what it has kept, a group without a sink has its position in the log. */
    long position() {
        LogSink sink = sinks.apply(group);
        return sink == null ? log.position(group) : sink.position();
    }
}
