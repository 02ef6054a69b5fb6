package org.gemello.rest.internal.mapping;

import java.util.EnumSet;
import java.util.Set;
import org.gemello.api.twin.CommandSpec;
import org.gemello.api.twin.ConfigurationKey;
import org.gemello.api.twin.ConfigurationType;
import org.gemello.api.twin.ParameterSpec;
import org.gemello.api.twin.PartSpec;
import org.gemello.api.twin.PointSpec;
import org.gemello.api.twin.TwinModel;
import org.gemello.rest.internal.contract.CommandSpecJson;
import org.gemello.rest.internal.contract.ConfigurationKeyJson;
import org.gemello.rest.internal.contract.ModelJson;
import org.gemello.rest.internal.contract.ParameterSpecJson;
import org.gemello.rest.internal.contract.PartPointJson;
import org.gemello.rest.internal.contract.PartSpecJson;
import org.gemello.rest.internal.contract.PointSpecJson;
import org.gemello.rest.internal.contract.TwinTypeJson;

/** What a kind of twin is made of, as the contract shows it; a bound that is infinite is no bound and left out. */
public final class ModelMapping {
    private static final Set<ConfigurationType> NUMERIC = EnumSet.of(ConfigurationType.NUMBER, ConfigurationType.INTEGER, ConfigurationType.NUMBERS);

    private ModelMapping() {
    }

    public static TwinTypeJson of(String type, TwinModel model) {
        return new TwinTypeJson().type(type).model(of(model))
                ._configuration(model.configuration().map(spec -> spec.keys().stream().map(ModelMapping::of).toList()).orElse(null));
    }

    private static ConfigurationKeyJson of(ConfigurationKey key) {
        boolean numbers = NUMERIC.contains(key.type());
        return new ConfigurationKeyJson().key(key.name()).type(ConfigurationKeyJson.TypeEnum.fromValue(key.type().name())).title(key.titles())
                .unit(numbers ? key.unit() : null).low(bound(key.low())).high(bound(key.high()))
                .choices(key.choices().isEmpty() ? null : key.choices())._default(Texts.orAbsent(key.fallback())).required(key.required())
                .role(Texts.orAbsent(key.role()));
    }

    static ModelJson of(TwinModel model) {
        return new ModelJson().title(model.title()).schema(model.schema())
                .points(model.points().stream().map(ModelMapping::of).toList())
                .commands(model.commands().stream().map(ModelMapping::of).toList())
                .parts(model.parts().isEmpty() ? null : model.parts().stream().map(ModelMapping::of).toList());
    }

    private static PartSpecJson of(PartSpec part) {
        return new PartSpecJson().role(part.role()).title(part.title()).types(part.types()).least(part.least()).most(part.most())
                .points(part.points().stream().map(point -> new PartPointJson().name(point.name()).unit(point.unit())).toList());
    }

    private static PointSpecJson of(PointSpec point) {
        return new PointSpecJson().name(point.name()).title(point.title()).unit(point.unit())
                .role(PointSpecJson.RoleEnum.fromValue(point.role().name())).low(bound(point.low())).high(bound(point.high()));
    }

    private static CommandSpecJson of(CommandSpec command) {
        return new CommandSpecJson().name(command.name()).title(command.title()).minInterval(command.minInterval().toString())
                .parameters(command.parameters().stream().map(ModelMapping::of).toList());
    }

    private static ParameterSpecJson of(ParameterSpec parameter) {
        return new ParameterSpecJson().name(parameter.name()).title(parameter.title()).unit(parameter.unit())
                .low(bound(parameter.low())).high(bound(parameter.high())).maxStep(bound(parameter.maxStep()))
                .point(Texts.orAbsent(parameter.point()));
    }

    private static Double bound(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
