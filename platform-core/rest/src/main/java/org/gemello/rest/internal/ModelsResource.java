package org.gemello.rest.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gemello.rest.internal.contract.ModelsApi;
import org.gemello.rest.internal.contract.TwinTypeJson;
import org.gemello.rest.internal.mapping.ModelMapping;
import org.gemello.rest.internal.problem.Asked;
import org.gemello.rest.internal.request.Page;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Types of twins that packs have installed. */
@Component(service = ModelsResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class ModelsResource implements ModelsApi {
    private final Platform platform;

    @Activate
    public ModelsResource(@Reference Platform platform) {
        this.platform = platform;
    }

    @Override
    public List<TwinTypeJson> listModels(Integer limit, String cursor) {
        return Page.sorted(platform.models().entrySet().stream().toList(), Map.Entry::getKey, cursor, limit)
                .map(entry -> ModelMapping.of(entry.getKey(), entry.getValue()));
    }

    @Override
    public TwinTypeJson getModel(String industry, String kind) {
        String type = industry + '/' + kind;
        return Optional.ofNullable(platform.models().get(type)).map(model -> ModelMapping.of(type, model))
                .orElseThrow(() -> Asked.notFound("no pack that is installed has the type '" + type + "'"));
    }
}
