package org.gemello.rest.internal;

import java.util.List;
import org.gemello.rest.internal.contract.AlarmsApi;
import org.gemello.rest.internal.contract.PlatformAlarmJson;
import org.gemello.rest.internal.mapping.JobMapping;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** Alarms of the platform itself. */
@Component(service = AlarmsResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
public class AlarmsResource implements AlarmsApi {
    private final Platform platform;

    @Activate
    public AlarmsResource(@Reference Platform platform) {
        this.platform = platform;
    }

    @Override
    public List<PlatformAlarmJson> listPlatformAlarms() {
        return platform.alarms().active().stream().map(JobMapping::of).toList();
    }
}
