package org.gemello.connector.mqtt.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.api.PointTable;
import org.gemello.binding.ConfigurationException;
import org.gemello.binding.PointBinding;

/** Makes the plans for the bindings of one topic filter. */
final class PlanCompiler {
    private final PointTable points;

    PlanCompiler(PointTable points) {
        this.points = points;
    }

    /** What is read in one pass. */
    private record Pass(PayloadFormat format, Optional<Pointer> records) {
    }

    /** One plan for all documents of a kind, and one for each other binding. */
    List<PayloadPlan> compile(List<TopicBinding> bindings) {
        List<PayloadPlan> plans = new ArrayList<>();
        Map<Pass, List<TopicBinding>> documents = new LinkedHashMap<>();
        for (TopicBinding binding : bindings) {
            switch (binding.format()) {
                case PLAIN -> plans.add(new PlainPlan(bound(binding)));
                case CSV -> plans.add(csv(binding));
                default -> documents.computeIfAbsent(new Pass(binding.format(), binding.records()), pass -> new ArrayList<>()).add(binding);
            }
        }
        documents.forEach((pass, group) -> plans.add(documents(pass, group)));
        return plans;
    }

    private List<BoundPoint> bound(TopicBinding binding) {
        return binding.binding().points().stream().map(point -> BoundPoint.of(point, points)).toList();
    }

    private PayloadPlan documents(Pass pass, List<TopicBinding> group) {
        Documents documents = Documents.of(pass.format());
        JsonPaths paths = new JsonPaths(documents);
        List<BoundSlots> slots = group.stream().map(binding -> new BoundSlots(
                binding.time().map(Pointer::parse).map(paths::slot).orElse(null), binding.clock(),
                binding.quality().map(Pointer::parse).map(paths::slot).orElse(null), bound(binding),
                binding.binding().points().stream().map(point -> slot(paths, pass, point)).toList())).toList();
        return pass.records().isPresent() ? new RecordsPlan(documents, points, pass.records().get(), paths, slots)
                : new JsonPlan(documents, paths, slots);
    }

    private PayloadPlan csv(TopicBinding binding) {
        boolean header = binding.csv().header();
        CsvSlot time = binding.time().map(column -> new CsvSlot(column, header)).orElse(null);
        CsvSlot quality = binding.quality().map(column -> new CsvSlot(column, header)).orElse(null);
        List<CsvSlot> columns = binding.binding().points().stream().map(point -> column(point, header)).toList();
        List<CsvSlot> values = new ArrayList<>(columns);
        if (quality != null) {
            values.add(quality);
        }
        return new CsvPlan(binding.csv(), time == null ? List.of() : List.of(time), values,
                new BoundSlots(time, binding.clock(), quality, bound(binding), columns));
    }

    /** @throws ConfigurationException where a point's address is wrong */
    static void check(TopicBinding binding) {
        new PlanCompiler(new PointTable()).compile(List.of(binding));
    }

    private static CsvSlot column(PointBinding point, boolean header) {
        try {
            return new CsvSlot(point.address(), header);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(List.of(point.place() + ": " + e.getMessage()));
        }
    }

    private static JsonSlot slot(JsonPaths paths, Pass pass, PointBinding point) {
        if (!point.address().endsWith(JsonTextSlot.MARK)) {
            return paths.slot(pointer(point));
        }
        if (pass.format() != PayloadFormat.JSON || pass.records().isPresent() || !point.scale().isIdentity()) {
            throw new ConfigurationException(List.of(point.place() + ": '" + point.address() + "': an object or array as text is for format "
                    + "json without 'records', and a point without scale"));
        }
        try {
            return paths.text(pointer(point));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(List.of(point.place() + ": " + e.getMessage()));
        }
    }

    /** Where the point's value, or what its text is cut from, is. */
    static Pointer pointer(PointBinding point) {
        String address = point.address();
        try {
            return Pointer.parse(address.endsWith(JsonTextSlot.MARK) ? address.substring(0, address.length() - JsonTextSlot.MARK.length()) : address);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(List.of(point.place() + ": " + e.getMessage()));
        }
    }
}
