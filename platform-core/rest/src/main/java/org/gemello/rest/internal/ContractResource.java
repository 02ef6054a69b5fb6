package org.gemello.rest.internal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsExtensionSelect;
import org.osgi.service.jakartars.whiteboard.propertytypes.JakartarsResource;

/** The contract itself, the very file that the interfaces were generated from. */
@Component(service = ContractResource.class, scope = ServiceScope.PROTOTYPE)
@JakartarsResource
@JakartarsExtensionSelect(ApiFeature.SELECT)
@Path("/openapi.yaml")
public class ContractResource {
    @GET
    @Produces("application/yaml")
    public byte[] getContract() throws IOException {
        try (InputStream contract = open()) {
            return contract.readAllBytes();
        }
    }

    /** The file in this bundle. */
    public static InputStream open() {
        return ContractResource.class.getResourceAsStream("openapi.yaml");
    }
}
